// Which language the page is opened in, when nobody has chosen one yet.
import fc from "fast-check";
import { equal } from "node:assert/strict";
import { test } from "node:test";

import { emptyDocument, firstLanguage, parseDocument } from "#frontend/document/document.js";
import { law } from "../laws.js";

const code = fc.stringMatching(/^[a-z]{2,3}$/);
const codes = fc.uniqueArray(code, { minLength: 1, maxLength: 5 });
const region = fc.constantFrom("", "-MX", "-419", "-Latn-BR");

law("A language that is there is taken, in whatever land", [codes, region], (all, land) => {
  for (const each of all) {
    equal(firstLanguage(all, [`${each}${land}`]), each);
    equal(firstLanguage(all, [`${each}${land}`.toUpperCase()]), each);
  }
});

law("Languages that are not there are passed over", [codes, code], (all, other) => {
  fc.pre(!all.includes(other));
  for (const each of all) equal(firstLanguage(all, [other, each]), each);
  equal(firstLanguage(all, [other]), all[0]);
});

test("Where the browser names none, it is the first", () => {
  equal(firstLanguage(["en", "es", "pt"], []), "en");
});

test("A language that only begins with the same letters is another", () => {
  equal(firstLanguage(["en", "es"], ["est", "eng-GB"]), "en");
  equal(firstLanguage(["en", "es"], ["est", "es-AR"]), "es");
});

law("A new document is in the language; a kept one stays in its own", [code, code], (one, own) => {
  equal(emptyDocument(one).language, one);
  equal(parseDocument(null, one).language, one);
  equal(parseDocument(emptyDocument(own), one).language, own);
});
