"""Where everything is kept."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest

from anakinra_companion import resources
from anakinra_companion.logs import configure
from anakinra_companion.paths import Paths, write_whole
from anakinra_companion.settings import Settings


@pytest.fixture
def made(tmp_path: Path) -> Paths:
    paths = Paths.under(tmp_path / "data")
    paths.make()
    return paths


def test_only_the_user_may_look_into_the_folders(made: Paths) -> None:
    person = made.add_person("Ana", "teal")
    for folder in (made.root, made.root / "people", made.record(person).parent):
        assert folder.stat().st_mode & 0o777 == 0o700
    assert made.installation_id()
    assert (made.root / "installation").stat().st_mode & 0o777 == 0o600


def test_the_installation_keeps_its_name(made: Paths) -> None:
    assert made.installation_id() == made.installation_id()


def test_a_person_is_found_again_with_label_and_colour(made: Paths) -> None:
    label = 'Ana "la abuela" \\ Rosa'
    person = made.add_person(label, "amber")
    assert made.people() == {person: {"label": label, "colour": "amber"}}
    assert made.default_person() == person


def test_before_first_run_there_is_nobody(tmp_path: Path) -> None:
    assert Paths.under(tmp_path / "nowhere").default_person() is None
    assert not (tmp_path / "nowhere").exists()


def test_a_small_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "note"
    write_whole(path, "first")
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "second \ud800")
    assert path.read_text(encoding="utf-8") == "first"


def test_settings_come_back_as_they_were_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    kept = Settings(
        theme="dark",
        text_scale=1.5,
        reduced_motion=True,
        quiet_from=time(22, 30),
        quiet_until=time(7, 0),
        width=1300,
        height=900,
    )
    kept.write(path)
    assert Settings.read(path) == kept
    assert Settings.read(tmp_path / "none.toml") == Settings()


@pytest.mark.parametrize(
    "text",
    ["not toml at all [", 'theme = "pink"\ntext_scale = 9.0\nwidth = -3', 'text_scale = "big"\nunknown = 1', "\x00"],
)
def test_settings_that_cannot_be_used_have_their_defaults(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    assert Settings.read(path) == Settings()


@pytest.mark.parametrize("name", ["/etc/passwd", "../secrets", "icons/../../x"])
def test_a_resource_cannot_lead_out_of_its_folder(name: str) -> None:
    with pytest.raises(ValueError):
        resources.path(name)


def test_h22_settings_hold_nothing_about_health() -> None:
    looks = {"theme", "text_scale", "reduced_motion", "read_aloud", "speech_speed", "width", "height"}
    reminding = {"notices", "again", "again_minutes", "quiet_from", "quiet_until", "on_close"}
    assert set(Settings.__slots__) == looks | reminding


def test_a_log_folder_that_cannot_be_made_only_means_no_log(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    configure(Paths.under(blocked), debug=False)
