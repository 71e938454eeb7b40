"""Photos of the skin: the bytes lie in the record only, the journal keeps what they were."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, String, bindparam, column, delete, func, insert, select

from anakinra_companion.store.changes import Before, change, write
from anakinra_companion.store.instants import instant, instant_text
from anakinra_companion.store.skin.tables import PHOTO_BYTES, PHOTOS
from anakinra_companion.store.store import Act, next_rank

# Many ids as one value: the statement is the same for any number of them.
_NAMED = select(column("value", String)).select_from(func.json_each(bindparam("doses", type_=String)))
_OF_DOSES = select(PHOTOS).where(PHOTOS.c.withdrawn == 0, PHOTOS.c.dose.in_(_NAMED)).order_by(PHOTOS.c.rank)


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo of the skin at an injection; once erased, only that there was one is known."""

    id: str
    dose_id: str
    at: datetime
    kind: str
    size: int
    sha256: str
    erased: bool = False


def photos_of(connection: Connection, dose_id: str) -> tuple[Photo, ...]:
    """The photos of one injection, oldest first, also those that were erased."""
    some = select(PHOTOS).where(PHOTOS.c.dose == dose_id, PHOTOS.c.withdrawn == 0).order_by(PHOTOS.c.rank)
    return tuple(_photo(row) for row in connection.execute(some).mappings())


def photos_to(connection: Connection, doses: Iterable[str]) -> tuple[Photo, ...]:
    """The photos of several injections, oldest first, also those that were erased."""
    return tuple(_photo(row) for row in connection.execute(_OF_DOSES, {"doses": json.dumps(list(doses))}).mappings())


def photo(connection: Connection, id_: str) -> Photo | None:
    """One photo that was not taken back."""
    row = connection.execute(select(PHOTOS).where(PHOTOS.c.id == id_, PHOTOS.c.withdrawn == 0)).mappings().first()
    return _photo(row) if row else None


def content(connection: Connection, id_: str) -> bytes | None:
    """The bytes of a photo; None when they were erased."""
    return connection.execute(select(PHOTO_BYTES.c.content).where(PHOTO_BYTES.c.id == id_)).scalar()


def put_photo(act: Act, photo: Photo, taken: bytes) -> Before:
    """Writes a photo and its bytes."""
    act.connection.execute(insert(PHOTO_BYTES).values(id=photo.id, content=taken))
    values: dict[str, str | int | None] = {
        "dose": photo.dose_id,
        "at": instant_text(photo.at),
        "kind": photo.kind,
        "size": photo.size,
        "sha256": photo.sha256,
        "erased": 0,
        "rank": next_rank(act.connection, PHOTOS),
        "withdrawn": 0,
    }
    return write(act, PHOTOS, photo.id, values)


def erase_photo(act: Act, id_: str) -> None:
    """Erases the bytes for good and over-writes them in the file; the journal keeps that there was a photo."""
    act.connection.exec_driver_sql("PRAGMA secure_delete=ON").close()
    act.connection.execute(delete(PHOTO_BYTES).where(PHOTO_BYTES.c.id == id_))
    act.connection.exec_driver_sql("PRAGMA secure_delete=OFF").close()
    change(act, PHOTOS, id_, erased=1)


def take_back_photo(act: Act, id_: str) -> None:
    """It was never kept: its bytes go too, whoever erased them first."""
    found = photo(act.connection, id_)
    if found is not None and not found.erased:
        erase_photo(act, id_)
    if found is not None:
        change(act, PHOTOS, id_, withdrawn=1)


def faulty_photos(connection: Connection) -> list[str]:
    """Photos whose bytes are not those the journal speaks of: changed, gone without a word, or never told of."""
    rows = connection.execute(select(PHOTOS.c.id, PHOTOS.c.sha256, PHOTOS.c.erased)).all()
    wanted = {row.id: None if row.erased else row.sha256 for row in rows}
    held = set(connection.execute(select(PHOTO_BYTES.c.id)).scalars())
    # One at a time: a record may hold more photos than memory does.
    return [id_ for id_ in sorted(wanted.keys() | held) if wanted.get(id_) != _hash(connection, id_)]


def _hash(connection: Connection, id_: str) -> str | None:
    kept = content(connection, id_)
    return None if kept is None else hashlib.sha256(kept).hexdigest()


def _photo(row: RowMapping) -> Photo:
    return Photo(
        id=row["id"],
        dose_id=row["dose"],
        at=instant(row["at"]),
        kind=row["kind"],
        size=row["size"],
        sha256=row["sha256"],
        erased=bool(row["erased"]),
    )
