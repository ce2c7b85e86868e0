"""Where records stand on a board and in a matrix, and where the cursor goes from there."""

from fosdesk.content import read_framework
from fosdesk.display.noun_table import CellWords
from fosdesk.domain.fields import NOUNS, Record, Scalar
from fosdesk.domain.records import CoreComponent
from fosdesk.domain.records.direction import Practice
from fosdesk.domain.records.involvement import Need
from fosdesk.domain.school import School
from fosdesk.ui.lists.views.slots import WHOLE, Hidden, Lane, Place, Slots, lanes
from fosdesk.words import read_words


def held(**many: int) -> dict[tuple[Scalar, Scalar], list[Record]]:
    """Records for each column, of a board with one row."""
    return {(None, key): [Need(f"{key}{n}", text=f"{key} {n}") for n in range(many[key])] for key in many}


COLUMNS = [Lane(key, key) for key in "abc"]


def ids(slots: Slots, column: int) -> list[str]:
    found = (slots.at(Place(line, column)) for line in range(slots.lines))
    return [one.id for one in found if isinstance(one, Record)]


def test_a_board_has_a_line_for_each_record_and_one_where_another_is_begun() -> None:
    slots = Slots(WHOLE, COLUMNS, held(a=2, c=3))
    assert (slots.lines, [slots.count(n) for n in range(3)]) == (4, [2, 0, 3])
    assert [ids(slots, n) for n in range(3)] == [["a0", "a1"], [], ["c0", "c1", "c2"]]
    begins = [Place(line, c) for c in range(3) for line in range(4) if slots.is_beginning(Place(line, c))]
    assert begins == [(2, 0), (0, 1), (3, 2)]
    assert slots.where("c1") == (1, 2)
    assert slots.where("other") is None


def test_nothing_is_begun_where_nothing_may_be_written() -> None:
    slots = Slots(WHOLE, COLUMNS, held(a=2), begins=False)
    assert slots.lines == 2
    assert not any(slots.is_beginning(Place(line, c)) for c in range(3) for line in range(2))
    assert slots.nearest(Place(1, 1)) == (0, 1)


def test_the_cursor_walks_from_cell_to_cell() -> None:
    slots = Slots(WHOLE, COLUMNS, held(a=2, c=3))
    assert slots.nearest(Place(3, 0)) == (2, 0), "not below the line where one is begun"
    assert slots.nearest(Place(9, 9)) == (3, 2)
    assert slots.above(Place(0, 2)) == (0, 2)
    assert slots.below(Place(2, 0)) == (2, 0)


def matrix(many: int, *, unfolded: bool = False) -> Slots:
    rows = [Lane("x", "X"), Lane("y", "Y")]
    found: dict[tuple[Scalar, Scalar], list[Record]] = {
        ("x", "a"): [Need(f"n{n}") for n in range(many)],
        ("y", "b"): [Need("last")],
    }
    return Slots(rows, COLUMNS, found, most=5, unfolded={"x"} if unfolded else ())


def test_a_crowded_cell_ends_in_a_line_that_counts_the_rest_until_it_is_unfolded() -> None:
    slots = matrix(12)
    assert ids(slots, 0) == ["n0", "n1", "n2", "n3"]
    assert slots.at(Place(4, 0)) == Hidden(8)
    assert slots.is_beginning(Place(5, 0))
    assert slots.start(1) == 6
    assert slots.where("n9") == (4, 0), "the line that counts it"
    assert len(ids(matrix(5), 0)) == 5
    assert len(ids(matrix(12, unfolded=True), 0)) == 12


def test_the_cursor_goes_on_into_the_next_row_of_a_matrix() -> None:
    slots = matrix(3)
    assert [slots.row_of(line) for line in range(slots.lines)] == [0, 0, 0, 0, 1, 1]
    assert slots.below(Place(0, 1)) == (4, 1), "past the lines that only its neighbour has"
    assert slots.above(Place(4, 1)) == (0, 1)
    assert slots.above(Place(4, 0)) == (3, 0)


def test_a_place_without_columns_or_records_is_no_trouble() -> None:
    slots = Slots(WHOLE, [], {})
    assert (slots.lines, slots.columns, slots.where("a")) == (1, [], None)


def cells_of(school: School, noun: str) -> CellWords:
    return CellWords(read_words("nb"), read_framework("nb"), school, NOUNS[noun])


def test_columns_are_all_options_the_texts_that_are_there_and_all_targets_of_a_link() -> None:
    needs = [Need("a", cluster="Årshjul"), Need("b", cluster="Ørsta"), Need("c", cluster="Rom"), Need("d")]
    components = [CoreComponent("k1", name="Ro"), CoreComponent("k2", name="Varme")]
    practices = [Practice("p", where="from a newer version", component="gone")]
    school = School("s", {one.id: one for one in (*needs, *components, *practices)}, {})
    assert [lane.value for lane in lanes(cells_of(school, "need"), school, "cluster", needs, ["Ny"])] == [
        *("Ny", "Rom", "Ørsta", "Årshjul"),
    ]
    cells = cells_of(school, "practice")
    assert [lane.title for lane in lanes(cells, school, "component", practices)][:2] == ["Ro", "Varme"]
    assert len(lanes(cells, school, "component", practices)) == 3, "what points nowhere has its row too"
    where = lanes(cells, school, "where", practices)
    assert where[0] == ("classroom", "I klasserommet")
    assert where[-1].value == "from a newer version"
