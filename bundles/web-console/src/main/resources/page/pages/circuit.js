// A circuit with all that belongs to it.
import {h, scrolling} from "../dom.js";
import {get} from "../api.js";
import {readDatasets, datasetOf, fields, history, table} from "../rows.js";
import {relatedTickets} from "../related.js";
import {datasetName} from "../map.js";

/** What stands by itself, and what is a table; a column that says what the page says is left out. */
const SINGLE = ["customers", "locations"];
const TABLES = ["devices", "outageContacts", "contactInfo", "locationEquipments", "espPirs"];

export default async function circuit(content, {path: [, element, key]}) {
  await readDatasets(element);
  const circuits = datasetOf("circuits");
  const [related, past, tickets] = await Promise.all([get("circuit", {element, key}), history(element, circuits, key),
    relatedTickets(element, circuits, key, ["circuitId"])]);
  content.append(h("section", {}, h("h2", {}, "Circuit"), fields(element, circuits, related.circuits[0])));
  for (const name of SINGLE) {
    const dataset = datasetOf(name);
    content.append(h("section", {}, h("h2", {}, datasetName(name).replace(/s$/, "")), related[name].length
      ? fields(element, dataset, related[name][0]) : h("p", {class: "hint"}, "None.")));
  }
  for (const name of TABLES) {
    const dataset = datasetOf(name);
    content.append(h("section", {}, h("h2", {}, datasetName(name)), related[name].length
      ? scrolling(datasetName(name), table(element, dataset, related[name], {except: ["circuitId"]}))
      : h("p", {class: "hint"}, "None.")));
  }
  content.append(tickets, h("section", {}, h("h2", {}, "History of changes"), past));
  return null;
}
