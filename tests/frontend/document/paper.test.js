// Which paper a page is laid out for, before somebody chooses one.
import { equal } from "node:assert/strict";
import { test } from "node:test";

import { usualPaper } from "#frontend/document/paper.js";
import { LETTER_TERRITORIES } from "#frontend/lib/constants.js";

test("Letter where printers hold Letter, in whatever language", () => {
  equal(LETTER_TERRITORIES.length, 14);
  for (const territory of LETTER_TERRITORIES)
    for (const language of ["en", "es", "zh-Hant"])
      equal(usualPaper(`${language}-${territory}`), "letter", territory);
});

test("A4 everywhere else", () => {
  for (const wanted of ["en-NZ", "es-ES", "en-GB", "es-AR", "de", "pt-BR", "zh-Hant-TW", "he"])
    equal(usualPaper(wanted), "a4", wanted);
});

test("A language alone is that of the land where most speak it", () => {
  equal(usualPaper("en"), "letter");
  equal(usualPaper("es"), "a4");
});

test("What is no language is no reason for trouble", () => {
  for (const wanted of ["", "rubbish_", "*", "C", "POSIX"]) equal(usualPaper(wanted), "a4", wanted);
});
