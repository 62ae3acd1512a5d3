// Readings that are tables.
import {h, setText, newId, scrolling} from "./dom.js";
import {label, value, status} from "./show.js";
import {rowMenu, rowOperations} from "./operations.js";
import {parameter} from "./parameters.js";

/** A reading that is a table; its rows can be narrowed to those with a text. @return {node, update(page)} */
export function readingTable(page, attribute, {after = () => {}} = {}) {
  const body = h("tbody");
  const columns = parameter(page, attribute).value?.columns ?? [];
  const head = h("tr", {}, columns.map(name => h("th", {scope: "col"}, label(name))));
  const note = h("p", {class: "hint"});
  let of = parameter(page, attribute);
  let known;
  const draw = () => {
    const rows = of.value?.rows ?? [];
    const wanted = search.value.toLowerCase();
    const shown = rows.filter(values => !wanted || values.some(each => String(each).toLowerCase().includes(wanted)));
    body.replaceChildren(...shown.map(line));
    const total = of.value?.total ?? 0;
    setText(note, of.problem ?? (total === 0 ? "There is nothing." : total > rows.length
      ? `The first ${rows.length} of ${total} rows.` : ""));
    narrow.hidden = rows.length < 10;
  };
  const line = values => {
    const named = Object.fromEntries(columns.map((name, i) => [name, values[i]]));
    const menu = rowOperations(page, of).length ? rowMenu(page, of, named, after) : null;
    return h("tr", {oncontextmenu: menu?.onMenu}, values.map((each, i) => h("td", {"data-label": label(columns[i])},
      menu && columns[i] === of.value.keys[0] ? menu.opener : cellOf(columns[i], each))));
  };
  const id = newId("narrow");
  const search = h("input", {type: "search", id, oninput: draw});
  const narrow = h("p", {class: "tools"}, h("label", {for: id}, `Search ${label(attribute)}`), search);
  const update = next => {
    of = parameter(next, attribute);
    const key = JSON.stringify(of.value);
    // a menu that is open, and the focus within, outlive the news
    if (key === known || body.contains(document.activeElement) || document.querySelector(".menu-list")) return;
    known = key;
    draw();
  };
  update(page);
  return {node: h("section", {}, h("h2", {title: parameter(page, attribute).description}, label(attribute)), narrow, note,
    scrolling(label(attribute), h("table", {class: "grid cards"}, h("thead", {}, head), body))), update};
}

const cellOf = (column, each) => /^(state|status)$/i.test(column) && each ? status(each) : value(each);
