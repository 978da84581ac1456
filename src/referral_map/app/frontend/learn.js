// A door: see late.js.
import { late } from "./late.js";

export default late("learn_main.js");
