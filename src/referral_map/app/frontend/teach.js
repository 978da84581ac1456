// The teaching page: a therapist shows a person their muscles, where they hurt, and why.
import { mounted } from "./mounting.js";
import { TeachPage } from "./teach_page.js";

export default mounted("teach", ["drawings", "areas"], TeachPage);
