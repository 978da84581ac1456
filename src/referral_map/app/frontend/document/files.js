// Files in the browser: reading one that the person chose, and saving one for them.
import { t } from "../language/words.js";

const MOST_BYTES = 5_000_000;

/** The text of a file; throws a sentence for one that is too large or cannot be read. */
export async function textOf(file) {
  if (file.size > MOST_BYTES)
    throw new Error(t("file.too_large", { name: file.name, most: MOST_BYTES / 1e6 }));
  try {
    return await file.text();
  } catch {
    throw new Error(t("file.unreadable", { name: file.name }));
  }
}

/** Save a file on the person's device. */
export function handOver(content, name, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export const TYPES = {
  pdf: "application/pdf",
  png: "image/png",
  svg: "image/svg+xml",
  json: "application/json",
};

/** The bytes of a base64 text. */
export function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
