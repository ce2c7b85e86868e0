"""A few facts about a PDF for whoever puts it into an archive by hand: what it is, whose, and from when."""

from datetime import date
from hashlib import sha256
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

ENDING = ".metadata.json"


class ArchiveNote(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands beside one PDF; described in resources/archive/document.schema.json. It claims no standard."""

    title: Annotated[str, Meta(description="The title of the document, in its own language.")]
    school: Annotated[str, Meta(description="The school whose document it is.")]
    author_role: Annotated[str, Meta(description="The role of whoever made it, never a name.")]
    date: Annotated[date, Meta(description="The day the document is dated.")]
    version: Annotated[Literal["draft", "final"], Meta(description="Whether the school calls it a draft or final.")]
    period: Annotated[str, Meta(description="The period it tells about, in words.")]
    audience: Annotated[
        Literal["school", "owner", "network", "research"],
        Meta(description="Whom it was made for; this decided what was left out."),
    ]
    language: Annotated[str, Meta(description="The language of the document, such as nb-NO.")]
    archive_reference: Annotated[str, Meta(description="Case or record number as somebody wrote it; may be empty.")]
    file: Annotated[str, Meta(description="The name of the PDF when it was made.")]
    pages: Annotated[int, Meta(description="How many pages it has.", ge=1)]
    sha256: Annotated[str, Meta(description="SHA-256 of the PDF, in hexadecimal.", pattern="^[0-9a-f]{64}$")]
    format: Annotated[Literal["PDF/A-2a, PDF/UA-1"], Meta(description="What the file was made to comply with.")] = (
        "PDF/A-2a, PDF/UA-1"
    )
    made_with: Annotated[str, Meta(description="The program that made it.")] = "fosdesk"

    @classmethod
    def about(cls, written: bytes, **said: object) -> "ArchiveNote":
        """The note about a finished PDF."""
        return msgspec.convert({**said, "sha256": sha256(written).hexdigest()}, cls)

    def to_bytes(self) -> bytes:
        """As JSON that people can read too."""
        return msgspec.json.format(msgspec.json.encode(self), indent=2) + b"\n"


def schema() -> bytes:
    """The shape of the note, for the file that is shipped."""
    described = msgspec.json.schema(ArchiveNote)
    return msgspec.json.format(msgspec.json.encode(described, order="deterministic"), indent=2) + b"\n"
