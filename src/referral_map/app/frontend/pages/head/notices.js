// What the page says of itself: that nothing can be kept, that marks of an earlier day are here, that the
// server is slow or newer than the page. Each stands until it is settled.
import { button, html } from "../../lib/dom.js";
import { localTime } from "../../document/document.js";
import { handOver, TYPES } from "../../document/files.js";
import { keepState, stateOf } from "../../document/page_state.js";
import * as carrying from "../../document/carrying.js";
import * as readings from "../../document/reading.js";
import * as server from "../../document/server.js";
import * as store from "../../document/store.js";
import { dayInWords } from "../../language/dates.js";
import { t } from "../../language/words.js";

const REMINDED = "head.reminded";
const SET_ASIDE = "referral-map-set-aside.json";

/**
 * @param {{ save: () => void, newPerson: () => void }} act
 * @param {AbortSignal} signal - when the head is taken away
 */
export function buildNotices({ save, newPerson }, signal) {
  const openedOn = today();
  const storage = notice("alert");
  const reminder = notice("status");
  const version = notice("status");
  const slow = notice("status");
  const strokes = notice("status");
  const saveButton = () => button({ class: "save-now" }, t("file.save"), save);

  function showStorage() {
    const trouble = store.storageTrouble();
    const more = trouble === "full" || trouble === "forbidden" ? [saveButton()] : setAside();
    storage.show(trouble && t(`storage.${trouble}`), trouble ? more : []);
  }

  function remind() {
    const from = earlierDay(openedOn);
    reminder.show(from && t("person.still_here", { day: dayInWords(from) }), [
      button({ class: "go-on" }, t("person.go_on"), () => {
        goOnWith(from);
        remind();
      }),
      saveButton(),
      button({ class: "start-anew" }, t("person.new"), newPerson),
    ]);
  }

  const showVersion = () =>
    version.show(server.isNewer() ? t("app.newer") : "", [
      button({ class: "load-newer" }, t("app.load_newer"), () => location.reload()),
    ]);

  store.on("storage", showStorage, signal);
  for (const name of /** @type {const} */ (["replaced", "visited", "storage"]))
    store.on(name, remind, signal);
  server.onNewer(showVersion, signal);
  const showStrokes = () => strokes.show(carrying.waits() ? t("app.strokes_wait") : "", []);
  carrying.on(showStrokes, signal);
  readings.on(() => slow.show(readings.slow() ? t("app.slow") : "", []), signal);
  // The page may have been left open over night.
  addEventListener("visibilitychange", remind, { signal });
  showStorage();
  remind();
  showVersion();
  showStrokes();
  return [storage, version, reminder, strokes, slow].map(({ element }) => element);
}

/**
 * Remind nobody of marks from this day, not after a reload either: the person knows them.
 * @param {string} from - a day or a moment
 */
export function goOnWith(from) {
  keepState(REMINDED, from);
}

/** @param {"alert" | "status"} role */
function notice(role) {
  const words = html("p", {});
  const tools = html("div", { class: "notice-tools" });
  const element = html("div", { class: "notice", role, hidden: "" }, words, tools);
  return {
    element,
    /**
     * @param {string} text - "" for nothing to say
     * @param {readonly HTMLElement[]} buttons
     */
    show(text, buttons) {
      if (words.textContent === text) return;
      words.textContent = text;
      tools.replaceChildren(...(text ? buttons : []));
      element.hidden = !text;
    },
  };
}

function today() {
  return localTime().slice(0, 10);
}

/**
 * The day of marks that were found here, or left open, from before today; "" where there are none or the person
 * goes on with them. A file that is opened now is no surprise.
 * @param {string} openedOn - the day on which the page was opened
 */
function earlierDay(openedOn) {
  if (store.isEmpty()) return "";
  const from = store.foundFrom() || (today() === openedOn ? "" : store.beganOn());
  if (!from || from.slice(0, 10) === today()) return "";
  return stateOf(REMINDED, "") === from ? "" : from;
}

/** The way to what could not be read, as it was. */
function setAside() {
  const text = store.setAside();
  if (text === null) return [];
  return [
    button({ class: "save-set-aside" }, t("storage.save_set_aside"), () =>
      handOver(text, SET_ASIDE, TYPES.json),
    ),
  ];
}
