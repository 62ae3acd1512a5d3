// One row of a dataset with its history.
import {h} from "../dom.js";
import {get} from "../api.js";
import {readDatasets, datasetOf, fields, history} from "../rows.js";

export default async function row(content, {path: [, element, name, key]}) {
  await readDatasets(element);
  const dataset = datasetOf(name);
  const [versions, past] = await Promise.all([
    get("history", {element, dataset: dataset.key, key}), history(element, dataset, key)]);
  const current = versions.find(version => version.lastGeneration === 0);
  content.append(
    h("section", {}, current ? fields(element, dataset, current.row) : h("p", {}, "This row does not exist any more.")),
    h("section", {}, h("h2", {}, "History"), past));
  return null;
}
