// Ticketing of a frontend: the tickets, how often they are read, and what was done about one of them.
import {h, setText} from "../dom.js";
import {fetchElement} from "../element.js";
import {operation} from "../operations.js";
import {parameter} from "../parameters.js";
import {setting} from "../settings.js";
import {readingList} from "../readings.js";
import {readingTable} from "../tables.js";

export default async function ticketing(content, {path: [, type, name]}) {
  const {own} = await fetchElement(type, name);
  const log = h("pre", {tabindex: "0", dir: "auto", "aria-labelledby": "activity-log"});
  // it says itself of which ticket it is: somebody else may ask for another one
  const logSection = h("section", {}, h("h2", {id: "activity-log"}, "Activity Log"), log);
  const refresh = setting(own, parameter(own, "RefreshTime"));
  const news = async () => update((await fetchElement(type, name, true)).own);
  const table = readingTable(own, "TicketOverview", {long: true, after: async () => {
    await news();
    logSection.scrollIntoView();
  }});
  const last = readingList(own, ["PollReason"].filter(each => parameter(own, each)));
  content.append(
    h("section", {class: "narrow"}, last.node, refresh.node, h("div", {class: "buttons"}, operation(own, "poll"))),
    h("p", {class: "hint"}, "Newest tickets first. Show a ticket's activity log through its menu (right-click, or Enter on its number)."),
    table.node, logSection);
  const update = next => {
    last.update(next);
    refresh.update(parameter(next, "RefreshTime"));
    table.update(next);
    setText(log, parameter(next, "ActivityLog").value || "No activity log has been read yet.");
  };
  update(own);
  return news;
}
