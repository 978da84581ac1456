// The record that the browser's storage holds, as far as it can be read; what cannot be is set aside.
import * as storage from "./browser_storage.js";
import { checked } from "./checked.js";
import { newRecord } from "./record.js";
import { hasOldNote, isNewer, waitingFile } from "./upgraded.js";

/** @import { PersonRecord, StorageTrouble } from "../types/page.d.ts" */

/**
 * @param {string} language - of a document that names none
 * @param {number} erasures - how often everything was forgotten, as far as is known
 * @returns {{ record: PersonRecord, clock: number, known: string[], trouble: StorageTrouble, hasOldNote: boolean }}
 */
export function storedRecord(language, erasures) {
  storage.forgetLate();
  const found = storage.loadDocument(erasures);
  const { rest, old, filed, clock, known } = storage.loadState(erasures);
  const { document, whole } = checked(found.stored, language);
  const record = { ...newRecord(document, rest), old: waitingFile(found.stored) || old, filed };
  const isOld = hasOldNote(found.stored);
  if (found.stored === null || whole)
    return { record, clock, known, trouble: found.trouble, hasOldNote: isOld };
  const text = typeof found.stored === "string" ? found.stored : JSON.stringify(found.stored);
  storage.setAside(text);
  const trouble = isNewer(found.stored) ? "newer" : "damaged";
  return { record, clock, known, trouble, hasOldNote: isOld };
}
