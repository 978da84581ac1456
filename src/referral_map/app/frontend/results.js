// Everything said of the marks: safety questions first, then points, sets, and muscle or nerve.
import { Results } from "./results_panel.js";
import { mounted } from "./mounting.js";

export default mounted("results", ["drawings"], Results);
