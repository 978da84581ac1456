// The body map: five views to point at, one selection shared by all of them.
//
// Streamlit calls the default export again whenever its data changes, with the same parent
// element, so the map is built once and kept here. The whole selection is sent as state: a
// click that overtakes the answer to the one before it loses nothing. Python owns `rev`; when
// it changes, Python's selection replaces ours, and until then ours stands.
import { button, html, keepKeys } from "./dom.js";
import { loadDrawings } from "./bus.js";
import { BodyMap } from "./map.js";

const instances = new WeakMap();

class Holder {
  constructor(parent) {
    this.root = html("div", { class: "body-map" }, html("p", { class: "waiting", role: "status" }, "Drawing the body…"));
    keepKeys(this.root);
    parent.append(this.root);
    this.map = null;
    this.rev = null;
    this.send = () => {};
  }

  update({ data, setStateValue }) {
    this.data = data;
    this.send = (selected) => setStateValue("marks", { rev: this.rev, selected });
    if (this.map) this.follow();
    else this.load();
  }

  load() {
    if (this.loading) return;
    this.loading = true;
    loadDrawings(this.data.drawings)
      .then((drawings) => {
        this.root.replaceChildren();
        this.map = new BodyMap(this.root, drawings, (selected) => this.send(selected));
        this.follow();
      })
      .catch((error) => this.fail(error))
      .finally(() => { this.loading = false; });
  }

  fail(error) {
    console.error(error);
    this.root.replaceChildren(
      html("p", { class: "waiting", role: "alert" }, "The body map could not be loaded."),
      button({ class: "clear" }, "Try again", () => this.load()),
    );
  }

  follow() {
    if (this.data.rev === this.rev) return;
    this.rev = this.data.rev;
    this.map.select(this.data.selected);
  }

  remove() {
    this.map?.remove();
    this.root.remove();
  }
}

export default function bodyMap(component) {
  const parent = component.parentElement;
  if (!instances.has(parent)) instances.set(parent, new Holder(parent));
  instances.get(parent).update(component);
  return () => {
    instances.get(parent)?.remove();
    instances.delete(parent);
  };
}
