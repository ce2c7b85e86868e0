"""Questions as a principal asks them: the right record is among the first three, and the answer stands in the hit."""

from functools import cache

import pytest

from fosdesk.content import read_framework
from fosdesk.display.answer_words import AnswerWords
from fosdesk.display.noun_words import noun_many, noun_one
from fosdesk.display.search_speech import ShownSpeech
from fosdesk.domain.fields import NOUNS, Choice, Date, Long, Privacy, Record, Reference, Short
from fosdesk.domain.records import (
    AgendaLine,
    Answer,
    CriticalVoice,
    Decision,
    FollowUp,
    GateEntry,
    Meeting,
    Membership,
    MethodCard,
    Person,
    Reflection,
)
from fosdesk.domain.rules.search_index import SearchIndex
from fosdesk.domain.rules.search_question import question_in
from fosdesk.domain.school import School, school_from_journal, values_of
from fosdesk.exchange.example.example_school import example_journal
from fosdesk.words import read_words
from tests.domain.schools import TODAY, school_of

BOKMAL: list[Record] = [
    Decision("d1", what="Leksefri uke på 5. trinn i februar", why="FAU spurte igjen", day="2026-11-10", groups="FAU"),
    Decision("d2", what="Elevrådet får egen sak på hvert fellesmøte", day="2026-10-06", revisit="2027-06-01"),
    FollowUp("f1", what="Ringe kommunen om vikarmidler", responsible="Rektor", due="2026-12-01"),
    FollowUp("f2", what="Lage vaktplan for friminuttene", responsible="SFO-leder", due="2026-11-27"),
    FollowUp("f3", what="Bestille nye benker", responsible="Vaktmester", due="2026-09-01", done="2026-09-03"),
    Meeting("m1", what="Drøfting med tillitsvalgte", day="2026-12-03", start="14:30", who="unions", place="Møterom 2"),
    Meeting("m2", what="Foreldremøte om friminutt", day="2027-01-20", start="18:00", who="parents"),
    AgendaLine("a1", meeting="m1", what="Overtid for assistenter", said="Enige om å prøve ut til påske."),
    MethodCard("c1", name="IGP", how="Individ, gruppe, plenum: tenk alene, del i gruppen, samle.", minutes=20),
]
NYNORSK: list[Record] = [
    Decision("d1", what="Leksefri veke på 5. trinn i februar", why="FAU spurde att", day="2026-11-10", groups="FAU"),
    Decision("d2", what="Elevrådet får eiga sak på kvart fellesmøte", day="2026-10-06", revisit="2027-06-01"),
    FollowUp("f1", what="Ringje kommunen om vikarmidlar", responsible="Rektor", due="2026-12-01"),
    FollowUp("f2", what="Lage vaktplan for friminutta", responsible="SFO-leiar", due="2026-11-27"),
    FollowUp("f3", what="Tinge nye benker", responsible="Vaktmeister", due="2026-09-01", done="2026-09-03"),
    Meeting("m1", what="Drøfting med tillitsvalde", day="2026-12-03", start="14:30", who="unions", place="Møterom 2"),
    Meeting("m2", what="Foreldremøte om friminutt", day="2027-01-20", start="18:00", who="parents"),
    AgendaLine("a1", meeting="m1", what="Overtid for assistentar", said="Einige om å prøve ut til påske."),
    MethodCard("c1", name="IGP", how="Individ, gruppe, plenum: tenk åleine, del i gruppa, samle.", minutes=20),
]
# The question, how the right record is called, and what of the answer stands in the hit.
QUESTIONS = {
    "nb": (
        ("Hva bestemte vi om leksefri?", "Leksefri uke på 5. trinn", "10. november 2026"),
        ("hva avgjorde vi om leksefri på mellomtrinnet", "Leksefri på mellomtrinnet", "Parkert 12. mars 2025"),
        ("når ser vi på leksefri igjen", "Leksefri på mellomtrinnet", "ses på igjen 2. november 2026"),
        ("neste møte", "Hva er åpent i fase 2?", "tirsdag 24. november 2026"),
        ("Når er neste møte med de tillitsvalgte?", "Drøfting med tillitsvalgte", "torsdag 3. desember 2026 kl. 14.30"),
        ("når er foreldremøtet", "Foreldremøte om friminutt", "onsdag 20. januar 2027 kl. 18.00"),
        ("hvem ringer kommunen om vikarer", "Ringe kommunen om vikarmidler", "Rektor"),
        ("hvem lager vaktplanen for friminuttet?", "Lage vaktplan for friminuttene", "SFO-leder"),
        ("er benkene bestilt", "Bestille nye benker", "Ferdig 3. september 2026"),
        ("frist vaktplan", "Lage vaktplan for friminuttene", "frist 27. november 2026"),
        ("Hvorfor sa vi nei til trivselsmålingen?", "Ukentlig trivselsmåling på nettbrett", "flere tall enn vi bruker"),
        ("hva svarte vi på mobilreglene", "Strengere mobilregler", "Telefonene"),
        ("hva svarte vi FAU om skolemåltid", "Felles skolemåltid to dager i uken", "Takk for"),
        ("uteskole", "Uteskole én dag i uken på alle trinn", "Parkert 10. februar 2026"),
        ("lesevenner", "Lesevenner på tvers av trinn", "Tatt inn 1. september 2026"),
        ("lesevener på tvers", "Lesevenner på tvers av trinn", "Tatt inn"),
        ("hva ble bestemt om verdiuke", "Verdiuke med felles åpning i gymsalen", "Holdt utenfor 22. januar 2025"),
        ("plangruppen", "Plangruppen", "Erstattes av arbeidsgruppen"),
        ("hva gjør vi med IKT-gruppa", "IKT-gruppen", "Blir som den er"),
        ("hva sa vi om overtid for assistentene", "Overtid for assistenter", "prøve ut til påske"),
        ("hvordan var det med individ gruppe plenum", "IGP", "tenk alene"),
        ("hva fikk vi til svar om vikarer fra kommunalsjefen", "Vikar til tre samlinger", "Ja, fra høsten"),
        ("hva slutter vi med på planleggingsdagene", "Enkeltkurs for én og én", "Vi bruker dagene sammen"),
        ("siste møte i arbeidsgruppen", "Innsats mot gevinst", "tirsdag 10. november 2026"),
        ("når slutter støtten fra Kysthogskolen", "Kysthøgskolen", "16. juni 2028"),
        ("hvorfor har ikke FAU fast plass", "FAU får egne", "egne treffpunkt"),
    ),
    "nn": (
        ("Kva bestemte vi om leksefri?", "Leksefri veke på 5. trinn", "10. november 2026"),
        ("kva avgjorde vi om leksefri på mellomtrinnet", "Leksefri på mellomtrinnet", "Parkert 12. mars 2025"),
        ("når ser vi på leksefri att", "Leksefri på mellomtrinnet", "sett på igjen 2. november 2026"),
        ("neste møte", "Kva er ope i fase 2?", "tysdag 24. november 2026"),
        ("Når er neste møte med dei tillitsvalde?", "Drøfting med tillitsvalde", "torsdag 3. desember 2026 kl. 14.30"),
        ("når er foreldremøtet", "Foreldremøte om friminutt", "onsdag 20. januar 2027 kl. 18.00"),
        ("kven ringjer kommunen om vikarar", "Ringje kommunen om vikarmidlar", "Rektor"),
        ("kven lagar vaktplanen for friminuttet?", "Lage vaktplan for friminutta", "SFO-leiar"),
        ("er benkene tinga", "Tinge nye benker", "Ferdig 3. september 2026"),
        ("frist vaktplan", "Lage vaktplan for friminutta", "frist 27. november 2026"),
        ("Kvifor sa vi nei til vennebenken?", "Vennebenk i skulegarden", "set seg på benken"),
        ("kva svara vi på klassekontrakten", "Klassekontrakt med underskrift", "spørsmål i staden for kontrakt"),
        ("kva svarte vi FAU om skulemåltid", "Felles skulemåltid to dagar i veka", "Takk for"),
        ("skolemåltid", "Felles skulemåltid to dagar i veka", "Parkert 14. april 2026"),
        ("lesevennene", "Lesevenner på tvers av trinn", "1. september 2026"),
        ("skulehgae", "skulehage", "skulehage"),
        ("kva vart vedteke om felles mal for utviklingsplanar", "Felles mal for utviklingsplanane", "9. juni 2026"),
        ("fadderordninga", "Fadderordning mellom 6. og 1. trinn", "26. mai 2026"),
        ("kva sluttar vi med på planleggingsdagane", "Enkeltkurs for éin og éin", "Vi bruker dagane saman"),
        ("kva sa vi om overtid for assistentane", "Overtid for assistentar", "prøve ut til påske"),
        ("korleis var det med individ gruppe plenum", "IGP", "tenk åleine"),
        ("samiske helsingar", "Samiske helsingar i skulekvardagen", "Teke inn 12. mai 2026"),
        ("når ser vi på like reglar i SFO", "Like reglar for leiken i skule og SFO", "14. desember 2026"),
        ("pengar til assistentane", "Pengar til betalt møtetid for assistentar", "10. november 2026"),
    ),
}
ASKED = [(language, *one) for language, some in QUESTIONS.items() for one in some]


