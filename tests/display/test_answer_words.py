"""Questions as a principal asks them: the right record is among the first three, and the answer stands in the hit."""

from functools import cache

import pytest

from fosdesk.content import read_framework
from fosdesk.display.answer_words import AnswerWords
from fosdesk.display.search_speech import ShownSpeech
from fosdesk.domain.fields import Record
from fosdesk.domain.records import (
    AgendaLine,
    Answer,
    CriticalVoice,
    Decision,
    FollowUp,
    GateEntry,
    Meeting,
    MethodCard,
    Person,
    Reflection,
)
from fosdesk.domain.rules.search_index import SearchIndex
from fosdesk.domain.rules.search_question import question_in
from fosdesk.domain.school import School, school_from_journal
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
        parts = [saying.state(record), saying.day(record), saying.coming(record), saying.line(record, question, speech).text]
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
