// The head of every page: it holds the document, tells the server of it, and sets the language.
import { SessionHead } from "./session_head.js";
import { mounted } from "./mounting.js";

export default mounted("session-head", [], SessionHead);
