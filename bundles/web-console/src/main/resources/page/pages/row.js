// One row of a dataset with its history, and the tickets about it.
import {h} from "../dom.js";
import {get} from "../api.js";
import {readDatasets, datasetOf, fields, history} from "../rows.js";
import {relatedTickets} from "../related.js";

/** The datasets to which a ticket can belong through its circuit. */
const WITH_TICKETS = ["customers", "locations"];

export default async function row(content, {path: [, element, name, key]}) {
  await readDatasets(element);
  const dataset = datasetOf(name);
  const [versions, past] = await Promise.all([
    get("history", {element, dataset: dataset.key, key}), history(element, dataset, key)]);
  const current = versions.find(version => version.lastGeneration === 0);
  const tickets = h("div");
  content.append(
    h("section", {}, current ? fields(element, dataset, current.row) : h("p", {}, "This row does not exist any more.")),
    tickets,
    h("section", {}, h("h2", {}, "History"), past));
  if (current && WITH_TICKETS.includes(dataset.key)) tickets.append(await relatedTickets(element, dataset, key));
  return null;
}
