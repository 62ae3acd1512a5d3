// A dataset: search, filters, order, pages. The server finds; the page holds no more than it shows.
import {h, setText, scrolling} from "../dom.js";
import {get} from "../api.js";
import {label, number, time} from "../show.js";
import {note} from "../routes.js";
import {cell, datasetOf, readDatasets, OF_TICKETS} from "../rows.js";

const FIRST_COLUMNS = 9;
const TYPING = 300;

export default async function rows(content, {path: [, element, name], query, signal}) {
  await readDatasets(element);
  const dataset = datasetOf(name);
  // tickets begin with the newest
  const [order, reversed] = dataset.key === "tickets" ? ["createdDate", true] : [dataset.keyColumn, false];
  const state = {search: query.get("search") ?? "", sort: query.get("sort") ?? order,
    descending: query.has("sort") || query.has("descending") ? query.get("descending") === "true" : reversed, limit: Number(query.get("limit")) || 50, filters: {}};
  for (const [each, text] of query) if (each.startsWith("filter.")) state.filters[each.slice(7)] = text;
  let columns = chosen(dataset);
  let page = {rows: [], matching: 0, total: 0};
  let first = 0;

  const count = h("p", {class: "count", role: "status"});
  const search = h("input", {type: "search", id: "search", value: state.search, oninput: later(() => {
    state.search = search.value;
    load("first");
  })});
  const download = h("a", {class: "button", download: "", onclick: async event => {
    event.preventDefault();
    // a session that is over asks for a login here, and not inside of the file
    await get("elements");
    location.assign(download.href);
  }}, "Download CSV");
  const size = h("select", {id: "limit", onchange: () => { state.limit = Number(size.value); load("first"); }},
    [25, 50, 100, 250].map(each => h("option", {value: each, selected: each === state.limit}, String(each))));
  const head = h("thead");
  const body = h("tbody");
  const paging = Object.fromEntries([["first", "First"], ["previous", "Previous"], ["next", "Next"], ["last", "Last"]]
    .map(([where, text]) => [where, h("button", {type: "button", onclick: () => load(where)}, text)]));

  content.append(
    h("div", {class: "tools"},
      h("label", {for: "search"}, "Search"), search, columnChoice(),
      h("label", {for: "limit"}, "Rows"), size, download),
    count,
    scrolling(label(dataset.key), h("table", {class: "grid rows"}, head, body)),
    h("nav", {class: "buttons paging", "aria-label": "Pages"}, Object.values(paging)));
  drawHead();

  function parameters() {
    const filters = Object.entries(state.filters).map(([column, text]) => [`filter.${column}`, text]);
    return {search: state.search, sort: state.sort === order && state.descending === reversed ? "" : state.sort,
      descending: state.descending || "", limit: state.limit === 50 ? "" : state.limit, ...Object.fromEntries(filters)};
  }

  function beyond(row, descending) {
    const i = dataset.columns.findIndex(column => column.name === state.sort);
    return {afterKey: row.key, afterValue: row.values[i], descending: descending || ""};
  }

  let asked = 0;
  async function load(where) {
    const mine = ++asked;
    const given = parameters();
    const query = {...given, element, dataset: dataset.key, sort: state.sort};
    const backwards = where === "previous" || where === "last";
    if (where === "next") Object.assign(query, beyond(page.rows.at(-1), state.descending));
    if (where === "previous") Object.assign(query, beyond(page.rows[0], !state.descending));
    if (where === "last") Object.assign(query, {descending: !state.descending || ""});
    let limit = state.limit;
    if (where === "last") limit = page.matching % state.limit || state.limit;
    let next;
    try {
      next = await get("rows", {...query, limit});
    } catch (refused) {
      if (mine === asked) setText(count, refused.message);
      return;
    }
    if (mine !== asked || signal.aborted) return;
    if (backwards) next.rows.reverse();
    if (where === "first") first = 0;
    if (where === "next") first += page.rows.length;
    if (where === "previous") first = Math.max(0, first - next.rows.length);
    if (where === "last") first = Math.max(0, next.matching - next.rows.length);
    page = next;
    note(given);
    draw();
  }

  function draw() {
    body.replaceChildren(...page.rows.map(row => h("tr", {}, columns.map(column => {
      const i = dataset.columns.indexOf(column);
      return h(column.name === dataset.keyColumn ? "th" : "td", {scope: column.name === dataset.keyColumn ? "row" : null},
        h("div", {class: "cell"}, cell(element, dataset, column, row.values[i], {inLine: true, provisioning: page.provisioning})));
    }))));
    const last = first + page.rows.length;
    count.replaceChildren(page.matching
      ? `Rows ${number(first + 1)}–${number(last)} of ${number(page.matching)}`
        + (page.matching === page.total ? "" : ` that match, of ${number(page.total)}`)
      : page.total ? `None of ${number(page.total)} rows matches` : "There are no rows",
    ...page.publishedAt ? [", as of ", time(page.publishedAt, true)] : []);
    paging.first.disabled = paging.previous.disabled = first === 0;
    paging.next.disabled = paging.last.disabled = last >= page.matching;
    const url = new URL("api/rows.csv", document.baseURI);
    for (const [each, text] of Object.entries({element, dataset: dataset.key, ...parameters(), limit: ""})) {
      if (text !== "") url.searchParams.set(each, text);
    }
    download.href = url;
  }

  function drawHead() {
    head.replaceChildren(
      h("tr", {}, columns.map(column => {
        if (column.added) return h("th", {scope: "col", title: "A column added by the profile"}, label(column.name));
        const sorted = column.name === state.sort;
        return h("th", {scope: "col", "aria-sort": sorted ? (state.descending ? "descending" : "ascending") : null},
          h("button", {type: "button", class: "sort", onclick: () => {
            state.descending = sorted && !state.descending;
            state.sort = column.name;
            load("first");
            drawHead();
            head.querySelector(`[data-column="${column.name}"]`)?.focus();
          }, "data-column": column.name}, label(column.name),
          h("span", {class: "arrow", "aria-hidden": "true"}, sorted ? (state.descending ? "▼" : "▲") : "")));
      })),
      h("tr", {class: "filters"}, columns.map(column => {
        if (column.added) return h("td");
        const filter = h("input", {type: "text", "aria-label": `Filter ${label(column.name)}`, placeholder: "filter",
          value: state.filters[column.name] ?? "", oninput: later(() => {
            state.filters[column.name] = filter.value;
            load("first");
          })});
        return h("td", {}, filter);
      })));
  }

  function columnChoice() {
    return h("details", {class: "choice"}, h("summary", {}, "Columns"), h("fieldset", {},
      h("legend", {class: "hidden"}, "Columns shown"),
      dataset.columns.map(column => h("label", {}, h("input", {type: "checkbox", checked: columns.includes(column),
        disabled: column.name === dataset.keyColumn,
        onchange: event => {
          columns = keyFirst(dataset, each => each === column ? event.target.checked : columns.includes(each));
          localStorage.setItem(`columns.${dataset.key}`, JSON.stringify(columns.map(each => each.name)));
          drawHead();
          draw();
        }}), label(column.name)))));
  }

  await load("first");
  return null;
}

/** The columns that this browser's user chose, or the first ones. */
function chosen(dataset) {
  let names = null;
  try {
    names = JSON.parse(localStorage.getItem(`columns.${dataset.key}`));
  } catch {
    names = null;
  }
  names ??= dataset.key === "tickets" ? OF_TICKETS : null;
  return keyFirst(dataset, (column, i) => column.name === dataset.keyColumn
    || (names ? names.includes(column.name) : i < FIRST_COLUMNS || column.added));
}

/** Some columns; what a row is called stands before what it is like. */
function keyFirst(dataset, wanted) {
  const front = dataset.key === "tickets" ? OF_TICKETS : [dataset.keyColumn];
  const place = column => front.includes(column.name) ? front.indexOf(column.name) : front.length;
  return dataset.columns.filter(wanted).sort((one, other) => place(one) - place(other));
}

function later(doIt) {
  let timer;
  return () => { clearTimeout(timer); timer = setTimeout(doIt, TYPING); };
}
