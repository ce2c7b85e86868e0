"""Names in texts: found as people write them, and not where a word only looks like one."""

import pytest

from fosdesk.domain.records import Partner, Person, SchoolProfile
from fosdesk.privacy.name_detector import NameDetector
from tests.domain.schools import school_of
from tests.privacy.known import names_of

NAMES = names_of(
    school_of(
        Person("p1", name="Ingrid Solheim"),
        Person("p2", name="Per"),
        Person("p3", name="Áile"),
        Person("p4", name="Rektor", contact="post@fjordvik.example"),
        Person("p5", name="KN"),
        Person("p6", name="A"),
        Person("p7", name="3. trinn"),
        Person("p8", contact="98 76 54 32"),
        Partner("x2", name="Kommunen", contact="Arvid Moe"),
        Partner("x1", name="Kysthøgskolen", contact="Vibeke Strand ved Kysthøgskolen"),
    )
)


@pytest.mark.parametrize(
    "text",
    [
        "Ingrid sa nei.",
        "Det var INGRID som spurte",
        "ingrid",
        "Ingrids forslag",
        "Vi spurte Solheim, og hun svarte.",
        "Per tok ordet.",
        "Pers idé",
        "Vi fulgte Áiles råd.",
        "Vi fulgte A\u0301iles råd.",
        "In\u200bgrid",
        "In\u00adgrid",
        "Ring (Ingrid)!",
        "Skriv til POST@fjordvik.example.",
        "Vibeke Strand ved Kysthøgskolen kom.",
        "Vibeke ringte.",
        "Avtalt med KN.",
        "KNs forslag",
        "Arvid ringte.",
        "Ring 987 65 432 om det",
        "Ring +47 98765432",
    ],
)
def test_a_name_is_found(text: str) -> None:
    assert NAMES.found_in(text)
    assert NAMES.may_be_in(text), "the quick look misses nothing"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Fire ganger per semester.",
        "Rektor avgjør, og 3. trinn prøver ut.",
        "Solheimen ligger ved fjorden.",
        "Spor A og spor B",
        "Kysthøgskolen holdt et foredrag.",
        "Perspektivet fra kunnskapen",
        "Nummer 98765433",
    ],
)
def test_what_only_looks_like_a_name_is_left_alone(text: str) -> None:
    assert not NAMES.found_in(text)


def test_a_school_without_people_names_nobody() -> None:
    assert not names_of(school_of(Partner("x1", name="PPT"))).found_in("Ingrid")


