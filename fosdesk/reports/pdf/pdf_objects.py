"""PDF objects as a file: streams written at once, other objects in compressed object streams, and the xref stream."""

import zlib
from hashlib import md5

_OBJECTS_PER_STREAM = 200
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


class PdfObjects:
    """A PDF file being written. An object's reference is reserved before the object is put."""

    def __init__(self, first: int) -> None:
        """`first` is the first free object number; lower numbers belong to objects named elsewhere."""
        self._next = first
        self._parts = [_HEADER]
        self._offset = len(_HEADER)
        self._xref: dict[
            int, tuple[int, int, int]
        ] = {}  # object number: xref entry type, offset or stream number, index in the stream
        self._pending: list[tuple[int, bytes]] = []

    def reserve(self) -> str:
        """The reference of an object that is still to come, such as «12 0 R»."""
        self._next += 1
        return f"{self._next - 1} 0 R"

    def put(self, name: str, written: str) -> None:
        """Add an object that is no stream, in PDF syntax."""
        self._pending.append((_number(name), written.encode("ascii")))
        if len(self._pending) == _OBJECTS_PER_STREAM:
            self._write_object_stream()

    def put_stream(self, name: str, content: bytes, entries: str = "") -> None:
        """Add a stream, compressed here; `entries` are further entries of its dictionary."""
        self.put_compressed(name, zlib.compress(content), entries)

    def put_compressed(self, name: str, compressed: bytes, entries: str = "") -> None:
        """Add a stream that is compressed (zlib) already."""
        self._write_stream(_number(name), compressed, f"{entries} /Filter /FlateDecode")

    def put_uncompressed_stream(self, name: str, content: bytes, entries: str) -> None:
        """Add a stream in clear, so that programs that cannot read PDF find it in the file."""
        self._write_stream(_number(name), content, entries)

    def to_bytes(self, root: str, info: str) -> bytes:
        """The whole file, with `root` and `info` as references of the trailer; its ID is a hash of the content."""
        self._write_object_stream()
        number = _number(self.reserve())
        self._xref[number] = (1, self._offset, 0)
        size = max(self._xref) + 1
        file_id = md5(b"".join(self._parts), usedforsecurity=False).hexdigest()
        rows = b"".join(_xref_row(*self._xref.get(object_number, (0, 0, 65_535))) for object_number in range(size))
        start = self._offset
        self._write_stream(
            number,
            zlib.compress(rows),
            f"/Type /XRef /Size {size} /W [1 4 2] /Root {root} /Info {info} /ID [<{file_id}> <{file_id}>] "
            "/Filter /FlateDecode",
        )
        self._parts.append(f"startxref\n{start}\n%%EOF\n".encode("ascii"))
        return b"".join(self._parts)

    def _write_stream(self, number: int, content: bytes, entries: str) -> None:
        self._xref[number] = (1, self._offset, 0)
        head = f"{number} 0 obj\n<<{entries} /Length {len(content)}>>\nstream\n".encode("ascii")
        for part in (head, content, b"\nendstream\nendobj\n"):
            self._parts.append(part)
            self._offset += len(part)

    def _write_object_stream(self) -> None:
        if not self._pending:
            return
        number = _number(self.reserve())
        bodies = [body for _, body in self._pending]
        starts = [0]
        for body in bodies:
            starts.append(starts[-1] + len(body) + 1)
        index = " ".join(
            f"{object_number} {start}" for (object_number, _), start in zip(self._pending, starts, strict=False)
        )
        for place, (object_number, _) in enumerate(self._pending):
            self._xref[object_number] = (2, number, place)
        content = b"\n".join((index.encode("ascii"), *bodies))
        entries = f"/Type /ObjStm /N {len(bodies)} /First {len(index) + 1} /Filter /FlateDecode"
        self._pending = []
        self._write_stream(number, zlib.compress(content), entries)


def _number(name: str) -> int:
    return int(name.split(" ", 1)[0])


def _xref_row(entry_type: int, offset: int, index: int) -> bytes:
    return bytes((entry_type,)) + offset.to_bytes(4, "big") + index.to_bytes(2, "big")
