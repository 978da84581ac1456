// Made by `make contract` from the types in app/wire and from domain.py: change those.

/** The patient's side. */
export type Side = "right" | "left";

/** One of the two bodies. */
export type Body = "woman" | "man";

/** A tone of the skin of a body. */
export type SkinTone = "light" | "medium" | "dark";

/** A part of the body that is worked on. */
export type Framing = "lower" | "upper" | "whole";

/** A view of the body. */
export type ViewName =
  | "back"
  | "front"
  | "right"
  | "left"
  | "inner_legs"
  | "soles"
  | "feet_tops"
  | "head_sides"
  | "head_top"
  | "arms_outer"
  | "arms_inner"
  | "palms"
  | "hand_backs";

/** A view that records name: what is on the left is mirrored. */
export type DrawnView =
  | "back"
  | "front"
  | "right"
  | "inner_legs"
  | "soles"
  | "feet_tops"
  | "head_sides"
  | "head_top"
  | "arms_outer"
  | "arms_inner"
  | "palms"
  | "hand_backs";

/** What pain feels like. */
export type Quality = "ache" | "burning" | "electric" | "tingling" | "numb";

/** What pressing a point found, strongest first. */
export type Finding = "familiar" | "tender" | "nothing";

/** How often a point is found or blamed, most often first. */
export type HowCommon = "very_common" | "common" | "occasional" | "rare";

/** How sure a place or a zone is, the surest first. */
export type Grade = "measured" | "consensus" | "single" | "weak";

/** What a question is answered with. */
export type Answer = "yes" | "no" | "not_sure";

/** How soon a sign needs a doctor, the most urgent first. */
export type Urgency = "now" | "today" | "soon";

/** How a sign was heard: told, or so that it has to be asked. */
export type Certainty = "sure" | "ask";

/** What a sign may hold back of self-care, the most first. */
export type HoldBack = "all" | "pressure" | "nothing";

/** A layer of muscle, from the skin inwards. */
export type Layer = "superficial" | "intermediate" | "deep";

/** A part of the body that muscles are listed under. */
export type BodyPart = "trunk" | "buttock" | "hip" | "thigh" | "leg" | "foot";

/** How much a sign tells, the most first. */
export type Strength = "strong" | "some" | "weak";

/** How far down the leg. */
export type Level =
  | "buttock"
  | "upper thigh"
  | "mid-thigh"
  | "lower thigh"
  | "knee"
  | "upper calf"
  | "mid-calf"
  | "lower calf"
  | "ankle"
  | "foot";

/** What became of pain between two visits. */
export type Changed = "gone" | "new" | "same";

/** A format in which a page can be had. */
export type FileFormat = "pdf" | "png" | "svg";

/** A paper that a handout is laid out for. */
export type Paper = "a4" | "letter";

/** A page, by its name in the address. */
export type PageName = "map" | "teach" | "learn" | "handout" | "visits";

/** What kind of authority a source has. */
export type SourceRank =
  | "standard"
  | "guideline"
  | "review"
  | "trial"
  | "study"
  | "professional"
  | "reference"
  | "practice"
  | "popular";

/** How much of a source was read. */
export type SeenPart = "whole" | "chapter" | "page" | "abstract" | "opening" | "through_others";

/** A field of a candidate by which the list can be ordered. */
export type Order = "place" | "score" | "coverage" | "fit";

/** What can be asked of the server. */
export type QuestionKind = "reading" | "save" | "open" | "handout" | "handout_notes" | "compare";

/** Where the parts of the atlas are, relative to the page; each names its version. */
export interface Addresses {
  drawings: Record<Body, string>;
  views: Record<Body, Record<DrawnView, string>>;
  skin: Record<Body, string>;
  areas: Record<Body, string>;
  figure: Record<Body, string>;
  texts: string;
}

/** `atlas/areas-<body>.json`: the skin areas of nerves and dermatomes, and narrow places. */
export interface AreaDrawings {
  views: Record<ViewName, DrawnAreas>;
}

/** The region of which it tells most whether it hurts there too. */
export interface AreaQuestion {
  region: string;
  /** What the answer is expected to tell. */
  bits: number;
}

/** A question that the marks ask before all others and that has no answer yet. */
export interface AskedFirst {
  id: string;
  question: string;
  urgency: Urgency;
}

