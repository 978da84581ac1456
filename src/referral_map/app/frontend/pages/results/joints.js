// Joints that are felt where the marks are: a small map of where people with proven pain of each felt it, and
// the signs that can be looked for. No joint is told from a muscle that way.
import { html, shape, svg } from "../../lib/dom.js";
import { skinShapes } from "../../body/view.js";
import { loadView } from "../../body/views.js";
import { cite, sourceList } from "../../language/citations.js";
import { sideName, t } from "../../language/words.js";

/** @import { DrawnBody, ViewDrawing } from "../../types/page.d.ts" */
/** @import { JointShare, SourceTexts, Texts } from "../../types/wire.d.ts" */

const VIEWS = /** @type {const} */ (["back", "front"]);

/**
 * The joints as parts of a fold, each with its map.
 * @param {readonly JointShare[]} joints
 * @param {{texts: Texts, drawings: DrawnBody}} assets
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
 * @param {(typeof VIEWS)[number]} name
 * @param {DrawnBody} drawings
 */
function jointMap({ felt }, name, drawings) {
  const { windows, window } = drawings.frames[name];
  const [u, v, width, height] = windows.lower ?? window;
  const element = svg("svg", {
    class: "thumbnail",
    role: "img",
    viewBox: [u, v, width, height].join(" "),
    "aria-label": t(`nerve.joint_map_${name}`),
  });
  /** @param {ViewDrawing} view */
  const draw = (view) =>
    element.replaceChildren(
      ...skinShapes(view),
      ...felt
        .map(([region, share]) =>
          shape(view.regions[region], { class: "joint-felt", "fill-opacity": shade(share) }),
        )
        .filter((each) => each !== null),
    );
  // Without its view it stays empty; the words beside it say where.
  loadView(drawings, name).then(draw, (error) => console.info(String(error)));
  return element;
}
