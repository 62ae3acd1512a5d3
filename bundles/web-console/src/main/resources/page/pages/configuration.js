// Configuration of a provisioning element: how it logs in, and what becomes of the data.
import {h} from "../dom.js";
import {fetchElement} from "../element.js";
import {operation, parameter, readingList, readingTable, setting, settings} from "../controls.js";

export default async function configuration(content, {path: [, type, name]}) {
  const {own} = await fetchElement(type, name);
  const exporter = await fetchElement("Exporter", name).catch(() => null);
  const news = [];
  const login = readingList(own, ["LoginStatus", "LoginReason", "ConfigurationProblems"].filter(each => parameter(own, each)));
  news.push(([next]) => login.update(next));
  content.append(
    h("section", {}, h("h2", {}, "Authentication"), login.node, h("div", {class: "buttons"}, operation(own, "login")),
      form(own, next => next[0], news)));
  if (exporter) {
    const page = exporter.own;
    const state = readingList(page, ["FileExportStatus", "FileExportReason", "LastExported", "FilesCheck",
      "ConfigurationProblems"].filter(each => parameter(page, each)));
    const files = parameter(page, "Files") && readingTable(page, "Files");
    news.push(([, next]) => { state.update(next); files?.update(next); });
    content.append(
      h("section", {}, h("h2", {}, "File Export"), state.node,
        h("div", {class: "buttons"}, operation(page, "exportNow"), operation(page, "verifyFiles")),
        form(page, next => next[1], news)),
      files?.node ?? "");
  }
  return async () => {
    const next = [(await fetchElement(type, name, true)).own, exporter && (await fetchElement("Exporter", name, true)).own];
    news.forEach(each => each(next));
  };
}

function form(page, pick, news) {
  const editors = settings(page).map(of => [of.attribute, setting(page, of)]);
  news.push(next => editors.forEach(([attribute, editor]) => editor.update(parameter(pick(next), attribute))));
  return h("form", {class: "form", onsubmit: event => event.preventDefault()}, editors.map(([, editor]) => editor.node));
}