/** Words below an axis. */
export interface AxisLabel {
  place: number;
  text: string;
}

/** `atlas/figure-<body>.json`: a body from before, to be chosen; paths are in picture mm. */
export interface BodyFigure {
  window: [number, number, number, number];
  body: string;
  shades: string[];
  folds: string;
  bony: string;
}

/** A bone in a view. */
export interface Bone {
  path: string;
  /** Whether it lies on both sides, and is drawn once. */
  midline: boolean;
}

/** A brush stroke over skin that hurts. */
export interface BrushMark {
  intensity: number | null;
  quality: Quality | null;
  body: Body;
  view: ViewName;
  path: [number, number][];
  size_cm: number;
  kind: "brush";
}

/** A trigger point that might explain the pain. */
export interface Candidate {
  /** Its place in the order of the posteriors, from 1 on. */
  rank: number;
  trigger_point: string;
  /** Other points of the muscle for which the texts give the same pattern. */
  same_pattern: string[];
  side: Side;
  /** The overall match: the score, how common, how sure, and what was answered and pressed. */
  posterior: number;
  /** How well its pattern explains the drawing. */
  score: number;
  /** How much of the pain its pattern explains. */
  coverage: number;
  /** How much of its pattern is marked. */
  fit: number;
  why: string;
  /** How well it fits, how common it is and how sure its pattern, in words. */
  weighed: string;
  /** The same in numbers. */
  odds: string;
  /** Candidates with nearly the same posterior share this number, from 1 on. */
  group: number;
  essential_cm2: number;
  spillover_cm2: number;
  /** The regions of its pattern that are not marked, in words. */
  missing: string;
  /** In how many people studies found it, in words; empty where nobody counted. */
  common_words: string;
  /** Whether the drawing is of the complaint in which people with the point were counted. */
  of_complaint: boolean;
  /** Its place in the order worth naming, which looks at what several explain together: from 0. */
  place: number;
  /** Whether it is one of several that explain the pain best together. */
  together: boolean;
}

/** How the pain changed between two visits. */
export interface Change {
  /** Null, as the next two, where the visits are on two bodies. */
  gone_cm2: number | null;
  new_cm2: number | null;
  same_cm2: number | null;
  /** Of the whole skin, on the body of the earlier visit. */
  gone_share: number;
  /** Of the whole skin, on the body of the later visit. */
  new_share: number;
  /** Of the whole skin, the mean of both visits. */
  same_share: number;
  /** `same` as a share of all three, null when nothing is marked. */
  overlap: number | null;
}

/** Numbers of the skin points whose pain is gone, new, and the same. */
export interface ChangedSkin {
  gone: number[];
  new: number[];
  same: number[];
}

/** Asks how the pain changed over some files, and over the document where `own` is true. */
export interface CompareQuestion {
  document?: PersonDocument | null;
  /** The person's own local time with its offset, for dates and names of files. */
  now?: string;
  /** The person's locale as BCP 47 has it, such as `en-NZ`: how they write dates. */
  locale?: string;
  /** What the person wrote beyond the longest text: danger is heard in it, no file keeps it. */
  rest?: string;
  files: SentFile[];
  own?: boolean;
}

/** How the pain changed from visit to visit, and from the first to the last. */
export interface Comparison {
  sentence: string;
  details: string[];
  visits: Visit[];
  axis: TimeAxis;
  changes: Change[];
  overall: Change;
  notes: string[];
  skin: ChangedSkin;
}

/** The comparison of some visits. */
export interface ComparisonAnswer {
  comparison: Comparison;
}

/** The skin of one nerve root. */
export interface DermatomeTexts {
  name: string;
  words: string;
  uncertainty: string;
}

/**
 * How long and how often to press or roll a sore spot: said once, for every muscle.
 *
 * seconds: of one press, the least and the most that were tried; repeats: in one sitting, as
 * well; words: the same for a therapist.
 */
export interface Dose {
  text: string;
  sources: string[];
  seconds: [number, number];
  repeats: [number, number];
  words: string;
}

/** `atlas/drawings-<body>.json`: everything the map has to know but the shapes. */
export interface Drawings {
  body: Body;
  views: Record<ViewName, ViewFrame>;
  regions: DrawnRegion[];
  muscles: Record<string, DrawnMuscle>;
  trigger_points: Record<string, DrawnPoint>;
  /** The nerve that is drawn beside each pattern. */
  main_nerve: string;
  credit: string;
}

