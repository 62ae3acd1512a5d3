// What an operation said, and questions before grave ones.
import {h} from "./dom.js";

let hide;

/** One sentence at the foot of the page; screen readers read it out. */
export function say(sentence, bad = false) {
  const said = document.getElementById("said");
  said.replaceChildren(h("p", {class: bad ? "bad" : ""}, sentence));
  clearTimeout(hide);
  hide = setTimeout(() => said.replaceChildren(), 12000);
}

/** What was said of one page is not told on the next. */
export function hush() {
  document.getElementById("said").replaceChildren();
}

/**
 * A question with fields, if any: resolves to their values by name, or null where the person thought better of it.
 */
export function ask(title, description, names, labelOf, doIt) {
  return new Promise(resolve => {
    const inputs = names.map(name => [name, h(/text|description/i.test(name) ? "textarea" : "input", {id: `ask-${name}`})]);
    const end = values => { dialog.remove(); resolve(values); };
    const dialog = h("dialog", {"aria-labelledby": "ask-title", oncancel: event => { event.preventDefault(); end(null); }},
      h("form", {onsubmit: event => {
        event.preventDefault();
        end(Object.fromEntries(inputs.map(([name, input]) => [name, input.value])));
      }},
      h("h2", {id: "ask-title"}, title),
      h("p", {}, description),
      inputs.map(([name, input]) => [h("label", {for: `ask-${name}`}, labelOf(name)), input]),
      h("div", {class: "buttons"},
        h("button", {type: "submit", class: "primary"}, doIt),
        h("button", {type: "button", onclick: () => end(null)}, "Cancel"))));
    document.body.append(dialog);
    dialog.showModal();
  });
}