@cache
def example(language: str) -> tuple[School, SearchIndex, ShownSpeech]:
    story = school_from_journal(example_journal(language=language))
    more = BOKMAL if language == "nb" else NYNORSK
    school = School(story.id, {**story.records, **{one.id: one for one in more}}, {})
    speech = ShownSpeech(read_words(language))
    return school, SearchIndex(read_framework(language), school, speech, TODAY), speech


def hits(language: str, asked: str) -> list[tuple[str, str]]:
    """Title, and all else that can be read, of the first three hits."""
    school, index, speech = example(language)
    question = question_in(asked)
    saying = AnswerWords(read_words(language), read_framework(language), school)
    found = []
    for record_id in index.find(question, 3):
        record = school.find(record_id) or Answer(record_id)
        parts = [
            saying.state(record),
            saying.day(record),
            saying.coming(record),
            saying.line(record, question, speech).text,
        ]
        found.append((saying.title(record_id), " ".join(one for one in parts if one)))
    return found


@pytest.mark.parametrize(("language", "asked", "title", "answer"), ASKED)
def test_a_question_of_a_principal_is_answered(language: str, asked: str, title: str, answer: str) -> None:
    found = hits(language, asked)
    right = [said for called, said in found if title in called]
    assert right, found
    assert any(answer in said for said in right) or answer in title, right


