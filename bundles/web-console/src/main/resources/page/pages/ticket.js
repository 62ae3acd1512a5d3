// A ticket of the mirror: its fields and how they changed, what we requested for it, and its activity log, read for this page only.
import {h, scrolling} from "../dom.js";
import {get} from "../api.js";
import {fetchElement} from "../element.js";
import {operation} from "../operations.js";
import {readDatasets, datasetOf, fields, history} from "../rows.js";
import {requestTable} from "../requests.js";
import {activityLog} from "../log.js";
import {time} from "../show.js";

/** What may be requested for a ticket that exists. */
const CHANGES = ["addNote", "updateTicket", "closeTicket"];

export default async function ticket(content, {path: [, element, key], signal}) {
  await readDatasets(element);
  const dataset = datasetOf("tickets");
  const ask = news => get("ticket", {element, key}, news);
  const first = await ask(false);
  const {own} = await fetchElement(first.type, element);
  const asOf = h("p", {class: "hint"});
  const shown = h("div");
  const requests = h("div");
  const past = h("div");
  const news = async () => update(await ask(true));
  let known = {};
  const update = async next => {
    asOf.replaceChildren(next.row ? "" : "This ticket is not in the list of tickets. ",
      ...next.publishedAt ? ["Tickets as of ", time(next.publishedAt, true), "."] : ["No poll of the tickets has ended yet."]);
    redraw("row", next, () => shown.replaceChildren(next.row
      ? fields(element, dataset, next.row, {provisioning: next.provisioning}) : ""));
    redraw("requests", next, () => requests.replaceChildren(next.requests.length
      ? scrolling("Requests", requestTable(own, next.requests, news)) : h("p", {class: "hint"}, "None.")));
    await redraw("publishedAt", next, async () => past.replaceChildren(await history(element, dataset, key, true)));
  };
  // what has not changed stays, with its focus
  const redraw = (part, next, draw) => {
    const text = JSON.stringify([next[part], next.provisioning]);
    if (known[part] === text) return null;
    known = {...known, [part]: text};
    return draw();
  };
  await update(first);
  content.append(
    h("section", {}, h("h2", {}, "Ticket"), asOf, shown,
      h("div", {class: "buttons"}, CHANGES.map(name =>
        operation(own, name, {of: key, fixed: {reference: key}, after: news})))),
    h("section", {}, h("h2", {}, "Our Requests"), requests),
    activityLog(own, element, key, signal),
    h("section", {}, h("h2", {}, "History of Fields"), past));
  return news;
}
