// Parameters and operations of a page, whatever they are: all that is known of them the API tells.
import {h, setText, newId, foreign, scrolling} from "./dom.js";
import {label, value, status, isStatus, time, isTime} from "./show.js";
import {call} from "./api.js";
import {say, ask} from "./said.js";

const at = page => ({type: page.type, name: page.name, row: page.row});

export const parameter = (page, attribute) => page.parameters.find(each => each.attribute === attribute);
export const settings = page => page.parameters.filter(each => each.setting);
export const readings = page => page.parameters.filter(each => !each.setting);

function field(of, attributes) {
  if (of.legalValues.length && !of.several) {
    return h("select", attributes, of.legalValues.map(word => h("option", {value: word}, word)));
  }
  return of.secret
    ? h("input", {...attributes, type: "password", autocomplete: "new-password"})
    : h("input", {...attributes, type: "text", spellcheck: "false", autocomplete: "off", dir: "auto",
      inputmode: of.type === "Long" ? "numeric" : null});
}

/**
 * A setting, editable in place: what is typed is set when the field is left or Enter is pressed, Escape takes it back. A
 * refusal stays beside it with what was typed. Who may not set it sees its value.
 *
 * @return {node, update(parameter)}
 */
export function setting(page, first, {name = null} = {}) {
  let of = first;
  const title = label(of.attribute);
  const id = newId("setting");
  const shown = of => of.value === null || of.value === undefined ? "" : String(of.value);
  const hint = `${of.description}. ${of.allowed && of.allowed !== "any text" ? `Allowed is ${of.allowed}.` : ""}`
    + (of.defaultValue ? ` Default: ${of.defaultValue}` : "") + (of.unit ? ` (${of.unit})` : "");
  if (!of.maySet) {
    const plain = h("span", {class: "value"});
    const update = next => plain.replaceChildren(value(next.value, next.unit));
    update(of);
    return {node: name ? plain : h("div", {class: "setting"}, h("span", {class: "label"}, title), plain,
      h("p", {class: "hint"}, hint)), update};
  }
  const input = field(of, {id, "aria-label": name && `${title} of ${name}`, "aria-describedby": `${id}-hint ${id}-error`,
    title: name ? hint : null});
  const error = h("p", {class: "error", id: `${id}-error`, role: "alert"});
  const done = h("span", {class: "done", "aria-hidden": "true"});
  let known;
  const take = next => {
    of = next;
    known = shown(next);
    if (next.secret) {
      input.value = "";
      input.placeholder = known ? "is set" : "not set";
    } else {
      input.value = known;
    }
    input.removeAttribute("aria-invalid");
    setText(error, "");
  };
  const send = async () => {
    if (input.value === (of.secret ? "" : known)) { take(of); return; }
    input.setAttribute("aria-busy", "true");
    const typed = input.value;
    try {
      const next = await call("PUT", "setting", {body: {...at(page), attribute: of.attribute, value: typed}});
      if (input.value === typed) take(next);
      setText(done, "✓ set");
      setTimeout(() => setText(done, ""), 3000);
      say(`${title}${name ? ` of ${name}` : ""} is set.`);
    } catch (refused) {
      input.setAttribute("aria-invalid", "true");
      setText(error, refused.message);
    } finally {
      input.removeAttribute("aria-busy");
    }
  };
  input.addEventListener("change", send);
  input.addEventListener("keydown", event => { if (event.key === "Escape") take(of); });
  take(of);
  const edit = h("span", {class: "edit"}, input, done);
  const described = h("p", {class: name ? "hidden" : "hint", id: `${id}-hint`}, hint);
  const node = name
    ? h("div", {class: "setting compact"}, edit, described, error)
    : h("div", {class: "setting"}, h("label", {for: id}, title), edit, described, error);
  // news never overwrite what somebody is typing, or what was refused
  const update = next => {
    if (document.activeElement === input || input.hasAttribute("aria-invalid") || input.hasAttribute("aria-busy")) return;
    if (shown(next) !== known) take(next);
  };
  return {node, update};
}

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

/** The button of an operation; null for who may not call it. `after` runs when it was called. */
export function operation(page, name, {of = null, fixed = {}, after = () => {}, text = null} = {}) {
  const operation = page.operations.find(each => each.name === name);
  if (!operation?.may) return null;
  const title = text ?? label(name);
  const open = operation.arguments.filter(each => !(each in fixed));
  const button = h("button", {type: "button", title: operation.description, "aria-label": of && `${title} ${of}`,
    onclick: async () => {
      let values = {};
      if (operation.grave || open.length) {
        values = await ask(of ? `${title}: ${of}` : title, operation.description, open, label, title);
        if (!values) { button.focus(); return; }
      }
      button.disabled = true;
      try {
        const {said} = await call("POST", "operation",
          {body: {...at(page), operation: name, arguments: {...values, ...fixed}}});
        say(String(said ?? "Done."));
        after(said);
      } catch (refused) {
        say(refused.message, true);
      } finally {
        button.disabled = false;
      }
    }}, title);
  return button;
}

export const operations = (page, options, except = []) => page.operations.map(each => each.name)
  .filter(name => !except.includes(name)).map(name => operation(page, name, options));

/** A reading that is a table. `cells` may show a cell in its own way. @return {node, update(page)} */
export function readingTable(page, attribute, {cell = null, row = null, more = null} = {}) {
  const body = h("tbody");
  const columns = parameter(page, attribute).value?.columns ?? [];
  const head = h("tr", {}, columns.map(name => h("th", {scope: "col"}, label(name))), more && h("th", {scope: "col"}, "Actions"));
  const note = h("p", {class: "hint"});
  let known;
  const update = next => {
    const of = parameter(next, attribute);
    const key = JSON.stringify(of.value);
    if (key === known) return;
    known = key;
    const rows = of.value?.rows ?? [];
    body.replaceChildren(...rows.map(values => {
      const named = Object.fromEntries(columns.map((name, i) => [name, values[i]]));
      const line = h("tr", {}, values.map((each, i) => h("td", {"data-label": label(columns[i])},
        cell?.(columns[i], each, named) ?? cellOf(columns[i], each))), more && h("td", {"data-label": "Actions"}, more(named)));
      row?.(line, named);
      return line;
    }));
    const total = of.value?.total ?? 0;
    setText(note, of.problem ?? (total === 0 ? "There is nothing." : total > rows.length
      ? `The first ${rows.length} of ${total} rows.` : ""));
  };
  update(page);
  return {node: h("section", {}, h("h2", {title: parameter(page, attribute).description}, label(attribute)), note,
    scrolling(label(attribute), h("table", {class: "grid cards"}, h("thead", {}, head), body))), update};
}

const cellOf = (column, each) => /^(state|status)$/i.test(column) && each ? status(each) : value(each);

export const plain = text => foreign(text ?? "");
