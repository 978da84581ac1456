// Files in the browser: reading one that the person chose, and saving one for them.
import { base64Of } from "../lib/base64.js";
import { MOST_BYTES } from "../lib/constants.js";
import { keepState, stateOf } from "./page_state.js";
import { t } from "../language/words.js";

/** @import { FileFormat } from "../types/wire.d.ts" */

const NAMED = "files.named";

/** Whether the name stands in the names of files: only if the person wants it. */
export function isNamed() {
  return stateOf(NAMED, false);
}

/**
 * Say whether the name stands in the names of files.
 * @param {boolean} named
 */
export function setNamed(named) {
  keepState(NAMED, named);
}

/**
 * The bytes of a file as base64: the server tells what they are. Throws a sentence for a file that
 * is too large or cannot be read.
 * @param {File} file
 */
export async function contentOf(file) {
  return base64Of(await bytesFrom(file));
}

/** @param {File} file */
async function bytesFrom(file) {
  if (file.size > MOST_BYTES)
    throw new Error(t("file.too_large", { name: file.name, most: MOST_BYTES / 1e6 }));
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Error(t("file.unreadable", { name: file.name }));
  }
}

/**
 * Save a file on the person's device.
 * @param {BlobPart} content
 * @param {string} name
 * @param {string} type - one of `TYPES`
 */
export function handOver(content, name, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * What the browser calls each format.
 * @type {Readonly<Record<FileFormat | "json", string>>}
 */
export const TYPES = {
  pdf: "application/pdf",
  png: "image/png",
  svg: "image/svg+xml",
  json: "application/json",
};
