// The page of the handout.
import { Handout } from "./handout_page.js";
import { mounted } from "./mounting.js";

export default mounted("handout", ["drawings"], Handout);
