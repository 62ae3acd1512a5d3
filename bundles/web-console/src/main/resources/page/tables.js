// Readings that are tables.
import {h, setText, newId, scrolling} from "./dom.js";
import {label, value, status} from "./show.js";
import {rowMenu, rowOperations} from "./operations.js";
import {parameter} from "./parameters.js";

/**
 * A reading that is a table; its rows can be narrowed to those with a text.
 *
 * @param long whether it scrolls by itself, because something that belongs to its rows follows it
 * @return {node, update(page)}
 */
export function readingTable(page, attribute, {after = () => {}, long = false} = {}) {
  const body = h("tbody");
  const columns = parameter(page, attribute).value?.columns ?? [];
  const head = h("tr", {}, columns.map(name => h("th", {scope: "col"}, label(name))));
  const note = h("p", {class: "hint"});
  let of = parameter(page, attribute);
  let known;
  let lines = new Map();
  const draw = () => {
    const rows = of.value?.rows ?? [];
    const wanted = search.value.toLowerCase();
    const shown = rows.filter(values => !wanted || values.some(each => String(each).toLowerCase().includes(wanted)));
    // what has the focus keeps it: a row that changed is another node
    const focused = body.contains(document.activeElement) && document.activeElement.closest("tr").dataset.key;
    const keyed = of.value?.keys.length > 0;
    const drawn = new Map(shown.map((values, i) => [JSON.stringify(keyed ? values : [i, values]), values]));
    lines = new Map([...drawn].map(([key, values]) => [key, lines.get(key) ?? line(values)]));
    body.replaceChildren(...lines.values());
    if (focused) {
      const again = [...lines.values()].find(row => row.dataset.key === focused);
      (again?.querySelector(".opener") ?? body.closest(".scrolling")).focus({preventScroll: true});
    }
    const total = of.value?.total ?? 0;
    setText(note, of.problem ?? (total === 0 ? "No entries." : total > rows.length
      ? `Showing the first ${rows.length} of ${total} rows.` : ""));
    narrow.hidden = rows.length < 10;
  };
  const line = values => {
    const named = Object.fromEntries(columns.map((name, i) => [name, values[i]]));
    const menu = rowOperations(page, of).length ? rowMenu(page, of, named, after) : null;
    const key = of.value.keys[0];
    return h("tr", {oncontextmenu: menu?.onMenu, "data-key": menu && String(named[key])}, values.map((each, i) =>
      h("td", {"data-label": label(columns[i]), class: isSentence(each) && "sentence"},
        menu && columns[i] === key ? menu.opener : cellOf(columns[i], each))));
  };
  const id = newId("narrow");
  const search = h("input", {type: "search", id, oninput: draw});
  const narrow = h("p", {class: "tools"}, h("label", {for: id}, `Search ${label(attribute)}`), search);
  const update = next => {
    of = parameter(next, attribute);
    const key = JSON.stringify(of.value);
    // a menu that is open outlives the news
    if (key === known || document.querySelector(".menu-list")) return;
    known = key;
    draw();
  };
  update(page);
  return {node: h("section", {}, h("h2", {title: parameter(page, attribute).description}, label(attribute)), narrow, note,
    scrolling(label(attribute), h("table", {class: "grid cards"}, h("thead", {}, head), body), long && "long")), update};
}

/** So long a text is a sentence, and wants room for some words in a line. */
const SENTENCE = 40;
const isSentence = each => typeof each === "string" && each.length > SENTENCE;

const cellOf = (column, each) => /^(state|status)$/i.test(column) && each ? status(each) : value(each);
