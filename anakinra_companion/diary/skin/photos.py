"""A photo of the skin at an injection: optional, inside the record, never elsewhere."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from anakinra_companion.diary.record import OpenRecord, new_id
from anakinra_companion.diary.refusals import MovedOn, NotAPhoto, PhotoTooLarge
from anakinra_companion.diary.undo import Done, Undo
from anakinra_companion.store import injections
from anakinra_companion.store.skin import photos as store
from anakinra_companion.store.skin.photos import Photo

if TYPE_CHECKING:
    from anakinra_companion.store.store import Act

# A phone's photo has 3 to 6 million bytes; a record stays small enough to be backed up.
MOST_BYTES = 8 * 1024 * 1024
_KINDS = {b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n\x1a\n": "image/png"}


class Photos:
    """Everything about photos."""

    def __init__(self, record: OpenRecord) -> None:
        self._record = record

    def of(self, dose_id: str) -> tuple[Photo, ...]:
        """The photos of one injection, oldest first; of those that were erased, that there was one."""
        with self._record.reading() as connection:
            return store.photos_of(connection, dose_id)

    def content(self, id_: str) -> bytes | None:
        """The bytes of a photo; None once they were erased."""
        with self._record.reading() as connection:
            return store.content(connection, id_)

    def keep(self, dose_id: str, *taken: bytes) -> Undo:
        """Keeps photos in the record, all or none of them.

        Raises `PhotoTooLarge`, `NotAPhoto`, or `MovedOn` for a dose taken back. Undo erases their bytes.
        """
        with self._record.act("keep_photo") as act:
            kept = add_photos(act, dose_id, taken)
        return Undo(Done.PHOTO_KEPT, photos=kept)

    def erase(self, id_: str) -> None:
        """Erases the bytes for good; the journal keeps that there was a photo. Copies made before still hold it."""
        with self._record.act("erase_photo") as act:
            found = store.photo(act.connection, id_)
            if found is None or found.erased:
                raise MovedOn("this photo was erased")
            store.erase_photo(act, id_)
        self._record.forget_erased()


def add_photos(act: Act, dose_id: str, taken: Iterable[bytes]) -> tuple[str, ...]:
    """Writes photos inside an act; their ids. What it raises is told at `Photos.keep`."""
    kinds = [(content, _kind(content)) for content in taken]
    if injections.injection(act.connection, dose_id) is None:
        raise MovedOn("this dose was taken back")
    kept = []
    for content, kind in kinds:
        digest = hashlib.sha256(content).hexdigest()
        photo = Photo(new_id(), dose_id, act.at, kind, len(content), digest)
        store.put_photo(act, photo, content)
        kept.append(photo.id)
    return tuple(kept)


def _kind(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise PhotoTooLarge(len(content), MOST_BYTES)
    kind = next((kind for start, kind in _KINDS.items() if content.startswith(start)), None)
    if kind is None:
        raise NotAPhoto("neither JPEG nor PNG")
    return kind
