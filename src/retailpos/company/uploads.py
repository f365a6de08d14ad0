"""Files attached to a transaction."""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage
from typing import cast

from flask import Response

from retailpos.company import show
from retailpos.company.books import Body, Books, load
from retailpos.company.write import write
from retailpos.company.wrong import Wrong

MOST_BYTES = 100_000_000


def upload(books: Books, raw: bytes, content_type: str) -> Body:
    """POST upload: metadata and content in numbered pairs; each pair becomes an attachable."""
    if len(raw) > MOST_BYTES:
        raise Wrong("6030", "")
    parts = _parts(raw, content_type)
    numbers = sorted(name.rpartition("_")[2] for name in parts if name.startswith("file_metadata_"))
    if not numbers:
        raise Wrong.missing(["file_metadata_01"])
    done = []
    for number in numbers:
        try:
            meta = load(parts[f"file_metadata_{number}"][1].decode("utf-8"))
        except ValueError:
            raise Wrong("2010", "The metadata could not be read as JSON") from None
        kind, content = parts.get(f"file_content_{number}", ("", b""))
        meta = {name: value for name, value in meta.items() if name not in ("Id", "SyncToken")}
        done.append({"Attachable": _keep(books, meta, kind, content)})
    return {"AttachableResponse": done}


def _keep(books: Books, meta: Body, kind: str, content: bytes) -> Body:
    made = write(books, "Attachable", {**meta, "ContentType": meta.get("ContentType") or kind, "Size": len(content)})
    books.run("INSERT OR REPLACE INTO file VALUES (?, ?, ?)", int(made["Id"]), made["ContentType"], content)
    return show.shown(books, "Attachable", [made])[0]


def _parts(raw: bytes, content_type: str) -> dict[str, tuple[str, bytes]]:
    """The parts of a multipart body by name: (content type, bytes), transfer encodings undone."""
    head = f"Content-Type: {content_type}\r\nMIME-Version: 1.0\r\n\r\n".encode()
    message = email.message_from_bytes(head + raw.lstrip(b"\r\n"), policy=email.policy.HTTP)
    found = {}
    for part in message.iter_parts() if message.is_multipart() else ():
        name = part.get_param("name", header="content-disposition")
        content = cast(bytes, cast(EmailMessage, part).get_payload(decode=True) or b"")
        found[str(name)] = (part.get_content_type(), content)
    return found


def download(books: Books, number: int) -> Response:
    """The content of an attached file, by the address that was told with it."""
    found = books.rows("SELECT * FROM file WHERE id = ?", number)
    if not found:
        return Response("", 404)
    headers = {"Content-Disposition": "attachment", "X-Content-Type-Options": "nosniff"}
    return Response(found[0]["content"], 200, headers, content_type="application/octet-stream")
