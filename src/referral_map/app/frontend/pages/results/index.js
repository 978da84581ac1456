// The reading of the marks: safety questions first, then points, sets, and muscle or nerve.
import { Results } from "./results_panel.js";
import { mount } from "../../shell/mount.js";

export default mount("results", ["drawings"], Results);