/** The areas of skin of one view. */
export interface DrawnAreas {
  /** By skin field or dermatome. */
  areas: Record<string, Partial<Record<Side, string>>>;
  /** Where a nerve may be caught, by narrow place. */
  narrow_places: Record<string, Partial<Record<Side, [number, number]>>>;
}

/** What the map has to know of a muscle. */
export interface DrawnMuscle {
  name: string;
  plain_name: string;
  layer: Layer;
}

/** What the map has to know of a trigger point. */
export interface DrawnPoint {
  name: string;
  muscle: string;
  where: string;
  /** The view that shows most of it. */
  best_view: Record<Side, ViewName>;
}

/** A region that can be clicked. */
export interface DrawnRegion {
  id: string;
  name: string;
  anatomical_name: string;
  part: string;
  side: Side;
  views: ViewName[];
  area_cm2: number;
  /** Whether some pattern is felt there: for the others there is no muscle yet. */
  patterns: boolean;
}

/** A stroke that removes earlier marks from the skin it reaches. */
export interface EraserMark {
  body: Body;
  view: ViewName;
  path: [number, number][];
  size_cm: number;
  kind: "eraser";
}

/** A drawing to try while nothing is marked: regions with their side. */
export interface ExampleDrawing {
  id: string;
  name: string;
  regions: string[];
}

/** A statement and where it comes from. */
export interface Fact {
  text: string;
  sources: string[];
}

/** A file that was made. */
export interface FileAnswer {
  /** Its bytes as base64. */
  file: string;
  name: string;
  /** What it could not print, a sentence each. */
  notes: string[];
}

/** A question about a sign that needs a doctor, and what to do when it is there. */
export interface FlagQuestion {
  id: string;
  question: string;
  urgency: Urgency;
  action: string;
  /** Whether it takes the place of self-care. */
  stops: boolean;
  /** Regions, without a side, of which one is to be marked for it to be asked; none: always. */
  asked_at: string[];
  /** Those of them that make it a question before all others. */
  asked_first: string[];
  self_care: FlagSelfCare | null;
  help_lines: HelpLine[];
}

/** What a sign changes in self-care. */
export interface FlagSelfCare {
  hold_back: HoldBack;
  text: string;
  /** Right-sided points whose self-care it is about; none: all. */
  trigger_points: string[];
  sources: string[];
}

/**
 * The pattern of a right-sided trigger point: its zones on its own half and, still on the right
 * half, those on the other; and where the point itself is seen.
 */
export interface FoldedPattern {
  essential: string;
  spillover: string;
  essential_across: string;
  spillover_across: string;
  mark: [number, number] | null;
}

/**
 * `atlas/view-<body>-<stored>.json`: a view; paths are in picture mm. Body, shades, folds and
 * bony are of both sides, all others of the right one.
 */
export interface FoldedView {
  view: DrawnView;
  body: string;
  /** Areas of skin in the shade, each darker than the one before. */
  shades: string[];
  folds: string;
  /** Where a bone lies just under the skin. */
  bony: string;
  /** `bone:id` and `muscle:id` from the farthest to the nearest. */
  order: string[];
  patches: Patch[];
  bones: Record<string, Bone>;
  /** By the name of the region without its side. */
  regions: Record<string, string>;
  muscles: Record<string, string>;
  fibres: Record<string, string>;
  tendons: Record<string, string>;
  nerves: Record<string, NervePiece[]>;
  /** By trigger point; only those of which the view shows something. */
  patterns: Record<string, FoldedPattern>;
}

/** A sign that needs a doctor, which an answer or the person's own words tell of. */
export interface FoundFlag {
  id: string;
  urgency: Urgency;
  /** Whether it was told, or has to be asked. */
  heard: Certainty;
  /** What is to be asked; left out of a sure sign. */
  question?: string;
  action: string;
  /** Which answer or words tell of it. */
  why: string;
  /** Whether it takes the place of self-care once it is sure. */
  stops: boolean;
  sources: string[];
  /** Whom to call; left out where there is none. */
  help_lines?: HelpLine[];
}

