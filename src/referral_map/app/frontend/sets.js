// Several points together: each with its own share of what is marked, and what stays unexplained.
import { button, html } from "./dom.js";
import * as bus from "./bus.js";
import { thingOf } from "./pattern.js";
import { explained } from "./terms.js";
import { number, pointTitle, t } from "./words.js";

export function buildSets() {
  const list = html("ul", { class: "sets-list" });
  const element = html("section", { class: "sets", "aria-label": t("sets.title") },
    html("h3", {}, t("sets.title")), html("p", { class: "quiet" }, explained(t("sets.why"))), list);

  function item({ members, coverage, unexplained_cm2: left }) {
    const thing = thingOf(members);
    const show = button({ class: "choose" }, t("sets.together", { n: members.length, percent: Math.round(coverage * 100) }),
      () => bus.choose(bus.same(thing, bus.chosen()) ? null : thing));
    const box = html("li", { class: "set", "data-members": thing.id }, html("h4", {}, show),
      html("ul", {}, ...members.map(({ trigger_point: point, side, share_cm2: share }) =>
        html("li", {}, html("span", {}, pointTitle(point, side)), html("span", { class: "share" }, t("sets.share", { area: number(share) }))))),
      html("p", { class: "quiet" }, t("sets.left", { area: number(left) })));
    bus.previewOn(box, show, thing);
    return box;
  }
  return {
    element,
    /** Sets of one point are the list itself. */
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
