// Requests: what waits for the ticketing platform, what it has got, what needs a person.
import {h} from "../dom.js";
import {fetchElement} from "../element.js";
import {operations} from "../operations.js";
import {parameter} from "../parameters.js";
import {readingList} from "../readings.js";
import {readingTable} from "../tables.js";

/** Not about requests: they have their places on other pages. */
const ELSEWHERE = ["poll", "findTickets", "testConnection", "showActivityLog", "record", "stopRecording"];

const COUNTS = ["RequestsWaiting", "RequestsDelivered", "RequestsBlocked", "RequestsDiscarded", "OldestRequestAge"];

export default async function requests(content, {path: [, type, name]}) {
  const {own} = await fetchElement(type, name);
  const counts = readingList(own, COUNTS.filter(each => parameter(own, each)));
  const table = readingTable(own, "Requests", {after: () => news()});
  const news = async () => {
    const next = (await fetchElement(type, name, true)).own;
    counts.update(next);
    table.update(next);
  };
  content.append(
    h("section", {}, h("h2", {}, "Outbox"), counts.node, h("div", {class: "buttons"}, operations(own, ELSEWHERE))),
    h("p", {class: "hint"}, "Retry or discard a request through its menu (right-click, or Enter on its number)."),
    table.node);
  return news;
}
