// What the browser's modules hand to each other. What comes from Python stands in wire.d.ts.

import type {
  Answer,
  AreaDrawings,
  Body,
  BrushMark,
  DrawnView,
  Drawings,
  EraserMark,
  Finding,
  Mark,
  NervePiece,
  PageData,
  PageName,
  Patch,
  PersonDocument,
  Quality,
  Reading,
  Side,
  BodyFigure,
  SkinPoints,
  Texts,
  ViewFrame,
  ViewName,
} from "./wire.d.ts";

/** `[u, v]` in a view, picture mm. */
export type Place = [number, number];

/** `[u, v, width, height]` in a view, picture mm. */
export type Box = [number, number, number, number];

/** A piece of a nerve in a view; under: what lies over it, as in the order of the view. */
export type DrawnNerve = NervePiece;

/** A trigger point on a side in a view: its zones, and where the point itself is seen. */
export interface DrawnPattern {
  essential: string;
  spillover: string;
  mark: Place | null;
}

/** A view with both sides written out; paths in picture mm. */
export interface ViewDrawing extends ViewFrame {
  body: string;
  shades: string[];
  folds: string;
  bony: string;
  /** `bone:id` and `muscle:id`, from the farthest to the nearest. */
  order: string[];
  patches: Patch[];
  bones: Record<string, string>;
  regions: Record<string, string>;
  muscles: Record<string, Partial<Record<Side, string>>>;
  fibres: Record<string, Partial<Record<Side, string>>>;
  tendons: Record<string, Partial<Record<Side, string>>>;
  nerves: Record<string, Partial<Record<Side, DrawnNerve[]>>>;
  patterns: Record<string, Partial<Record<Side, DrawnPattern>>>;
}

/** The drawings of a body: what each view is, and those views that were loaded. */
export interface DrawnBody extends Omit<Drawings, "views"> {
  frames: Drawings["views"];
  views: Partial<Record<ViewName, ViewDrawing>>;
  addresses: Record<DrawnView, string>;
}

/** A part of the page or a text; null and undefined stand for nothing. */
export type Child = Node | string | null | undefined;

/** Attributes of an element; null, undefined and false leave one out. */
export type Attributes = Record<string, string | number | boolean | null | undefined>;

/** What a text of the words is filled with, by the names in its braces. */
export type Fields = Record<string, string | number>;

/** A slider. */
export interface Slider {
  element: HTMLLabelElement;
  input: HTMLInputElement;
  /** Show another value without an event. */
  set(value: number): void;
}

/** A row of choices of which at most one is taken. */
export interface Choices<Key extends string> {
  element: HTMLFieldSetElement;
  /** Show another value without an event; null or undefined for none. */
  set(value: Key | null | undefined): void;
}

/** A checkbox with its label. */
export interface Checkbox {
  element: HTMLLabelElement;
  input: HTMLInputElement;
}

/** A trigger point on a side. */
export interface SelectedPoint {
  trigger_point: string;
  side: Side;
}

/** Trigger points that the page shows together, one or more; the same ones have the same id. */
export interface Selection {
  id: string;
  points: SelectedPoint[];
}

/** What the parts of a page hear of the selection. */
export type SelectionEvent = "chosen" | "displayed" | "asked" | `go-to-${GoTo}`;

/** What another part can ask to scroll into view. */
export type GoTo = "map" | "results" | "asked";

/** What a part of a page can be told of the document; "document" comes with every change. */
export type DocumentEvent =
  | "document"
  | "marks"
  | "visited"
  | "answers"
  | "also_hurts"
  | "pressed"
  | "kept"
  | SetField
  | "replaced"
  | "erased-elsewhere"
  | "storage";

/** A field of the document that is set as a whole. */
export type SetField =
  | "text"
  | "name"
  | "clinical_note"
  | "patient_note"
  | "language"
  | "body"
  | "skin_tone"
  | "weigh_common"
  | "weigh_evidence";

