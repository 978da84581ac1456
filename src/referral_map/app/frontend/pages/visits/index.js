// The page that compares visits.
import { mount } from "../../shell/mount.js";
import { Visits } from "./visits_page.js";

export default mount("visits", ["drawings", "skin"], Visits);
