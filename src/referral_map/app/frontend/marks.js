// The marked regions as a list of chips: another way to see them and to take them away.
import { button, html } from "./dom.js";
import { count } from "./words.js";

/**
 * @param {Map<string, string>} labels - what each region is called
 * @param {(id: string) => void} onRemove
 * @param {() => void} onClear
 */
export function buildMarks(labels, onRemove, onClear) {
  const title = html("h2", { class: "marks-title", tabindex: "-1" });
  const clear = button({ class: "clear" }, "Clear all", () => {
    onClear();
    title.focus();
  });
  const list = html("ul", { class: "chips" });
  const note = html("p", { class: "marks-note" }, "Left and right are always the person's own.");
  const box = html("section", { class: "marks", "aria-label": "Marked regions" },
    html("div", { class: "marks-head" }, title, clear), list, note);
  const chips = new Map();

  function remove(id) {
    const chip = chips.get(id);
    const neighbour = chip.nextElementSibling ?? chip.previousElementSibling;
    onRemove(id);
    (neighbour?.querySelector("button") ?? title).focus();
  }

  function chip(id) {
    const label = labels.get(id) ?? id;
    const cross = html("span", { class: "cross", "aria-hidden": "true" }, "×");
    const remover = button({ "aria-label": `Unmark ${label}` }, label, () => remove(id));
    remover.append(cross);
    return html("li", { "data-chip": id }, remover);
  }

  /** Show these regions, in this order, keeping the chips that are there already. */
  function update(selected) {
    for (const [id, element] of chips) {
      if (!selected.has(id)) {
        element.remove();
        chips.delete(id);
      }
    }
    for (const id of selected) {
      if (!chips.has(id)) {
        chips.set(id, chip(id));
        list.append(chips.get(id));
      }
    }
    title.textContent = selected.size
      ? `${count(selected.size, "region", "regions")} marked`
      : "Nothing marked yet";
    clear.hidden = selected.size === 0;
  }
  return { element: box, update };
}
