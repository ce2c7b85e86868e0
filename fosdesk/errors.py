"""Trouble that a person can do something about."""


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
