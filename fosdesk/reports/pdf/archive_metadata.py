"""The metadata file for a PDF that is put into an archive: title, school, date, audience, checksum, format."""

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
        """The metadata for the finished PDF `written`; `said` gives the other fields.

        msgspec.ValidationError when they do not fit.
        """
        return msgspec.convert({**said, "sha256": sha256(written).hexdigest()}, cls)

    def to_bytes(self) -> bytes:
        """The metadata as indented JSON in UTF-8, with a newline at the end."""
        return msgspec.json.format(msgspec.json.encode(self), indent=2) + b"\n"


def schema() -> bytes:
    """The JSON Schema of the metadata file, as it is shipped in resources/archive/document.schema.json."""
    described = msgspec.json.schema(ArchiveNote)
    return msgspec.json.format(msgspec.json.encode(described, order="deterministic"), indent=2) + b"\n"
