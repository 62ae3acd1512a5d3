// The tickets about a row of a provisioning element.
import {h, scrolling} from "./dom.js";
import {get} from "./api.js";
import {number} from "./show.js";
import {datasetOf, table, OF_TICKETS} from "./rows.js";

/** A section with the newest tickets, of each ticketing system that the provisioning element has. */
export async function relatedTickets(provisioning, dataset, key, except = []) {
  const systems = (await get("tickets", {element: provisioning, dataset: dataset.key, key})).filter(each => each.total > 0);
  const tickets = datasetOf("tickets");
  return h("section", {}, h("h2", {}, "Tickets"), systems.length ? systems.map(({element, rows, total}) => [
    total > rows.length && h("p", {class: "hint"}, `The newest ${number(rows.length)} of ${number(total)} tickets.`),
    scrolling(`Tickets of ${element}`, table(element, tickets, rows, {only: OF_TICKETS, except, provisioning}))])
    : h("p", {class: "hint"}, "None."));
}