def test_there_are_forty_questions_half_in_each_language() -> None:
    assert [len(some) >= 20 for some in QUESTIONS.values()] == [True, True]
    assert len(ASKED) >= 40


# -- nothing private


def filled(key: str) -> Record:
    """A record of a noun in which each text that is not open says something secret, and each other one does not."""
    values: dict[str, object] = {}
    for name, field in NOUNS[key].fields.items():
        secret = field.privacy is not Privacy.OPEN
        if isinstance(field, Short | Long):
            values[name] = "Hemmelig sak om lekser" if secret else "Åpen sak om lekser"
        elif isinstance(field, Reference) and not field.hidden and field.target == "person":
            values[name] = "person-1"
        elif isinstance(field, Date):
            values[name] = "1999-09-19" if secret else "2026-12-01"
        elif isinstance(field, Choice):
            values[name] = field.options[0].key
    return NOUNS[key].record("x1", **values)


@pytest.mark.parametrize("key", sorted(NOUNS))
@pytest.mark.parametrize(
    "asked", ["lekser", "hvem", "hvorfor lekser", "hva svarte vi om lekser", "når er leksene", "hemmelig"]
)
def test_nothing_private_is_said_before_it_is_asked_for(key: str, asked: str) -> None:
    words, framework = read_words("nb"), read_framework("nb")
    record = filled(key)
    school = school_of(record, Person("person-1", name="Hemmelig Hansen"))
    speech, question = ShownSpeech(words), question_in(asked)

    def said(*, private: bool) -> str:
        saying = AnswerWords(words, framework, school, private=private)
        line = saying.line(record, question, speech).text
        return " ".join((saying.title("x1"), saying.state(record), saying.day(record), saying.coming(record), line))

    shown = said(private=False)
    assert "emmelig" not in shown
    assert "1999" not in shown
    index = SearchIndex(framework, school, speech, TODAY)
    assert "x1" not in index.find("hemmelig")
    assert "person-1" not in index.find("hemmelig")
    secret = [f for f in NOUNS[key].fields.values() if f.privacy is not Privacy.OPEN and isinstance(f, Short | Long)]
    if any(not field.hidden for field in secret):
        assert "x1" in index.find("hemmelig", private=True)
        asked_for = AnswerWords(words, framework, school, private=True)
        whole = asked_for.line(record, question_in("hemmelig"), speech).text + asked_for.title("x1")
        assert "emmelig" in whole


