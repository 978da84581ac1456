// A door: see late.js.
import { late } from "./late.js";

export default late("results_main.js");
