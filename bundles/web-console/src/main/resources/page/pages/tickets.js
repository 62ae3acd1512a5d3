// General of a ticketing element: how many tickets of which kind.
import {h} from "../dom.js";
import {fetchElement} from "../element.js";
import {parameter} from "../parameters.js";
import {readingList} from "../readings.js";

const STATUS = ["Health", "HealthReason", "ConnectionStatus", "ConnectionReason", "ConfigurationProblems"];

/** The eight of the documents, in their order, and what makes the sum come out. */
const COUNTS = ["TotalTickets", "ManagedTickets",
  ...["Circuit", "Infrastructure"].flatMap(of => ["UpDown", "Performance", "NetworkConnectivity"].map(what => of + what)),
  "OtherTickets"];

export default async function tickets(content, {path: [, type, name]}) {
  const {own} = await fetchElement(type, name);
  const status = readingList(own, STATUS.filter(each => parameter(own, each)));
  const counts = readingList(own, COUNTS.filter(each => parameter(own, each)));
  content.append(h("section", {}, h("h2", {}, "Status"), status.node), h("section", {}, h("h2", {}, "Tickets"), counts.node));
  return async () => {
    const next = (await fetchElement(type, name, true)).own;
    status.update(next);
    counts.update(next);
  };
}
