// Settings of a page, whatever they are: all that is known of them the API tells.
import {h, setText, newId} from "./dom.js";
import {label, value} from "./show.js";
import {call} from "./api.js";
import {say} from "./said.js";
import {at, parameter, settings} from "./parameters.js";

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

/** All settings of a page. @return {node, update(page)} */
export function settingsForm(page) {
  const editors = settings(page).map(of => [of.attribute, setting(page, of)]);
  return {
    node: h("form", {class: "form", onsubmit: event => event.preventDefault()}, editors.map(([, editor]) => editor.node)),
    update: next => editors.forEach(([attribute, editor]) => editor.update(parameter(next, attribute))),
  };
}
