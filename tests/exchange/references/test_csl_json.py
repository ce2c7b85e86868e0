"""CSL-JSON is read with all that an item says, and a damaged file as far as it goes."""

import json

from hypothesis import given
from hypothesis import strategies as st

from fosdesk.exchange.references.csl_json import read_csl_json

ITEM = {
    "id": "x",
    "type": "chapter",
    "title": "Å skrive for livet",
    "container-title": "Kreativ akademisk skriving",
    "author": [{"family": "Svensen", "given": "Henrik H."}, {"literal": "Udir"}],
    "editor": [{"family": "Berg", "given": "Anne", "non-dropping-particle": "von"}],
    "issued": {"date-parts": [[2019, 3]]},
    "page": "157-178",
    "publisher": "Universitetsforlaget",
    "DOI": "10.1000/X.1",
    "note": "min",
    "language": "nb",
    "custom": {"a": 1},
}


def test_all_that_an_item_says_has_a_place() -> None:
    (read,), outside = read_csl_json(json.dumps([ITEM]))
    assert outside == []
    assert read.fields == {
        "what": "Å skrive for livet",
        "published_in": "Kreativ akademisk skriving",
        "authors": "Svensen, Henrik H.; Udir",
        "editors": "von Berg, Anne",
        "year": "2019",
        "pages": "157–178",
        "publisher": "Universitetsforlaget",
        "doi": "10.1000/X.1",
        "file_notes": "min",
        "publication": "chapter",
        "kind": "literature",
        "from_file": 'issued: [[2019, 3]]\nlanguage: nb\ncustom: {"a": 1}',
    }


def test_a_damaged_file_is_read_as_far_as_it_goes() -> None:
    text = json.dumps([ITEM, {**ITEM, "title": "To"}])[:-1] + ', {"title": "Tre", "auth'
    read, _ = read_csl_json(text)
    assert [one.fields["what"] for one in read[:2]] == ["Å skrive for livet", "To"]
    assert not read[2].is_whole
    assert '"title": "Tre"' in read[2].fields["from_file"]


def test_endless_brackets_bring_nothing_down() -> None:
    read, _ = read_csl_json("[" * 100_000)
    assert [one.is_whole for one in read] == [False]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
keys = st.sampled_from([*ITEM, "URL", "abstract", "volume"]) | st.text(max_size=5)


@given(st.lists(st.dictionaries(keys, json_values, max_size=5), max_size=4))
def test_anything_in_an_item_is_taken(items: list[dict[str, object]]) -> None:
    read, _ = read_csl_json(json.dumps([{"title": "Ord", **one} for one in items]))
    assert len(read) >= sum(isinstance(one.get("title", ""), str) for one in items) - sum(
        one.get("title", "Ord") == "" for one in items
    ) - sum(isinstance(one.get("title"), str) and not str(one["title"]).strip() for one in items)
