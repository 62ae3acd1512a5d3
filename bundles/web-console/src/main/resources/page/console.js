// The frame around every page: who is there, what elements there are, which page is open, and news every few seconds.
import {h, setText, newId} from "./dom.js";
import {begin, get, logOut, person} from "./api.js";
import {here} from "./routes.js";
import {hush} from "./said.js";
import {status} from "./show.js";
import {elementLinks, pageAt} from "./map.js";

const NEWS_EVERY = 2000;
const main = document.getElementById("main");
const nav = document.getElementById("nav");
let open = null;

function frame() {
  const top = document.getElementById("top");
  const menu = h("button", {type: "button", class: "menu", "aria-expanded": "false", "aria-controls": "nav",
    onclick: () => {
      const shown = document.body.classList.toggle("nav-open");
      menu.setAttribute("aria-expanded", String(shown));
    }}, "Menu");
  const {user, roles, mayEndSessions} = person();
  top.replaceChildren(menu, h("a", {class: "brand", href: "#/"}, h("img", {src: "icon.svg", alt: "", width: 24, height: 24}),
    "VsatLink"),
  h("span", {class: "person"}, h("bdi", {}, user), h("span", {class: "roles"}, roles.filter(role =>
    /^(viewer|manager|admin)$/.test(role)).join(", ")), mayEndSessions && h("a", {href: "#/sessions"}, "Sessions"),
  h("button", {type: "button", onclick: logOut}, "Log out")));
}

let shownNav = "";
function showNav(elements) {
  const current = location.hash.split("?")[0] || "#/";
  const groups = elementLinks(elements);
  const key = JSON.stringify([groups, current]);
  if (key === shownNav) return;
  shownNav = key;
  const item = ({name, href}) => h("li", {}, h("a", {href, "aria-current": href === current ? "page" : null}, name));
  nav.replaceChildren(h("ul", {}, item({name: "Overview", href: "#/"})),
    ...groups.map(group => {
      const id = newId("group");
      return h("section", {"aria-labelledby": id},
        h("h2", {id}, h("span", {class: `dot ${group.level}`, title: group.health}), h("bdi", {}, group.title)),
        h("ul", {}, group.links.map(item)));
    }));
}

/** Opens what the address says. A page gives back how it takes news. */
async function route() {
  open?.abort();
  hush();
  const mine = open = new AbortController();
  const {path, query} = here();
  document.body.classList.remove("nav-open");
  document.querySelector(".menu")?.setAttribute("aria-expanded", "false");
  const {title, show} = pageAt(path);
  document.title = `${title} – VsatLink`;
  const content = h("div", {class: "page"});
  const problem = h("p", {class: "error problem", role: "alert"});
  main.replaceChildren(h("h1", {tabindex: "-1"}, title), problem, content);
  scrollTo(0, 0);
  main.setAttribute("aria-busy", "true");
  main.dataset.page = path.join("/");
  let news = null;
  let failure = "";
  try {
    news = await show(content, {path, query, signal: mine.signal});
  } catch (refused) {
    failure = refused.message;
    setText(problem, failure);
    if (!refused.status && refused.status !== 0) throw refused;
  } finally {
    if (!mine.signal.aborted) main.setAttribute("aria-busy", "false");
  }
  if (!mine.signal.aborted) {
    if (document.activeElement === document.body) main.querySelector("h1").focus({preventScroll: true});
    follow(news, mine.signal, problem, failure);
  }
}

/** Asks for news while a page is open and somebody can see it. Why it could not be opened stays on it. */
async function follow(news, signal, problem, failure) {
  while (!signal.aborted) {
    if (!document.hidden) {
      try {
        const elements = await get("elements", {}, true);
        if (signal.aborted) return;
        showNav(elements);
        await news?.(elements);
        setText(problem, failure);
      } catch (refused) {
        if (!signal.aborted) setText(problem, refused.message);
        if (refused.status === undefined) throw refused;
      }
    }
    await new Promise(resolve => setTimeout(resolve, NEWS_EVERY));
  }
}

await begin();
frame();
addEventListener("person", frame);
addEventListener("hashchange", () => { document.activeElement?.blur?.(); route(); });
document.querySelector(".skip").addEventListener("click", event => { event.preventDefault(); main.focus(); });
await route();