/** Asks what a handout of the document cannot print. */
export interface HandoutNotesQuestion {
  document?: PersonDocument | null;
  /** The person's own local time with its offset, for dates and names of files. */
  now?: string;
  /** The person's locale as BCP 47 has it, such as `en-NZ`: how they write dates. */
  locale?: string;
  /** What the person wrote beyond the longest text: danger is heard in it, no file keeps it. */
  rest?: string;
}

/** Asks for the handout of the document. */
export interface HandoutQuestion {
  document?: PersonDocument | null;
  /** The person's own local time with its offset, for dates and names of files. */
  now?: string;
  /** The person's locale as BCP 47 has it, such as `en-NZ`: how they write dates. */
  locale?: string;
  /** What the person wrote beyond the longest text: danger is heard in it, no file keeps it. */
  rest?: string;
  format: FileFormat;
  paper: Paper;
  named?: boolean;
}

/** Whom to call, and in which country. */
export interface HelpLine {
  country: string;
  number: string;
  service: string;
}

/**
 * How sure it is where a point lies, or where a zone is felt: a grade, and the sources that
 * make it so.
 *
 * text: why, where it is not plain from the sources.
 */
export interface HowSure {
  grade: Grade;
  text: string;
  sources: string[];
}

/**
 * How commonly a point is involved.
 *
 * how_common: the same in one word, left out where the text says nothing of it.
 * share_of_people: the share 0..1 of the people studied in whom it was found, where a cited
 * study counts; of a range the lower end. complaint: what those people suffered from; the share
 * says nothing of people with pain elsewhere.
 */
export interface Involvement {
  text: string;
  sources: string[];
  how_common: HowCommon | null;
  share_of_people: number | null;
  complaint: string | null;
}

/** A joint that is felt where the drawing is. */
export interface JointShare {
  id: string;
  name: string;
  side: Side;
  share_of_pain: number;
  /** Of the people studied, how many felt it where the drawing is, on average. */
  typical: number;
  /** Regions on its side, each with the share of people; a tenth where nobody counted. */
  felt: [string, number][];
  text: string;
}

/** A joint whose pain is felt elsewhere. */
export interface JointTexts {
  name: string;
  /** How its map was measured, and in how many people. */
  words: string;
  signs: Fact[];
  sources: string[];
}

/**
 * How to press a muscle: with what, how and how hard.
 *
 * dose: only where the dose of all muscles does not hold for this one.
 */
export interface Massage {
  tool: string;
  position: string;
  strokes: string;
  pressure: string;
  dose: OwnDose | null;
  sources: string[];
}

/** A point of a set, and its own share of what is marked. */
export interface Member {
  trigger_point: string;
  same_pattern: string[];
  muscle: string;
  side: Side;
  share_cm2: number;
  share: number;
}

/** The items of the published model of sciatica that were answered. */
export interface ModelItems {
  present: string[];
  absent: string[];
  not_answered: string[];
  text: string;
  limits: string;
  sources: string[];
}

/** A muscle in words, and the few numbers that words are made of. */
export interface MuscleTexts {
  name: string;
  latin: string;
  plain_name: string;
  other_names: string[];
  part_of_body: BodyPart;
  layer: Layer;
  attachments: Fact;
  action: Fact;
  nerve_supply: Fact;
  trigger_points: string[];
  /** Of its middle under the skin. */
  depth_mm: number;
  self_care: SelfCareTexts;
  nerves_near: NearNerve[];
}

/** A place where a nerve can be trapped, and the muscles that may press on it. */
export interface NarrowPlaceTexts {
  id: string;
  name: string;
  view: DrawnView;
  text: string;
  muscles: string[];
  sources: string[];
}

/** A nerve near a muscle. */
export interface NearNerve {
  nerve: string;
  distance_mm: number;
}

/** A piece of a nerve on the right side of a view. */
export interface NervePiece {
  path: string;
  /** Picture mm. */
  width: number;
  name: string;
  /** What lies over it: as in the order of the view. */
  under: string[];
}

/** Muscle or nerve: signs by what they point toward, the strongest first, and no verdict. */
export interface NerveReading {
  toward_nerve: SignItem[];
  toward_muscle: SignItem[];
  toward_neither: SignItem[];
  areas: SkinShare[];
  joints: JointShare[];
  /** Null when no question of the model was answered. */
  model: ModelItems | null;
  summary: string;
}

