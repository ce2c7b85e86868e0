"""Schools of a folder by municipality, cohort and network: alphabetical, by semester, and never by a number."""

from fosdesk.domain.fields import Record
from fosdesk.domain.records import Cohort, Network, OwnerRequest, SchoolProfile, Theme
from fosdesk.domain.records.school_profile import PROFILE_ID
from fosdesk.domain.rules.owner.opened_schools import (
    OpenedSchool,
    alphabetical,
    by_cohort,
    by_municipality,
    municipality_of,
    networks,
    newest_of_each,
    requests,
)
from fosdesk.domain.school import School


def school(name: str, *records: Record, folder: str = "", made: int = 0, key: str = "", **profile: str) -> OpenedSchool:
    own = SchoolProfile(PROFILE_ID, name=name, **profile)
    there = School(key or name, {one.id: one for one in (own, *records)}, {})
    return OpenedSchool(there, (), f"{name}.fosdesk", folder, made)


def names(schools: tuple[OpenedSchool, ...]) -> list[str]:
    return [one.name for one in schools]


def test_the_order_is_the_norwegian_alphabet_and_whoever_has_no_name_comes_last() -> None:
    assert names(alphabetical([school(one) for one in ("Åsen", "", "Øvre", "Ås", "Dal")])) == [
        "Dal",
        "Øvre",
        "Ås",
        "Åsen",
        "",
    ]


def test_a_school_belongs_where_it_says_and_else_where_its_file_lies() -> None:
    assert municipality_of(school("A", folder="Alta", municipality="Vadsø")) == "Vadsø"
    assert municipality_of(school("A", folder="Alta")) == "Alta"


def test_spellings_of_one_municipality_are_one_and_the_unknown_comes_last() -> None:
    groups = by_municipality(
        [
            school("A", municipality="Alta kommune"),
            school("B", municipality="ALTA"),
            school("C", folder="Alta"),
            school("D"),
            school("E", municipality="Vadsø"),
        ]
    )
    assert [(group.names[0], names(group.schools)) for group in groups] == [
        ("Alta", ["A", "B", "C"]),
        ("Vadsø", ["E"]),
        ("", ["D"]),
    ]


def test_cohorts_come_by_the_semester_in_which_they_begin() -> None:
    groups = by_cohort(
        [
            school("A", Cohort("c", name="Pulje 2", starts="2026H", ours=True)),
            school("B", start="2025V"),
            school("C", Cohort("c", name="De første", starts="2025V", ours=True), start="2030H"),
            school("D", Cohort("c", name="De andres", starts="2020V")),
            school("E", Cohort("c", name="Noen ganger", ours=True)),
        ]
    )
    assert [(group.starts, group.names, names(group.schools)) for group in groups] == [
        ("2025V", ("De første",), ["B", "C"]),
        ("2026H", ("Pulje 2",), ["A"]),
        ("", ("Noen ganger",), ["E"]),
        ("", (), ["D"]),
    ]


def test_networks_are_put_together_by_what_they_are_about_and_others_are_only_suggested() -> None:
    schools = [
        school("A", Network("n", name="Lesenettverket", topic="Lesing", basis="theme", schools="B\nFjern skole")),
        school("B", Network("n", name="Vi som leser", topic="lesing"), municipality="Alta"),
        school("C", Theme("t", name="Språk", standing="chosen"), municipality="Alta", collaboration="Kysten"),
        school("D", Theme("t", name="språk", standing="chosen"), municipality="Alta", collaboration="Kysten"),
        school("E", Theme("t", name="Språk", standing="parked"), collaboration="Fjellet"),
    ]
    found = networks(schools)
    assert [(one.basis, one.name, names(one.schools), one.is_suggested, one.within) for one in found] == [
        ("theme", "Lesing", ["A", "B"], False, ""),
        ("theme", "Språk", ["C", "D"], True, "Alta"),
        ("geography", "Kysten", ["C", "D"], True, "Alta"),
    ]
    assert found[0].others == ("Fjern skole",)


def test_requests_wait_first_and_follow_the_alphabet() -> None:
    found = requests(
        [
            school("B", OwnerRequest("r", what="Rom")),
            school(
                "A", OwnerRequest("1", what="Vikar", answer="Ja"), OwnerRequest("2", what="Buss"), OwnerRequest("3")
            ),
        ]
    )
    assert [(one.name, request.what) for one, request in found] == [("A", "Buss"), ("A", "Vikar"), ("B", "Rom")]


def test_of_one_school_the_file_written_last_counts() -> None:
    old, new, other = school("G", key="x", made=1), school("N", key="x", made=2), school("A", made=0)
    newest, older = newest_of_each([old, new, other])
    assert {one.name for one in newest} == {"N", "A"}
    assert [one.name for one in older] == ["G"]