/** Marks that are taken away, rated anew (before, after) and added. */
export interface MarkChanges {
  remove?: Mark[];
  replace?: [Mark, Mark][];
  add?: Mark[];
}

/** A mark, and which of those that are alike it is, from 0. */
export interface ToldMark {
  mark: Mark;
  nth: number;
}

/** The same changes as they are told to other windows. */
export interface ToldMarkChanges {
  remove: ToldMark[];
  replace: [ToldMark, Mark][];
  add: Mark[];
}

/** What can be done to a record; all of it plain data. */
export type Change =
  | ({ do: "marks"; now: string; gesture?: string } & ToldMarkChanges)
  | { do: "visited"; visited: string | null }
  | { do: "answers"; answers: Record<string, Answer | null> }
  | { do: "also"; region: string; answer: Answer | null }
  | { do: "press"; point: string; finding: Finding | null }
  | { do: "keep"; point: string; on: boolean }
  | { do: "set"; fields: Partial<PersonDocument> }
  | { do: "text"; text: string; rest: string; pasted?: boolean }
  | { do: "open"; document: PersonDocument; filed: string; old?: string }
  | { do: "carried"; old: string; marks: Mark[] }
  | { do: "filed"; filed: string }
  | { do: "undo" }
  | { do: "redo" };

/** When a change was made, and in which window: stamps have an order. */
export interface Stamp {
  clock: number;
  window: string;
}

/** A change with its stamp. */
export interface Stamped {
  stamp: Stamp;
  change: Change;
}

/** What one step replaced: some fields, or a whole document. Changes of one gesture are one step. */
export interface UndoStep {
  before: Partial<PersonDocument>;
  rest: string;
  /** As of the record: it belongs to a whole document. */
  old?: string;
  gesture: string;
}

/** What the windows of a browser share. */
export interface PersonRecord {
  document: PersonDocument;
  /** What was written beyond the limit of the person's own words: read for danger, in no file. */
  rest: string;
  /**
   * The document as it was kept on the earlier pictures, while its strokes wait to be carried over to
   * those of today; "" when they are.
   */
  old: string;
  past: UndoStep[];
  future: UndoStep[];
  /** Counts how often another document took the place of this one. */
  edition: number;
  /** Name of the content that is in a file already. */
  filed: string;
}

/** What is kept beside the document: how it came to be, but nothing that it says. */
export interface KeptState {
  clock: number;
  known: string[];
  rest: string;
  old: string;
  filed: string;
  /** When it was kept, on the person's own clock. */
  at: string;
}

/** Why what is marked is not kept in the browser, or not all that was kept is here; "" for neither. */
export type StorageTrouble = "" | "full" | "forbidden" | "damaged" | "newer";

/** What one window tells the others. */
export type WindowMessage =
  | { kind: "change"; erasures: number; stamped: Stamped }
  | { kind: "hello" }
  | {
      kind: "record";
      erasures: number;
      record: PersonRecord;
      clock: number;
      known: string[];
      /** The one that tells. */
      window: string;
      /** Whether it took something from the storage without hearing how it came about. */
      isBehind: boolean;
    }
  | { kind: "forgotten"; erasures: number };

/** A mark that is painted as a stroke. */
export type Stroke = BrushMark | EraserMark;

/** What the next mark is made with. */
export interface Tool {
  kind: Mark["kind"];
  size_cm: number;
  intensity: number | null;
  quality: Quality | null;
}

/** What is painted of the inside of a view besides its bones: muscles as `muscle:side`. */
export interface Inside {
  muscles: ReadonlySet<string>;
  /** Those whose outline is seen through what lies over it; all of them without a word. */
  chosen?: ReadonlySet<string>;
}

/** A selection in one view: paths, places and lines, empty where the view shows none. */
export interface ViewParts {
  muscle: string[];
  essential: string[];
  spillover: string[];
  marks: Place[];
  nerves: DrawnNerve[];
  /** The same muscles, and the view that they are painted in. */
  inside?: Inside & { view: ViewDrawing };
}

