// The body map: five views to mark.
import { BodyMap } from "./body_map.js";
import { mount } from "../../shell/mount.js";

export default mount("body-map", ["drawings", "skin"], BodyMap);
