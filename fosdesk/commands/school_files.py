"""The commands that write, read and join school files."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from fosdesk.display.command_options import Asked
from fosdesk.display.terminal import say, single_line
from fosdesk.domain.values.moments import utc_day
from fosdesk.errors import FosdeskError

if TYPE_CHECKING:
    from fosdesk.domain.school import School
    from fosdesk.exchange.school_file import SchoolFile


def read_school(asked: Asked, place: str = "FILE") -> "tuple[SchoolFile, School]":
    """A school file that was named, and the school in it; FosdeskError when it cannot be read."""
    from fosdesk.domain.rules.lost_parents import school_of_journal
    from fosdesk.exchange.passphrase import load_with_password_file

    file = load_with_password_file(asked.options.get("--password-file"), Path(asked.places[place]))
    return file, school_of_journal(file.journal)


def example(asked: Asked) -> int:
    """Write the example school as a school file."""
    from fosdesk.exchange.example.example_school import write_example
    from fosdesk.exchange.school_file import save_bytes
    from fosdesk.exchange.target_file import check_example_target

    target, years, seed = Path(asked.places["FILE"]), asked.whole("--years"), asked.whole("--seed")
    example = write_example(
        years=years,
        entries=asked.whole("--entries"),
        seed=1 if seed is None else seed,
        language=asked.options.get("--language") or ("nn" if asked.language == "nn" else "nb"),
    )
    check_example_target(target)
    save_bytes(target, example)
    return 0


def tell(asked: Asked) -> int:
    """Tell what a school file holds."""
    from fosdesk.content import read_framework
    from fosdesk.display.noun_words import noun_many
    from fosdesk.display.sharing.pack_words import school_called
    from fosdesk.domain.fields import NOUNS
    from fosdesk.domain.rules.progress import phase_status
    from fosdesk.domain.values.pack_ids import is_pack

    file, school = read_school(asked)
    words = asked.words
    framework = read_framework(words.language)
    phases = {phase.id: phase_status(school, phase.id) for phase in framework.phases}
    counts = {key: n for key, noun in NOUNS.items() if (n := len(school.of(noun.record)))}
    if "--json" in asked.options:
        facts = {
            "school": school.id,
            "name": file.journal.name,
            "reference": file.reference,
            "made": file.made,
            "app": file.app,
            "changes": len(file.journal.changes),
            "writers": len(file.journal.writers),
            "phases": phases,
            "records": counts,
            "conflicts": len(school.conflicts),
            "unknown": school.unknown,
            "experience_pack": is_pack(file.journal.school),
        }
        say(json.dumps(facts, ensure_ascii=False, indent=2))
        return 0
    of_pack = is_pack(file.journal.school)
    named = school_called(words, school, "") if of_pack else single_line(file.journal.name)
    say(named or words("A school without a name"))
    day, version = words.date(f"{utc_day(file.made)}"), single_line(file.app)
    say(words("Written {day} with fosdesk {version}", day=day, version=version))
    if of_pack:
        say(words("An experience pack: what a school chose to tell one that begins, without people and private notes"))
    elif file.reference:
        say(words("For others to read: without people, private notes and history"))
    titles = [phase.title for phase in framework.phases if phases[phase.id] == "open"]
    say(words("Open phases: {phases}", phases=words.joined(titles) or words("none")))
    say(
        words.plural("{n} change", "{n} changes", len(file.journal.changes)),
        words.plural("{n} writer", "{n} writers", len(file.journal.writers)),
        sep=", ",
    )
    if school.conflicts:
        say(words.plural("{n} field with two values", "{n} fields with two values", len(school.conflicts)))
    if school.unknown:
        say(words.plural("{n} value from a newer fosdesk", "{n} values from a newer fosdesk", school.unknown))
    for key, count in counts.items():
        say(f"{words.number(count):>8}  {noun_many(words, NOUNS[key])}")
    return 0


def check(asked: Asked) -> int:
    """Tell whether a school file is whole and readable."""
    read_school(asked)
    say(asked.words("The school file is whole and can be read."))
    return 0


def merge(asked: Asked) -> int:
    """Write what is in either of two files of one school into a third."""
    from fosdesk import __version__
    from fosdesk.domain.rules.lost_parents import school_of_journal
    from fosdesk.domain.school import compare
    from fosdesk.exchange.passphrase import read_password_file
    from fosdesk.exchange.password_seal import seal
    from fosdesk.exchange.school_file import merge_journals, save_bytes, write_school_file
    from fosdesk.exchange.target_file import check_merge_target

    (one, before), (other, _) = read_school(asked, "ONE"), read_school(asked, "OTHER")
    if one.reference or other.reference:
        raise FosdeskError("A file that was made for others to read cannot be merged; ask for a file with everything.")
    both = merge_journals(one.journal, other.journal)
    target, password = Path(asked.places["FILE"]), ""
    if "--password-file" in asked.options:
        password = read_password_file(Path(asked.options["--password-file"]))
    check_merge_target(target, [Path(asked.places[place]) for place in ("ONE", "OTHER")], both, password)
    after = school_of_journal(both)
    merged = write_school_file(both, app=__version__, made=max(one.made, other.made), reference=False)
    if one.sealed or other.sealed:
        merged = seal(merged, password)
    save_bytes(target, merged)
    counts = compare(before, after).counts()
    if "--json" in asked.options:
        say(json.dumps({**counts, "changes": len(both.changes) - len(one.journal.changes)}, indent=2))
        return 0
    words = asked.words
    for sentence in (
        words.plural("{n} thing is new", "{n} things are new", counts["new"]),
        words.plural("{n} thing was changed", "{n} things were changed", counts["changed"]),
        words.plural("{n} thing was deleted", "{n} things were deleted", counts["gone"]),
        words.plural("{n} field is in conflict", "{n} fields are in conflict", counts["conflicts"]),
    ):
        say(sentence)
    return 0
