// Asking the server for a file, or for what is in one: `ask(kind, {...})` gives a promise.
//
// Only the head of the page talks to the server; the question and its answer pass through what
// all components share.
const shared = { events: new EventTarget(), waiting: new Map(), last: 0 };

/** The answer of the server: its fields, or `trouble` with a sentence. */
export function ask(kind, fields = {}) {
  shared.last += 1;
  const id = `${Date.now()}-${shared.last}`;
  return new Promise((done) => {
    shared.waiting.set(id, done);
    shared.events.dispatchEvent(new CustomEvent("ask", { detail: { id, kind, ...fields } }));
  });
}

/** For the head of the page: hears every question. */
export function onAsk(listener, signal) {
  shared.events.addEventListener("ask", ({ detail }) => listener(detail), { signal });
}

/** For the head of the page: passes an answer on; true when somebody waited for it. */
export function answered(answer) {
  const done = shared.waiting.get(answer?.id);
  if (!done) return false;
  shared.waiting.delete(answer.id);
  done(answer);
  return true;
}
