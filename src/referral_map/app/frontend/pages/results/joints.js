// Joints that are felt where the marks are: a small map of where people with proven pain of each felt it, and
// the signs that can be looked for. No joint is told from a muscle that way.
import { html, shape, svg } from "../../lib/dom.js";
import { cite, sourceList } from "../../language/citations.js";
import { sideName, t } from "../../language/words.js";

/** @import { Drawings, JointShare, SourceTexts, Texts, ViewName } from "../../types/wire.d.ts" */

const VIEWS = /** @type {const} */ (["back", "front"]);

/**
 * The joints as parts of a fold, each with its map.
 * @param {readonly JointShare[]} joints
 * @param {{texts: Texts, drawings: Drawings}} assets
 */
export function jointParts(joints, { texts, drawings }) {
  return joints.map((joint) => {
    const { name, words, signs, sources } = texts.joints[joint.id];
    const element = html(
      "section",
      { class: "joint", "data-joint": joint.id, "data-side": joint.side },
      html("h4", {}, t("nerve.joint", { name, side: sideName(joint.side) })),
      html("div", { class: "joint-maps" }, ...VIEWS.map((view) => jointMap(joint, view, drawings))),
      html("p", {}, joint.text),
      html("p", {}, words, cite(sources)),
      html(
        "ul",
        { class: "plain-list" },
        ...signs.map((sign) => html("li", {}, sign.text, cite(sign.sources))),
      ),
    );
    element.append(sourceList(element, /** @type {Record<string, SourceTexts>} */ (texts.sources)));
    return element;
  });
}

/**
 * How dark a region is where such a share of people felt it: a tenth can still be seen.
 * @param {number} share
 */
function shade(share) {
  return String(share ? 0.15 + 0.85 * share : 0);
}

/**
 * Where it is felt, in one view: the more people felt it there, the darker.
 * @param {JointShare} joint
 * @param {ViewName} name
 * @param {Drawings} drawings
 */
function jointMap({ felt }, name, drawings) {
  const view = drawings.views[name];
  return svg(
    "svg",
    {
      class: "thumbnail",
      role: "img",
      viewBox: view.window.join(" "),
      "aria-label": t(`nerve.joint_map_${name}`),
    },
    shape(view.body, { class: "body" }),
    ...felt.flatMap(([region, share]) => {
      const path = view.regions[region];
      return path ? [shape(path, { class: "joint-felt", "fill-opacity": shade(share) })] : [];
    }),
  );
}
