// Bytes as text and back: JSON has no bytes.

/** How many bytes become letters at once; more do not fit into one call. */
const AT_ONCE = 8192;

/**
 * Bytes as base64.
 * @param {Uint8Array} bytes
 */
export function base64Of(bytes) {
  let letters = "";
  for (let from = 0; from < bytes.length; from += AT_ONCE)
    letters += String.fromCharCode(...bytes.subarray(from, from + AT_ONCE));
  return btoa(letters);
}

/**
 * The bytes of a base64 text.
 * @param {string} base64
 */
export function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
