// Which part of the body is worked on: three choices, and a small body whose halves can be tapped.
import { FRAMINGS } from "../../lib/constants.js";
import { html, shape, svg } from "../../lib/dom.js";
import { choices } from "../../lib/fields.js";
import { keepState, stateOf } from "../../document/page_state.js";
import { toPicture } from "../../lib/svg_paths.js";
import { loadView } from "../../body/views.js";
import { t } from "../../language/words.js";

/**
 * @import { Box, DrawnBody, Place, ViewDrawing } from "../../types/page.d.ts"
 * @import { Framing, ViewName } from "../../types/wire.d.ts"
 */

const KEPT = "map.framing";
const KEY_VIEW = "front";

/**
 * The part of the body that was worked on last.
 * @returns {Framing}
 */
export function keptFraming() {
  /** @type {string} */
  const kept = stateOf(KEPT, "");
  return FRAMINGS.find((each) => each === kept) ?? FRAMINGS[0];
}

/**
 * The part of the body whose window of a view has a place in it; rather the present one than another.
 * @param {Pick<DrawnBody, "frames">} drawings
 * @param {ViewName} name
 * @param {Place | null} place - null for any
 * @param {Framing} present
 */
export function framingWith({ frames }, name, place, present) {
  const { windows } = frames[name];
  /** @param {Framing} framing */
  const holds = (framing) => {
    const window = windows[framing];
    return window !== undefined && (!place || isIn(place, window));
  };
  return [present, ...FRAMINGS].find(holds) ?? present;
}

/**
 * @param {Place} place
 * @param {Box} window
 */
function isIn([u, v], [u0, v0, width, height]) {
  return u >= u0 && v >= v0 && u <= u0 + width && v <= v0 + height;
}

/**
 * @param {DrawnBody} drawings
 * @param {(framing: Framing) => void} chosen
 */
export function buildFraming(drawings, chosen) {
  /** @param {Framing} framing */
  const take = (framing) => {
    update(framing);
    keepState(KEPT, framing);
    chosen(framing);
  };
  const field = choices(
    t("map.framing"),
    FRAMINGS.map((each) => [each, t(`map.framing_${each}`)]),
    null,
    take,
  );
  const key = html("div", { class: "body-key", "aria-hidden": "true" });
  const element = html("div", { class: "framing" }, key, field.element);
  /** @param {Framing} framing */
  const update = (framing) => {
    element.dataset.framing = framing;
    field.set(framing);
  };
  return {
    element,
    update,
    take,
    /** Draw the small body, which is of less use than the pictures; whoever asks, it is one. */
    async draw() {
      const view = await loadView(drawings, KEY_VIEW);
      if (!key.firstChild) key.append(keyOf(view, take));
    },
  };
}

/**
 * A body whose halves can be tapped. The choices beside it do the same for the keyboard.
 * @param {Pick<ViewDrawing, "body" | "window" | "windows">} view
 * @param {(framing: Framing) => void} take
 */
function keyOf({ body, window, windows }, take) {
  const { lower = window, upper = window } = windows;
  // Both parts have the waist.
  const waist = (lower[1] + upper[1] + upper[3]) / 2;
  const [u, v, width, height] = window;
  const half = (
    /** @type {Framing} */ name,
    /** @type {number} */ from,
    /** @type {number} */ to,
  ) => svg("rect", { class: `half ${name}`, x: u, y: from, width, height: to - from });
  const id = "body-key-skin";
  const picture = svg(
    "svg",
    { viewBox: window.join(" ") },
    svg("clipPath", { id }, shape(body, { "clip-rule": "evenodd" })),
    svg(
      "g",
      { "clip-path": `url(#${id})` },
      half("upper", v, waist),
      half("lower", waist, v + height),
    ),
    shape(body, { class: "key-line" }),
  );
  picture.addEventListener("click", (event) => {
    take(toPicture(picture, event)[1] < waist ? "upper" : "lower");
  });
  return picture;
}
