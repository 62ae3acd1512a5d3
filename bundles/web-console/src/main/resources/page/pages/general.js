// The element at a glance: how many rows of what, how fresh, the last cycle, the last export.
import {h, foreign, scrolling} from "../dom.js";
import {fetchElement} from "../element.js";
import {number, status, time} from "../show.js";
import {operation} from "../operations.js";
import {parameter} from "../parameters.js";
import {readingList} from "../readings.js";
import {link} from "../routes.js";
import {datasetName} from "../map.js";

const at = (page, attribute) => parameter(page, attribute)?.value;

export default async function general(content, {path: [, type, name]}) {
  const {own, rows} = await fetchElement(type, name);
  const exporter = await fetchElement("Exporter", name).catch(() => null);
  const health = readingList(own, ["Health", "HealthReason", "LoginStatus", "LoginReason", "ConfigurationProblems"]
    .filter(each => parameter(own, each)));
  const cycle = h("dd");
  const exported = h("dd");
  const body = h("tbody");
  content.append(
    h("section", {}, h("h2", {}, "Status"), health.node,
      h("div", {class: "buttons"}, operation(own, "pollAll"), operation(own, "cancel"))),
    h("section", {}, h("h2", {}, "Datasets"), h("dl", {class: "readings"},
      h("dt", {}, "Last cycle"), cycle, exporter && [h("dt", {}, "Last export"), exported]),
    scrolling("Datasets", h("table", {class: "grid cards"}, h("thead", {}, h("tr", {},
      h("th", {scope: "col"}, "Dataset"), h("th", {scope: "col", class: "number"}, "Total"), h("th", {scope: "col"}, "Status"),
      h("th", {scope: "col"}, "Last Polled"), h("th", {scope: "col"}, "Last Full Poll"), h("th", {scope: "col"}, "Reason"))), body))));
  const update = (rows, exporter) => {
    body.replaceChildren(...rows.map(row => h("tr", {},
      h("th", {scope: "row", "data-label": "Dataset"}, h("a", {href: link(["rows", name, row.prefix])}, datasetName(row.prefix))),
      h("td", {"data-label": "Total", class: "number"}, number(at(row, "TotalItems") ?? 0)),
      h("td", {"data-label": "Status"}, status(at(row, "Status"))),
      h("td", {"data-label": "Last Polled"}, at(row, "LastPolled") ? time(at(row, "LastPolled"), true, true) : "never"),
      h("td", {"data-label": "Last Full Poll"}, at(row, "LastFullPoll") ? time(at(row, "LastFullPoll"), true, true) : "never"),
      h("td", {"data-label": "Reason", class: "sentence"}, foreign(at(row, "Reason") ?? "")))));
    cycle.replaceChildren(...lastCycle(rows));
    if (exporter) exported.replaceChildren(...lastExport(exporter));
  };
  update(rows, exporter?.own);
  return async () => {
    const [next, nextExport] = [await fetchElement(type, name, true), exporter && await fetchElement("Exporter", name, true)];
    health.update(next.own);
    update(next.rows, nextExport?.own);
  };
}

function lastCycle(rows) {
  const attempts = rows.map(row => at(row, "LastAttempt")).filter(Boolean);
  if (!attempts.length) return ["Nothing has been polled yet."];
  const latest = attempts.reduce((one, other) => new Date(one) > new Date(other) ? one : other);
  const good = rows.filter(row => at(row, "Status") === "Succeeded").length;
  return [`${good} of ${rows.length} datasets succeeded, the last poll began `, time(latest, true)];
}

function lastExport(exporter) {
  const last = at(exporter, "LastExported");
  return [status(at(exporter, "FileExportStatus")), " ", last ? time(last, true) : "never", " – ",
    foreign(at(exporter, "FileExportReason") ?? "")];
}
