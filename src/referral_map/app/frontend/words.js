// How regions, sides and candidates are named, the same everywhere.

/** What each region is called; the name carries the person's own side. */
export function regionLabels(drawings) {
  return new Map(drawings.regions.map(({ id, name }) => [id, name]));
}

/** "Gluteus minimus: back fibres, right" */
export function candidateTitle(muscleName, pointName, side) {
  return `${muscleName}: ${lowerFirst(pointName)}, ${side}`;
}

/** "Short head, long head" as part of a sentence: "short head and long head" */
export function together(names) {
  const lower = names.map(lowerFirst);
  return lower.length < 2 ? lower.join("") : `${lower.slice(0, -1).join(", ")} and ${lower.at(-1)}`;
}

/** Inside a sentence; a name like "TrP1" keeps its letters. */
function lowerFirst(text) {
  return /^[A-Z][a-z]+\b/.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
}

export function count(number, one, many) {
  return `${number} ${number === 1 ? one : many}`;
}

/** What each picture shows, for a person who cannot see where its letters stand. */
export const VIEW_HELP = {
  back: "The person is seen from behind: their right is on the right of the picture.",
  front: "The person is seen from the front: their right is on the left of the picture.",
  right: "The person's right side. They face to the right.",
  left: "The person's left side. They face to the left.",
  soles: "The soles are seen from below: the person's right foot is on the left of the picture.",
};
