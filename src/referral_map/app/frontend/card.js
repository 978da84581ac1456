// One candidate: its place in the list, its name, how well it fits, why, and a small picture.
// Opened, it says where the point is, how to check it and what helps.
import { button, html, say } from "./dom.js";
import * as bus from "./bus.js";
import { cardDetails } from "./card_details.js";
import { thingOf } from "./pattern.js";
import { picture } from "./picture.js";
import { number, pointTitle, t, together } from "./words.js";

function meter() {
  const label = html("span", { class: "meter-label" });
  const bar = html("span", { class: "bar", "aria-hidden": "true" }, html("span", {}));
  const value = html("span", { class: "meter-value" });
  return {
    element: html("p", { class: "meter" }, label, bar, value),
    show(share, order) {
      const percent = Math.round(share * 100);
      say(label, `${t(`measures.${order}`)} `);
      bar.firstChild.style.setProperty("inline-size", `${percent}%`);
      say(value, t("app.percent", { n: percent }));
    },
  };
}

/** The numbers behind the sentence. */
function numbers(candidate) {
  const said = t("results.numbers", {
    essential: number(candidate.essential_cm2), spillover: number(candidate.spillover_cm2),
    missing: candidate.missing,
  });
  return [said, candidate.common_words].filter(Boolean).join(" ");
}

/**
 * @returns {{element, choose, thing, title, update(candidate, place, order), draw(), press(on)}}
 */
export function buildCard(candidate, assets) {
  const { trigger_point: point, side, same_pattern: same } = candidate;
  const record = assets.texts.trigger_points[point];
  const thing = thingOf([candidate]);
  const title = pointTitle(point, side);
  const choose = button({ class: "choose", "aria-pressed": "false" }, title,
    () => bus.choose(bus.same(thing, bus.chosen()) ? null : thing));
  const rank = html("span", { class: "rank" });
  const small = html("div", { class: "small-picture" });
  const fits = meter();
  const inSet = html("p", { class: "together" }, t("card.together"));
  const why = html("p", { class: "why" });
  const details = html("details", { class: "card-details" }, html("summary", {}, t("card.open")));
  const inside = html("div", { class: "card-inside" });
  details.append(inside);
  const text = html("div", { class: "card-text" },
    html("h3", {}, choose),
    html("p", { class: "plain-name" }, assets.texts.muscles[record.muscle].plain_name),
    fits.element, why, inSet,
    same.length ? html("p", { class: "same" }, t("card.same", {
      names: together(same.map((each) => assets.texts.trigger_points[each].name)) })) : null);
  const element = html("li", { class: "card", "data-point": point, "data-side": side },
    rank, small, text, details);
  let shown = null;
  // Most cards are never opened: what is inside is made when one is.
  details.addEventListener("toggle", () => {
    if (!details.open) return;
    shown ??= cardDetails(candidate, assets);
    if (!inside.firstChild) inside.append(shown.element);
    shown.update(numbers(candidate));
    bus.choose(thing);
  });
  bus.previewOn(element, choose, thing);
  return {
    element, choose, thing, title,
    update(next, place, order) {
      candidate = next;
      say(rank, String(place));
      element.dataset.group = next.group;
      const measure = order === "place" ? "score" : order;
      fits.show(next[measure], measure);
      inSet.hidden = !next.together;
      say(why, next.why);
      shown?.update(numbers(next));
    },
    /** The picture comes after the words: drawing all of them at once would hold up the list. */
    draw() {
      if (!small.firstChild) small.append(picture(assets.drawings, thing));
    },
    press(on) {
      choose.setAttribute("aria-pressed", String(on));
      element.toggleAttribute("data-chosen", on);
    },
  };
}