WAYS = {  # what somebody is called, in which texts they are named, and which texts only look so
    "Áile": (("Aile", "aile", "ÁILE"), ("Ailen",)),
    "Aile": (("Áile", "áiles"), ()),
    "André": (("Andre sa", "andré", "ANDRÉ"), ("de andre", "det andre møtet")),
    "Åse": (("Aase", "aase", "Ase", "Åses", "Aase's"), ("å se",)),
    "Aase Holm": (("Åse", "Holm", "åse holm"), ("en holm i fjorden",)),
    "Vår": (("Vår sa",), ("Var det sånn?", "vår skole")),
    "Øystein": (("Oeystein", "øystein", "Øysteins"), ()),
    "Bjørn Dæhlie": (("Bjørn sa", "bjoern daehlie", "Daehlie", "dæhlie"), ("en bjørn i skogen",)),
    "Anne-Lise": (("Annelise", "annelise", "Anne Lise", "anne-lise", "Anne\u2011Lises", "Anne-\nLise"), ("annenlise",)),
    "Annelise": (("Anne-Lise", "anne-lise", "Anne Lise", "Ann-Elise"), ()),
    "Kari Nordmann": (
        (
            "Kari ville ikke",
            "kari nordmann",
            "kari_nordmann",
            "kari2 logget inn",
            "2kari",
            "kari.nordmann@skole.example",
            "karinordmann@skole.example",
            "Karis' idé",
            "Kari's idé",
            "Nordmanns forslag",
            "Kari-møtet",
            "kari-møtet",
            "Karimøtet",
            "mellom Nordmann/Hansen",
            "Nordmann, Kari",
            "K.N. tok ordet",
            "K. N. tok ordet",
            "Avtalt med K N i går",
        ),
        ("Karakter", "karakteren", "Karikatur", "nordmannen", "Spor K og spor N", "KNs", "skarid"),
    ),
    "Per Berg": (
        ("per berg", "Per", "berg, per", "PER BERG", "per-berg", "Bergs", "p.berg@skole.example"),
        ("per time", "et berg", "per. berg", "bergs høyde"),
    ),
    "Skule Hauge": (("Skule sa", "Skules", "skule hauge"), ("på vår skule", "skulen")),
    "Skule": (("Skule sa",), ("ein skule",)),
    "Anne Head": (("Head said", "anne"), ("ahead", "head of department")),
    "Bo": (("Bo sa", "Bos", "BO"), ("de bor", "å bo her", "Borte")),
    "Anna Planteskog": (("Anna sa", "anna planteskog", "ANNA"), ("noko anna i år", "anna")),
    "Iver": (("Iver sa",), ("med stor iver",)),
    "Liv": (("Liv sa", "Livs"), ("et liv", "livet")),
    "Tor": (("Tor sa",), ("tor kommer", "torsdag")),
    "Bjørn": (("Bjørn sa",), ("en bjørn",)),
    "K N": (("K N sa", "K.N.", "KN", "K. N.", "KNs"), ("K", "kn", "Kan", "kns", "Kns")),
    "K N O": (("KNO", "K.N.O."), ("kno", "Kno", "K N")),
    "Mari": (("Mari", "Marimøtet"), ("Maritime fag", "maritime", "Mariqvzt")),
    "Forsand": (("Forsand", "For-Sand"), ("for sand i maskineriet",)),
    "K.N.": (("KN sa",), ("k n",)),
    "kari": (("Kari", "kari"), ("karikatur",)),
    "per berg": (("per berg", "Per sa"), ("per dag",)),
    "rektor Kari Nordmann": (("Kari",), ("rektor", "Rektor sa")),
    "Kari Nordmann, rektor": (("Kari",), ("Rektor sa", "rektor")),
    "Kari Nordmann, Fjordvik skole": (("Kari",), ("Fjordvik er pent",)),
    "Kari og Ola": (("Ola sa", "kari"), ("og",)),
    "Kari, Ola, Ingrid": (("Ingrid sa", "Ola", "kari"), ()),
    "Kari Nordmann (5. trinn)": (("Kari",), ("på 5. trinn", "trinn")),
    "Alle lærere": ((), ("Alle var enige", "lærere", "Lærere")),
    "Ny lærer": ((), ("Ny plan",)),
    "Head of department": ((), ("department", "of", "Head of department was there")),
    "kari.nordmann@skole.example": (("Kari", "nordmann kari", "kari.nordmann@skole.example"), ("skole", "example")),
    "post.skole@fjordvik.example": (("post.skole@fjordvik.example",), ("Post kom", "skole")),
    "Storgata 5": (("de bor i Storgata 5",), ("Storgata er lang",)),
    "FAU": ((), ("FAU sa ja",)),
    "O'Brien": (("O'Brien", "O’Brien"), ()),
    "Nguyễn Đức": (("Nguyen", "Duc", "nguyen duc"), ()),
}


@pytest.mark.parametrize(("called", "text"), [(name, text) for name, (some, _) in WAYS.items() for text in some])
def test_somebody_is_found_however_their_name_is_written(called: str, text: str) -> None:
    names = NameDetector([called])
    assert names.found_in(text)
    assert names.found_in(f"I går: {text} og mer")
    assert names.may_be_in(text)
    assert names.replace_in(text, "[x]") != text


@pytest.mark.parametrize(("called", "text"), [(name, text) for name, (_, some) in WAYS.items() for text in some])
def test_a_word_that_is_no_name_goes_out(called: str, text: str) -> None:
    names = NameDetector([called])
    assert not names.found_in(text)
    assert names.replace_in(text, "[x]") == text


def test_the_schools_own_name_is_nobodys() -> None:
    profile = SchoolProfile("school", name="Li skole", municipality="Berg")
    names = names_of(school_of(Person("p", name="Kari Li"), Person("q", name="Per Berg"), profile))
    for text in ("Li skole", "Vi på Li skole", "li skoles plan", "Li skule", "Berg kommune sa ja", "ved Li barneskole"):
        assert not names.found_in(text), text
    for text in ("Li sa nei", "Kari Li på Li skole", "Berg sa nei", "På Li skole sa Li nei"):
        assert names.found_in(text), text


def test_a_field_that_describes_somebody_adds_no_names() -> None:
    names = names_of(school_of(Person("p", name="Kari", role_note="Norsk Musikk")))
    assert not names.found_in("Norsk rettskriving, norsk rettskriving og Musikk")


def test_a_name_goes_and_what_is_joined_to_it_stays() -> None:
    names = NameDetector(["Kari Nordmann", "K N", "Eva Dahl-Berg"])
    for text, expected in (
        ("Kari-møtet", "[x]-møtet"),
        ("Karimøtet ble avlyst", "[x]møtet ble avlyst"),
        ("K.N. sa nei", "[x] sa nei"),
        ("kari.nordmann@skole.example", "[x]@skole.example"),
        ("kari nordmann sa nei", "[x] sa nei"),
        ("eva dahl-berg kom", "[x] kom"),
        ("Karis og Nordmanns", "[x]s og [x]s"),
        ("Med Kari. Nordmann kom.", "Med [x]. [x] kom."),
    ):
        assert names.replace_in(text, "[x]") == expected
