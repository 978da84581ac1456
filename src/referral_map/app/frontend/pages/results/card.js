// One candidate: its place in the list, its name, how well it fits, why, and a small picture.
// An opened card has the details (card_details.js).
import { button, html, setText } from "../../lib/dom.js";
import * as selections from "../../document/selection.js";
import { cardDetails } from "./card_details.js";
import { selectionOf } from "../../body/referral_pattern.js";
import { picture } from "../../body/picture.js";
import { number, pointTitle, t, together } from "../../language/words.js";

function meter() {
  const label = html("span", { class: "meter-label" });
  const bar = html("span", { class: "bar", "aria-hidden": "true" }, html("span", {}));
  const value = html("span", { class: "meter-value" });
  return {
    element: html("p", { class: "meter" }, label, bar, value),
    show(share, order) {
      const percent = Math.round(share * 100);
      setText(label, `${t(`measures.${order}`)} `);
      bar.firstChild.style.setProperty("inline-size", `${percent}%`);
      setText(value, t("app.percent", { n: percent }));
    },
  };
}

/** The numbers behind the sentence. */
function numbers(candidate) {
  const sentence = t("results.numbers", {
    essential: number(candidate.essential_cm2),
    spillover: number(candidate.spillover_cm2),
    missing: candidate.missing,
  });
  return [sentence, candidate.common_words].filter(Boolean).join(" ");
}

/**
 * @returns {{element, choose, selection, title, update(candidate, place, order), draw(), press(on)}}
 */
export function buildCard(candidate, assets) {
  const { trigger_point: point, side, same_pattern: same } = candidate;
  const record = assets.texts.trigger_points[point];
  const selection = selectionOf([candidate]);
  const title = pointTitle(point, side);
  const choose = button({ class: "choose", "aria-pressed": "false" }, title, () =>
    selections.choose(selections.same(selection, selections.chosen()) ? null : selection),
  );
  const rank = html("span", { class: "rank" });
  const small = html("div", { class: "small-picture" });
  const fits = meter();
  const inSet = html("p", { class: "together" }, t("card.together"));
  const why = html("p", { class: "why" });
  const details = html("details", { class: "card-details" }, html("summary", {}, t("card.open")));
  const inside = html("div", { class: "card-inside" });
  details.append(inside);
  const text = html(
    "div",
    { class: "card-text" },
    html("h3", {}, choose),
    html("p", { class: "plain-name" }, assets.texts.muscles[record.muscle].plain_name),
    fits.element,
    why,
    inSet,
    same.length
      ? html(
          "p",
          { class: "same" },
          t("card.same", {
            names: together(same.map((each) => assets.texts.trigger_points[each].name)),
          }),
        )
      : null,
  );
  const element = html(
    "li",
    { class: "card", "data-point": point, "data-side": side },
    rank,
    small,
    text,
    details,
  );
  let opened = null;
  // Most cards are never opened, so the details are built on opening.
  details.addEventListener("toggle", () => {
    if (!details.open) return;
    opened ??= cardDetails(candidate, assets);
    if (!inside.firstChild) inside.append(opened.element);
    opened.update(numbers(candidate));
    selections.choose(selection);
  });
  selections.previewOn(element, choose, selection);
  return {
    element,
    choose,
    selection,
    title,
    update(next, place, order) {
      candidate = next;
      setText(rank, String(place));
      element.dataset.group = next.group;
      const measure = order === "place" ? "score" : order;
      fits.show(next[measure], measure);
      inSet.hidden = !next.together;
      setText(why, next.why);
      opened?.update(numbers(next));
    },
    /** Pictures are drawn after the text: drawing all of them at once would delay the list. */
    draw() {
      if (!small.firstChild) small.append(picture(assets.drawings, selection));
    },
    press(on) {
      choose.setAttribute("aria-pressed", String(on));
      element.toggleAttribute("data-chosen", on);
    },
  };
}
