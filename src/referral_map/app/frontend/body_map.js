// A door: see late.js.
import { late } from "./late.js";

export default late("body_map_main.js");
