// The body map: the body in use, to mark.
import { MapPage } from "./map_page.js";
import { mount } from "../../shell/mount.js";

export default mount("body-map", ["drawings", "skin"], MapPage);
