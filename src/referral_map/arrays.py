"""What arrays hold, each kind once; docstrings tell their shapes, as ``(n, 3)``."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.floating[Any]]
"""Lengths, weights and shares, mostly float64."""

Integers: TypeAlias = npt.NDArray[np.integer[Any]]
"""Numbers of skin points, regions and columns."""

Flags: TypeAlias = npt.NDArray[np.bool_]
"""Which of them: True or False for each."""