/** What a selection is drawn of, as the key names it. */
export type PartKind = Exclude<keyof ViewParts, "inside">;

/** Shapes for the layers under and over the regions. */
export interface DrawnParts {
  under: SVGElement[];
  over: SVGElement[];
}

/** A view as an element, with what other modules draw in or listen to. */
export interface BuiltView {
  name: ViewName;
  svg: SVGSVGElement;
  /** By id. */
  regions: Map<string, SVGPathElement>;
  /** By id of a region. */
  centres: Map<string, Place>;
  under: SVGGElement;
  marksLayer: SVGGElement;
  strokeLayer: SVGGElement;
  over: SVGGElement;
  /** Drawn around the region that is pointed at or has the focus. */
  ring: SVGPathElement;
  /** Before the ids of its fill patterns. */
  id: string;
}

/** The view in which marks are drawn. */
export interface MarkedPicture {
  name: ViewName;
  /** Before the ids of its fill patterns. */
  id: string;
  view: ViewDrawing;
  skin: ReachedSkin;
}

/** The skin points that a view shows, decoded. */
export interface DecodedSkin {
  index: Uint16Array;
  /** Two numbers a point, picture mm. */
  uv: Float32Array;
}

/** The skin as far as drawing marks needs it. */
export interface ReachedSkin {
  reached(mark: Mark): readonly number[];
  /** Whether it is known what a mark reaches. */
  knows(mark: Mark): boolean;
  /** The path of a stroke on the picture of this body. */
  pathHere(stroke: Stroke): readonly Place[];
  /** The marks of which something is left. */
  standing(marks: readonly Mark[]): ReadonlySet<Mark>;
  views: Record<ViewName, DecodedSkin>;
}

/** How a small picture is drawn. */
export interface PictureOptions {
  /** Width by height. */
  ratio?: number;
  /** Least height shown, picture mm. */
  least?: number;
  /** Whether the muscle and the nerve are drawn. */
  muscle?: boolean;
  /** In place of the best view. */
  view?: ViewName;
}

/** The map as far as its regions need it. */
export interface RegionMap {
  views: Map<ViewName, BuiltView & { zoom: { dragged: boolean } }>;
  tool: Pick<Tool, "kind">;
  caption: HTMLElement;
  /** What the caption says while no region is pointed at. */
  hint(): string;
  /** Mark a region, or remove its mark. */
  toggle(region: string): void;
}

/** The files that a part can ask for, by the name of their address; those of the body in use. */
export interface Assets {
  texts: Texts;
  drawings: DrawnBody;
  skin: SkinPoints;
  areas: AreaDrawings;
}

/** What each part is told: the page, and the latest reading, null before the first. */
export type PartData = PageData & { reading: Reading | null };

/** What a part can ask of Streamlit. */
export interface PartTools {
  /** Set a state that the script reads. */
  send(key: string, value: unknown): void;
  /** Open another page without a reload. */
  navigate(page: PageName): void;
  /** The skin of a body. */
  skinOf(body: Body): Promise<SkinPoints>;
  /** A body from before, to be chosen. */
  figureOf(body: Body): Promise<BodyFigure>;
}

/** A part of a page while it is on the page. */
export interface Part {
  update(data: PartData): void;
  remove(): void;
}

/**
 * What builds a part; `outlives` where another document does not reset it; `views`: those of the lower
 * body are loaded before it is built, or none.
 */
export interface PartClass<Need extends keyof Assets> {
  new (root: HTMLElement, assets: Pick<Assets, Need | "texts">, tools: PartTools): Part;
  outlives?: boolean;
  views?: "lower" | "none";
}

/** What Streamlit gives a component on each run of its script. */
export interface StreamlitComponent {
  data: PageData;
  parentElement: HTMLElement | ShadowRoot;
  setStateValue(key: string, value: unknown): void;
  setTriggerValue(key: string, value: unknown): void;
}
