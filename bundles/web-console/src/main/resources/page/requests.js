// Requests of one ticket: what was asked for, and what became of it.
import {h, foreign} from "./dom.js";
import {operation} from "./operations.js";
import {label, status, time, value} from "./show.js";

/** What a person may do about a request, by its state. */
const DECISIONS = {Blocked: ["retryRequest", "discardRequest"], Waiting: ["discardRequest"], Discarded: ["retryRequest"]};

const COLUMNS = ["id", "operation", "requested", "state", "attempts", "createdAt", "deliveredAt", "nextAttemptAt", "lastError", "origin"];

export function requestTable(page, requests, after) {
  return h("table", {class: "grid cards"}, h("thead", {}, h("tr", {}, COLUMNS.map(name => h("th", {scope: "col"}, label(name))),
    h("th", {scope: "col"}, "Decision"))),
  h("tbody", {}, requests.map(request => h("tr", {}, COLUMNS.map(name =>
    h("td", {"data-label": label(name), class: (name === "lastError" || name === "requested") && "sentence"}, cell(request, name))),
  h("td", {"data-label": "Decision"}, h("div", {class: "buttons"}, decisions(page, request, after)))))));
}

function decisions(page, request, after) {
  return (DECISIONS[request.state] ?? []).map(name =>
    operation(page, name, {of: request.id, fixed: {id: String(request.id)}, after, text: label(name).replace(" Request", "")}));
}

function cell(request, name) {
  switch (name) {
    case "requested": return wanted(request.fields);
    case "operation": return label(request.operation);
    case "state": return status(request.state);
    case "createdAt":
    case "deliveredAt":
    case "nextAttemptAt": return request[name] ? time(request[name], true) : value(null);
    default: return value(request[name]);
  }
}

const wanted = fields => foreign(Object.entries(fields).map(([name, of]) => name === "text" ? of : `${label(name)}: ${of}`).join("; "));
