"""FosdeskError, the exception for trouble that a person can act on, and a mark for faults that lost a write."""

from pathlib import PurePath


class FosdeskError(Exception):
    """An error to show to the person as one sentence; any other exception is a bug.

    The sentence is an English msgid, translated where it is shown; the arguments fill its `{places}` and are never
    parsed.
    """

    def __init__(self, sentence: str, /, **arguments: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.arguments = arguments

    def __str__(self) -> str:
        return self.sentence.format_map(self.arguments) if self.arguments else self.sentence


def unusable_folder_error(folder: PurePath | str) -> FosdeskError:
    """The error for a folder that cannot be made, entered or written in."""
    return FosdeskError("The folder {folder} cannot be used. Choose another one.", folder=str(folder))


def unwritable_error(file: PurePath | str) -> FosdeskError:
    """The error for a file that could not be written."""
    return FosdeskError(
        "{file} could not be written; the folder may be missing, full or closed to you.", file=str(file)
    )


_UNSAVED = "nothing of this act was saved"


def mark_unsaved(fault: BaseException) -> None:
    """Add a note to an exception that the act it happened in was not saved."""
    fault.add_note(_UNSAVED)


def is_unsaved(fault: BaseException | None) -> bool:
    """Whether an exception, or one in its chain of causes, was marked by `mark_unsaved`."""
    seen = set[int]()
    while fault is not None and id(fault) not in seen:
        if _UNSAVED in getattr(fault, "__notes__", ()):
            return True
        seen.add(id(fault))
        fault = fault.__cause__ or fault.__context__
    return False
