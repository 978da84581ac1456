// The body map: five views to mark, in the browser; the server is told when a mark is made.
import { BodyMap } from "./map.js";
import { mounted } from "./mounting.js";

export default mounted("body-map", ["drawings", "skin"], BodyMap);
