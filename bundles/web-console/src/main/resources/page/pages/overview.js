// All elements, what is wrong first.
import {h, foreign} from "../dom.js";
import {status} from "../show.js";
import {elementLinks} from "../map.js";
import {get} from "../api.js";

export default async function overview(content) {
  const body = h("tbody");
  content.append(h("div", {class: "scrolling"}, h("table", {class: "grid cards"},
    h("caption", {class: "hidden"}, "All elements, problems first"),
    h("thead", {}, h("tr", {}, ["Health", "Element", "Reason"].map(name => h("th", {scope: "col"}, name)))), body)));
  let known;
  const update = elements => {
    const key = JSON.stringify(elements);
    if (key === known) return;
    known = key;
    body.replaceChildren(...elements.map(of => {
      const [{title, links}] = elementLinks([of]);
      return h("tr", {}, h("td", {"data-label": "Health"}, status(of.health)),
        h("th", {scope: "row", "data-label": "Element"}, h("a", {href: links[0].href}, foreign(title))),
        h("td", {"data-label": "Reason", class: "sentence"}, foreign(of.reason)));
    }));
    if (!elements.length) body.append(h("tr", {}, h("td", {colspan: 3}, "There are no elements.")));
  };
  update(await get("elements"));
  return update;
}
