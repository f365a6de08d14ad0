"""A file kept beside a document in QuickBooks: asked for by its name first, so that it never hangs there twice."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass

from retailpos.core.errors import Trouble
from retailpos.exchange.online.client import Client

_UPLOAD = uuid.UUID("6a3f9f34-92d1-4c37-9d0b-5b1f3f0c8f21")


@dataclass(frozen=True, slots=True)
class Paper:
    """A file and the document it belongs to, by entity and QuickBooks id."""

    name: str
    content: bytes
    entity: str
    id: str
    note: str = ""


def is_there(client: Client, paper: Paper) -> bool:
    """True where a file of this name hangs on the document already. Raises Trouble where that can't be asked."""
    rows = client.query(f"SELECT * FROM Attachable WHERE FileName = '{paper.name}'", "Attachable")
    for row in rows:
        for ref in row.get("AttachableRef") or []:
            there = ref.get("EntityRef") or {}
            if (str(there.get("type")), str(there.get("value"))) == (paper.entity, paper.id):
                return True
    return False


def hang_up(client: Client, paper: Paper) -> None:
    """Upload the file and hang it on its document. Raises Trouble where QuickBooks did not take it."""
    metadata = {
        "FileName": paper.name,
        "ContentType": "application/pdf",
        "Note": paper.note,
        "AttachableRef": [{"EntityRef": {"type": paper.entity, "value": paper.id}, "IncludeOnSend": False}],
    }
    mark = f"retailpos-{uuid.uuid5(_UPLOAD, f'{client.realm}/{paper.id}/{paper.name}').hex}"
    head = (
        f'--{mark}\r\nContent-Disposition: form-data; name="file_metadata_01"; filename="attachment.json"\r\n'
        f"Content-Type: application/json\r\n\r\n{json.dumps(metadata)}\r\n"
        f'--{mark}\r\nContent-Disposition: form-data; name="file_content_01"; filename="{paper.name}"\r\n'
        "Content-Type: application/pdf\r\n\r\n"
    )
    body = head.encode() + paper.content + f"\r\n--{mark}--\r\n".encode()
    answer = client.upload(body, f"multipart/form-data; boundary={mark}")
    if not answer.good:
        raise Trouble("quickbooks_said", code=answer.code, said=answer.said)
    done = (answer.body.get("AttachableResponse") or [{}])[0]
    if not isinstance(done, dict) or not (done.get("Attachable") or {}).get("Id"):
        raise Trouble("answer_unreadable")