/** Which nerves the muscle may press on at this point. */
export interface NerveRisk {
  text: string;
  sources: string[];
  nerves: string[];
}

/** A nerve in words. */
export interface NerveTexts {
  name: string;
  latin: string;
  plain_name: string;
  other_names: string[];
  roots: string[];
  /** The nerve it is a branch of. */
  part_of: string | null;
  /** Whether it is the one that is drawn beside each pattern. */
  main: boolean;
  course: Fact;
  supplies: Fact;
  in_plain_words: Fact;
  variants: Variant[];
  skin_fields: SkinFieldTexts[];
  narrow_places: NarrowPlaceTexts[];
}

/** What a handout of the document cannot print, a sentence each. */
export interface NotesAnswer {
  notes: string[];
}

/** A popular claim, and what research found. */
export interface OftenSaid {
  claim: string;
  what_research_found: string;
  sources: string[];
}

/** The session in a file. */
export interface OpenAnswer {
  session: Session;
  /** What was done to open it, one sentence each. */
  notes: string[];
  /** Why the document of the page cannot be read; the file could be. */
  trouble?: string;
}

/** Asks for the session in a file. */
export interface OpenQuestion {
  document?: PersonDocument | null;
  /** The person's own local time with its offset, for dates and names of files. */
  now?: string;
  /** The person's locale as BCP 47 has it, such as `en-NZ`: how they write dates. */
  locale?: string;
  /** What the person wrote beyond the longest text: danger is heard in it, no file keeps it. */
  rest?: string;
  /** Its bytes as base64. */
  file: string;
}

/** How long and how often to press a muscle for which the one dose does not hold, and why. */
export interface OwnDose {
  text: string;
  sources: string[];
  reason: string;
}

/** What every part of a page is given. */
export interface PageData {
  addresses: Addresses;
  /** Where the modules and styles are, relative to the page. */
  code: string;
  /** Their own names, by code. */
  languages: Record<string, string>;
  pages: PageName[];
  /** The one that is open. */
  page: PageName;
  /** Its parts from the top. */
  parts: string[];
}

/** What Streamlit hears of a page: its language, and the page that a link leads to. */
export interface PageState {
  language?: string | null;
  navigate?: PageName | null;
}

/** What is marked. */
export interface Pain {
  area_cm2: number;
  /** The same as a share of the whole skin of the body. */
  share_of_skin: number;
  /** Regions that are marked wholly or mostly. */
  regions: string[];
  /** 0..10, null when nothing was rated. */
  worst_intensity: number | null;
  /** 0..10 over the rated skin, null when nothing was rated. */
  mean_intensity: number | null;
}

/** The part of a structure that lies in front of one that is painted after it. */
export interface Patch {
  of: string;
  over: string;
  path: string;
}

/** Points that might explain the pain together, the largest share first. */
export interface PointSet {
  members: Member[];
  explained_cm2: number;
  unexplained_cm2: number;
  coverage: number;
  score: number;
  /** What no set of this size exceeds; the score where the search was exact. */
  best_possible: number;
}

/** A trigger point in words. */
export interface PointTexts {
  name: string;
  where: string;
  landmarks: string;
  view: DrawnView;
  sources: string[];
  how_sure: HowSure;
  involvement: Involvement | null;
  mimics: Fact | null;
  nerve_risk: NerveRisk | null;
  muscle: string;
  essential: Zone;
  spillover: Zone | null;
  /**
   * Regions in which the right-sided point is felt, and the share of its pattern there: the
   * largest first.
   */
  felt: [string, number][];
}

/** What the map is for, and what not, in a patient's words. */
export interface Purpose {
  title: string;
  parts: PurposePart[];
}

/** One heading of the page that says what the map is for, and the words under it. */
export interface PurposePart {
  heading: string;
  text: string;
}

/** How far down the sciatic nerve of a side the pain reaches. */
export interface Reach {
  cm: number;
  /** The same in words: the key of a text is `level.` and this with `_` between its words. */
  level: Level;
}

