// How self-care changes for the person: what not to press, how lightly, whom to ask first.
import { html } from "../lib/dom.js";
import { cite } from "../language/citations.js";
import { t } from "../language/words.js";
import { changesOf } from "./red_flag_rule.js";
import { redFlags } from "./urgent.js";

/** @import { Texts } from "../types/wire.d.ts" */

/**
 * What the signs of the person change in the self-care of some points.
 * @param {Pick<Texts, "flags">} texts
 * @param {readonly string[]} points - right-sided trigger points
 * @returns {{ waits: boolean, element: HTMLElement | null }} waits: whether all self-care waits until
 *   somebody was asked; element: the words, null where nothing changes
 */
export function forYou(texts, points) {
  const flags = redFlags(texts);
  const changes = new Set(points.flatMap((point) => changesOf(texts.flags, flags, point)));
  if (!changes.size) return { waits: false, element: null };
  const words = [...changes].map(({ text, sources }) => html("p", {}, text, cite(sources)));
  return {
    waits: [...changes].some(({ hold_back: held }) => held === "all"),
    element: html("div", { class: "for-you caution" }, html("h4", {}, t("card.for_you")), ...words),
  };
}
