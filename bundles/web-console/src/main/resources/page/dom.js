// Elements of the page. All text goes in as text: nothing that the vendor or a person wrote is ever read as HTML.

/** h("p", {class: "hint"}, "text", node…): attributes by name, listeners as functions named on…; null and false leave out. */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else if (name === "value") node.value = value;
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

/** Changes a text only where it is another, so that what somebody selects or reads stays. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

let ids = 0;
export const newId = prefix => `${prefix}-${++ids}`;

/** Text of the vendor: its direction is its own and does not reach the text beside it. */
export const foreign = (text, attributes = {}) => h("bdi", attributes, String(text));

/** A table that scrolls by itself where the window is narrow, by keyboard too. */
export function scrolling(name, table, how = "") {
  return h("div", {class: `scrolling ${how || ""}`.trim(), tabindex: "0", role: "region", "aria-label": name}, table);
}
