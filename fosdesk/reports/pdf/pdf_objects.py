"""The objects of a PDF, and how they become a file: streams packed as they come, all else in packed bundles."""

import zlib
from hashlib import md5

_BUNDLE = 200  # objects that are packed together
_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


class PdfObjects:
    """One file in the writing. Whoever needs an object's name before the object is there asks for it with `name`."""

    def __init__(self, first: int) -> None:
        """Numbers begin at `first`; those before it belong to whoever asked for them elsewhere."""
        self._next = first
        self._parts = [_HEAD]
        self._at = len(_HEAD)
        self._places: dict[int, tuple[int, int, int]] = {}  # number: kind of place, where, and which there
        self._bundle: list[tuple[int, bytes]] = []

    def name(self) -> str:
        """How an object that is still to come is called: «12 0 R»."""
        self._next += 1
        return f"{self._next - 1} 0 R"

    def put(self, name: str, written: str) -> None:
        """An object that is no stream."""
        self._bundle.append((_number(name), written.encode("ascii")))
        if len(self._bundle) == _BUNDLE:
            self._pack()

    def put_stream(self, name: str, content: bytes, entries: str = "") -> None:
        """A stream; it is packed here."""
        self.put_packed(name, zlib.compress(content), entries)

    def put_packed(self, name: str, packed: bytes, entries: str = "") -> None:
        """A stream that is packed already."""
        self._write_stream(_number(name), packed, f"{entries} /Filter /FlateDecode")

    def put_plain_stream(self, name: str, content: bytes, entries: str) -> None:
        """A stream that programs without a PDF reader can find in the file."""
        self._write_stream(_number(name), content, entries)

    def written(self, root: str, about: str) -> bytes:
        """The whole file; its mark of identity is worked out from what it holds."""
        self._pack()
        number = _number(self.name())
        self._places[number] = (1, self._at, 0)
        size = max(self._places) + 1
        mark = md5(b"".join(self._parts), usedforsecurity=False).hexdigest()
        rows = b"".join(_row(*self._places.get(known, (0, 0, 65_535))) for known in range(size))
        start = self._at
        self._write_stream(
            number,
            zlib.compress(rows),
            f"/Type /XRef /Size {size} /W [1 4 2] /Root {root} /Info {about} /ID [<{mark}> <{mark}>] "
            "/Filter /FlateDecode",
        )
        self._parts.append(f"startxref\n{start}\n%%EOF\n".encode("ascii"))
        return b"".join(self._parts)

    def _write_stream(self, number: int, content: bytes, entries: str) -> None:
        self._places[number] = (1, self._at, 0)
        head = f"{number} 0 obj\n<<{entries} /Length {len(content)}>>\nstream\n".encode("ascii")
        for part in (head, content, b"\nendstream\nendobj\n"):
            self._parts.append(part)
            self._at += len(part)

    def _pack(self) -> None:
        if not self._bundle:
            return
        number = _number(self.name())
        bodies = [body for _, body in self._bundle]
        starts = [0]
        for body in bodies:
            starts.append(starts[-1] + len(body) + 1)
        index = " ".join(f"{known} {start}" for (known, _), start in zip(self._bundle, starts, strict=False))
        for place, (known, _) in enumerate(self._bundle):
            self._places[known] = (2, number, place)
        content = b"\n".join((index.encode("ascii"), *bodies))
        entries = f"/Type /ObjStm /N {len(bodies)} /First {len(index) + 1} /Filter /FlateDecode"
        self._bundle = []
        self._write_stream(number, zlib.compress(content), entries)


def _number(name: str) -> int:
    return int(name.split(" ", 1)[0])


def _row(kind: int, where: int, which: int) -> bytes:
    return bytes((kind,)) + where.to_bytes(4, "big") + which.to_bytes(2, "big")
