// The containers that share the database, and what each does.
import {h, foreign, scrolling} from "../dom.js";
import {label, number, status, time} from "../show.js";
import {get} from "../api.js";

const DUTIES = {POLL: "polls", FRONT: "reads the tickets of", EXPORT: "exports to", PRUNE: "prunes the history"};

export default async function containers(content) {
  const body = h("tbody");
  const columns = ["Container", "State", "Version", "Since", "Last Heartbeat", "Clock", "Duties"];
  content.append(
    h("p", {class: "hint"}, "Each duty is one container's at a time. When a container ends, the others take its duties over."),
    scrolling("Containers", h("table", {class: "grid cards"},
      h("thead", {}, h("tr", {}, columns.map(name => h("th", {scope: "col"}, name)))),
      body)));
  const differing = h("tbody");
  const differences = h("section", {hidden: true}, h("h2", {}, "Settings that Differ"),
    h("p", {class: "hint"}, "Each container has its own configuration files. Those that are to take over from each other need the same."),
    scrolling("Settings that differ", h("table", {class: "grid cards"},
      h("thead", {}, h("tr", {}, ["Element", "Setting", "Container", "Value"].map(name => h("th", {scope: "col"}, name)))),
      differing)));
  content.append(differences);
  let known;
  const update = async news => {
    const all = await get("containers", {}, Boolean(news));
    const key = JSON.stringify(all);
    if (key === known) return;
    known = key;
    body.replaceChildren(...all.containers.map(row));
    differing.replaceChildren(...all.differences.flatMap(difference));
    differences.hidden = all.differences.length === 0;
  };
  await update();
  return update;
}

const row = of => h("tr", {},
  h("th", {scope: "row", "data-label": "Container"}, foreign(of.name), of.here && " (this one)"),
  h("td", {"data-label": "State"}, status(of.works ? "OK" : "Ended")),
  h("td", {"data-label": "Version"}, foreign(of.version || "–")),
  h("td", {"data-label": "Since"}, time(of.since)),
  h("td", {"data-label": "Last Heartbeat"}, time(of.lastHeartbeat)),
  h("td", {"data-label": "Clock", title: "How far its clock is ahead of the database's"}, `${number(of.clockOffset)} ms`),
  h("td", {"data-label": "Duties"}, of.duties.length ? h("ul", {}, of.duties.map(duty)) : "–"));

const difference = of => Object.entries(of.values).map(([container, value]) => h("tr", {},
  h("th", {scope: "row", "data-label": "Element"}, foreign(`${of.type} ${of.element}`.trim())),
  h("td", {"data-label": "Setting"}, of.setting ? label(of.setting) : "not in all containers"),
  h("td", {"data-label": "Container"}, foreign(container)),
  h("td", {"data-label": "Value"}, of.setting ? foreign(value || "–") : "configured")));

const duty = of => h("li", {}, DUTIES[of.kind] ?? of.kind, " ", foreign(of.subject));
