// Configuration of a provisioning element: how it logs in, and what becomes of the data.
import {h} from "../dom.js";
import {fetchElement} from "../element.js";
import {operation} from "../operations.js";
import {parameter} from "../parameters.js";
import {readingList} from "../readings.js";
import {settingsForm} from "../settings.js";
import {readingTable} from "../tables.js";

export default async function configuration(content, {path: [, type, name]}) {
  const {own} = await fetchElement(type, name);
  const exporter = await fetchElement("Exporter", name).catch(() => null);
  const news = [];
  const login = readingList(own, ["LoginStatus", "LoginReason", "ConfigurationProblems"].filter(each => parameter(own, each)));
  const form = settingsForm(own);
  news.push(([next]) => { login.update(next); form.update(next); });
  content.append(
    h("section", {}, h("h2", {}, "Authentication"), login.node, h("div", {class: "buttons"}, operation(own, "login")),
      form.node));
  if (exporter) {
    const page = exporter.own;
    const state = readingList(page, ["FileExportStatus", "FileExportReason", "LastExported", "FilesCheck",
      "ConfigurationProblems"].filter(each => parameter(page, each)));
    const files = parameter(page, "Files") && readingTable(page, "Files");
    const form = settingsForm(page);
    news.push(([, next]) => { form.update(next); state.update(next); files?.update(next); });
    content.append(
      h("section", {}, h("h2", {}, "File Export"), state.node,
        h("div", {class: "buttons"}, operation(page, "exportNow"), operation(page, "verifyFiles")),
        form.node),
      files?.node ?? "");
  }
  return async () => {
    const next = [(await fetchElement(type, name, true)).own, exporter && (await fetchElement("Exporter", name, true)).own];
    news.forEach(each => each(next));
  };
}
