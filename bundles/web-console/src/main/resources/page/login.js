// Asks who somebody is, over whatever the page shows.
import {h, setText} from "./dom.js";

/** Resolves once `attempt(user, password)` has. Nobody gets around it. */
export function askToLogIn(why, attempt) {
  return new Promise(resolve => {
    const user = h("input", {id: "login-user", autocomplete: "username", required: true, autocapitalize: "none"});
    const password = h("input", {id: "login-password", type: "password", autocomplete: "current-password", required: true});
    const error = h("p", {class: "error", role: "alert"});
    const button = h("button", {class: "primary", type: "submit"}, "Log in");
    const form = h("form", {onsubmit: async event => {
      event.preventDefault();
      button.disabled = true;
      setText(error, "");
      try {
        await attempt(user.value, password.value);
        dialog.remove();
        resolve();
      } catch (refused) {
        setText(error, refused.message);
        password.value = "";
        password.focus();
      } finally {
        button.disabled = false;
      }
    }},
    h("h2", {id: "login-title"}, "Log in to VsatLink"),
    why && h("p", {}, why),
    h("label", {for: "login-user"}, "User"), user,
    h("label", {for: "login-password"}, "Password"), password,
    error, button);
    const dialog = h("dialog", {class: "login", "aria-labelledby": "login-title", oncancel: event => event.preventDefault()},
      form);
    document.body.append(dialog);
    dialog.showModal();
    user.focus();
  });
}
