"""Many schools: a folder of 300 files for others, read for their owner, beside reading and unpacking the same bytes."""

import gc
import io
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.many_schools import MUNICIPALITIES

ROOT = Path(__file__).resolve().parents[2]
SCHOOLS = 300
ROUNDS = 3
MOST_MEMORY = 3.0  # MB a school
MEMORY = """
import gc, sys
from pathlib import Path
from fosdesk.content import read_framework
from fosdesk.domain.rules.owner.told_choices import told_choices
from fosdesk.domain.school import School
from fosdesk.exchange.owner.school_folder import read_folder

def resident():
    return next(int(line.split()[1]) for line in open('/proc/self/status') if line.startswith(sys.argv[2]))

framework = read_framework('nb')
one = read_folder(Path(sys.argv[1]) / 'one', framework)
before = resident()
read = read_folder(Path(sys.argv[1]) / 'all', framework)
told = told_choices(framework, School('owner', {}, {}), read.schools)
print(resident() - before)
"""


def folder_of(place: Path, schools: int) -> None:
    """Files for others of the example school, under another name and id each, and one of them in a folder of its own.

    They are as many records and changes as the example's; ids differ, so that nothing is read from a cache.
    """
    import msgspec

    from fosdesk.domain.rules.lost_parents import school_of_journal
    from fosdesk.exchange.example.example_school import example_journal
    from fosdesk.exchange.reference_journal import reference_journal
    from fosdesk.exchange.school_file import write_school_file
    from fosdesk.privacy.audience import Audience
    from fosdesk.privacy.known_names import names_in

    journal = example_journal(language="nb")
    school = school_of_journal(journal)
    shown = reference_journal(
        school, names=names_in(journal, school), name=school.profile.name, audience=Audience.NETWORK, now=1
    )
    (place / "one").mkdir()
    for number in range(schools):
        folder = place / "all" / MUNICIPALITIES[number % len(MUNICIPALITIES)]
        folder.mkdir(parents=True, exist_ok=True)
        called = {("school", "name"): f"Skole {number:03}", ("school", "municipality"): folder.name}
        changes = tuple(
            msgspec.structs.replace(one, value=called[one.record, one.field])
            if (one.record, one.field) in called
            else one
            for one in shown.changes
        )
        other = msgspec.structs.replace(shown, school=f"school-{number}", name=f"Skole {number:03}", changes=changes)
        packed = write_school_file(other, app="bench", made=number + 1, reference=True)
        (folder / f"skole {number:03}.fosdesk").write_bytes(packed)
        if not number:
            (place / "one" / "skole.fosdesk").write_bytes(packed)


def unpacked(folder: Path) -> int:
    """Read and unpack all bytes, and nothing else; returns how many there were."""
    size = 0
    for path in sorted(folder.rglob("*.fosdesk")):
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as container:
            size += sum(len(container.read(name)) for name in container.namelist())
    return size


def spent(act: Callable[[], object]) -> float:
    """Milliseconds."""
    gc.collect()
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def main() -> None:
    """Print the ratio of time, the memory a school, and how time grows with the number of schools."""
    from fosdesk.content import read_framework
    from fosdesk.exchange.owner.school_folder import read_folder

    framework = read_framework("nb")
    with tempfile.TemporaryDirectory() as place:
        folder_of(Path(place), SCHOOLS)
        everything, tenth = Path(place) / "all", Path(place) / "all" / MUNICIPALITIES[0]
        read = read_folder(everything, framework)
        assert len(read.schools) == SCHOOLS
        assert not read.unread
        del read
        unpacked(everything)
        pairs = [
            (spent(lambda: unpacked(everything)), spent(lambda: read_folder(everything, framework)))
            for _ in range(ROUNDS)
        ]
        limit, ours = (statistics.median(one) for one in zip(*pairs, strict=True))
        few = statistics.median(spent(lambda: read_folder(tenth, framework)) for _ in range(ROUNDS))
        told(f"{SCHOOLS} school files of a folder read, against unpacking them", "ms", ours, limit, 5)
        told(f"{SCHOOLS} school files against {SCHOOLS // 6}", "ms", ours, few, 7)
        told("memory of a school read from a folder", "MB", memory(Path(place)) / SCHOOLS, MOST_MEMORY, 1)


def memory(place: Path) -> float:
    """Megabytes that a process has more, at its most, when all schools are read, with what each chose."""
    command = [sys.executable, "-c", MEMORY, str(place), "VmHWM"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True)
    return int(done.stdout) / 1024


def told(what: str, unit: str, ours: float, limit: float, reach: float) -> None:
    """One line for the table."""
    line = {"what": what, "unit": unit, "ours": round(ours, 3), "limit": round(limit, 3), "reach": reach}
    print(json.dumps(line, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
