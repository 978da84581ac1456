// Nothing can be opened on paper, so everything that is closed is opened while the page prints.

export function openForPrint(root, signal) {
  let opened = [];
  window.addEventListener(
    "beforeprint",
    () => {
      opened = [...root.querySelectorAll(".reading details:not([open])")];
      for (const each of opened) each.open = true;
    },
    { signal },
  );
  window.addEventListener(
    "afterprint",
    () => {
      for (const each of opened) each.open = false;
    },
    { signal },
  );
}
