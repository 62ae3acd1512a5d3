// Rows of a dataset as people see them, wherever they appear.
import {h, foreign} from "./dom.js";
import {get} from "./api.js";
import {label, number, time, value, status} from "./show.js";
import {link} from "./routes.js";

const TICKETS = "tickets";

let datasets = null;

/** All datasets with their columns, as an element has them: its profile may add some. For a page that opens, before all else here. */
export async function readDatasets(element) {
  datasets = await get("datasets", {element});
}

export function datasetOf(key) {
  const found = datasets.find(each => each.key.toLowerCase() === key.toLowerCase());
  if (!found) throw Object.assign(new Error(`Dataset ${key} does not exist.`), {status: 404});
  return found;
}

/** Rows that have a page of their own kind. */
const KINDS = {circuits: "circuit", [TICKETS]: "ticket"};

/** The address of a row. */
export const rowLink = (element, dataset, key) =>
  dataset.key in KINDS ? link([KINDS[dataset.key], element, key]) : link(["row", element, dataset.key, key]);

/**
 * A cell; a value that is the key of another dataset leads there: to that of the provisioning element, which for tickets is another
 * element, or none. In a line, a list of objects is words and no table.
 */
export function cell(element, dataset, column, of, {inLine = false, provisioning = element} = {}) {
  if (of === null || of === undefined || of === "") return value(null);
  if (column.name === dataset.keyColumn) return h("a", {href: rowLink(element, dataset, of)}, foreign(of));
  const other = datasets.find(each => each.keyColumn === column.name && each.key !== TICKETS);
  if (other && provisioning) return h("a", {href: rowLink(provisioning, other, of)}, foreign(of));
  if (column.type === "OBJECTS") return objects(of, inLine);
  if (column.type === "TIME") return time(of, dataset.key === TICKETS);
  if (column.type === "TEXT") return /[sS]tatus$/.test(column.name) ? h("span", {class: "word"}, foreign(of)) : foreign(of);
  return value(of);
}

/** A list of objects as a small table, or as words. */
function objects(json, inLine) {
  let list;
  try {
    list = JSON.parse(json);
  } catch {
    return foreign(json);
  }
  if (!Array.isArray(list) || !list.length) return foreign(json === "[]" ? "–" : json);
  const names = [...new Set(list.flatMap(each => Object.keys(each ?? {})))];
  const text = of => typeof of === "object" && of !== null ? JSON.stringify(of) : of;
  if (inLine) {
    const words = each => names.map(name => text(each?.[name])).filter(of => of !== null && of !== undefined && of !== "").join(" ");
    return foreign(list.map(words).join("; "), {title: json});
  }
  return h("table", {class: "small"}, h("thead", {}, h("tr", {}, names.map(name => h("th", {scope: "col"}, foreign(label(name)))))),
    h("tbody", {}, list.map(each => h("tr", {}, names.map(name => h("td", {},
      value(text(each?.[name]))))))));
}

/** All of one row, as names and values. */
export function fields(element, dataset, row, {provisioning = element} = {}) {
  const list = h("dl", {class: "readings"}, dataset.columns.map((column, i) =>
    [h("dt", {}, label(column.name)), h("dd", {}, cell(element, dataset, column, row.values[i], {provisioning}))]));
  if (row.extra) {
    for (const [name, of] of Object.entries(JSON.parse(row.extra))) {
      list.append(h("dt", {class: "extra", title: "A field without a column"}, foreign(label(name))),
        h("dd", {}, foreign(typeof of === "object" ? JSON.stringify(of) : of)));
    }
  }
  return list;
}

/** The columns of tickets that people look for first, in this order; the age of a ticket stands late in the listing. */
export const OF_TICKETS = ["ticketId", "createdDate", "status", "severity", "circuitId", "category", "summary", "customerName", "owner"];

/** Some rows as a table: with these columns, or with all. */
export function table(element, dataset, rows, {only = null, except = [], provisioning = element} = {}) {
  const columns = dataset.columns.map((column, i) => [column, i])
    .filter(([column, i]) => !except.includes(column.name) && rows.some(row => row.values[i] !== null))
    .filter(([column]) => !only || only.includes(column.name));
  if (only) columns.sort(([one], [other]) => only.indexOf(one.name) - only.indexOf(other.name));
  return h("table", {class: "grid cards"}, h("thead", {}, h("tr", {}, columns.map(([column]) =>
    h("th", {scope: "col"}, label(column.name))))),
  h("tbody", {}, rows.map(row => h("tr", {}, columns.map(([column, i]) =>
    h("td", {"data-label": label(column.name)}, cell(element, dataset, column, row.values[i], {provisioning})))))));
}

/** What changed from version to version, the newest first. */
export async function history(element, dataset, key, news = false) {
  const versions = await get("history", {element, dataset: dataset.key, key}, news);
  if (!versions.length) return h("p", {class: "hint"}, "No history is kept.");
  return h("ol", {class: "history"}, versions.map((version, i) => {
    const before = versions[i + 1];
    const changes = before ? differences(dataset, before.row, version.row) : [];
    return h("li", {}, h("p", {}, version.since ? time(version.since, true) : "before the kept history",
      ` – generation ${number(version.firstGeneration)}`, version.until ? [", until ", time(version.until)] : ", current"),
    before
      ? h("ul", {}, changes.map(([name, from, to]) => h("li", {}, h("b", {}, foreign(name)), ": ", value(from), " → ", value(to))))
      : h("p", {class: "hint"}, "first seen"));
  }));
}

function differences(dataset, from, to) {
  const found = dataset.columns.map((column, i) => [label(column.name), from.values[i], to.values[i]])
    .filter(([, one, other]) => one !== other);
  return from.extra === to.extra ? found : [...found, ["Extra", from.extra, to.extra]];
}
