"""A photo of the skin lies inside the record and nowhere else."""

from __future__ import annotations

import hashlib

import pytest
from sqlalchemy import update

from anakinra_companion.checking import check_record
from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.diary.refusals import MovedOn, NotAPhoto, OddNumber, PhotoTooLarge
from anakinra_companion.diary.skin.photos import MOST_BYTES
from anakinra_companion.domain.sites import Place, SitePoint
from anakinra_companion.domain.skin.reactions import Signs
from anakinra_companion.paths import Paths
from anakinra_companion.store.engine import record_engine, writing
from anakinra_companion.store.skin.tables import PHOTO_BYTES
from tests.journal_check import whole
from tests.people import TODAY, set_up

JPEG = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40
PNG = b"\x89PNG\r\n\x1a\n" + b"skin" * 100


@pytest.fixture
def dose(diary: Diary) -> str:
    set_up(diary)
    return diary.doses.record(Given(TODAY, diary.now(), SitePoint(Place.THIGH_LEFT, 0, 0))).doses[0]


@pytest.mark.parametrize(("taken", "kind"), [(JPEG, "image/jpeg"), (PNG, "image/png")])
def test_a_photo_is_kept_as_it_was_taken(diary: Diary, dose: str, taken: bytes, kind: str) -> None:
    diary.photos.keep(dose, taken)
    (photo,) = diary.photos.of(dose)
    assert (photo.kind, photo.size, photo.erased) == (kind, len(taken), False)
    assert diary.photos.content(photo.id) == taken
    assert whole(diary)


def test_the_journal_keeps_the_hash_of_a_photo_and_not_its_bytes(diary: Diary, dose: str) -> None:
    diary.photos.keep(dose, PNG)
    (photo,) = diary.photos.of(dose)
    assert photo.sha256 == hashlib.sha256(PNG).hexdigest()
    (entry,) = diary._record.store.history_of(photo.id)
    assert photo.sha256 in entry.content
    assert "skinskin" not in entry.content


def test_check_sees_a_photo_whose_bytes_were_changed(diary: Diary, dose: str, paths: Paths) -> None:
    diary.photos.keep(dose, JPEG)
    assert check_record(paths).whole
    engine = record_engine(diary.path)
    with writing(engine) as connection:
        connection.execute(update(PHOTO_BYTES).values(content=JPEG[:-1] + b"!"))
    engine.dispose()
    found = check_record(paths)
    assert not found.whole
    assert any("photo_bytes" in line for line in found.lines)
    assert diary.changed_from_outside() == 1


def test_check_sees_a_photo_that_is_gone_without_a_word_and_one_nobody_kept(
    diary: Diary, dose: str, paths: Paths
) -> None:
    diary.photos.keep(dose, JPEG)
    engine = record_engine(diary.path)
    with writing(engine) as connection:
        connection.execute(update(PHOTO_BYTES).values(id="stranger"))
    engine.dispose()
    assert not check_record(paths).whole
    assert diary.changed_from_outside() == 2


def test_erased_bytes_are_gone_from_the_file_and_the_journal_keeps_that_there_was_a_photo(
    diary: Diary, dose: str, paths: Paths
) -> None:
    diary.photos.keep(dose, JPEG)
    (photo,) = diary.photos.of(dose)
    diary.photos.erase(photo.id)
    (erased,) = diary.photos.of(dose)
    assert erased.erased
    assert diary.photos.content(photo.id) is None
    with pytest.raises(MovedOn):
        diary.photos.erase(photo.id)
    assert [entry.act for entry in diary._record.store.history_of(photo.id)] == ["keep_photo", "erase_photo"]
    assert whole(diary)
    assert check_record(paths).whole


@pytest.mark.parametrize("undone", [False, True])
def test_erased_bytes_are_in_no_file_also_while_the_program_is_open(
    diary: Diary, dose: str, paths: Paths, undone: bool
) -> None:
    undo = diary.photos.keep(dose, JPEG)
    assert holding(paths)
    if undone:
        diary.undo(undo)
    else:
        diary.photos.erase(undo.photos[0])
    assert holding(paths) == []


def holding(paths: Paths) -> list[str]:
    """The files of the record in which the bytes of the photo still are."""
    files = (file for file in paths.root.rglob("*") if file.is_file())
    return [file.name for file in files if JPEG[:64] in file.read_bytes()]


def test_a_photo_taken_back_leaves_no_bytes_behind(diary: Diary, dose: str) -> None:
    undo = diary.photos.keep(dose, JPEG)
    (photo,) = diary.photos.of(dose)
    diary.undo(undo)
    assert diary.photos.of(dose) == ()
    assert diary.photos.content(photo.id) is None
    assert whole(diary)


@pytest.mark.parametrize(("size", "refused"), [(MOST_BYTES, False), (MOST_BYTES + 1, True)])
def test_a_photo_too_large_for_a_record_is_refused(diary: Diary, dose: str, size: int, refused: bool) -> None:
    taken = PNG + bytes(size - len(PNG))
    if refused:
        with pytest.raises(PhotoTooLarge) as told:
            diary.photos.keep(dose, taken)
        assert (told.value.size, told.value.most) == (size, MOST_BYTES)
    else:
        diary.photos.keep(dose, taken)
    assert bool(diary.photos.of(dose)) is not refused


@pytest.mark.parametrize("other", [b"", b"GIF89a", b"%PDF-1.7"])
def test_what_is_no_photo_is_refused(diary: Diary, dose: str, other: bytes) -> None:
    with pytest.raises(NotAPhoto):
        diary.photos.keep(dose, other)


def test_a_dose_taken_back_takes_no_photo(diary: Diary, dose: str) -> None:
    diary.doses.withdraw(dose)
    with pytest.raises(MovedOn):
        diary.photos.keep(dose, JPEG)


def test_a_report_and_its_photos_are_kept_and_taken_back_together(diary: Diary, dose: str) -> None:
    with pytest.raises(NotAPhoto):
        diary.reactions.report(dose, Signs(redness=1), taken=(JPEG, b"GIF89a"))
    with pytest.raises(OddNumber):
        diary.reactions.report(dose, Signs(redness=1, size=9_000), taken=(JPEG,))
    assert diary.photos.of(dose) == ()
    assert diary.reactions.of(dose) == ()
    undo = diary.reactions.report(dose, Signs(redness=1), taken=(JPEG, PNG))
    assert [each.size for each in diary.photos.of(dose)] == [len(JPEG), len(PNG)]
    diary.undo(undo)
    assert diary.photos.of(dose) == ()
    assert diary.reactions.of(dose) == ()
    assert whole(diary)
