// Operations of a page, whatever they are.
import {h, foreign} from "./dom.js";
import {label} from "./show.js";
import {call} from "./api.js";
import {say, ask} from "./said.js";
import {at} from "./parameters.js";

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

const tables = page => page.parameters.filter(of => of.value?.columns);

/** The operations on a row of a table: what they ask for is the key that tells its rows apart. */
export const rowOperations = (page, table) => page.operations.filter(({may, arguments: names}) =>
  may && names.length === 1 && table.value?.keys.length === 1 && names[0] === table.value.keys[0]);

/** The buttons of all operations but those on rows of a table. */
export const operations = (page, except = []) => {
  const onRows = tables(page).flatMap(of => rowOperations(page, of)).map(each => each.name);
  return page.operations.map(each => each.name)
    .filter(name => !except.includes(name) && !onRows.includes(name)).map(name => operation(page, name));
};

/**
 * The operations on one row, in a menu that a right click or the menu key opens; the button that says the row's key does too.
 */
export function rowMenu(page, table, named, after) {
  const [key] = table.value.keys;
  const open = (x, y) => {
    let gone = false;
    const close = () => {
      // removing what has the focus tells so, and would come back here
      if (gone) return;
      gone = true;
      menu.remove();
      opener.setAttribute("aria-expanded", "false");
    };
    const end = () => { close(); opener.focus(); };
    const items = rowOperations(page, table).map(each =>
      operation(page, each.name, {fixed: {[key]: named[key]}, after: () => after(named[key])}));
    for (const item of items) {
      item.setAttribute("role", "menuitem");
      item.addEventListener("click", end);
    }
    const menu = h("div", {class: "menu-list", role: "menu", "aria-label": `${label(key)} ${named[key]}`,
      onkeydown: event => {
        const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
        if (event.key === "Escape" || event.key === "Tab") { event.preventDefault(); end(); }
        if (step) {
          event.preventDefault();
          items.at((items.indexOf(document.activeElement) + step) % items.length).focus();
        }
      },
      onfocusout: event => { if (!menu.contains(event.relatedTarget)) close(); }}, items);
    document.getElementById("main").append(menu);
    menu.style.left = `${Math.min(x, innerWidth - menu.offsetWidth - 8)}px`;
    menu.style.top = `${Math.min(y, innerHeight - menu.offsetHeight - 8)}px`;
    opener.setAttribute("aria-expanded", "true");
    items[0].focus();
  };
  const opener = h("button", {type: "button", class: "opener", "aria-haspopup": "menu", "aria-expanded": "false",
    onclick: () => { const box = opener.getBoundingClientRect(); open(box.left, box.bottom); }}, foreign(named[key]));
  const onMenu = event => {
    event.preventDefault();
    const box = opener.getBoundingClientRect();
    open(event.clientX || box.left, event.clientY || box.bottom);
  };
  return {opener, onMenu};
}
