"""Pens, palms, fingers and mice that come and go in any order: one pointer paints, as far as it
went, and no other disturbs it."""

from collections import Counter
from math import dist

import pytest
from body_page import BodyPage
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

# Plays what pointers do on the back view, on a clock of its own, and tells what each of them did
# from the moment it came down: a contact. `places` are in mm of the picture, as a stroke has them.
PLAY = """async (map, actions) => {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  const store = await import(loaded.find(each => each.endsWith("/document/store.js")));
  const svg = map.querySelector('[data-view="back"] svg.picture');
  const root = svg.getRootNode();
  const box = svg.getBoundingClientRect();
  const kinds = ["mouse", "pen", "touch", "touch", "touch"];
  const contacts = [], down = new Map(), at = kinds.map((_, i) => [0.5, 0.22 + 0.01 * i]);
  // Ten seconds between two plays: nothing of the last one counts.
  let clock = (globalThis.playClock ?? 1e6) + 10_000, lastTouch = globalThis.playTouch ?? 100;
  const place = (pointer) => {
    const [u, v] = at[pointer];
    return [box.x + u * box.width, box.y + v * box.height];
  };
  const send = (type, pointer, id, more) => {
    const [clientX, clientY] = place(pointer);
    const target = root.elementFromPoint(clientX, clientY) ?? svg;
    const touches = [...down.values()].filter(({ pointer }) => pointer > 1);
    const event = new PointerEvent(type, {
      bubbles: true, composed: true, cancelable: true, clientX, clientY, pointerId: id,
      pointerType: kinds[pointer],
      isPrimary: pointer < 2 || !touches.some((each) => each.id !== id), ...more,
    });
    Object.defineProperty(event, "timeStamp", { value: clock });
    target.dispatchEvent(event);
    const mm = new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM().inverse());
    return {
      place: [Math.round(mm.x * 10) / 10, Math.round(mm.y * 10) / 10],
      onBody: Boolean(target.closest?.("[data-region]")),
    };
  };
  const end = (pointer) => {
    const contact = down.get(pointer);
    contact.ended = clock;
    down.delete(pointer);
    return contact;
  };
  const go = (pointer, buttons) => {
    const contact = down.get(pointer);
    const moved = send("pointermove", pointer, contact.id, { button: -1, buttons });
    if (buttons) contact.places.push(moved);
  };
  const press = (pointer) => {
    const id = pointer < 2 ? pointer + 1 : (lastTouch += 1);
    const beside = [...down.values()].map(({ number }) => number);
    const contact = {
      number: contacts.length, pointer, id, type: kinds[pointer], at: clock, ended: null, beside,
      places: [],
    };
    contacts.push(contact);
    down.set(pointer, contact);
    contact.places.push(send("pointerdown", pointer, id, { button: 0, buttons: 1 }));
  };
  const act = {
    press: (pointer) => (down.has(pointer) ? go(pointer, 1) : press(pointer)),
    move: (pointer) => down.has(pointer) && go(pointer, 1),
    lift: (pointer) => {
      if (!down.has(pointer)) return;
      const { id } = down.get(pointer);
      send("pointerup", pointer, id, { button: 0, buttons: 0 });
      send("lostpointercapture", pointer, end(pointer).id, {});
    },
    cancel: (pointer) => {
      if (!down.has(pointer)) return;
      send("pointercancel", pointer, down.get(pointer).id, {});
      end(pointer);
    },
    // Lifted where nobody hears of it: then it moves with no button down.
    outside: (pointer) => {
      if (pointer > 1 || !down.has(pointer)) return;
      go(pointer, 0);
      end(pointer);
    },
  };
  for (const [pointer, verb, u, v, wait] of actions) {
    clock += wait;
    at[pointer] = [0.5 + u / 400, at[pointer][1] + v / 400];
    act[verb](pointer);
  }
  const painting = map.querySelectorAll(".stroke-now").length;
  for (const pointer of [...down.keys()]) { clock += 1000; act.lift(pointer); }
  const { marks } = store.current();
  store.setMarks([]);
  map.querySelector(".zoom button:last-child").click();
  Object.assign(globalThis, { playClock: clock, playTouch: lastTouch });
  const left = map.querySelectorAll(".stroke-now").length;
  return { contacts, marks, painting, left };
}"""

actions = st.lists(
    st.tuples(
        st.sampled_from([0, 1, 1, 2, 2, 3, 4]),
        st.sampled_from(["press", "press", "move", "move", "move", "lift", "cancel", "outside"]),
        st.integers(-20, 20),
        st.integers(-8, 8),
        st.sampled_from([1, 16, 16, 120, 300, 700]),
    ),
    min_size=2,
    max_size=24,
)


def path_of(contact: dict) -> list[list[float]]:
    """The path of a stroke that goes as far as the contact went, in steps of 3 mm or more."""
    places = [each["place"] for each in contact["places"]]
    path = places[:1]
    for place in places[1:]:
        if dist(place, path[-1]) >= 3:
            path.append(place)
    return path


def is_palm(contact: dict, contacts: list[dict]) -> bool:
    """Whether a pen was there before a touch ended, or a moment before it began."""
    return contact["type"] == "touch" and any(
        pen["at"] <= contact["ended"] and contact["at"] - pen["ended"] < 500
        for pen in contacts
        if pen["type"] == "pen"
    )


def must_paint(contact: dict, contacts: list[dict]) -> bool:
    """Whether nothing was in the way of a contact when it came down."""
    if not any(each["onBody"] for each in contact["places"]):
        return False
    beside = {contacts[number]["type"] for number in contact["beside"]}
    if contact["type"] == "pen":
        return not beside & {"mouse", "pen"}
    if beside or is_palm(contact, contacts):
        return False
    soon = [
        other
        for other in contacts
        if other["number"] > contact["number"] and 0 <= other["at"] - contact["at"] < 250
    ]
    return contact["type"] == "mouse" or not soon


@pytest.fixture(scope="module")
def stage(visits) -> BodyPage:
    """A tablet on whose clock only the plays go on."""
    body = visits(viewport={"width": 820, "height": 1180}, has_touch=True)
    body.take("brush")
    body.map.get_by_role("slider", name="Width").fill("6")
    body.picture("back").evaluate(
        "each => each.scrollIntoView({ block: 'start', behavior: 'instant' })"
    )
    return body


@given(actions=actions)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_each_stroke_is_one_mark_as_far_as_its_pointer_went(stage, actions):
    played = stage.map.evaluate(PLAY, actions)
    contacts, marks = played["contacts"], played["marks"]
    assert played["painting"] <= 1
    assert played["left"] == 0
    painted = Counter(str(mark["path"]) for mark in marks)
    # Each mark is one contact and no other, whole; contacts may have the same path.
    might = Counter(str(path_of(each)) for each in contacts if not is_palm(each, contacts))
    must = Counter(str(path_of(each)) for each in contacts if must_paint(each, contacts))
    assert must <= painted <= might


def test_contacts_of_each_kind_must_paint_among_those_drawn_by_chance(stage):
    """The law above speaks of something."""
    for pointer, kind in enumerate(["mouse", "pen", "touch"]):
        stroke = [(pointer, "press", 0, 0, 700), (pointer, "move", 20, 4, 16)]
        (contact,) = stage.map.evaluate(PLAY, stroke)["contacts"]
        assert contact["type"] == kind
        assert must_paint(contact, [contact])
        assert len(path_of(contact)) == 2
