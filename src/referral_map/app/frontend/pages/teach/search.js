// The search field: a combobox with a list, as the ARIA patterns describe it.
import { html } from "../../lib/dom.js";
import { find } from "./find.js";
import { count, t } from "../../language/words.js";

let lastId = 0;

/** @import { Entry, Match } from "./types.d.ts" */

/** The field with its list. */
export class Search {
  /**
   * @param {readonly Entry[]} index - what can be found
   * @param {(entry: Entry) => void} choose
   */
  constructor(index, choose) {
    lastId += 1;
    this.index = index;
    this.choose = choose;
    this.id = `teach-search${lastId}`;
    /** @type {Match[]} */
    this.matches = [];
    this.at = -1;
    this.input = inputField(this.id);
    this.list = html("ul", {
      class: "found-list",
      role: "listbox",
      id: `${this.id}-list`,
      "aria-label": t("teach.search"),
      hidden: "",
    });
    this.status = html("p", { class: "unseen", role: "status" });
    this.element = html(
      "div",
      { class: "search" },
      html("label", { class: "field-name", for: this.id }, t("teach.search")),
      this.input,
      this.list,
      this.status,
    );
    this.listen();
  }

  listen() {
    const { input, list } = this;
    input.addEventListener("keydown", (event) => this.onKey(event));
    input.addEventListener("input", () => this.search());
    input.addEventListener("focus", () => input.select());
    input.addEventListener("blur", () => this.open(false));
    // A press in the list must not move the focus before the click arrives.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
  }

  search() {
    const typed = this.input.value;
    this.matches = find(this.index, typed);
    this.list.replaceChildren(...this.matches.map((each, place) => this.option(each, place)));
    this.status.textContent = typed.trim() ? count("teach.found", this.matches.length) : "";
    this.open(this.matches.length > 0);
    this.point(-1);
  }

  /**
   * @param {Match} match
   * @param {number} place - in the list, from 0 on
   */
  option({ id, kind, title, note, by }, place) {
    const element = html(
      "li",
      { role: "option", id: `${this.id}-${place}`, "aria-selected": "false", "data-found": id },
      html("span", { class: "found-title" }, title),
      html("span", { class: "found-note" }, by && by !== note ? by : note),
      html("span", { class: "found-kind" }, t(`teach.kind_${kind}`)),
    );
    element.addEventListener("click", () => this.take(place));
    return element;
  }

  /** @param {boolean} on */
  open(on) {
    this.list.hidden = !on;
    this.input.setAttribute("aria-expanded", String(on));
  }

  /**
   * Point at a match.
   * @param {number} place - in the list, -1 for none
   */
  point(place) {
    this.at = place;
    const options = [...this.list.children];
    options.forEach((each, i) => each.setAttribute("aria-selected", String(i === place)));
    if (place < 0) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", `${this.id}-${place}`);
    options[place].scrollIntoView({ block: "nearest" });
  }

  /**
   * Take a match.
   * @param {number} place - in the list
   */
  take(place) {
    const chosen = this.matches[place];
    if (!chosen) return;
    this.input.value = chosen.title;
    this.open(false);
    this.point(-1);
    this.status.textContent = t("teach.shown", { name: chosen.title });
    this.choose(chosen);
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const act = new Map([
      ["ArrowDown", () => this.move(1)],
      ["ArrowUp", () => this.move(-1)],
      ["Enter", () => this.enter()],
      ["Escape", () => this.leave()],
    ]).get(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  }

  /**
   * Point at the match below or above, round the ends; open the list if it is closed.
   * @param {1 | -1} step
   */
  move(step) {
    if (this.list.hidden) return this.search();
    const last = this.matches.length - 1;
    if (step > 0) this.point(this.at < last ? this.at + 1 : 0);
    else this.point(this.at > 0 ? this.at - 1 : last);
  }

  enter() {
    if (!this.list.hidden) this.take(Math.max(this.at, 0));
  }

  /** Close the list; if it is closed, empty the field. */
  leave() {
    if (this.list.hidden) this.input.value = "";
    this.open(false);
    this.point(-1);
  }
}

/** @param {string} id */
function inputField(id) {
  return html("input", {
    type: "text",
    role: "combobox",
    id,
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": `${id}-list`,
    placeholder: t("teach.search_example"),
  });
}