/** Everything that is said of a person's document. */
export interface Reading {
  /** The body it was read on. */
  body: Body;
  pain: Pain;
  /** Those worth naming, in that order; `listed` tells how many there are. */
  candidates: Candidate[];
  /** How many fit the drawing about as well as the first. */
  alike: number;
  /** What to ask next, null where no answer would tell enough. */
  ask_area: AreaQuestion | null;
  /** Left out where no point was pressed. */
  steps?: Step[];
  sets: PointSet[];
  nerve: NerveReading;
  /** The sure ones, then those to ask; the most urgent first. */
  red_flags: FoundFlag[];
  asked_first: AskedFirst[];
  self_care_changes: SelfCareChange[];
  /** Regions, without a side, of which any skin is marked. */
  marked_regions: string[];
  /** Whether nothing needs a doctor now or today. */
  self_care: boolean;
  /** What of the document was left out, one sentence each. */
  notes: string[];
  listed: number;
}

/** The reading of the document; of one that cannot be read, the reading of an empty one. */
export interface ReadingAnswer {
  reading: Reading;
  /** Why the document cannot be read, in one sentence. */
  trouble?: string;
}

/** Asks for the reading of the document. */
export interface ReadingQuestion {
  document?: PersonDocument | null;
  /** The person's own local time with its offset, for dates and names of files. */
  now?: string;
  /** The person's locale as BCP 47 has it, such as `en-NZ`: how they write dates. */
  locale?: string;
  /** What the person wrote beyond the longest text: danger is heard in it, no file keeps it. */
  rest?: string;
}

/** Why there is no answer, in one sentence. */
export interface Refusal {
  trouble: string;
}

/** A whole region that hurts. */
export interface RegionMark {
  intensity: number | null;
  quality: Quality | null;
  kind: "region";
  region: string;
}

/** The document as the text of its file. */
export interface SaveAnswer {
  text: string;
  /** A name for the file. */
  name: string;
}

/** Asks for the document as a file. */
export interface SaveQuestion {
  document?: PersonDocument | null;
  /** The person's own local time with its offset, for dates and names of files. */
  now?: string;
  /** The person's locale as BCP 47 has it, such as `en-NZ`: how they write dates. */
  locale?: string;
  /** What the person wrote beyond the longest text: danger is heard in it, no file keeps it. */
  rest?: string;
  /** Whether the name of the file holds that of the person. */
  named?: boolean;
}

/** The skin points of the right half that a view shows. */
export interface SeenSkin {
  /** Their numbers: base64 of `uint16`. */
  index: string;
  /** Where they are seen: base64 of pairs of `int16`, in `1 / UV_STEPS` of a picture mm. */
  uv: string;
  /** Their mirrors are seen in it, too. */
  both: boolean;
}

/** What a sure sign changes in self-care. */
export interface SelfCareChange {
  sign: string;
  hold_back: HoldBack;
  text: string;
  /** Right-sided points whose self-care it is about; none: all. */
  trigger_points: string[];
  sources: string[];
}

/** What a person can do for one muscle, and when to stop and see someone. */
export interface SelfCareTexts {
  self_test: Fact;
  massage: Massage;
  movement: Fact;
  sets_it_off: Fact;
  stop: Fact;
  see_someone: Fact;
}

/** A file that the person chose. */
export interface SentFile {
  name: string;
  /** Its bytes as base64. */
  content: string;
}

/**
 * What one person marked, answered, wrote and tried, frozen.
 *
 * app_version, atlas_version: what it was made with; visited: the person's own date of the
 * drawing, a day or a moment, set when marking starts and changed by nobody else; saved: when the
 * file was written, None if never; body: the one it is read on, None if nobody chose: then it
 * is MEASURED_BODY; skin_tone: of the pictures, which changes no reading; weigh_common,
 * weigh_evidence: whether it counts how common a point is and how sure its pattern; answers by
 * question; also_hurts: by region, whether it hurts
 * there too, as it was asked; pressed: findings, and kept: the points a therapist chose, both by
 * `trigger_point:side`; text: the patient's own words; name: only if typed; clinical_note: the
 * therapist's own, private, on no page that is handed out; patient_note: what the handout says to
 * the patient. The present atlas may lack some of the ids: see `fitted`.
 */
export interface Session {
  format: "referral-map-session";
  version: 3;
  app_version: string;
  atlas_version: string;
  visited: string | null;
  saved: string | null;
  language: string;
  body: Body | null;
  skin_tone: SkinTone;
  weigh_common: boolean;
  weigh_evidence: boolean;
  marks: (RegionMark | BrushMark | EraserMark)[];
  answers: Record<string, Answer>;
  also_hurts: Record<string, Answer>;
  text: string;
  pressed: Record<string, Finding>;
  kept: string[];
  name: string;
  clinical_note: string;
  patient_note: string;
}

