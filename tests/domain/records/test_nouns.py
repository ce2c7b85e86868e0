"""Every noun's one definition is whole: what stores, forms, lists, files and documents read from it is there."""

import pytest

from fosdesk.content import read_framework
from fosdesk.domain.fields import NOUNS, AnyReference, Choice, Noun, Privacy, Reference, Short
from fosdesk.domain.school import title_of, values_of

EVERY = pytest.mark.parametrize("noun", NOUNS.values(), ids=NOUNS)


@EVERY
def test_every_field_of_the_class_says_what_it_is(noun: Noun) -> None:
    assert ["id", *noun.fields] == list(noun.record.__struct_fields__)
    for name, field in noun.fields.items():
        assert field.label.strip(), name
        assert isinstance(field.privacy, Privacy), name


@EVERY
def test_a_blank_record_says_nothing_and_can_be_stored(noun: Noun) -> None:
    blank = noun.record(id="x")
    assert values_of(blank) == {name: field.blank for name, field in noun.fields.items()}
    assert all(field.accepts(field.blank) for field in noun.fields.values())
    assert title_of(blank) == ""


@EVERY
def test_what_a_list_shows_first_is_a_field_of_it(noun: Noun) -> None:
    assert noun.title == "" or noun.title in noun.fields
    assert noun.one
    assert noun.many


@EVERY
def test_choices_are_told_apart_and_references_lead_somewhere(noun: Noun) -> None:
    for name, field in noun.fields.items():
        if isinstance(field, Choice):
            keys = [option.key for option in field.options]
            assert "" not in keys, name
            assert len({*keys}) == len({option.label for option in field.options}) == len(keys) > 0, name
            assert field.label_of("from a newer version") == "from a newer version"
        if isinstance(field, Reference):
            assert (field.target == "") if isinstance(field, AnyReference) else (field.target in NOUNS), name


@EVERY
def test_how_a_noun_is_used_names_its_own_fields(noun: Noun) -> None:
    use = noun.use
    named = [*use.columns, *(one.removeprefix("-") for one in use.order), *use.filters, *use.suggests]
    assert [one for one in (*named, use.group or noun.title, use.done or noun.title) if one not in noun.fields] == []
    assert all(isinstance(noun.fields[one], Choice) for one in use.filters)
    assert all(noun.fields[one].privacy is Privacy.OPEN for one in use.suggests), "nobody's name is offered again"
    assert len(use.matrix) in (0, 2)
    for name in filter(None, (use.board, *use.matrix)):
        field = noun.fields[name]
        assert isinstance(field, Choice | Short) or (name in use.matrix and isinstance(field, Reference)), name
        assert not isinstance(field, AnyReference)
        assert (field.privacy, field.hidden) == (Privacy.OPEN, False), name
    known = {item.id for item in read_framework("nb").items}
    assert [one for one in use.items if one not in known] == []
