"""The same parts give the same id everywhere; other parts, or another order, another one."""

from fosdesk.domain.values.derived_ids import derived_id


def test_an_id_follows_from_its_parts_alone_and_is_that_of_earlier_versions() -> None:
    assert derived_id("q1", "Enig", "file:abc") == "b3a1c392afd3"
    assert len({derived_id("a", "b"), derived_id("b", "a"), derived_id("ab"), derived_id("a", "b", "")}) == 4
