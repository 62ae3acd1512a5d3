// General of a ticketing element: how many tickets of which kind.
import {h} from "../dom.js";
import {fetchElement} from "../element.js";
import {parameter, readings} from "../parameters.js";
import {readingList} from "../readings.js";

const STATUS = ["Health", "HealthReason", "ConnectionStatus", "ConnectionReason", "ConfigurationProblems"];

/** The order of the documents: all, then by what the category says. */
const isCount = of => of.type === "Long" && /Tickets$|^Circuit|^Infrastructure/.test(of.attribute);
const rank = ({attribute}) => ["TotalTickets", "ManagedTickets", "Circuit", "Infrastructure", "OtherTickets"]
  .findIndex(each => attribute.startsWith(each));

export default async function tickets(content, {path: [, type, name]}) {
  const {own} = await fetchElement(type, name);
  const status = readingList(own, STATUS.filter(each => parameter(own, each)));
  const counts = readingList(own, readings(own).filter(isCount).sort((one, other) => rank(one) - rank(other))
    .map(of => of.attribute));
  content.append(h("section", {}, h("h2", {}, "Status"), status.node), h("section", {}, h("h2", {}, "Tickets"), counts.node));
  return async () => {
    const next = (await fetchElement(type, name, true)).own;
    status.update(next);
    counts.update(next);
  };
}
