// Readings of a page, whatever they are.
import {h} from "./dom.js";
import {label, value, status, isStatus, time, isTime} from "./show.js";
import {parameter} from "./parameters.js";

/** Readings as a list of names and values; tables are left out. @return {node, update(page)} */
export function readingList(page, attributes) {
  const cells = new Map();
  const list = h("dl", {class: "readings"});
  for (const attribute of attributes) {
    const of = parameter(page, attribute);
    const cell = h("dd");
    cells.set(attribute, cell);
    list.append(h("dt", {title: of.description}, label(attribute)), cell);
  }
  const update = next => {
    for (const [attribute, cell] of cells) show(cell, parameter(next, attribute));
  };
  update(page);
  return {node: list, update};
}

function show(cell, of) {
  const key = JSON.stringify([of?.value, of?.problem]);
  const aged = isTime(of?.value);
  if (cell.dataset.shown === key && !aged) return;
  cell.dataset.shown = key;
  if (!of) cell.replaceChildren(value(""));
  else if (of.problem) cell.replaceChildren(h("span", {class: "error"}, of.problem));
  else if (isStatus(of.attribute)) cell.replaceChildren(status(of.value));
  else cell.replaceChildren(aged ? time(of.value, true) : value(of.value, of.unit));
}
