"""Safety first: answers and a person's own words are screened, then muscle or nerve is weighed.

python docs/examples/red_flags_and_nerves.py
"""

from referral_map import (
    Atlas,
    PainDrawing,
    load_atlas,
    match,
    read_nerves,
    red_flag_questions,
    screen,
    stops_self_care,
)

PEOPLE = {
    "a cramp": ({"swollen_calf": "no"}, "A cramp at night. No fever, and I never had cancer."),
    "a clot?": ({"swollen_calf": "not_sure"}, "Since the flight my calf is hot and swollen."),
}
"""Answers by question, and free text; a text that denies a sign does not tell of it."""

ABOUT_THE_NERVE = {"below_knee": "yes", "tingling": "no", "pain_on_movement": "yes"}


def ask_for_safety(atlas: Atlas) -> None:
    """Print what each person should do first."""
    first = red_flag_questions(atlas)[0]
    print(f"The first of {len(red_flag_questions(atlas))} questions: {first.words}\n")
    for name, (answers, text) in PEOPLE.items():
        flags = screen(atlas, answers, text)
        for flag in flags:
            print(f"{name}: {flag.urgency.upper()}: {flag.action} ({flag.why})")
        print(f"{name}: self-care: {'no' if stops_self_care(flags) else 'yes'}\n")


def weigh_muscle_and_nerve(atlas: Atlas) -> None:
    """Print what points toward a nerve and what toward a muscle, with its strength."""
    pain = PainDrawing.from_regions(atlas, ["thigh_back_middle_right", "calf_upper_right"])
    muscles = [candidate.muscle for candidate in match(atlas, pain).candidates]
    reading = read_nerves(atlas, pain, ABOUT_THE_NERVE, muscles)
    print(reading.summary)
    columns = {"nerve": reading.toward_nerve, "muscle": reading.toward_muscle}
    for toward, items in columns.items():
        for item in items:
            print(f"  {toward:6} {item.strength:6} {item.text}")


def main() -> None:
    """Both, in the order in which they matter."""
    atlas = load_atlas()
    ask_for_safety(atlas)
    weigh_muscle_and_nerve(atlas)


if __name__ == "__main__":
    main()
