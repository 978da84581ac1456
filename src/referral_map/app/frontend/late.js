// A door to a component whose modules come from an address that names their version (see
// app/code.py): all components share them, and a browser may keep them for good.

/**
 * The default export of a component: what Streamlit calls at each answer is passed on, as soon as
 * the module is there.
 * @param {string} name - of the module that holds the component
 */
export function late(name) {
  const doors = new WeakMap();
  return (component) => {
    const parent = component.parentElement;
    if (!doors.has(parent)) doors.set(parent, open(name, component));
    const door = doors.get(parent);
    door.component = component;
    door.feed?.(component);
    return () => {
      doors.delete(parent);
      door.closed = true;
      door.end?.();
    };
  };
}

function open(name, component) {
  const door = { component, feed: null, end: null, closed: false };
  const address = new URL(component.data.code + name, document.baseURI);
  import(address.href)
    .then(({ default: real }) => {
      if (door.closed) return;
      door.feed = (latest) => { door.end = real(latest); };
      door.feed(door.component);
    })
    .catch((error) => {
      console.error(error);
      // Another version of the app runs now: its page is asked for anew, once.
      if (sessionStorage.getItem(name) === address.href) return;
      sessionStorage.setItem(name, address.href);
      location.reload();
    });
  return door;
}
