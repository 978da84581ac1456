"""What the page says around the map and the list."""

TITLE = "Trigger point referral map"

SENTENCE = "Click where it hurts, and see which trigger points in your muscles might explain it."

WHAT_IT_IS = (
    "This is an education picture that compares your drawing with published patterns. "
    "Use it with a therapist. It does not diagnose."
)

SEE_A_DOCTOR = (
    "**See a doctor now, not this map,** if you have new numbness between the legs, new bladder or "
    "bowel trouble, weakness, fever, or a hot swollen calf."
)

HOW_IT_WORKS = """
A **trigger point** is a sore spot in a muscle. Clinicians have described, over many years, where
each one tends to be felt: often in another place than the muscle itself. That is its *pattern*,
with a part where the pain is mostly felt and a part where it may also be felt.

You mark regions of skin. The map lays each pattern over them and measures two things:

- **how much of your pain it covers**: of the skin you marked, how much the pattern explains;
- **how much of its pattern you feel**: of the skin it usually sends pain to, how much you marked.

The **overall match** combines the two; covering your pain counts more, because people often feel
only a part of a pattern.

A high match means that a point is *worth checking*, not that it is the cause. Pain in the leg can
also come from a nerve, a joint or a blood vessel, and the same drawing can fit several of them.
The patterns are what experienced examiners saw, not measurements on large groups of people, and
examiners agree only in part on where trigger points are.

What you mark is compared on the computer that runs this page. It is not stored and not sent on.
"""

EXAMPLES_INTRO = "New here? Try an example:"

#: Shown with the reason when the atlas cannot be read.
CANNOT_SHOW = "The map cannot be shown."

LICENCE = "Code: Apache-2.0."
