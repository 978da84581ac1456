// Nothing can be opened on paper, so everything that is closed is opened while the page prints.

/**
 * Open what is closed while the page prints, until `signal` aborts.
 * @param {HTMLElement} root
 * @param {AbortSignal} signal
 */
export function openForPrint(root, signal) {
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  window.addEventListener(
    "beforeprint",
    () => {
      opened = [...root.querySelectorAll(".reading details:not([open])")].filter(
        (each) => each instanceof HTMLDetailsElement,
      );
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
