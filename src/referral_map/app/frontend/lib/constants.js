// Made by `make contract` from what stands in Python (app/browser_constants.py).
// Facts that only the page decides stand in its own modules.

/**
 * @import { Answer, Body, BodyPart, Changed, FileFormat, Finding, Framing, Grade, HoldBack, Layer,
 * Mark, Order, PageName, Paper, Quality, QuestionKind, Session, Side, SkinTone, Urgency, ViewName }
 * from "../types/wire.d.ts"
 */

/**
 * The two sides, always the patient's.
 * @type {readonly Side[]}
 */
export const SIDES = ["right", "left"];

/**
 * The views, in order.
 * @type {readonly ViewName[]}
 */
export const VIEW_NAMES = [
  "back",
  "front",
  "right",
  "left",
  "inner_legs",
  "soles",
  "feet_tops",
  "head_sides",
  "head_top",
  "arms_outer",
  "arms_inner",
  "palms",
  "hand_backs",
];

/**
 * The bodies, in the order in which they stand.
 * @type {readonly Body[]}
 */
export const BODIES = ["woman", "man"];

/**
 * The body that is taken where nobody chose.
 * @type {Body}
 */
export const MEASURED_BODY = "man";

/**
 * Tones of the skin of a body.
 * @type {readonly SkinTone[]}
 */
export const SKIN_TONES = ["light", "medium", "dark"];

/**
 * Parts of the body to work on; the first is the start.
 * @type {readonly Framing[]}
 */
export const FRAMINGS = ["lower", "upper", "whole"];

/**
 * By view, the one that shows the mirrored body as this one shows the body.
 * @type {Readonly<Record<ViewName, ViewName>>}
 */
export const MIRRORED_VIEW = {
  back: "back",
  front: "front",
  right: "left",
  left: "right",
  inner_legs: "inner_legs",
  soles: "soles",
  feet_tops: "feet_tops",
  head_sides: "head_sides",
  head_top: "head_top",
  arms_outer: "arms_outer",
  arms_inner: "arms_inner",
  palms: "palms",
  hand_backs: "hand_backs",
};

/**
 * What pain can feel like.
 * @type {readonly Quality[]}
 */
export const QUALITIES = ["ache", "burning", "electric", "tingling", "numb"];

/**
 * What pressing a point can find, strongest first.
 * @type {readonly Finding[]}
 */
export const FINDINGS = ["familiar", "tender", "nothing"];

/**
 * How sure a place or a zone is, the surest first.
 * @type {readonly Grade[]}
 */
export const GRADES = ["measured", "consensus", "single", "weak"];

/**
 * What a question can be answered with.
 * @type {readonly Answer[]}
 */
export const ANSWERS = ["yes", "no", "not_sure"];

/**
 * What can have become of pain between two visits.
 * @type {readonly Changed[]}
 */
export const CHANGES = ["gone", "new", "same"];

/**
 * The layers of the body, from outside in.
 * @type {readonly (Layer | "skin" | "bone")[]}
 */
export const LAYERS = ["skin", "superficial", "intermediate", "deep", "bone"];

/**
 * Parts of the body that muscles are listed under.
 * @type {readonly BodyPart[]}
 */
export const BODY_PARTS = ["trunk", "buttock", "hip", "thigh", "leg", "foot"];

/**
 * What can be marked with.
 * @type {readonly Mark['kind'][]}
 */
export const MARK_KINDS = ["region", "brush", "eraser"];

/**
 * The worst pain; 0 does not hurt.
 * @type {number}
 */
export const MOST_INTENSE = 10;

/**
 * The thinnest stroke a document may hold.
 * @type {number}
 */
export const LEAST_SIZE_CM = 0.5;

/**
 * The widest stroke a document may hold.
 * @type {number}
 */
export const LARGEST_SIZE_CM = 12;

/**
 * Sizes of the brush that are offered.
 * @type {readonly [number, number]}
 */
export const OFFERED_SIZES_CM = [1, 10];

/**
 * How strongly the weakest pain is coloured; the worst and the unrated: 1.
 * @type {number}
 */
export const LIGHTEST = 0.4;

/**
 * Side of the square of a sign, picture mm.
 * @type {number}
 */
export const SIGN_SQUARE = 18;

/**
 * The sign of each quality of pain as SVG path data in its square.
 * @type {Readonly<Record<Quality | "none", string>>}
 */
export const SIGNS = {
  none: "M-20,20L2,-2M-2,20L20,-2M16,20L38,-2",
  ache: "M3,12L9,6L15,12",
  burning: "M5,5L13,13M13,5L5,13",
  electric: "M1,12L6,6L9,12L14,6L17,12",
  tingling: "M5,9a4,4 0 1 0 8,0a4,4 0 1 0 -8,0",
  numb: "M3,6L15,6M3,12L15,12",
};

/**
 * Two examiners who mark the same trigger point put their marks about 13 mm apart, so a point is an
 * X in a disc of that radius, never a pin.
 * @type {number}
 */
export const DISC_RADIUS = 13;

/**
 * How far the X reaches on each axis, of the radius.
 * @type {number}
 */
export const DISC_ARM = 0.52;

/**
 * No nerve is drawn thinner.
 * @type {number}
 */
export const NERVE_LEAST_MM = 2;

/**
 * The dark edge of a nerve is so much wider than the nerve.
 * @type {number}
 */
