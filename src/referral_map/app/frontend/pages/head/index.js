// The head of every page: title, links to the pages, the person's file, and the language.
import { SessionHead } from "./head.js";
import { mount } from "../../shell/mount.js";

export default mount("session-head", [], SessionHead);
