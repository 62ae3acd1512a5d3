// How values are written for people: in their zone, in their language.
import {h, foreign} from "./dom.js";

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
const WRITTEN = new Map([["Csv", "CSV"], ["Esp", "ESP"], ["Pirs", "PIRs"], ["Pir", "PIR"], ["Ip", "IP"], ["Id", "ID"],
  ["Url", "URL"], ["Http", "HTTP"], ["Noc", "NOC"], ["Tm", "TM"], ["Api", "API"], ["Gch", "GCH"], ["Vrf", "VRF"], ["Nms", "NMS"], ["Dns", "DNS"]]);
const numbers = new Intl.NumberFormat();
const times = new Intl.DateTimeFormat(undefined, {dateStyle: "medium", timeStyle: "medium"});
const minutes = new Intl.DateTimeFormat(undefined, {month: "short", day: "numeric", hour: "numeric", minute: "2-digit"});
const relative = new Intl.RelativeTimeFormat(undefined, {numeric: "auto"});

/** "ItemsPerPage", "itemsPerPage" → "Items Per Page". */
export function label(name) {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").replace(/([a-z])(\d)/g, "$1 $2").split(" ")
    .map(word => word[0].toUpperCase() + word.slice(1)).map(word => WRITTEN.get(word) ?? word).join(" ").replace("Up Down", "Up/Down");
}

export const number = value => numbers.format(value);

export const isTime = text => typeof text === "string" && TIME.test(text);

/** In the viewer's zone; UTC and what was written stand in the title. Where room is short, to the minute. */
export function time(text, withAge = false, short = false) {
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) return foreign(text);
  const utc = `${moment.toISOString().replace("T", " ").replace(/(\.\d+)?Z$/, "")} UTC`;
  return h("time", {datetime: moment.toISOString(), title: text.endsWith("Z") ? utc : `${utc} (${text})`},
    (short ? minutes : times).format(moment) + (withAge ? ` (${age(moment)})` : ""));
}

function age(moment) {
  const seconds = (moment - Date.now()) / 1000;
  for (const [unit, size] of [["day", 86400], ["hour", 3600], ["minute", 60]]) {
    if (Math.abs(seconds) >= size) return relative.format(Math.round(seconds / size), unit);
  }
  return relative.format(Math.round(seconds), "second");
}

/** Units that say no more than the name of what is counted. */
const COUNTED = ["rows", "pages", "requests", "tickets"];

/** Any value of a parameter or of a table's cell. */
export function value(of, unit = "") {
  if (of === null || of === undefined || of === "") return h("span", {class: "nothing"}, "–");
  if (typeof of === "number") return h("span", {class: "number"}, number(of) + (unit && !COUNTED.includes(unit) ? ` ${unit}` : ""));
  if (typeof of === "boolean") return document.createTextNode(of ? "yes" : "no");
  return isTime(of) ? time(of) : foreign(of);
}

const TONES = [
  ["good", /^(OK|Success|Succeeded|SUCCEEDED|Connected|complete|delivered)$/i],
  ["bad", /^(Critical|Failed|Authentication Failed|Unreachable|never)$/i],
  ["warn", /^(Warning|Held|Waiting|stale|blocked)$/i],
  ["busy", /^(Polling|Queued|Exporting|Logging In|Connecting|sending)$/i],
];

/** A word of a status, with a colour beside the word: who sees no colour misses nothing. */
export function status(word) {
  const tone = TONES.find(([, words]) => words.test(word))?.[0] ?? "calm";
  return h("span", {class: `status ${tone}`}, word || "–");
}

export const isStatus = attribute => /^(Status|Health|.+Status)$/.test(attribute);
