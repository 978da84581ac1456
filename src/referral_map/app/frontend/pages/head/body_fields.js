// Which body the pictures show, and in which skin: of every page, and of the pages that are printed.
import { BODIES, SKIN_TONES } from "../../lib/constants.js";
import { choices } from "../../lib/fields.js";
import * as store from "../../document/store.js";
import { t } from "../../language/words.js";

/** @param {AbortSignal} signal - when the head is taken away */
export function bodyFields(signal) {
  const body = choices(
    t("map.body"),
    BODIES.map((each) => [each, t(`map.body_${each}`)]),
    null,
    (each) => store.set("body", each),
  );
  const tone = choices(
    t("map.skin_tone"),
    SKIN_TONES.map((each) => [each, t(`map.tone_${each}`)]),
    null,
    (each) => store.set("skin_tone", each),
  );
  const show = () => {
    body.set(store.current().body);
    tone.set(store.current().skin_tone);
  };
  for (const name of /** @type {const} */ (["body", "skin_tone", "replaced"]))
    store.on(name, show, signal);
  show();
  return [body.element, tone.element];
}