/** The L or R of a picture: the patient's left or right. */
export interface SideLetter {
  text: string;
  side: Side;
  at: [number, number];
}

/** A sign that points toward a nerve, a muscle, or neither. */
export interface SignItem {
  id: string;
  /** Where it comes from. */
  kind: "answer" | "muscle" | "drawing";
  /** Whether the sign is there, or its absence counts. */
  answer: "yes" | "no";
  strength: Strength;
  text: string;
  sources: string[];
}

/** A question that tells nerve from muscle. */
export interface SignQuestion {
  id: string;
  question: string;
  answers: Answer[];
}

/** A field of skin that a nerve feels. */
export interface SkinFieldTexts {
  id: string;
  name: string;
  words: string;
  uncertainty: string;
}

/** `atlas/skin-<body>.json`: the skin of both sides, as base64 of little-endian arrays. */
export interface SkinPoints {
  /** Point `i + count / 2` is the mirror of point `i`. */
  count: number;
  /** Of the right half: `uint16`, in `1 / AREA_STEPS` of a cm2. */
  area: string;
  /** `int16`: the place of its region among those of the drawings, -1 where none is clicked. */
  region: string;
  /** `left` mirrors `right`. */
  views: Record<DrawnView, SeenSkin>;
  hash: string;
}

/** The skin of a nerve that holds some of the pain. */
export interface SkinShare {
  id: string;
  name: string;
  side: Side;
  share_of_pain: number;
  share_of_area: number;
}

/** A work that facts rest on. */
export interface SourceTexts {
  kind: "book" | "paper" | "page";
  authors: string;
  title: string;
  year?: number | null;
  publisher?: string;
  journal?: string;
  doi?: string;
  pmid?: string;
  no_identifier?: string;
  rank: SourceRank;
  seen: SeenPart;
  url?: string | null;
  note: string;
  weak?: boolean;
}

/** What the finding at one point did to its candidate. */
export interface Step {
  trigger_point: string;
  side: Side;
  finding: Finding;
  /** Its posterior before the finding, null where the point is not listed. */
  before: number | null;
  after: number | null;
  words: string;
}

/**
 * A question patients ask, answered in plain words.
 *
 * theme, order: its heading on the Learn page and its place there, the lowest first; the subject
 * that stands before all themes has neither. roles: what other pages take from it. no_picture:
 * why it has no picture, where it has none.
 */
export interface Subject {
  id: string;
  title: string;
  question: string;
  theme: string | null;
  order: number | null;
  roles: ("first" | "felt_elsewhere" | "how_sure" | "who_can_help" | "pain_draws_back")[];
  paragraphs: Fact[];
  often_said: OftenSaid[];
  picture: SubjectPicture | null;
  no_picture: string;
}

/**
 * What is drawn for a subject, in one view of the body. Ids are of the right side.
 *
 * points: trigger points with their zones; spots: without; regions: hatched as on the map;
 * series: several pictures in a row, each with regions of its own; both_sides: the left, too;
 * cut_to_muscles: the picture is cut to the muscles, not to all it shows; least_height: mm of the
 * body it shows at least; true_size: a point's disc is as large as on the map, however small
 * the picture.
 */
export interface SubjectPicture {
  caption: string;
  view: DrawnView;
  points: string[];
  spots: string[];
  muscles: string[];
  regions: string[];
  nerves: string[];
  narrow_places: string[];
  series: string[][];
  both_sides: boolean;
  cut_to_muscles: boolean;
  least_height: number | null;
  true_size: boolean;
}

