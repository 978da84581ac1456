// Which room of the browser's code may import which. Arrows point down only:
//
//   page.js  >  pages/*  >  shell  >  body | care  >  document  >  language  >  lib
//
// A page imports nothing of another page, and page.js, the door Streamlit knows, only the shell.
// A new folder must be given its place in ROOMS. tests/frontend/test_rooms.py tries the rules.

const FRONTEND = "^src/referral_map/app/frontend/";

/** Each room, and the rooms it may import from besides itself. */
const ROOMS = {
  lib: [],
  language: ["lib"],
  document: ["lib", "language"],
  body: ["lib", "language", "document"],
  care: ["lib", "language", "document"],
  shell: ["lib", "language", "document", "body", "care"],
  pages: ["lib", "language", "document", "body", "care", "shell"],
};

const oneOf = (rooms) => `${FRONTEND}(?:${rooms.join("|")})/`;

const roomRules = Object.entries(ROOMS).map(([room, below]) => ({
  name: `${room}-imports-only-from-below`,
  severity: "error",
  from: { path: oneOf([room]) },
  to: { pathNot: oneOf([room, ...below]) },
}));

export default {
  forbidden: [
    ...roomRules,
    {
      name: "a-page-imports-nothing-of-another-page",
      severity: "error",
      from: { path: `${FRONTEND}pages/([^/]+)/` },
      to: { path: `${FRONTEND}pages/`, pathNot: `${FRONTEND}pages/$1/` },
    },
    {
      name: "page-js-imports-only-the-shell",
      severity: "error",
      from: { path: `${FRONTEND}page\\.js$` },
      to: { pathNot: oneOf(["shell"]) },
    },
    {
      name: "every-module-has-a-room",
      severity: "error",
      from: { path: FRONTEND, pathNot: [oneOf(Object.keys(ROOMS)), `${FRONTEND}page\\.js$`] },
      to: {},
    },
    {
      name: "nothing-goes-round-in-a-circle",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "every-import-leads-to-a-file",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: { moduleSystems: ["es6"] },
};
