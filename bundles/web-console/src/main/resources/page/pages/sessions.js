// Who is logged in, for those who may end that.
import {h, foreign} from "../dom.js";
import {label, time} from "../show.js";
import {call, get} from "../api.js";
import {ask, say} from "../said.js";

export default async function sessions(content) {
  const body = h("tbody");
  content.append(
    h("p", {class: "hint"}, "The user of an ended session has to log in again. To keep a user out, remove them from the host's realm."),
    h("div", {class: "scrolling"}, h("table", {class: "grid cards"},
      h("caption", {class: "hidden"}, "Sessions, the oldest first"),
      h("thead", {}, h("tr", {}, ["User", "Roles", "From", "Since", "Session", "End"].map(name => h("th", {scope: "col"}, name)))),
      body)));
  let known;
  const update = async news => {
    const all = await get("sessions", {}, Boolean(news));
    const key = JSON.stringify(all);
    if (key === known) return;
    known = key;
    body.replaceChildren(...all.map(row));
  };
  const row = of => h("tr", {},
    h("th", {scope: "row", "data-label": "User"}, foreign(of.user), of.own && " (you)"),
    h("td", {"data-label": "Roles"}, foreign(of.roles.join(", "))),
    h("td", {"data-label": "From"}, foreign(of.from)),
    h("td", {"data-label": "Since"}, time(of.since)),
    h("td", {"data-label": "Session"}, foreign(of.id)),
    h("td", {"data-label": "End"}, of.own ? h("span", {class: "nothing"}, "–") : endButton(of)));
  const endButton = of => {
    const button = h("button", {type: "button", "aria-label": `End Session of ${of.user}, ${of.id}`, onclick: async () => {
      if (!await ask("End Session", `${of.user} has to log in again.`, [], label, "End Session")) { button.focus(); return; }
      try {
        await call("DELETE", "sessions", {query: {id: of.id}});
        say(`The session of ${of.user} has ended.`);
      } catch (refused) {
        say(refused.message, true);
      }
      await update();
    }}, "End Session");
    return button;
  };
  await update();
  return update;
}
