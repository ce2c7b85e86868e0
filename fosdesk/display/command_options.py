"""Parts what was written after a command into positional arguments and options."""

from collections.abc import Mapping, Sequence

from fosdesk.errors import FosdeskError


def parted(arguments: Sequence[str], known: Mapping[str, str]) -> tuple[list[str], dict[str, str]]:
    """Positional arguments and options; `known` maps an option to its placeholder, empty when it takes no value."""
    places: list[str] = []
    options: dict[str, str] = {}
    left = list(arguments)
    while left:
        text = left.pop(0)
        text = "--help" if text == "-h" else text
        if text == "--":
            return [*places, *left], options
        if not text.startswith("-") or text == "-":
            places.append(text)
            continue
        option, given, value = text.partition("=")
        if option not in known or (given and not known[option]):
            raise FosdeskError("There is no option {option} here; fosdesk --help tells which there are.", option=option)
        if known[option] and not given:
            if not left:
                raise FosdeskError("{option} lacks what it takes: {value}.", option=option, value=known[option])
            value = left.pop(0)
        choices = known[option].split("|")
        if len(choices) > 1 and value not in choices:
            raise FosdeskError(
                "“{text}” is not a choice for {option}; choose one of {choices}.",
                text=value,
                option=option,
                choices=", ".join(choices),
            )
        options[option] = value
    return places, options


def known_options(options: Sequence[str]) -> dict[str, str]:
    """The placeholder of each option, from how it is written in a usage: «--data-dir DIR»; empty without one."""
    return {option.partition(" ")[0]: option.partition(" ")[2] for option in options}
