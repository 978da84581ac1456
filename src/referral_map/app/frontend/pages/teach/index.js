// The teaching page: a therapist shows a person their muscles, where they hurt, and why.
import { mount } from "../../shell/mount.js";
import { TeachPage } from "./teach_page.js";

export default mount("teach", ["drawings", "areas"], TeachPage);
