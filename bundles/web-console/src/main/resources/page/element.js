// An element as the API tells it: its own page, and those of its rows.
import {get} from "./api.js";

export async function fetchElement(type, name, news = false) {
  const [own, ...rows] = await get("element", {type, name: name === "-" ? "" : name}, news);
  return {own, rows};
}
