// Everything of an element that has no page of its own kind: readings, tables, operations, settings, and its rows.
import {h, scrolling} from "../dom.js";
import {fetchElement} from "../element.js";
import {label} from "../show.js";
import {operations, readingList, readingTable, readings, setting, settings} from "../controls.js";

export default async function element(content, {path: [, type, name]}) {
  const {own, rows} = await fetchElement(type, name);
  const parts = await panel(content, own);
  content.prepend(h("p", {class: "hint"}, `${own.description}.`));
  for (const row of rows) {
    const section = h("section", {}, h("h2", {}, row.row));
    content.append(section);
    panel(section, row);
  }
  return async () => {
    const next = await fetchElement(type, name, true);
    parts.forEach(part => part(next.own));
  };
}

/** All of one page. @return what takes news */
export function panel(content, page, {except = []} = {}) {
  const news = [];
  const plain = readings(page).filter(of => of.type !== "List" && !except.includes(of.attribute)).map(of => of.attribute);
  const list = readingList(page, plain);
  news.push(list.update);
  content.append(h("section", {}, h("h2", {}, "Status"), list.node, h("div", {class: "buttons"}, operations(page, {}))));
  for (const of of readings(page).filter(of => of.type === "List")) {
    const table = readingTable(page, of.attribute);
    news.push(table.update);
    content.append(table.node);
  }
  if (settings(page).length) {
    const editors = settings(page).map(of => [of.attribute, setting(page, of)]);
    news.push(next => editors.forEach(([attribute, editor]) =>
      editor.update(next.parameters.find(of => of.attribute === attribute))));
    content.append(h("section", {}, h("h2", {}, "Settings"), h("form", {class: "form", onsubmit: event => event.preventDefault()}, editors.map(([, editor]) => editor.node))));
  }
  return news;
}
