// Streamlit tells of a lost server in a dialog of its own, in English, and the page behind it can be used no
// more. The page says it itself, and goes on taking marks: the dialog is closed as it opens.

let isWatching = false;

/** Close each of Streamlit's dialogs; app/style.py keeps it from being seen. Called once. */
export function closeStreamlitDialogs() {
  if (isWatching) return;
  isWatching = true;
  const close = () => {
    /** @type {HTMLElement | null} */
    const button = document.querySelector(".stDialog [role=dialog] button");
    button?.click();
  };
  new MutationObserver(close).observe(document.body, { childList: true });
  close();
}
