// The marks as a list: how much skin is marked, each mark with its own rating, and regions by name.
// Everything that can be painted can also be marked, rated and removed here, without a picture.
import { arrange, button, html, setProperty } from "../../lib/dom.js";
import { regionMarks, sideOf } from "../../document/document.js";
import { checkbox } from "../../lib/fields.js";
import * as store from "../../document/store.js";
import { qualityChoice, ratingSlider } from "./toolbar.js";
import { lowerFirst, number, regionName, t } from "../../language/words.js";

/**
 * @param {Skin} skin
 * @param {object} drawings - for the regions by part of the body
 * @param {(text: string) => void} say - tells a screen reader
 */
export function buildMarks(skin, drawings, announce) {
  const area = html("p", { class: "area" });
  const title = html("h2", { class: "marks-title", tabindex: "-1" }, t("marks.title"));
  const list = html("ul", { class: "chips" });
  const note = html("p", { class: "marks-note" }, t("marks.sides_are_yours"));
  const byName = buildRegionList(drawings, announce);
  const box = html(
    "section",
    { class: "marks", "aria-label": t("marks.title") },
    title,
    list,
    note,
    byName.element,
  );
  // The list item of a mark, and the mark that an item stands for now.
  const elements = new WeakMap();
  const markOf = new WeakMap();

  function showArea(extra) {
    const marks = store.current().marks;
    const cm2 = skin.marked(extra ? [...marks, extra] : marks).area;
    area.textContent =
      marks.length || extra ? t("marks.area", { area: number(cm2) }) : t("marks.nothing");
  }

  /** One mark of the list. Its rating fields are built on opening: most are never opened. */
  function item(mark) {
    const name = nameOf(mark);
    const rated = html("span", { class: "rated" }, ratingText(mark));
    const details = html(
      "details",
      { "data-mark": mark.kind, "data-region": mark.region },
      html("summary", {}, html("span", {}, name), rated),
    );
    details.addEventListener("toggle", () => {
      if (details.open && details.children.length === 1 && mark.kind !== "eraser")
        details.append(...editors(element, rated));
    });
    const remove = button(
      { class: "remove", "aria-label": t("marks.remove", { name }) },
      "×",
      () => {
        const next = element.nextElementSibling ?? element.previousElementSibling;
        store.setMarks(store.current().marks.filter((each) => each !== markOf.get(element)));
        (next?.querySelector(".remove") ?? title).focus();
        announce(t("map.unmarked", { name }));
      },
    );
    const element = html("li", { "data-chip": mark.region ?? mark.kind }, details, remove);
    return element;
  }

  function editors(element, rated) {
    const changed = { ...markOf.get(element) };
    const apply = () => {
      const before = markOf.get(element);
      const after = { ...changed };
      markOf.set(element, after);
      elements.set(after, element);
      rated.textContent = ratingText(after);
      store.adjustMarks(store.current().marks.map((each) => (each === before ? after : each)));
    };
    return [
      ratingSlider(changed, apply).element,
      qualityChoice(changed.quality, (value) => {
        changed.quality = value;
        apply();
      }).element,
    ];
  }

  /** Show these marks. Items that exist already stay, so that an open rating stays open. */
  function update(marks) {
    showArea();
    byName.update();
    const items = marks.map((mark) => {
      if (!elements.has(mark)) {
        const element = item(mark);
        elements.set(mark, element);
        markOf.set(element, mark);
      }
      return elements.get(mark);
    });
    arrange(list, items);
  }
  return {
    element: box,
    amount: area,
    update,
    showArea,
    area: () => skin.marked(store.current().marks).area,
  };
}

function nameOf(mark) {
  if (mark.kind === "region") return regionName(mark.region);
  return t(`marks.${mark.kind}`, {
    view: lowerFirst(t(`view.${mark.view}`)),
    side: t(`side.${sideOf(mark)}`),
  });
}

function ratingText({ kind, intensity, quality }) {
  if (kind === "eraser") return "";
  const parts = [intensity === null ? null : `${intensity}/10`, quality && t(`quality.${quality}`)];
  return parts.filter(Boolean).join(", ") || t("marks.rate");
}

/** A checkbox for every region, by part of the body and side; updated while it is open. */
function buildRegionList(drawings, announce) {
  const checkboxes = new Map();
  const parts = new Map();
  for (const { id, part, side } of drawings.regions) {
    const key = `${part}_${side}`;
    if (!parts.has(key))
      parts.set(
        key,
        html("fieldset", {}, html("legend", {}, `${t(`parts.${part}`)}, ${t(`side.${side}`)}`)),
      );
    const box = checkbox(regionName(id), false, (on) => {
      const { marks } = store.current();
      store.setMarks(
        on
          ? [...marks, { kind: "region", region: id, intensity: null, quality: null }]
          : marks.filter((mark) => mark.region !== id),
      );
      announce(t(on ? "map.marked" : "map.unmarked", { name: regionName(id) }));
    });
    checkboxes.set(id, box.input);
    parts.get(key).append(box.element);
  }
  const element = html(
    "details",
    { class: "by-name" },
    html("summary", {}, t("marks.by_name")),
    html("div", { class: "by-name-parts" }, ...parts.values()),
  );
  function update() {
    if (!element.open) return;
    const marked = regionMarks(store.current().marks);
    for (const [id, input] of checkboxes) setProperty(input, "checked", marked.has(id));
  }
  element.addEventListener("toggle", update);
  return { element, update };
}