/** All texts of a language, by id. */
export interface Texts {
  language: string;
  /** The words of the page by key, with `{fields}` in braces. */
  words: Record<string, string>;
  credit: string;
  regions: Record<string, string>;
  /**
   * By region: right-sided points, the share of each one's pattern that lies there, and the share
   * of the region that its pattern covers.
   */
  felt_in: Record<string, [string, number, number][]>;
  muscles: Record<string, MuscleTexts>;
  trigger_points: Record<string, PointTexts>;
  nerves: Record<string, NerveTexts>;
  dermatomes: Record<string, DermatomeTexts>;
  joints: Record<string, JointTexts>;
  subjects: Subject[];
  themes: ThemeTexts[];
  /** Nerves that the tour passes, in order. */
  tour: string[];
  dose: Dose;
  purpose: Purpose;
  examples: ExampleDrawing[];
  /** The most urgent first. */
  flags: FlagQuestion[];
  signs: SignQuestion[];
  sources: Record<string, SourceTexts>;
}

/** A heading of the Learn page, and the subjects under it in the order of reading. */
export interface ThemeTexts {
  id: string;
  name: string;
  self_care: boolean;
  subjects: string[];
}

/** Where visits stand on an axis of time from 0 to 1. */
export interface TimeAxis {
  places: number[];
  /** Few enough not to touch; the first begins at 0, and the last ends at 1. */
  labels: AxisLabel[];
}

/** An anatomical variant, and how often it is reported. */
export interface Variant {
  id: string;
  name: string;
  text: string;
  how_often: string;
  sources: string[];
}

/** What a view is, without its shapes. */
export interface ViewFrame {
  title: string;
  /** `u, v, width, height` of the whole picture, in mm. */
  window: [number, number, number, number];
  /** By part of the body in use; a view without one does not help with it. */
  windows: Partial<Record<Framing, [number, number, number, number]>>;
  letters: Partial<Record<Framing, SideLetter[]>>;
  /** The view that it is, or is the mirror of. */
  stored: DrawnView;
  two_sided: boolean;
  /** Of a two-sided view: 1 where the right side lies at `u > 0`, else -1; 0 of the others. */
  right_at: number;
}

/** The numbers of one session. */
export interface Visit {
  visited: string | null;
  /** Its date in words, which tell it from the other visits. */
  when: string;
  /** Days since the first visit, null when one has no date. */
  at: number | null;
  /** The body it is of, which all is measured on. */
  body: Body;
  area_cm2: number;
  /** The same as a share of the whole skin: what visits on two bodies are compared in. */
  share_of_skin: number;
  by_side: Record<Side, number>;
  by_region: Record<string, number>;
  worst_intensity: number | null;
  mean_intensity: number | null;
  reach: Record<Side, Reach | null>;
}

/** Asks for the page about the visits as a file. */
export interface VisitsFileQuestion {
  document?: PersonDocument | null;
  /** The person's own local time with its offset, for dates and names of files. */
  now?: string;
  /** The person's locale as BCP 47 has it, such as `en-NZ`: how they write dates. */
  locale?: string;
  /** What the person wrote beyond the longest text: danger is heard in it, no file keeps it. */
  rest?: string;
  files: SentFile[];
  own?: boolean;
  format: FileFormat;
  paper?: Paper;
  named?: boolean;
}

/** Where a point's pain is felt, in words. */
export interface Zone {
  text: string;
  sources: string[];
  how_sure: HowSure;
}

/** What a person marked, told apart by its `kind`. */
export type Mark = RegionMark | BrushMark | EraserMark;

/** The person's document as the browser holds it: a session without the server's stamps. */
export type PersonDocument = Omit<Session, "app_version" | "atlas_version" | "saved"> &
  Partial<Session>;

/** What is asked, by kind: `/answer/<kind>`. */
export interface Questions {
  reading: ReadingQuestion;
  save: SaveQuestion;
  open: OpenQuestion;
  handout: HandoutQuestion;
  handout_notes: HandoutNotesQuestion;
  compare: CompareQuestion;
}

/** What is answered, by kind: `/answer/<kind>`. */
export interface Answers {
  reading: ReadingAnswer;
  save: SaveAnswer;
  open: OpenAnswer;
  handout: FileAnswer;
  handout_notes: NotesAnswer;
  compare: ComparisonAnswer;
}

/**
 * What stands in the place of an answer: one sentence; `lost` where none came, and asking
 * again may help. Fields of the answer are named, so that it can be taken apart.
 */
export type Refused<Given> = Refusal & { lost?: boolean } & {
  [Field in Exclude<keyof Given, "trouble">]?: undefined;
};

/** What a question gets: its answer, or why there is none. */
export type Answered<Given> = (Given & { trouble?: string; lost?: undefined }) | Refused<Given>;
