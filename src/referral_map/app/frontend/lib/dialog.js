// A question that has to be answered before anything else goes on.
import { button, html } from "./dom.js";

/**
 * Ask in a window over the page; the answer is the key of a choice, "" for none. The last choice is the one
 * that changes nothing: it has the focus, and Escape takes it.
 * @template {string} Key
 * @param {Element} place - beside which it is built
 * @param {{ title: string, text: string }} words
 * @param {readonly (readonly [Key, string])[]} choices - each with its text
 * @returns {Promise<Key | "">}
 */
export function question(place, { title, text }, choices) {
  // Keys can ask again while the question stands.
  if (place.querySelector("dialog[open]")) return Promise.resolve("");
  return new Promise((answer) => {
    /** @type {Key | ""} */
    let chosen = "";
    const buttons = choices.map(([key, label], at) =>
      button({ "data-choose": key, class: at ? "" : "primary" }, label, () => {
        chosen = key;
        dialog.close();
        // The event of closing comes later: until then another question could stand beside this one.
        end();
      }),
    );
    const dialog = html(
      "dialog",
      { class: "question", "aria-label": title },
      html("h2", {}, title),
      html("p", {}, text),
      html("div", { class: "question-choices" }, ...buttons),
    );
    const end = () => {
      dialog.remove();
      answer(chosen);
    };
    dialog.addEventListener("close", end);
    place.append(dialog);
    dialog.showModal();
    buttons.at(-1)?.focus();
  });
}
