// One large picture of the body for the story and the tour. It moves from step to step, or changes
// its view.
import { html, shape, svg } from "../../lib/dom.js";
import { fillPatterns } from "../../body/fill_patterns.js";
import { drawDepth, structuresIn } from "../../body/depth.js";
import { mark, nerveLines, partsIn } from "../../body/referral_pattern.js";
import { boundsOf } from "../../lib/svg_paths.js";
import { paintedShapes } from "./order.js";
import { letters, skinShapes } from "../../body/view.js";
import { framed, FRAMING } from "./views.js";
import { zones } from "./zones.js";
import { t } from "../../language/words.js";

/** @import { Box, Place } from "../../types/page.d.ts" */
/** @import { ViewName } from "../../types/wire.d.ts" */
/** @import { LineOfNerve, Scene, TeachAssets } from "./types.d.ts" */

const MOVE_MS = 700;
const MARGIN = 40;

let lastId = 0;

/**
 * The box around paths and places, at least `least` mm high and wide; around the origin without any.
 * @param {readonly string[]} paths
 * @param {readonly Place[]} [places]
 * @param {number} [least]
 * @returns {Box}
 */
export function boxAround(paths, places = [], least = 240) {
  const [u0, v0, u1, v1] = boundsOf(paths, places) ?? [0, 0, 0, 0];
  const wide = Math.max(u1 - u0 + 2 * MARGIN, least);
  const tall = Math.max(v1 - v0 + 2 * MARGIN, least);
  return [(u0 + u1 - wide) / 2, (v0 + v1 - tall) / 2, wide, tall];
}

/** The picture, and how it comes from one scene to the next. */
export class BigPicture {
  /** @param {Pick<TeachAssets, "drawings" | "texts">} assets */
  constructor({ drawings, texts }) {
    this.drawings = drawings;
    this.texts = texts;
    /** @type {ViewName | null} */
    this.view = null;
    /** @type {Box | null} */
    this.box = null;
    this.moving = 0;
    this.element = html("div", { class: "big-picture" });
  }

  /**
   * @param {Scene} scene
   * @param {string} description
   */
  show(scene, description) {
    const next = this.draw(scene);
    next.setAttribute("aria-label", `${t(`view.${scene.view}`)}. ${description}`);
    const from = this.view === scene.view ? this.box : null;
    this.view = scene.view;
    this.element.replaceChildren(next);
    this.move(next, from, scene.box);
  }

  /** @param {Scene} scene */
  draw(scene) {
    lastId += 1;
    const id = `big${lastId}`;
    const view = framed(this.drawings, scene.view);
    const parts = scene.selection ? partsIn(view, this.drawings, scene.selection) : null;
    const muscles = new Set(scene.muscles);
    const shown = structuresIn(view, muscles);
    return svg(
      "svg",
      {
        class: scene.skin ? "picture" : "picture inside",
        role: "img",
        preserveAspectRatio: "xMidYMid meet",
      },
      svg("defs", {}, ...fillPatterns(id)),
      ...(scene.skin
        ? skinShapes(view)
        : [shape(view.body, { class: "body" }), ...drawDepth(view, { muscles })]),
      parts && scene.zones
        ? zones(parts, id, view.window, paintedShapes(view, muscles), [...muscles])
        : null,
      nerveGroup("faint", scene.others, shown, scene.box),
      nerveGroup("", scene.nerves, shown, scene.box),
      ...(parts && scene.dot ? parts.marks.map((at) => mark(at)) : []),
      scene.ring
        ? svg("circle", { class: "narrow-ring", cx: scene.ring[0], cy: scene.ring[1], r: 20 })
        : null,
      scene.arrow ? arrow(scene.arrow) : null,
      ...letters({ ...view, window: scene.box }, FRAMING),
    );
  }

  /**
   * Move from box to box; at once after a change of view, and if the person prefers reduced motion.
   * @param {SVGSVGElement} picture
   * @param {Box | null} from
   * @param {Box} to
   */
  move(picture, from, to) {
    cancelAnimationFrame(this.moving);
    this.box = to;
    /** @param {readonly number[]} box */
    const put = (box) => picture.setAttribute("viewBox", box.join(" "));
    if (!from || matchMedia("(prefers-reduced-motion: reduce)").matches) return put(to);
    const begin = performance.now();
    /** @param {number} now */
    const step = (now) => {
      const part = Math.min(1, Math.max(0, (now - begin) / MOVE_MS));
      const eased = part * part * (3 - 2 * part);
      put(to.map((value, i) => from[i] + (value - from[i]) * eased));
      if (part < 1) this.moving = requestAnimationFrame(step);
    };
    put(from);
    this.moving = requestAnimationFrame(step);
  }

  forget() {
    cancelAnimationFrame(this.moving);
    this.view = null;
    this.box = null;
    this.element.replaceChildren();
  }
}

/**
 * @param {string} kind - its class
 * @param {readonly LineOfNerve[] | undefined} lines
 * @param {ReadonlySet<string>} shown - structures, as the order of the view names them
 * @param {Box} box
 */
function nerveGroup(kind, lines, shown, box) {
  return lines?.length ? svg("g", { class: kind }, nerveLines(thinned(lines, box), shown)) : null;
}

/**
 * Nerves are drawn wider than they are so that they show on a whole body; less so close up.
 * @param {readonly LineOfNerve[]} lines
 * @param {Box} box
 */
function thinned(lines, [, , , tall]) {
  const part = Math.min(1, Math.max(0.5, tall / 520));
  return lines.map((line) => ({ ...line, width: line.width * part }));
}

/**
 * A curved arrow from the point to where it is felt.
 * @param {readonly [Place, Place]} ends
 */
function arrow([[u0, v0], [u1, v1]]) {
  const bend = 0.22;
  const mid = [(u0 + u1) / 2 + (v1 - v0) * bend, (v0 + v1) / 2 - (u1 - u0) * bend];
  const way = Math.atan2(v1 - mid[1], u1 - mid[0]);
  /** @param {number} angle - from the way the arrow goes */
  const barb = (angle) => `${u1 - 22 * Math.cos(way + angle)},${v1 - 22 * Math.sin(way + angle)}`;
  const d = `M${u0},${v0}Q${mid.join(",")} ${u1},${v1}M${barb(0.5)}L${u1},${v1}L${barb(-0.5)}`;
  return svg(
    "g",
    { class: "arrow" },
    svg("path", { class: "arrow-casing", d }),
    svg("path", { class: "arrow-core", d }),
  );
}
