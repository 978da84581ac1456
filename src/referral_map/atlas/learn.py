"""The subjects of the Learn page in the order in which they are read, and by what they are for."""

from __future__ import annotations

from ..errors import UnknownName
from .atlas import Atlas
from .care_records import Subject
from .learn_records import Role


def subjects_of(atlas: Atlas, theme: str) -> list[Subject]:
    """The subjects of a theme, in the order in which they are read."""
    own = [subject for subject in atlas.subjects.values() if subject.theme == theme]
    return sorted(own, key=lambda subject: (subject.order, subject.id))


def subject_for(atlas: Atlas, role: Role) -> Subject:
    """The subject that has a role. Raises UnknownName when none has it."""
    for subject in atlas.subjects.values():
        if role in subject.roles:
            return subject
    raise UnknownName(f"no subject has the role {role!r}; run 'referral-map check'")
