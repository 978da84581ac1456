// The page of the handout.
import { Handout } from "./handout_page.js";
import { mount } from "../../shell/mount.js";

export default mount("handout", ["drawings"], Handout);
