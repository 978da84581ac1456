"""What goes wrong for a reason a person can mend: one sentence, no traceback."""


class ReferralMapError(Exception):
    """Bad input. The message is one line: what was given, what is allowed, the nearest match."""


class UnknownName(ReferralMapError):
    """A region, trigger point, muscle or view that the atlas does not have."""
