// The one component that Streamlit knows: a door. What is behind it comes from an address that names
// its version (see app/static_files.py), so that browsers cache it for a year.
const doors = new WeakMap();

/** Streamlit calls this on each run of its script; the parts are updated once their module has loaded. */
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
  const { code, languages } = component.data;
  const address = new URL(`${code}shell/page_parts.js`, document.baseURI).href;
  import(address)
    .then(({ PageParts }) => {
      if (door.closed) return;
      door.parts = new PageParts(component.parentElement, code, Object.keys(languages));
      door.parts.update(door.component);
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
