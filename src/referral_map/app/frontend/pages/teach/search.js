// The search field: a combobox with a list, as the ARIA patterns describe it.
import { html } from "../../lib/dom.js";
import { find } from "./find.js";
import { count, t } from "../../language/words.js";

let lastId = 0;

/**
 * @param {object[]} index - see `buildIndex`
 * @param {(found) => void} choose
 */
export function buildSearch(index, choose) {
  lastId += 1;
  const id = `teach-search${lastId}`;
  const input = html("input", {
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
  const list = html("ul", {
    class: "found-list",
    role: "listbox",
    id: `${id}-list`,
    "aria-label": t("teach.search"),
    hidden: "",
  });
  const status = html("p", { class: "unseen", role: "status" });
  let matches = [];
  let at = -1;

  function option(each, place) {
    const element = html(
      "li",
      { role: "option", id: `${id}-${place}`, "aria-selected": "false", "data-found": each.id },
      html("span", { class: "found-title" }, each.title),
      html("span", { class: "found-note" }, each.by && each.by !== each.note ? each.by : each.note),
      html("span", { class: "found-kind" }, t(`teach.kind_${each.kind}`)),
    );
    element.addEventListener("click", () => take(place));
    return element;
  }

  function search() {
    matches = find(index, input.value);
    list.replaceChildren(...matches.map(option));
    status.textContent = input.value.trim() ? count("teach.found", matches.length) : "";
    open(matches.length > 0);
    point(-1);
  }

  function open(on) {
    list.hidden = !on;
    input.setAttribute("aria-expanded", String(on));
  }

  function point(place) {
    at = place;
    [...list.children].forEach((each, i) => each.setAttribute("aria-selected", String(i === at)));
    if (at < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", `${id}-${at}`);
    list.children[at].scrollIntoView({ block: "nearest" });
  }

  function take(place) {
    const chosen = matches[place];
    if (!chosen) return;
    input.value = chosen.title;
    open(false);
    point(-1);
    status.textContent = t("teach.shown", { name: chosen.title });
    choose(chosen);
  }

  const last = () => matches.length - 1;
  const keys = {
    ArrowDown: () => (list.hidden ? search() : point(at < last() ? at + 1 : 0)),
    ArrowUp: () => (list.hidden ? search() : point(at > 0 ? at - 1 : last())),
    Enter: () => {
      if (!list.hidden) take(Math.max(at, 0));
    },
    Escape: () => {
      if (list.hidden) {
        input.value = "";
      }
      open(false);
      point(-1);
    },
  };
  input.addEventListener("keydown", (event) => {
    if (!(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
  });
  input.addEventListener("input", search);
  input.addEventListener("focus", () => input.select());
  input.addEventListener("blur", () => open(false));
  // A press in the list must not move the focus before the click arrives.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  const element = html(
    "div",
    { class: "search" },
    html("label", { class: "field-name", for: id }, t("teach.search")),
    input,
    list,
    status,
  );
  return { element, input };
}
