// Which pages there are. A kind of element that is not named here has one page of its own, with all that it shows.
import {link} from "./routes.js";
import {label} from "./show.js";
import overview from "./pages/overview.js";
import element from "./pages/element.js";
import general from "./pages/general.js";
import polling from "./pages/polling.js";
import configuration from "./pages/configuration.js";
import rows from "./pages/rows.js";
import row from "./pages/row.js";
import circuit from "./pages/circuit.js";
import ticket from "./pages/ticket.js";
import tickets from "./pages/tickets.js";
import ticketing from "./pages/ticketing.js";
import requests from "./pages/requests.js";
import connection from "./pages/connection.js";
import calls from "./pages/calls.js";
import sessions from "./pages/sessions.js";
import containers from "./pages/containers.js";

/** The datasets as the documents name their pages. */
export const DATASETS = [["circuits", "Circuits"], ["customers", "Customers"], ["locations", "Locations"],
  ["devices", "Devices"], ["contactInfo", "Contact Info"], ["outageContacts", "Outage Contacts"],
  ["locationEquipments", "Location Equipments"], ["espPirs", "ESP PIRs"]];

/** The groups of the menu, one for each element, and its pages. */
export function elementLinks(elements) {
  return [...elements]
    .sort((one, other) => order(one) - order(other) || one.type.localeCompare(other.type) || one.name.localeCompare(other.name))
    .map(of => ({title: `${of.type} ${of.name}`.trim(), level: of.level, health: of.health, links: links(of)}));
}

const order = of => of.provisioning ? 0 : of.elementType ? 1 : 2;

function links(of) {
  return [...ownLinks(of), ...of.recording ? [pageOf(of, "calls", "Calls")] : []];
}

const pageOf = (of, page, name) => ({name, href: link([page, of.type, of.name || "-"])});

function ownLinks(of) {
  const at = (page, name) => pageOf(of, page, name);
  if (of.elementType) {
    return [at("tickets", "General"), ...of.elementType === "Frontend" ? [at("ticketing", "Ticketing")] : [],
      {name: "All Tickets", href: link(["rows", of.name, "tickets"])},
      at("requests", "Requests"), at("connection", "Configuration")];
  }
  if (!of.provisioning) {
    return [at("element", "All parameters"), ...of.type === "Store" ? [{name: "Containers", href: link(["containers"])}] : []];
  }
  return [at("general", "General"), at("polling", "Polling Settings"),
    ...DATASETS.map(([key, name]) => ({name, href: link(["rows", of.name, key])})),
    at("configuration", "Configuration")];
}

export const datasetName = key => DATASETS.find(([each]) => each === key)?.[1] ?? label(key);

/** The page of an address: its title, and what shows it. */
export function pageAt([page, ...rest]) {
  const [type, name] = rest;
  const of = `${type} ${name === "-" ? "" : name}`.trim();
  switch (page) {
    case undefined: return {title: "Overview", show: overview};
    case "general": return {title: `General: ${name}`, show: general};
    case "polling": return {title: `Polling Settings: ${name}`, show: polling};
    case "configuration": return {title: `Configuration: ${name}`, show: configuration};
    case "tickets": return {title: `General: ${name}`, show: tickets};
    case "ticketing": return {title: `Ticketing: ${name}`, show: ticketing};
    case "requests": return {title: `Requests: ${name}`, show: requests};
    case "connection": return {title: `Configuration: ${name}`, show: connection};
    case "element": return {title: of, show: element};
    case "rows": return {title: `${rest[1] === "tickets" ? "All Tickets" : datasetName(rest[1])}: ${rest[0]}`, show: rows};
    case "row": return {title: `${datasetName(rest[1])}, ${rest[2]}: ${rest[0]}`, show: row};
    case "calls": return {title: `Calls: ${of}`, show: calls};
    case "containers": return {title: "Containers", show: containers};
    case "sessions": return {title: "Sessions", show: sessions};
    case "ticket": return {title: `Ticket ${rest[1]}: ${rest[0]}`, show: ticket};
    case "circuit": return {title: `Circuit ${rest[1]}: ${rest[0]}`, show: circuit};
    default: return {title: "This page does not exist", show: async () => null};
  }
}
