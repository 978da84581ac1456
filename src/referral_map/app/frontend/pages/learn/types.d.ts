// What the modules of the Learn page hand to each other.

import type { Assets } from "../../types/page.d.ts";
import type { Subject, ThemeTexts } from "../../types/wire.d.ts";

/** The files that the page reads. */
export type LearnAssets = Pick<Assets, "texts" | "drawings" | "areas">;

/** A heading, with the subjects under it in the order of reading. */
export type Theme = Omit<ThemeTexts, "subjects"> & { subjects: Subject[] };

/** What a search looks in. */
export interface SearchEntry {
  /** Where it leads. */
  place: string;
  title: string;
  names: string[];
  texts: string[];
  /** All names without case and accents. */
  inNames: string;
  /** All texts without case and accents. */
  inTexts: string;
}
