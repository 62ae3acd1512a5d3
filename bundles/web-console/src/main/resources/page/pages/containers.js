// The containers that share the database, and what each does.
import {h, foreign, scrolling} from "../dom.js";
import {number, status, time} from "../show.js";
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
  let known;
  const update = async news => {
    const all = await get("containers", {}, Boolean(news));
    const key = JSON.stringify(all);
    if (key === known) return;
    known = key;
    body.replaceChildren(...all.map(row));
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

const duty = of => h("li", {}, DUTIES[of.kind] ?? of.kind, " ", foreign(of.subject));
