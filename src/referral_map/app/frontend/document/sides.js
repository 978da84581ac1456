// Left and right, always the patient's.

/** The view that shows the mirrored body as a view shows the body. */
export const OTHER_VIEW = {
  back: "back",
  front: "front",
  right: "left",
  left: "right",
  soles: "soles",
};

export function otherSide(side) {
  return side === "right" ? "left" : "right";
}

/** The region's id on the other side. */
export function mirrored(region) {
  return region.endsWith("_right")
    ? region.replace(/_right$/, "_left")
    : region.replace(/_left$/, "_right");
}
