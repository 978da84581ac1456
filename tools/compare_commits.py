"""Whether two commits read the same from simulated sessions; prints the count and a difference.

    python tools/compare_commits.py BASE [HEAD] [--sessions 500] [--seed 20]

BASE and HEAD are commits; without HEAD it is the working tree. Each reads the same sessions in a
process of its own, with its own code and its own anatomy. Compared byte by byte are the whole
readings: candidates (points, sides, ranks, scores, coverage, fit, groups, words), shortlist, sets,
nerve table, red flags, steps and notes. Exit code 1 when any differ.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(REPOSITORY / "src"), str(REPOSITORY)]
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
for _name in THREADS:
    os.environ.setdefault(_name, "1")  # sums may depend on how many threads share them

RUNNER = REPOSITORY / "tools" / "commit_readings" / "read_sessions.py"
WORKING_TREE = "the working tree"
SEED, SESSIONS = 20, 500


def simulated(seed: int, count: int) -> list[str]:
    """So many session files of a seed, one line each."""
    from referral_map import load_atlas
    from tools.commit_readings.simulated_sessions import SessionMaker

    maker = SessionMaker(load_atlas())
    return [json.dumps(maker.session(seed, number)) for number in range(count)]


def unpacked(commit: str, folder: Path) -> Path:
    """The code and anatomy of a commit, in a folder. Raises SystemExit for an unknown commit."""
    if commit == WORKING_TREE:
        return REPOSITORY
    command = ["git", "-C", str(REPOSITORY), "archive", commit, "src", "anatomy"]
    archive = subprocess.run(command, capture_output=True, check=False)
    if archive.returncode:
        sys.exit(f"compare_commits: {archive.stderr.decode().strip().splitlines()[-1]}")
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as content:
        content.extractall(folder, filter="data")
    return folder


def readings(commit: str, sessions: Path, folder: Path) -> list[str]:
    """What a commit reads from a file of sessions: one line of JSON each."""
    source = unpacked(commit, folder) / "src"
    environment = os.environ | {"PYTHONPATH": str(source), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, str(RUNNER), str(source), str(sessions)]
    result = subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    if result.returncode:
        sys.exit(f"compare_commits: {commit} cannot read the sessions:\n{result.stderr}")
    return result.stdout.removesuffix("\n").split("\n")


def differences(before: Sequence[str], after: Sequence[str]) -> list[int]:
    """Numbers of the lines that are not the same bytes. Raises ValueError for unequal counts."""
    return [k for k, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]]


def different_values(before: Any, after: Any, path: str = "") -> Iterator[tuple[str, Any, Any]]:
    """Where two pieces of plain data differ: ``(path, before, after)``, None where one has
    nothing."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in sorted(before.keys() | after.keys()):
            yield from different_values(before.get(key), after.get(key), f"{path}.{key}".strip("."))
    elif isinstance(before, list) and isinstance(after, list):
        for number in range(max(len(before), len(after))):
            one, other = (each[number] if number < len(each) else None for each in (before, after))
            yield from different_values(one, other, f"{path}[{number}]")
    elif type(before) is not type(after) or before != after:
        yield path, before, after


def report(before: Sequence[str], after: Sequence[str]) -> str:
    """The count of sessions that are read alike and otherwise; of these, how many differ in each
    part of the reading, and the first values that differ in the first of them."""
    changed = differences(before, after)
    lines = [f"identical: {len(before) - len(changed)} of {len(before)}"]
    if not changed:
        return lines[0]
    lines.append(f"different: {len(changed)} of {len(before)}")
    parts: Counter[str] = Counter()
    for number in changed:
        one, other = json.loads(before[number]), json.loads(after[number])
        paths = (path for path, *_ in different_values(one, other))
        parts.update({path.partition(".")[0].partition("[")[0] for path in paths})
    lines += [f"  {key}: {count}" for key, count in sorted(parts.items())]
    lines.append(f"first difference, in session {changed[0]}:")
    pair = json.loads(before[changed[0]]), json.loads(after[changed[0]])
    lines += [f"  {path}: {one!r} -> {other!r}" for path, one, other in different_values(*pair)][:5]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line entry; 0 when every reading is the same."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("base", metavar="BASE", help="a commit")
    parser.add_argument("head", metavar="HEAD", nargs="?", default=WORKING_TREE, help="another")
    parser.add_argument("--sessions", type=int, default=SESSIONS, help=f"how many ({SESSIONS})")
    parser.add_argument("--seed", type=int, default=SEED, help=f"of all sessions ({SEED})")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep sessions and readings")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        kept = options.keep or Path(temporary)
        kept.mkdir(parents=True, exist_ok=True)
        sessions = kept / "sessions.jsonl"
        sessions.write_text("\n".join(simulated(options.seed, options.sessions)), encoding="utf-8")
        read = []
        for name, commit in (("base", options.base), ("head", options.head)):
            read.append(readings(commit, sessions, Path(temporary) / name))
            (kept / f"{name}.jsonl").write_text("\n".join(read[-1]) + "\n", encoding="utf-8")
    print(f"{options.sessions} sessions of seed {options.seed}, {options.base} and {options.head}")
    print(report(*read))
    return 1 if differences(*read) else 0


if __name__ == "__main__":
    sys.exit(main())
