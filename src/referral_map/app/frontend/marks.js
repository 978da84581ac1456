// The marks as a list: how much skin is marked, each mark with its own rating, and regions by name.
// Whatever can be painted can also be marked, rated and taken away here, without a picture.
import { arrange, button, html, set } from "./dom.js";
import { regionMarks, sideOf } from "./document.js";
import { tick } from "./fields.js";
import * as store from "./store.js";
import { qualityChoice, ratingSlider } from "./toolbar.js";
import { lowerFirst, number, regionName, t } from "./words.js";

/**
 * @param {Skin} skin
 * @param {object} drawings - for the regions by part of the body
 * @param {(text: string) => void} say - tells a screen reader
 */
export function buildMarks(skin, drawings, say) {
  const area = html("p", { class: "area" });
  const title = html("h2", { class: "marks-title", tabindex: "-1" }, t("marks.title"));
  const list = html("ul", { class: "chips" });
  const note = html("p", { class: "marks-note" }, t("marks.sides_are_yours"));
  const byName = buildRegionList(drawings, say);
  const box = html("section", { class: "marks", "aria-label": t("marks.title") }, title, list, note, byName.element);
  // The list item of a mark, and the mark that an item stands for now.
  const elements = new WeakMap();
  const shown = new WeakMap();

  function tell(extra) {
    const marks = store.current().marks;
    const cm2 = skin.marked(extra ? [...marks, extra] : marks).area;
    area.textContent = marks.length || extra ? t("marks.area", { area: number(cm2) }) : t("marks.nothing");
  }

  /** One mark of the list. Its rating is made when it is opened: most never are. */
  function item(mark) {
    const name = nameOf(mark);
    const rated = html("span", { class: "rated" }, ratedAs(mark));
    const details = html("details", { "data-mark": mark.kind, "data-region": mark.region },
      html("summary", {}, html("span", {}, name), rated));
    details.addEventListener("toggle", () => {
      if (details.open && details.children.length === 1 && mark.kind !== "eraser") details.append(...editors(element, rated));
    });
    const remove = button({ class: "remove", "aria-label": t("marks.remove", { name }) }, "×", () => {
      const next = element.nextElementSibling ?? element.previousElementSibling;
      store.setMarks(store.current().marks.filter((each) => each !== shown.get(element)));
      (next?.querySelector(".remove") ?? title).focus();
      say(t("map.unmarked", { name }));
    });
    const element = html("li", { "data-chip": mark.region ?? mark.kind }, details, remove);
    return element;
  }

  function editors(element, rated) {
    const changed = { ...shown.get(element) };
    const put = () => {
      const before = shown.get(element);
      const after = { ...changed };
      shown.set(element, after);
      elements.set(after, element);
      rated.textContent = ratedAs(after);
      store.adjustMarks(store.current().marks.map((each) => (each === before ? after : each)));
    };
    return [ratingSlider(changed, put).element,
      qualityChoice(changed.quality, (value) => { changed.quality = value; put(); }).element];
  }

  /** Show these marks; what is there already stays, so that an open rating stays open. */
  function update(marks) {
    tell();
    byName.update();
    const wanted = marks.map((mark) => {
      if (!elements.has(mark)) {
        const element = item(mark);
        elements.set(mark, element);
        shown.set(element, mark);
      }
      return elements.get(mark);
    });
    arrange(list, wanted);
  }
  return { element: box, amount: area, update, tell, area: () => skin.marked(store.current().marks).area };
}

function nameOf(mark) {
  if (mark.kind === "region") return regionName(mark.region);
  return t(`marks.${mark.kind}`, { view: lowerFirst(t(`view.${mark.view}`)), side: t(`side.${sideOf(mark)}`) });
}

function ratedAs({ kind, intensity, quality }) {
  if (kind === "eraser") return "";
  const parts = [intensity === null ? null : `${intensity}/10`, quality && t(`quality.${quality}`)];
  return parts.filter(Boolean).join(", ") || t("marks.rate");
}

/** Every region as a box to tick, by part of the body and side; kept true while it is open. */
function buildRegionList(drawings, say) {
  const ticks = new Map();
  const parts = new Map();
  for (const { id, part, side } of drawings.regions) {
    const key = `${part}_${side}`;
    if (!parts.has(key)) parts.set(key, html("fieldset", {}, html("legend", {}, `${t(`parts.${part}`)}, ${t(`side.${side}`)}`)));
    const box = tick(regionName(id), false, (on) => {
      const { marks } = store.current();
      store.setMarks(on
        ? [...marks, { kind: "region", region: id, intensity: null, quality: null }]
        : marks.filter((mark) => mark.region !== id));
      say(t(on ? "map.marked" : "map.unmarked", { name: regionName(id) }));
    });
    ticks.set(id, box.input);
    parts.get(key).append(box.element);
  }
  const element = html("details", { class: "by-name" }, html("summary", {}, t("marks.by_name")),
    html("div", { class: "by-name-parts" }, ...parts.values()));
  function update() {
    if (!element.open) return;
    const marked = regionMarks(store.current().marks);
    for (const [id, input] of ticks) set(input, "checked", marked.has(id));
  }
  element.addEventListener("toggle", update);
  return { element, update };
}
