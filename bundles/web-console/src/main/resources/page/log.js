// The activity log of one ticket, read from the platform for one page.
import {h, setText} from "./dom.js";
import {call, get} from "./api.js";

const LOOK_EVERY = 500;

/** A section that begins to read the log when it is made, for those who may. */
export function activityLog(page, element, key, signal) {
  const may = page.operations.some(each => each.name === "showActivityLog" && each.may);
  const log = h("pre", {tabindex: "0", dir: "auto", "aria-labelledby": "activity-log"});
  const again = h("button", {type: "button", onclick: () => read()}, "Read Again");
  const read = async () => {
    again.disabled = true;
    setText(log, "The activity log is being read.");
    try {
      setText(log, await readLog(element, key, signal) || "The activity log is empty.");
    } catch (refused) {
      setText(log, refused.message);
      if (refused.status === undefined) throw refused;
    } finally {
      again.disabled = false;
    }
  };
  if (may) read();
  else setText(log, "None of your roles allows you to read activity logs.");
  return h("section", {}, h("h2", {id: "activity-log"}, "Activity Log"), log,
    may && h("div", {class: "buttons"}, again));
}

async function readLog(element, key, signal) {
  const {id} = await call("POST", "activity-log", {body: {element, key}});
  while (!signal.aborted) {
    const {text} = await get("activity-log", {id}, true);
    if (text !== null) return text;
    await new Promise(resolve => setTimeout(resolve, LOOK_EVERY));
  }
  return "";
}
