// What the modules of the Teach page hand to each other.

import type { Zoom } from "../../body/zoom.js";
import type {
  Assets,
  Box,
  BuiltView,
  DrawnNerve,
  Place,
  Selection,
  ViewDrawing,
} from "../../types/page.d.ts";
import type { NarrowPlaceTexts, Side, ViewName } from "../../types/wire.d.ts";
import type { MuscleLayers } from "./layers.js";

/** The files that the page reads. */
export type TeachAssets = Pick<Assets, "texts" | "drawings" | "areas">;

/** What can be laid over the body, or left out. */
export type ShowKind =
  "pattern" | "nerve" | "branches" | "others" | "dermatomes" | "fields" | "labels";

/** What the person chose to see. */
export interface TeachState {
  /** Place of the layer in `LAYERS`. */
  layer: number;
  side: Side | "both";
  view: ViewName | "all";
  muscle: string | null;
  /** A point of the muscle; there is one where there is a muscle. */
  point: string | null;
  /** Chosen in place of the muscle, which stays to go back to. */
  region: string | null;
  show: Record<ShowKind, boolean>;
}

/** What the body shows: the sides that were chosen, and the points on them. */
export interface StageState extends TeachState {
  sides: readonly Side[];
  selection: Selection | null;
}

/** A point of a muscle, on the sides that were chosen. */
export interface ChosenPoint {
  muscle: string;
  point: string;
  sides: readonly Side[];
}

/** What can be done from the panel. */
export interface PanelActions {
  muscle(id: string): void;
  point(id: string, side?: Side): void;
  region(id: string): void;
  /** Show a selection for a moment; null ends it. */
  preview(selection: Selection | null): void;
  /** Tell the story of the chosen point. */
  story(): void;
}

/** A piece of a nerve, with the nerve it belongs to. */
export interface LineOfNerve extends DrawnNerve {
  nerve: string;
}

/** Lines of nerves in a view by what they belong to. */
export interface NerveParts {
  /** The main nerve. */
  nerve: LineOfNerve[];
  branches: LineOfNerve[];
  others: LineOfNerve[];
}

/** A skin area and its name. */
export interface NamedArea {
  id: string;
  name: string;
}

/** A skin area on one side, as a view shows it. */
export interface VisibleArea extends NamedArea {
  path: string;
}

/** A view that something is laid over. */
export interface OverlaidView {
  name: ViewName;
  /** Before the ids of its fill patterns. */
  id: string;
  drawing: ViewDrawing;
  /** The structures that are painted, as in its order. */
  shown: ReadonlySet<string>;
  /** Their shapes, muscles by "muscle:side". */
  painted: readonly PaintedShape[];
}

/** Everything laid over a view. */
export interface Overlay {
  /** For the layer under what can be clicked. */
  under: SVGElement[];
  /** For the layer over it. */
  over: SVGElement[];
  /** Kinds of the key. */
  kinds: Set<string>;
  /** The structures that are painted, as in the order of the view. */
  shown: ReadonlySet<string>;
  /** What may get a label. */
  nerves: LineOfNerve[];
  areas: VisibleArea[];
  /** Places that no label may cover. */
  marks: Place[];
}

/** A structure that is painted. */
export interface StructureStep {
  kind: "bone" | "muscle";
  id: string;
}

/** The part of a structure that lies in front of one that is painted after it; both as in `order`. */
export interface PatchStep {
  kind: "patch";
  of: string;
  over: string;
  path: string;
}

/** What is painted of a view, one after another. */
export type PaintingStep = StructureStep | PatchStep;

/** A shape that is painted; what is seen of it is worth knowing where it has a key. */
export interface PaintedShape {
  key: string;
  path: string;
}

/** What is seen of a shape: a place on it where there is room, and its size in mm2. */
export interface SeenPart {
  at: Place;
  area: number;
}

/** A patch of a muscle on one side; of: "muscle:side", over: as in `order`. */
export interface PaintedPatch {
  of: string;
  over: string;
  side: Side;
  element: SVGGElement;
  visible: boolean;
}

/** A muscle on one side, as a view shows it. */
export interface MuscleShape {
  id: string;
  side: Side;
  path: string;
  element: SVGGElement;
  /** Place of its layer in `LAYERS`. */
  layer: number;
  centre: Place;
  /** Whether it shows at the present layer. */
  visible: boolean;
  /** Whether it belongs to the present layer, and does not only lie below it. */
  inLayer: boolean;
}

/** What can be pointed at in a view. */
export interface Target {
  element: SVGElement;
  centre: Place;
  path: string;
}

/** A view with what the stage draws in it. */
export interface StageView extends BuiltView {
  drawing: ViewDrawing;
  layers: MuscleLayers;
  /** The layer of labels. */
  labels: SVGGElement;
  zoom: Zoom;
  zoomed: MutationObserver;
  /** Its figure. */
  box: HTMLElement;
  /** What was drawn last over it. */
  overlay: Overlay | null;
}

/** The stage as far as the events of its views need it; keys are those of `targets`. */
export interface ActiveStage {
  /** What can be pointed at in a view now, by key: a region's id or "muscle:side". */
  targets(view: StageView): Map<string, Target>;
  /** Choose what a key names. */
  take(view: StageView, key: string): void;
  setTabStop(view: StageView, key: string): void;
  highlight(view: StageView, key: string, how: "pointed" | "focused"): void;
  endHighlight(view: StageView): void;
}

/** A name that may be written on a picture. */
export interface LabelCandidate {
  text: string;
  kind: "muscle" | "nerve" | "area";
  at: Place | null;
  /** How much room there is for it, mm2. */
  room: number;
}

/** What can be found by its names. */
export interface Entry {
  kind: "muscle" | "point" | "region";
  id: string;
  title: string;
  /** Another name that stands beside the title; "" without one. */
  note: string;
  /** All names, the title first. */
  names: string[];
  /** The same names without accents and case. */
  folded: string[];
}

/** An entry that matches what was typed; `by`: the matching name, "" where that is the title. */
export interface Match extends Entry {
  by: string;
}

/** What one large picture shows. */
export interface Scene {
  view: ViewName;
  box: Box;
  /** Whether the skin is on, and neither bones nor muscles are painted. */
  skin?: boolean;
  /** Those that are painted among the bones, as "muscle:side". */
  muscles?: readonly string[];
  /** Of its points, the zones and the X are drawn as asked. */
  selection?: Selection;
  zones?: boolean;
  dot?: boolean;
  nerves?: LineOfNerve[];
  /** Nerves that are drawn faintly. */
  others?: LineOfNerve[];
  /** Where a narrow place is ringed. */
  ring?: Place;
  /** From a point to where it is felt. */
  arrow?: readonly [Place, Place] | null;
}

/** A step that shows a picture and says something. */
export interface ShowStep {
  title: string;
  scene: Scene;
  body(): (Element | null)[];
}

/** A narrow place of a nerve in the view that shows it. */
export interface VisibleNarrowPlace {
  place: NarrowPlaceTexts;
  view: ViewName;
  at: Place;
}
