// Calls of the API. A session that is over asks to log in again, and then the call goes on: what was typed stays.
import {askToLogIn} from "./login.js";

let session = null;
let asking = null;

/** A call that was not done; the message is the server's sentence. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export const person = () => session;

async function send(method, path, {query, body, news} = {}) {
  const url = new URL(`api/${path}`, document.baseURI);
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== null && value !== undefined && value !== "") url.searchParams.set(name, value);
  }
  const headers = {Accept: "application/json"};
  if (news) headers["X-Only-News"] = "true";
  if (method !== "GET") {
    headers["Content-Type"] = "application/json";
    if (session) headers["X-CSRF-Token"] = session.csrfToken;
  }
  let response;
  try {
    response = await fetch(url, {method, headers, body: method === "GET" ? undefined : JSON.stringify(body ?? {})});
  } catch {
    throw new Refused(0, "The server does not respond.");
  }
  const answer = await response.json().catch(() => ({error: `HTTP ${response.status}`}));
  if (!response.ok) throw new Refused(response.status, answer.error ?? `HTTP ${response.status}`);
  return answer;
}

/** Who is logged in, asking where nobody is. Many calls that find the session over ask once. */
async function logIn(why) {
  asking ??= askToLogIn(why, async (user, password) => {
    session = null;
    session = await send("POST", "session", {body: {user, password}});
  }).finally(() => { asking = null; });
  await asking;
  dispatchEvent(new CustomEvent("person"));
}

export async function begin() {
  const known = await send("GET", "session");
  if (known.user) session = known;
  else await logIn("");
}

export async function call(method, path, options = {}) {
  for (;;) {
    try {
      return await send(method, path, options);
    } catch (refused) {
      if (refused.status !== 401) throw refused;
      await logIn("Your session has ended. Log in to continue where you were.");
    }
  }
}

export const get = (path, query, news = false) => call("GET", path, {query, news});

export async function logOut() {
  await send("DELETE", "session").catch(() => {});
  session = null;
  location.hash = "#/";
  location.reload();
}
