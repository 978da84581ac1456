// The browser's own storage: the document of the last visit, and how often everything was erased.
// Private windows may forbid storage: then nothing is kept, and reading gives nothing.

/** @import { PersonDocument } from "../types/wire.d.ts" */

const STORAGE_KEY = "referral_map.document";
/** Its key in the storage, and the channel on which the windows of a browser hear of one. */
export const ERASURES = "referral_map.erasures";

/**
 * How often everything was erased in this browser: a window that has not heard of the last time still
 * holds what was erased, and must not write it again.
 */
export function erasures() {
  try {
    return Number(localStorage.getItem(ERASURES)) || 0;
  } catch {
    return 0;
  }
}

/**
 * What was kept after an erasure, by its number; what a late window wrote besides is removed.
 * @param {number} [last]
 * @returns {unknown}
 */
export function loadDocument(last = erasures()) {
  try {
    const document = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "null");
    if (!document || (document.erasures ?? 0) >= last) return document;
    // The news of an erasure may come before the storage shows it, and what has begun anew since.
    if (erasures() >= last) localStorage.removeItem(STORAGE_KEY);
  } catch {
    /* nothing that can be read */
  }
  return null;
}

/**
 * Keep the document, with the number of the last erasure before it.
 * @param {PersonDocument} document
 * @param {number} last
 */
export function keepDocument(document, last) {
  try {
    const kept = { ...document, erasures: last || undefined };
    localStorage.setItem(STORAGE_KEY, JSON.stringify(kept));
  } catch (error) {
    // The document lasts as long as the page is open.
    console.info("The marks cannot be kept in this browser:", String(error));
  }
}

/**
 * Remove the document, and note the number of the erasure.
 * @param {number} number
 */
export function eraseDocument(number) {
  try {
    localStorage.removeItem(STORAGE_KEY);
    localStorage.setItem(ERASURES, String(number));
  } catch {
    /* storage is forbidden, so nothing is stored */
  }
}
