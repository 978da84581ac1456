// What people ask, and how to help oneself: texts of the atlas, pictures of the same map.
import { Learn } from "./learn_page.js";
import { mounted } from "./mounting.js";

export default mounted("learn", ["drawings", "areas"], Learn);
