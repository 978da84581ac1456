// What a person does to the document, by the page's own store: in Node and in a real browser alike.

/** What a person does. @type {Record<string, (given: any) => unknown>} */
export const DOCUMENT = {
  add: ({ store, mark }) => store.changeMarks({ add: [mark] }),
  remove: ({ store, at }) => {
    const { marks } = store.current();
    if (marks.length) store.changeMarks({ remove: [marks[at % marks.length]] });
  },
  rate: ({ store, at, intensity, gesture }) => {
    const { marks } = store.current();
    const mark = marks[at % Math.max(marks.length, 1)];
    if (!mark || mark.kind === "eraser") return;
    store.changeMarks({ replace: [[mark, { ...mark, intensity }]] }, gesture);
  },
  clear: ({ store }) => store.setMarks([]),
  mirror: ({ store, side }) => store.mirror(side),
  undo: ({ store }) => store.undo(),
  redo: ({ store }) => store.redo(),
  answer: ({ store, question, answer }) => store.answer({ [question]: answer ?? undefined }),
  also: ({ store, region, answer }) => store.alsoHurts(region, answer ?? undefined),
  press: ({ store, point, finding }) => store.press(point, finding ?? undefined),
  keep: ({ store, point }) => store.toggleKept(point),
  set: ({ store, field, value }) => store.set(field, value),
  text: ({ store, value, pasted }) => store.setText(value, pasted),
  visited: ({ store, visited }) => store.setVisited(visited),
  open: ({ store, document }) => store.open(document),
  file: ({ store }) => store.noteFiled(),
  erase: ({ store }) => store.erase(),
  new_person: ({ store }) => store.newPerson(),
};
