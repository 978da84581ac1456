// The one component that Streamlit knows: a door. What is behind it comes from an address that names
// its version (see app/code.py), so that a browser may keep it for good.
const doors = new WeakMap();

/** Streamlit calls this at each answer; it is passed on as soon as the module is there. */
export default function page(component) {
  const parent = component.parentElement;
  if (!doors.has(parent)) doors.set(parent, open(component));
  const door = doors.get(parent);
  door.component = component;
  door.parts?.update(component);
  return () => {
    doors.delete(parent);
    door.closed = true;
    door.parts?.remove();
  };
}

function open(component) {
  const door = { component, parts: null, closed: false };
  const address = new URL(`${component.data.code}parts.js`, document.baseURI).href;
  import(address)
    .then(({ Parts }) => {
      if (door.closed) return;
      door.parts = new Parts(component.parentElement, component.data.code);
      door.parts.update(door.component);
    })
    .catch((error) => {
      console.error(error);
      // Another version of the app runs now: its page is asked for anew, once.
      if (sessionStorage.getItem("door") === address) return;
      sessionStorage.setItem("door", address);
      location.reload();
    });
  return door;
}
