// The steps: undo, redo, the other side, and removing all marks; and the zoom of all views.
import { button, html, setText } from "../../lib/dom.js";
import { sideOf } from "../../document/marks.js";
import { otherSide } from "../../document/sides.js";
import * as store from "../../document/store.js";
import { count, t } from "../../language/words.js";

/**
 * What the buttons can do to the map: `announce` tells a screen reader, `tell` everybody.
 * @typedef {object} StepActions
 * @property {(factor: number) => void} zoom
 * @property {() => void} whole
 * @property {(text: string) => void} announce
 * @property {(text: string) => void} tell
 */

/** @param {StepActions} act */
export function buildSteps(act) {
  const undo = button({ class: "undo" }, t("tools.undo"), () => {
    store.undo();
    done(undo, t("map.undone"));
  });
  const redo = button({ class: "redo" }, t("tools.redo"), () => {
    store.redo();
    done(redo, t("map.redone"));
  });
  const mirror = button({ class: "mirror" }, "", () => act.tell(copyAcross()));
  const clear = button({ class: "clear" }, t("tools.clear"), () => {
    store.setMarks([]);
    done(clear, t("map.cleared"));
  });

  /**
   * A button that is of no use any more keeps no focus.
   * @param {HTMLButtonElement} pressed
   * @param {string} told
   */
  function done(pressed, told) {
    act.announce(told);
    if (pressed.disabled) [undo, redo].find((each) => !each.disabled)?.focus();
  }

  const element = html(
    "div",
    { class: "steps-bar", role: "group", "aria-label": t("tools.steps") },
    html("div", { class: "steps" }, undo, redo, mirror, clear),
    zoomButtons(act),
  );
  return {
    element,
    update() {
      const last = store.current().marks.at(-1);
      undo.disabled = !store.canUndo();
      redo.disabled = !store.canRedo();
      clear.disabled = mirror.disabled = !last;
      const side = last ? otherSide(sideOf(last)) : "left";
      setText(mirror, t(`tools.mirror_${side}`));
    },
  };
}

/** Copy the side that was marked last to the other; returns what that did, in words. */
function copyAcross() {
  const { marks } = store.current();
  const last = marks.at(-1);
  if (!last) return "";
  const from = sideOf(last);
  const side = t(`side.${otherSide(from)}`);
  const merged = store.mirror(from);
  if (store.current().marks === marks) return t("map.nothing_to_copy", { side });
  return merged ? count("map.copied_over", merged, { side }) : t("map.copied", { side });
}

/** @param {Pick<StepActions, "zoom" | "whole">} act */
function zoomButtons(act) {
  return html(
    "div",
    { class: "zoom", role: "group", "aria-label": t("tools.zoom") },
    button({ "aria-label": t("tools.zoom_in") }, "+", () => act.zoom(1.5)),
    button({ "aria-label": t("tools.zoom_out") }, "−", () => act.zoom(1 / 1.5)),
    button({}, t("tools.whole"), () => act.whole()),
  );
}
