// The last calls of an element to its vendor, while somebody has them recorded.
import {h, setText, foreign, newId, scrolling} from "../dom.js";
import {get} from "../api.js";
import {fetchElement} from "../element.js";
import {operation} from "../operations.js";
import {readingList} from "../readings.js";
import {number, time} from "../show.js";
import {say} from "../said.js";
import {note} from "../routes.js";

const SHORT = 8;

export default async function calls(content, {path: [, type, name], query}) {
  const {own} = await fetchElement(type, name);
  const of = {type, name: own.name};
  const state = readingList(own, ["RecordingUntil", "RecordedCalls"]);
  const id = newId("correlation");
  const search = h("input", {type: "search", id, value: query.get("id") ?? "", oninput: () => { note({id: search.value}); draw(); }});
  const file = h("a", {href: "#", download: "calls.har"}, "Download as HAR");
  const empty = h("p", {class: "hint"});
  const body = h("tbody");
  const whole = h("div");
  let all = [];
  let known;
  const news = async () => {
    const next = (await fetchElement(type, name, true)).own;
    state.update(next);
    all = (await get("calls", of, true)).reverse();
    draw();
  };
  const draw = () => {
    const wanted = search.value.trim().toLowerCase();
    const shown = all.filter(each => each.id.startsWith(wanted));
    const address = new URL("api/calls.har", document.baseURI);
    for (const [key, value] of Object.entries({...of, ...wanted && {id: wanted}})) address.searchParams.set(key, value);
    file.href = address;
    file.hidden = !shown.length;
    setText(empty, shown.length ? "" : all.length ? "No recorded call has this correlation id." : "No calls are recorded.");
    const key = JSON.stringify([shown.length, shown[0], shown.at(-1)]);
    if (key === known) return;
    known = key;
    body.replaceChildren(...shown.map(line));
  };
  const line = each => h("tr", {},
    h("th", {scope: "row", "data-label": "Correlation Id"}, h("button", {type: "button", class: "opener", "aria-label": `Show ${each.id}`,
      onclick: () => open(each.id)}, each.id.slice(0, SHORT))),
    h("td", {"data-label": "Started"}, time(each.started)),
    h("td", {"data-label": "Attempt", class: "number"}, number(each.attempt)),
    h("td", {"data-label": "Request", class: "sentence"}, foreign(`${each.method} ${each.url}`)),
    h("td", {"data-label": "Status", class: "number"}, each.status ?? "–"),
    h("td", {"data-label": "ms", class: "number"}, number(each.milliseconds)),
    h("td", {"data-label": "Failure", class: "sentence"}, foreign(each.failure)));
  const open = async id => {
    try {
      const found = await get("call", {...of, id});
      whole.replaceChildren(...found.map(message));
      whole.querySelector("h2")?.focus();
    } catch (refused) {
      say(refused.message, true);
    }
  };
  content.append(
    h("p", {class: "hint"}, "The calls to the vendor, with headers and bodies. Secrets are masked, data of customers is not."),
    h("section", {}, h("h2", {}, "Recording"), state.node,
      h("div", {class: "buttons"}, operation(own, "record", {after: news}), operation(own, "stopRecording", {after: news}))),
    h("section", {}, h("h2", {}, "Calls"),
      h("p", {class: "tools"}, h("label", {for: id}, "Correlation Id"), search, file), empty,
      scrolling("Calls", h("table", {class: "grid cards"}, h("thead", {}, h("tr", {},
        ["Correlation Id", "Started", "Attempt", "Request", "Status", "ms", "Failure"].map(each => h("th", {scope: "col"}, each)))), body), "long")),
    whole);
  await news();
  return news;
}

/** A call like what went over the line. */
const message = ({call, waited, received, request, response}) => h("section", {},
  h("h2", {tabindex: "-1"}, `Call ${call.id}`),
  h("p", {class: "hint"}, `Attempt ${call.attempt}, waited ${number(waited)} ms, received in ${number(received)} ms.`),
  call.failure && h("p", {class: "error"}, foreign(call.failure)),
  h("h3", {}, "Request"), part(`${request.method} ${request.url}`, request),
  h("h3", {}, "Response"), response ? part(`${response.status} ${response.reason}`.trim(), response) : h("p", {}, "No response came."));

const part = (first, {headers, body}) => [
  h("pre", {tabindex: "0"}, foreign([first, ...headers.map(each => `${each.name}: ${each.value}`)].join("\n"))),
  body.note && h("p", {class: "hint"}, `The body: ${body.note}.`),
  body.text && h("pre", {tabindex: "0"}, foreign(body.text))];
