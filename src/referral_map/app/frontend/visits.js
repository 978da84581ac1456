// The page that compares visits.
import { mounted } from "./mounting.js";
import { Visits } from "./visits_page.js";

export default mounted("visits", ["drawings", "skin"], Visits);
