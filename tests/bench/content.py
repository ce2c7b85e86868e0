"""What stands in the document that programs are compared with: chapters, lists, links and tables."""

CHAPTERS, SECTIONS, PARAGRAPHS, ROWS = 6, 4, 3, 36
TEXT = (
    "Arbeidsgruppen har møtt personalet fire ganger dette semesteret. Vi valgte å bruke den første fellestiden til å "
    "lese, og den neste til å fortelle hverandre om elever vi har lyktes med. Det tok lengre tid enn vi trodde, men "
    "samtalene ble bedre. "
)
HEAD = ("Hva", "Råd", "Fra", "Avgjørelse")
WIDTHS = (0.15, 0.35, 0.15, 0.35)


def rows(chapter: int, count: int = ROWS) -> list[tuple[str, str, str, str]]:
    """The table of a chapter."""
    return [
        (
            f"Punkt {chapter}.{row}",
            f"Velment råd nummer {row}, med en litt lengre forklaring",
            "Skoleeier",
            "Parkert til januar fordi vi nettopp har begynt med noe annet",
        )
        for row in range(count)
    ]
