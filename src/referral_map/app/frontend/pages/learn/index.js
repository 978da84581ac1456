// The learn page: what people ask, and how to help oneself.
import { Learn } from "./learn_page.js";
import { mount } from "../../shell/mount.js";

export default mount("learn", ["drawings", "areas"], Learn);
