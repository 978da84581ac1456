// Sets of points: the share of the marked skin that each explains, and what stays unexplained.
import { button, html } from "../../lib/dom.js";
import * as selections from "../../document/selection.js";
import { selectionOf } from "../../body/referral_pattern.js";
import { explainTerms } from "../../language/terms.js";
import { number, pointTitle, t } from "../../language/words.js";

/** @import { PointSet } from "../../types/wire.d.ts" */

export function buildSets() {
  const list = html("ul", { class: "sets-list" });
  const element = html(
    "section",
    { class: "sets", "aria-label": t("sets.title") },
    html("h3", {}, t("sets.title")),
    html("p", { class: "quiet" }, explainTerms(t("sets.why"))),
    list,
  );

  /** @param {PointSet} set */
  function item({ members, coverage, unexplained_cm2: left }) {
    const selection = selectionOf(members);
    const show = button(
      { class: "choose" },
      t("sets.together", { n: members.length, percent: Math.round(coverage * 100) }),
      () => selections.choose(selections.same(selection, selections.chosen()) ? null : selection),
    );
    const box = html(
      "li",
      { class: "set", "data-members": selection.id },
      html("h4", {}, show),
      html(
        "ul",
        {},
        ...members.map(({ trigger_point: point, side, share_cm2: share }) =>
          html(
            "li",
            {},
            html("span", {}, pointTitle(point, side)),
            html("span", { class: "share" }, t("sets.share", { area: number(share) })),
          ),
        ),
      ),
      html("p", { class: "quiet" }, t("sets.left", { area: number(left) })),
    );
    selections.previewOn(box, show, selection);
    return box;
  }
  return {
    element,
    /**
     * Show the sets of several points; single points are in the list.
     * @param {readonly PointSet[]} sets
     */
    update(sets) {
      const signature = JSON.stringify(sets);
      if (signature === list.dataset.signature) return;
      list.dataset.signature = signature;
      const several = sets.filter(({ members }) => members.length > 1);
      element.hidden = !several.length;
      list.replaceChildren(...several.map(item));
    },
  };
}
