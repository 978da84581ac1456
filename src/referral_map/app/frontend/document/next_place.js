// The place within a page that is opened next: a change of pages keeps nothing behind # in the address.

let place = "";

/**
 * Open the next page at a place.
 * @param {string} wanted
 */
export function openAt(wanted) {
  place = wanted;
}

/** The place to open, told once; "" for none. */
export function takePlace() {
  const taken = place;
  place = "";
  return taken;
}
