// The views of a part of the body, each loaded and built when it is displayed: on a phone one, where there
// is room all of them. The room of each is kept free until then.
import { button, html } from "../../lib/dom.js";
import { VIEW_NAMES } from "../../lib/constants.js";
import { keepState, stateOf } from "../../document/page_state.js";
import { buildView } from "../../body/view.js";
import { loadView, viewsOf } from "../../body/views.js";
import { t } from "../../language/words.js";

/**
 * @import { Box, BuiltView, DrawnBody, ViewDrawing } from "../../types/page.d.ts"
 * @import { Framing, ViewName } from "../../types/wire.d.ts"
 */

/**
 * A view as it is built: its drawing, its window, and its figure.
 * @typedef {BuiltView & { drawing: ViewDrawing, window: Box, box: HTMLElement }} ShownView
 */

/**
 * Its room on the page, and what removes what was built in it.
 * @typedef {{ box: HTMLElement, turn: HTMLButtonElement, isAsked: boolean, end: () => void }} Room
 */

let lastId = 0;

export class MapViews {
  /**
   * @param {DrawnBody} drawings
   * @param {(view: ShownView, framing: Framing) => () => void} built - told of each view that was built;
   *   what is returned is called when it goes
   */
  constructor(drawings, built) {
    this.drawings = drawings;
    this.built = built;
    this.turns = html("div", { class: "turns", role: "group", "aria-label": t("map.view_shown") });
    this.element = html("div", { class: "views", tabindex: "-1" });
    /** @type {Map<ViewName, Room>} */
    this.rooms = new Map();
    /** @type {Framing | null} */
    this.framing = null;
    this.displayed = new ResizeObserver((entries) => {
      for (const { target } of entries) if (target.getClientRects().length) this.open(target);
    });
  }

  /**
   * Make room for the views of a part of the body.
   * @param {Framing} framing
   */
  frame(framing) {
    if (framing === this.framing) return;
    this.clear();
    lastId += 1;
    this.framing = framing;
    this.element.dataset.framing = framing;
    for (const name of viewsOf(this.drawings, framing)) this.rooms.set(name, this.room(name));
    this.turns.replaceChildren(...[...this.rooms.values()].map(({ turn }) => turn));
    this.element.replaceChildren(...[...this.rooms.values()].map(({ box }) => box));
    /** @type {string} */
    const kept = stateOf("map.view", "");
    this.bringForward([...this.rooms.keys()].find((each) => each === kept));
  }

  /**
   * @param {ViewName} name
   * @returns {Room}
   */
  room(name) {
    const [, , width, height] = this.windowOf(name);
    const box = html(
      "figure",
      { class: "view", "data-view": name },
      html("figcaption", { "aria-hidden": "true" }, t(`view.${name}`)),
      html("div", { class: "picture waiting-picture" }),
    );
    box.style.setProperty("--ratio", String(width / height));
    box.style.setProperty("--high", String(height));
    this.displayed.observe(box);
    const turn = button({ "data-turn": name }, t(`map.turn_${name}`), () => this.turnTo(name));
    return { box, turn, isAsked: false, end: () => {} };
  }

  /** @param {ViewName} name */
  windowOf(name) {
    const { windows, window } = this.drawings.frames[name];
    return (this.framing && windows[this.framing]) ?? window;
  }

  /**
   * Load and build the view of a figure that is displayed; once.
   * @param {Element} box
   */
  async open(box) {
    const [name, room] = [...this.rooms].find(([, each]) => each.box === box) ?? [];
    if (!name || !room || room.isAsked) return;
    room.isAsked = true;
    try {
      const drawing = await loadView(this.drawings, name);
      if (this.rooms.get(name) === room) this.build(name, room, drawing);
    } catch (error) {
      console.info(String(error));
      room.isAsked = false;
      const again = button({ class: "again" }, t("app.try_again"), () => this.open(box));
      if (this.rooms.get(name) === room) box.lastElementChild?.replaceChildren(again);
    }
  }

  /**
   * @param {ViewName} name
   * @param {Room} room
   * @param {ViewDrawing} drawing
   */
  build(name, room, drawing) {
    const { framing } = this;
    if (!framing) return;
    const view = buildView(name, drawing, `map${lastId}`, framing);
    room.box.lastElementChild?.replaceWith(view.svg);
    const window = this.windowOf(name);
    room.end = this.built({ ...view, drawing, window, box: room.box }, framing);
  }

  /**
   * Turn to a view: it is shown, also when one comes back to the page.
   * @param {ViewName} name
   */
  turnTo(name) {
    keepState("map.view", name);
    this.bringForward(name);
  }

  /**
   * Show one view where there is room for only one; the first without a name.
   * @param {ViewName} [name]
   */
  bringForward(name = VIEW_NAMES.find((each) => this.rooms.has(each))) {
    for (const [other, { box, turn }] of this.rooms) {
      box.toggleAttribute("data-current", other === name);
      turn.setAttribute("aria-pressed", String(other === name));
    }
  }

  clear() {
    this.displayed.disconnect();
    for (const { end } of this.rooms.values()) end();
    this.rooms.clear();
    this.framing = null;
  }
}
