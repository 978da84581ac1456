// The one component that Streamlit knows: a door. What is behind it comes from an address that names
// its version (see app/static_files.py), so that browsers cache it for a year.

/** @import { StreamlitComponent } from "./types/page.d.ts" */

/**
 * What is behind the door, null until its module has loaded.
 * @typedef {{
 *   component: StreamlitComponent,
 *   parts: import("./shell/page_parts.js").PageParts | null,
 *   closed: boolean,
 * }} Door
 */

/** @type {WeakMap<Node, Door>} */
const doors = new WeakMap();

/**
 * Streamlit calls this on each run of its script; the parts are updated once their module has loaded.
 * @param {StreamlitComponent} component
 */
export default function page(component) {
  const parent = component.parentElement;
  const door = doors.get(parent) ?? open(component);
  doors.set(parent, door);
  door.component = component;
  door.parts?.update(component);
  return () => {
    doors.delete(parent);
    door.closed = true;
    door.parts?.remove();
  };
}

/** @param {StreamlitComponent} component */
function open(component) {
  /** @type {Door} */
  const door = { component, parts: null, closed: false };
  const { code, languages } = component.data;
  const address = new URL(`${code}shell/page_parts.js`, document.baseURI).href;
  import(address)
    .then(({ PageParts }) => {
      if (door.closed) return;
      const parts = new PageParts(component.parentElement, code, Object.keys(languages));
      door.parts = parts;
      parts.update(door.component);
    })
    .catch((error) => {
      console.error(error);
      // Another version of the app is running now: reload its page, once.
      if (sessionStorage.getItem("door") === address) return;
      sessionStorage.setItem("door", address);
      location.reload();
    });
  return door;
}
