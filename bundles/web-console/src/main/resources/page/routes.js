// Where somebody is stands behind the # of the address, so that links, bookmarks and the back button do what they should.

export function here() {
  const [path, query] = location.hash.replace(/^#\/?/, "").split("?");
  return {path: path.split("/").filter(Boolean).map(decodeURIComponent), query: new URLSearchParams(query ?? "")};
}

export function link(path, query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== "" && value !== null && value !== undefined);
  const text = new URLSearchParams(given).toString();
  return `#/${path.map(encodeURIComponent).join("/")}${text ? `?${text}` : ""}`;
}

/** Changes the query of where somebody is, without a step for the back button. */
export function note(query) {
  history.replaceState(null, "", link(here().path, query));
}
