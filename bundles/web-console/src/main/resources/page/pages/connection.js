// Configuration of a ticketing element: how it reaches its platform, and whether it does.
import {h} from "../dom.js";
import {fetchElement} from "../element.js";
import {operation} from "../operations.js";
import {parameter} from "../parameters.js";
import {readingList} from "../readings.js";
import {settingsForm} from "../settings.js";

const STATUS = ["ConnectionStatus", "ConnectionReason", "ConfigurationProblems"];

export default async function connection(content, {path: [, type, name]}) {
  const {own} = await fetchElement(type, name);
  const status = readingList(own, STATUS.filter(each => parameter(own, each)));
  const form = settingsForm(own);
  content.append(h("section", {}, h("h2", {}, "Connection"), status.node,
    h("div", {class: "buttons"}, operation(own, "testConnection")), form.node));
  return async () => {
    const next = (await fetchElement(type, name, true)).own;
    status.update(next);
    form.update(next);
  };
}
