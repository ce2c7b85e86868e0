"""The command that makes a document about many schools from a folder of their files."""

from pathlib import Path

from fosdesk.commands.documents import day_asked
from fosdesk.display.command_options import Asked
from fosdesk.display.terminal import complain, say, single_line
from fosdesk.errors import FosdeskError
from fosdesk.words import read_words


def schools(asked: Asked) -> int:
    """Make a document about the schools in a folder; files that are not shown are told of, and stop nothing."""
    from fosdesk import __version__
    from fosdesk.content import read_framework
    from fosdesk.domain.rules.owner.opened_schools import alike, municipalities
    from fosdesk.exchange.file_saving import save_bytes
    from fosdesk.exchange.owner.owner_file import OwnerFile
    from fosdesk.exchange.owner.school_folder import read_folder
    from fosdesk.exchange.target_file import check_document_target
    from fosdesk.reports.owner.owner_documents import OWNER_DOCUMENTS, OwnerTopic, owner_document

    folder, target = Path(asked.places["FOLDER"]), Path(asked.places["PDF|DOCX"])
    check_document_target(target, folder)
    words, day = read_words(asked.language_of_result), day_asked(asked)
    read = read_folder(folder, read_framework(words.language))
    own = OwnerFile(folder, None, app=__version__, role="owner", clock=lambda: 0)
    own.read()
    wanted = asked.options.get("--municipality", "")
    known = municipalities(read.schools)
    found = next((one for one in known if alike(one) == alike(wanted)), "")
    if wanted and not found:
        raise FosdeskError(
            "None of the schools belongs to {municipality}; there are: {choices}.",
            municipality=wanted,
            choices=", ".join(known) or "–",
        )
    key = asked.options.get("--document", next(iter(OWNER_DOCUMENTS)))
    topic = OwnerTopic(own.school, read.schools, found)
    save_bytes(target, owner_document(key, target.suffix.lower(), topic, words, day))
    for one in read.unread:
        complain(single_line(f"{one.file}: {asked.words(one.why.sentence, **one.why.arguments)}"))
    say(asked.words.plural("{n} school", "{n} schools", len(topic.limited())))
    return 0
