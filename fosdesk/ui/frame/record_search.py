"""The search index of the open school, made when it is first needed and brought up to date when it is asked."""

from collections.abc import Callable

from fosdesk.display.record_words import record_words
from fosdesk.display.search_speech import ShownSpeech
from fosdesk.domain.fields import Record
from fosdesk.domain.framework import Framework
from fosdesk.domain.rules.search_index import SearchIndex
from fosdesk.domain.school import School
from fosdesk.domain.values.text_folding import folded
from fosdesk.words import Words


class RecordSearch:
    """One for each window, so that a list that filters while somebody types does not index the school each time."""

    def __init__(self, framework: Framework, words: Words, school: Callable[[], School]) -> None:
        """`school` gives the current snapshot."""
        self._framework, self._words, self._school = framework, words, school
        self._index: SearchIndex | None = None
        self._indexed: School | None = None

    def find(self, typed: str, limit: int, kind: type[Record] | None = None) -> list[str]:
        """The ids of the records that fit what is typed, best match first; of one `kind` if given."""
        school = self._school()
        if self._index is None:
            self._index = SearchIndex(self._framework, school, ShownSpeech(self._words))
        elif school is not self._indexed:
            self._index.update(school)
        self._indexed = school
        found = self._index.find(typed, limit, private=True, kind=kind)
        begun = folded(typed).strip()
        # Whoever types the beginning of a title means that one.
        return sorted(found, key=lambda one: not folded(self._title(school, one)).startswith(begun))

    def _title(self, school: School, record_id: str) -> str:
        return record_words(self._words, self._framework, school, record_id)