def test_what_is_wholly_private_is_found_by_none_of_its_words() -> None:
    records = [filled("reflection"), filled("critical_voice"), Person("person-1", name="Hemmelig Hansen")]
    voice = CriticalVoice("v", person="person-1", since="2026-08-01", note="Spør godt")
    thought = Reflection("reflection:F1-1", text="Vi tviler på dette")
    school = school_of(*records[2:], voice, thought)
    index = SearchIndex(read_framework("nb"), school, ShownSpeech(read_words("nb")), TODAY)
    for asked in ("spør godt", "tviler", "august 2026", "hansen"):
        assert not {"v", "reflection:F1-1", "person-1"} & set(index.find(asked)), asked
        assert {"v", "reflection:F1-1", "person-1"} & set(index.find(asked, private=True)), asked


def test_a_person_is_called_by_the_role_until_the_name_is_asked_for() -> None:
    school = school_of(Person("p", name="Turid", role="teacher"), Membership("m", person="p", standing="member"))
    words, framework = read_words("nb"), read_framework("nb")
    assert AnswerWords(words, framework, school).title("p") == "Lærer"
    assert AnswerWords(words, framework, school, private=True).title("p") == "Turid"
    assert "Turid" not in AnswerWords(words, framework, school).title("m")
    assert AnswerWords(words, framework, school, private=True).title("m") == "Turid"


# -- the line


def test_the_line_shows_the_words_that_match_and_marks_them() -> None:
    reason = " ".join(["Vi har snakket lenge om dette."] * 12 + ["Lekser tok for mye plass.", "Så ventet vi."])
    entry = GateEntry("g", what="FAU", reason=reason)
    saying = AnswerWords(read_words("nb"), read_framework("nb"), school_of(entry))
    line = saying.line(entry, question_in("lekse"), ShownSpeech(read_words("nb")))
    assert len(line.text) < 220
    assert [line.text[at : at + size] for at, size in line.marks] == ["Lekser"]
    assert line.text.startswith("Hvorfor: … ")


def test_a_text_of_many_lines_is_shown_on_one() -> None:
    entry = GateEntry("g", what="FAU", reason="En\n\nto lekser\ntre")
    saying = AnswerWords(read_words("nb"), read_framework("nb"), school_of(entry))
    assert saying.line(entry, question_in("lekser"), ShownSpeech(read_words("nb"))).text == "Hvorfor: En to lekser tre"


def test_a_checklist_item_that_nobody_touched_is_called_by_its_text() -> None:
    framework = read_framework("nb")
    saying = AnswerWords(read_words("nb"), framework, school_of())
    item = next(iter(framework.items))
    assert saying.title(f"answer:{item.id}") == item.text
    assert saying.line(Answer(f"answer:{item.id}"), question_in(item.text), ShownSpeech(read_words("nb"))).text == ""


@pytest.mark.parametrize("key", sorted(NOUNS))
def test_not_even_that_it_is_there_is_told_of_what_holds_nothing_open(key: str) -> None:
    noun = NOUNS[key]
    secret = {n: f for n, f in noun.fields.items() if f.privacy is not Privacy.OPEN}
    record = noun.record("x1", **{n: v for n, v in values_of(filled(key)).items() if n in secret})
    words = read_words("nb")
    index = SearchIndex(read_framework("nb"), school_of(record), ShownSpeech(words), TODAY)
    asked = [
        noun_one(words, noun),
        noun_many(words, noun),
        "når",
        "neste",
        "hvem",
        "hvorfor",
        "siste",
        "hva bestemte vi",
    ]
    assert [one for one in asked if "x1" in index.find(one, 200)] == []


def test_what_was_done_at_an_item_is_read_in_its_hit_because_the_title_says_the_item() -> None:
    done = Answer("answer:F1-01", how="Vi spurte elevrådet")
    saying = AnswerWords(read_words("nb"), read_framework("nb"), school_of(done))
    line = saying.line(done, question_in("elevrådet"), ShownSpeech(read_words("nb")))
    assert line.text == "Slik gjorde vi det: Vi spurte elevrådet"