export const NERVE_CASING_MM = 2.5;

/**
 * Width of the dashed line of a covered nerve, of its own.
 * @type {number}
 */
export const NERVE_HIDDEN_SHARE = 0.7;

/**
 * Side of the square that holds two dots of spillover.
 * @type {number}
 */
export const STIPPLE_MM = 10;

/**
 * The radius of a dot.
 * @type {number}
 */
export const STIPPLE_DOT_MM = 2.7;

/**
 * Where a window cuts the body, it fades out over so much.
 * @type {number}
 */
export const FADE_MM = 30;

/**
 * An outline that was cut at an edge of a window lies so near to it.
 * @type {number}
 */
export const CUT_WITHIN_MM = 3;

/**
 * Places of skin points come in this part of a picture mm.
 * @type {number}
 */
export const UV_STEPS = 10;

/**
 * Areas of skin points come in this part of a cm2.
 * @type {number}
 */
export const AREA_STEPS = 1000;

/**
 * How many colours skin areas have.
 * @type {number}
 */
export const AREA_TINTS = 4;

/**
 * How many colours muscles have.
 * @type {number}
 */
export const FLESH_TINTS = 4;

/**
 * What a session file says it is.
 * @type {Session['format']}
 */
export const SESSION_FORMAT = "referral-map-session";

/**
 * The version of the format that is written.
 * @type {Session['version']}
 */
export const SESSION_VERSION = 3;

/**
 * Of a session file.
 * @type {number}
 */
export const MOST_BYTES = 5_000_000;

/**
 * Files that can be compared.
 * @type {number}
 */
export const MOST_VISITS = 20;

/**
 * Marks in a document.
 * @type {number}
 */
export const MOST_MARKS = 2000;

/**
 * Places in the path of one stroke.
 * @type {number}
 */
export const MOST_PLACES = 2000;

/**
 * How far a path may leave its view's window.
 * @type {number}
 */
export const BEYOND_VIEW_MM = 100;

/**
 * Letters of the person's own words.
 * @type {number}
 */
export const LONGEST_TEXT = 5000;

/**
 * Letters of a note.
 * @type {number}
 */
export const LONGEST_NOTE = 5000;

/**
 * Letters of a name.
 * @type {number}
 */
export const LONGEST_NAME = 120;

/**
 * Pattern of the id of a region or a question.
 * @type {string}
 */
export const KEY_FORM = "^[a-z][a-z0-9_]*$";

/**
 * Letters of such an id.
 * @type {number}
 */
export const LONGEST_KEY = 80;

/**
 * Pattern of a point on a side.
 * @type {string}
 */
export const POINT_FORM = "^[a-z][a-z0-9_]*:(right|left)$";

/**
 * Letters of a point on a side.
 * @type {number}
 */
export const LONGEST_POINT = 90;

/**
 * Pattern of the code of a language.
 * @type {string}
 */
export const LANGUAGE_FORM = "^[a-z]{2,3}$";

/**
 * Pattern of the date of a drawing.
 * @type {string}
 */
export const VISITED_FORM =
  "^\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?(Z|[+-]\\d\\d:\\d\\d))?$";

/**
 * Pattern of characters that neither a page nor a PDF can hold; sessions refuse them.
 * @type {string}
 */
export const UNPRINTABLE =
  "[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\ud800-\\udfff\\ufffe\\uffff]";

/**
 * How soon a sign needs a doctor, the most urgent first.
 * @type {readonly Urgency[]}
 */
export const URGENCIES = ["now", "today", "soon"];

/**
 * Urgencies that end all self-care.
 * @type {readonly Urgency[]}
 */
export const STOPPING = ["now", "today"];

/**
 * What a sign may hold back of self-care, the most first.
 * @type {readonly HoldBack[]}
 */
export const HOLD_BACKS = ["all", "pressure", "nothing"];

/**
 * Urgencies of which not being sure of a sign counts as the sign.
 * @type {readonly Urgency[]}
 */
export const COUNTED_IN_DOUBT = ["now"];

/**
 * The pages; the first is the start.
 * @type {readonly PageName[]}
 */
export const PAGES = ["map", "teach", "learn", "handout", "visits"];

/**
 * What can be asked of the server.
 * @type {readonly QuestionKind[]}
 */
export const QUESTION_KINDS = ["reading", "save", "open", "handout", "handout_notes", "compare"];

/**
 * Fields of a candidate by which the list can be ordered; the first is how it comes.
 * @type {readonly Order[]}
 */
export const ORDERS = ["place", "score", "coverage", "fit"];

/**
 * Points a handout begins with where none was kept.
 * @type {number}
 */
export const FIRST_IN_HANDOUT = 3;

/**
 * Formats a page can be had in.
 * @type {readonly FileFormat[]}
 */
export const FILE_FORMATS = ["pdf", "png", "svg"];

/**
 * Papers a page can be laid out for; the first where nothing tells which is usual.
 * @type {readonly Paper[]}
 */
export const PAPERS = ["a4", "letter"];

/**
 * Where printers hold Letter.
 * @type {readonly string[]}
 */
export const LETTER_TERRITORIES = [
  "BZ",
  "CA",
  "CL",
  "CO",
  "CR",
  "GT",
  "MX",
  "NI",
  "PA",
  "PH",
  "PR",
  "SV",
  "US",
  "VE",
];
