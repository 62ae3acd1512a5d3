// Everything of an element that has no page of its own kind: readings, tables, operations, settings, and its rows.
import {h} from "../dom.js";
import {fetchElement} from "../element.js";
import {operations} from "../operations.js";
import {readings, settings} from "../parameters.js";
import {readingList} from "../readings.js";
import {settingsForm} from "../settings.js";
import {readingTable} from "../tables.js";

export default async function element(content, {path: [, type, name]}) {
  const {own, rows} = await fetchElement(type, name);
  const parts = panel(content, own);
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
function panel(content, page) {
  const news = [];
  const plain = readings(page).filter(of => of.type !== "Rows").map(of => of.attribute);
  const list = readingList(page, plain);
  news.push(list.update);
  content.append(h("section", {}, h("h2", {}, "Status"), list.node, h("div", {class: "buttons"}, operations(page))));
  for (const of of readings(page).filter(of => of.type === "Rows")) {
    const table = readingTable(page, of.attribute);
    news.push(table.update);
    content.append(table.node);
  }
  if (settings(page).length) {
    const form = settingsForm(page);
    news.push(form.update);
    content.append(h("section", {}, h("h2", {}, "Settings"), form.node));
  }
  return news;
}
