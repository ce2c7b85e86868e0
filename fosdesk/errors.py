"""Trouble that a person can do something about, and the mark of a fault that kept something from being saved."""


class FosdeskError(Exception):
    """One sentence to show; anything else that is raised is a bug.

    The sentence is an English msgid, looked up where it is shown; the arguments fill its `{places}` and are never
    read as part of the sentence.
    """

    def __init__(self, sentence: str, /, **arguments: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.arguments = arguments

    def __str__(self) -> str:
        return self.sentence.format_map(self.arguments) if self.arguments else self.sentence


_UNSAVED = "nothing of this act was saved"


def mark_unsaved(fault: BaseException) -> None:
    """Note on a fault that the act in which it happened was not saved, whoever shows it."""
    fault.add_note(_UNSAVED)


def is_unsaved(fault: BaseException | None) -> bool:
    """Whether a fault, or one that it came from, kept something from being saved."""
    seen = set[int]()
    while fault is not None and id(fault) not in seen:
        if _UNSAVED in getattr(fault, "__notes__", ()):
            return True
        seen.add(id(fault))
        fault = fault.__cause__ or fault.__context__
    return False
