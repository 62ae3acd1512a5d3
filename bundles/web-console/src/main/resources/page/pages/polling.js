// Polling Settings: one row a dataset, its settings editable in place, its progress live.
import {h, setText, foreign, scrolling} from "../dom.js";
import {fetchElement} from "../element.js";
import {label, number, status, time} from "../show.js";
import {operation} from "../operations.js";
import {parameter, settings} from "../parameters.js";
import {setting} from "../settings.js";
import {link} from "../routes.js";
import {datasetName} from "../map.js";

const at = (page, attribute) => parameter(page, attribute)?.value;

export default async function polling(content, {path: [, type, name]}) {
  const {own, rows} = await fetchElement(type, name);
  const lines = rows.map(line);
  const columns = settings(rows[0]).map(of => label(of.attribute));
  content.append(
    h("div", {class: "buttons"}, operation(own, "pollAll"), operation(own, "cancel")),
    scrolling("Polling Settings", h("table", {class: "grid cards polling"}, h("thead", {}, h("tr", {},
      ["Dataset", ...columns, "Poll", "Status", "Pages", "Next Poll"]
        .map(each => h("th", {scope: "col"}, each)))), lines.map(each => each.node))));

  function line(page) {
    const title = datasetName(page.prefix);
    const editors = settings(page).map(of => [of.attribute, setting(page, of, {name: title})]);
    const cells = {Status: h("span"), Pages: h("span", {class: "pages"}), NextPoll: h("span"), Reason: h("span")};
    const bar = h("progress", {"aria-label": `Pages of ${title}`});
    const count = h("span", {class: "number"});
    cells.Pages.append(bar, count);
    const accept = h("span", {class: "buttons"});
    const update = next => {
      for (const [attribute, editor] of editors) editor.update(parameter(next, attribute));
      const word = at(next, "Status");
      if (cells.Status.textContent !== word) cells.Status.replaceChildren(status(word));
      const held = word === "Held";
      if (held && !accept.children.length) accept.replaceChildren(...[operation(page, "acceptDeletions", {of: title, text: "Accept"})].filter(Boolean));
      if (!held && accept.children.length) accept.replaceChildren();
      const [done, total] = [at(next, "PagesProcessed") ?? 0, at(next, "PagesTotal") ?? 0];
      bar.max = Math.max(total, 1);
      bar.value = Math.min(done, bar.max);
      setText(count, total ? `${number(done)} of ${number(total)}` : number(done));
      const due = at(next, "NextPoll") ?? "";
      if (cells.NextPoll.dataset.due !== due) {
        cells.NextPoll.dataset.due = due;
        cells.NextPoll.replaceChildren(due ? time(due, false, true) : "–");
      }
      const reason = at(next, "Reason") ?? "";
      if (cells.Reason.textContent !== reason) cells.Reason.replaceChildren(foreign(reason));
    };
    update(page);
    const cell = (name, ...children) => h("td", {"data-label": name}, children);
    const node = h("tbody", {}, h("tr", {},
      h("th", {scope: "row", "data-label": "Dataset"}, h("a", {href: link(["rows", name, page.prefix])}, title)),
      editors.map(([attribute, editor]) => cell(label(attribute), editor.node)),
      cell("Poll", operation(page, "poll", {of: title})),
      cell("Status", cells.Status, accept), cell("Pages", cells.Pages), cell("Next Poll", cells.NextPoll)),
    h("tr", {class: "reason"}, h("td", {"data-label": "Reason", colspan: editors.length + 5}, cells.Reason)));
    return {node, update};
  }

  return async () => {
    const next = await fetchElement(type, name, true);
    next.rows.forEach((page, i) => lines[i]?.update(page));
  };
}
