"""What people bring, written by hand: their words, marks and answers, and what must be found.

After what texts on referred pain, sciatica and red flags say. Where a muscle must be high in the
list, the first few muscles are meant: near-equal patterns may change places among themselves.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Situation:
    """marks: regions without their side, with an intensity or None; both: marked on both sides.

    What must be found: flags (told for sure: exactly these, with the most urgent urgency), asked
    (among the signs to be asked about), high (muscles high in the list), in_a_set (muscles in one
    of the sets), nerve, muscle, neither (signs in these columns). What must not: not_high,
    not_nerve, not_muscle.
    """

    marks: dict[str, int | None]
    text: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    pressed: dict[str, str] = field(default_factory=dict)
    both: bool = False
    flags: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()
    urgency: str | None = None
    high: tuple[str, ...] = ()
    in_a_set: tuple[str, ...] = ()
    not_high: tuple[str, ...] = ()
    nerve: tuple[str, ...] = ()
    muscle: tuple[str, ...] = ()
    neither: tuple[str, ...] = ()
    not_nerve: tuple[str, ...] = ()
    not_muscle: tuple[str, ...] = ()


def marked(*regions: str, intensity: int | None = None) -> dict[str, int | None]:
    """Regions that all hurt alike."""
    return dict.fromkeys(regions, intensity)


BACK_OF_THIGH = marked("thigh_back_upper", "thigh_back_middle", "thigh_back_lower")
LATERAL_LEG = marked(
    "buttock_outer", "thigh_outer_upper", "thigh_outer_middle", "leg_outer_upper",
    "leg_outer_middle",
)  # fmt: skip

SITUATIONS = {
    # What needs a doctor.
    "cauda equina, told in words": Situation(
        marks=marked("buttock_lower", "thigh_back_upper"),
        text="Since yesterday I cannot feel when I wipe and it is hard to start peeing.",
        flags=frozenset({"saddle_numbness", "bladder_change"}),
        urgency="now",
    ),
    "cauda equina, answered, while the words deny it": Situation(
        marks=marked("low_back_lower"),
        text="No numbness between my legs.",
        answers={"saddle_numbness": "yes", "bladder_change": "not_sure"},
        flags=frozenset({"saddle_numbness", "bladder_change"}),
        urgency="now",
    ),
    "not sure of being numb between the legs": Situation(
        marks=marked("buttock_outer"),
        answers={"saddle_numbness": "not_sure"},
        flags=frozenset({"saddle_numbness"}),
        urgency="now",
    ),
    "nothing marked but a red flag": Situation(
        marks={},
        text="I leak urine and cannot feel it.",
        flags=frozenset({"bladder_change"}),
        urgency="now",
    ),
    "both legs tingle": Situation(
        marks=marked("thigh_back_middle", "calf_upper"),
        both=True,
        text="Since Monday both legs tingle and feel weak.",
        flags=frozenset({"both_legs", "growing_weakness"}),
        urgency="now",
    ),
    "clot in the calf, though the calf muscle fits well": Situation(
        marks=marked("calf_upper", "calf_middle"),
        text="My calf is swollen and hot since the flight.",
        flags=frozenset({"swollen_calf"}),
        urgency="today",
        high=("soleus",),
    ),
    "foot drop": Situation(
        marks=marked("leg_outer_upper", "foot_top"),
        text="My foot slaps on the ground.",
        answers={"foot_drop": "yes"},
        flags=frozenset({"foot_drop"}),
        urgency="today",
        nerve=("foot_drop",),
        not_nerve=("drawn_below_knee", "drawn_along_sciatic_nerve"),
        not_muscle=("foot_drop",),
    ),
    "fracture after a hard fall": Situation(
        marks=marked("low_back_upper"),
        both=True,
        text="I slipped on the ice and fell hard on my back. I have osteoporosis.",
        flags=frozenset({"major_trauma", "steroids_or_thin_bones"}),
        urgency="now",
    ),
    "infection": Situation(
        marks=marked("low_back_lower"),
        text="My back hurts and I have a fever with shivers.",
        flags=frozenset({"fever_unwell"}),
        urgency="today",
    ),
    "cancer years ago": Situation(
        marks=marked("low_back_lower", "buttock_upper"),
        text="I had breast cancer five years ago.",
        flags=frozenset({"cancer_history"}),
        urgency="soon",
    ),
    "claudication: the same distance each time": Situation(
        marks=marked("calf_upper", "calf_middle"),
        text="My calf cramps after walking 200 metres and it goes when I stop.",
        flags=frozenset({"pain_at_walking_distance"}),
        urgency="soon",
        high=("soleus", "gastrocnemius"),
    ),
    "all signs denied": Situation(
        marks=marked("buttock_outer", "thigh_outer_upper"),
        text="No fever, no numbness between my legs, no trouble peeing, no weight loss. "
        "I never had cancer. I did not fall.",
        answers={"foot_drop": "no", "both_legs": "no", "swollen_calf": "no"},
        high=("gluteus_minimus",),
    ),
    "not sure of anything that would need help now": Situation(
        marks=marked("buttock_outer"),
        answers={
            "foot_drop": "not_sure",
            "tingling": "not_sure",
            "below_knee": "not_sure",
            "cancer_history": "not_sure",
        },
        asked=frozenset({"foot_drop"}),
        not_nerve=("tingling", "below_knee", "foot_drop"),
        not_muscle=("tingling", "below_knee"),
    ),
    # Nerve and joint.
    "numb top of the foot, sore buttock point: the muscle is high, the nerve is not weakened": (
        Situation(
            marks=LATERAL_LEG,
            text="The top of my foot is numb.",
            answers={
                "numb_top_foot": "yes",
                "below_knee": "yes",
                "leg_worse_than_back": "yes",
                "tingling": "yes",
                "sore_buttock_point": "yes",
            },
            pressed={"gluteus_minimus_anterior": "familiar"},
            high=("gluteus_minimus",),
            nerve=(
                "sore_buttock_point",
                "tingling",
                "below_knee",
                "leg_worse_than_back",
                "numb_top_foot",
                "gluteal_candidate",
            ),
            not_muscle=("sore_buttock_point", "gluteal_candidate"),
        )
    ),
    "hip joint": Situation(
        marks=marked("groin", "hip_front", "thigh_front_upper", "buttock_outer"),
        text="Putting on socks hurts. The hip is stiff in the morning.",
        answers={"below_knee": "no", "tingling": "no"},
        high=("iliacus",),
        neither=("drawn_in_groin",),
        muscle=("below_knee", "tingling", "drawn_below_knee"),
        not_nerve=("drawn_below_knee", "drawn_along_sciatic_nerve"),
    ),
    "down the back of the leg, burning": Situation(
        marks={**BACK_OF_THIGH, **marked("calf_upper", "calf_middle")},
        answers={"burning_electric": "yes", "cough_sneeze": "yes", "straight_leg_raise": "yes"},
        nerve=("cough_sneeze", "straight_leg_raise", "drawn_along_sciatic_nerve"),
        neither=("burning_electric",),
        not_nerve=("burning_electric",),
    ),
    # Muscles, as texts describe their pain.
    "piriformis: sacrum, buttock and hip, a little of the thigh": Situation(
        marks=marked("sacrum", "buttock_lower", "buttock_outer", "thigh_back_upper"),
        high=("piriformis",),
        muscle=("drawn_below_knee",),
        not_high=("soleus", "quadratus_lumborum"),
    ),
    "gluteus minimus, front: buttock, side of thigh and leg": Situation(
        marks={**LATERAL_LEG, **marked("thigh_outer_lower", "buttock_lower")},
        high=("gluteus_minimus", "vastus_lateralis"),
        not_high=("semitendinosus", "soleus"),
    ),
    "gluteus minimus, back: buttock, back of thigh and calf": Situation(
        marks={**BACK_OF_THIGH, **marked("buttock_lower", "buttock_upper", "calf_upper")},
        high=("gluteus_minimus", "semitendinosus", "semimembranosus"),
        nerve=("drawn_along_sciatic_nerve", "gluteal_candidate"),
    ),
    "quadratus lumborum, deep: sacroiliac joint and lower buttock": Situation(
        marks=marked("sacrum", "buttock_lower"),
        high=("quadratus_lumborum",),
        not_high=("biceps_femoris", "soleus"),
    ),
    "hamstrings: under the buttock and down the thigh": Situation(
        marks={**BACK_OF_THIGH, **marked("buttock_lower", "knee_back")},
        high=("semitendinosus", "semimembranosus", "biceps_femoris"),
        not_high=("rectus_femoris", "quadratus_lumborum"),
    ),
    "calf and arch": Situation(
        marks=marked("calf_upper", "calf_middle", "arch_of_foot"),
        high=("soleus", "gastrocnemius"),
        not_high=("tibialis_anterior",),
    ),
    "heel, as a plantar fascia hurts": Situation(
        marks=marked("heel_under", "heel_back", "ankle_back"),
        high=("soleus", "quadratus_plantae"),
        not_nerve=("gluteal_candidate",),
    ),
    "front of the knee": Situation(
        marks=marked("knee_front", "thigh_front_lower"),
        high=("rectus_femoris", "vastus_medialis"),
        not_high=("soleus", "gluteus_minimus"),
    ),
    "two separate pains are two points": Situation(
        marks=marked("knee_front", "heel_under", "heel_back", "ankle_back"),
        in_a_set=("rectus_femoris", "soleus"),
    ),
    "the ball of the foot is worst, the buttock hardly hurts": Situation(
        marks={"ball_of_foot": 9, "toes_under": 9, "buttock_upper": 1},
        high=("flexor_digitorum_brevis", "adductor_hallucis"),
        not_high=("gluteus_medius", "gluteus_maximus"),
    ),
}
