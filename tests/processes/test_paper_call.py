"""The call `paper`: what it writes, what it says, and its exit status."""

from __future__ import annotations

import json
from datetime import date, time
from pathlib import Path

import pytest

from anakinra_companion.diary.regimen import Label
from anakinra_companion.domain.sites import Plane
from anakinra_companion.main import PLACES
from anakinra_companion.opening import open_diary, system_clock
from anakinra_companion.paths import Paths
from tests.papers.dots import holes
from tests.papers.measured import sheets
from tests.processes.test_bad_input import mounted, needs_root, run, says_one_plain_sentence


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A record with a label, of somebody in Spain."""
    folder = tmp_path / "data"
    diary = open_diary(Paths.under(folder), system_clock(), list)
    diary.regimen.copy_label(Label(1, time(20), "Europe/Madrid", date(2024, 1, 1)))
    diary.change_profile(country="ES")
    diary.close()
    return folder


def test_the_places_that_may_be_typed_are_those_of_the_map() -> None:
    assert sorted(PLACES) == sorted(plane.value.replace("_", "-") for plane in Plane)


def test_a_dot_template_is_written_and_said(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "dots.pdf"
    done = run(data, "paper", "dots", "--place", "thigh-left", "--out", str(out))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Saved {out}: 1 sheet.")
    assert "100 %" in done.stdout
    found = sheets(out)
    assert round(found[0].width) == 210
    assert holes(found[1])


def test_a_program_is_told_what_was_written(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "dots.pdf"
    done = run(
        *(data, "paper", "dots", "--place", "belly", "--page", "letter", "--helper", "--json", "--out", str(out)),
    )
    assert done.returncode == 0
    assert json.loads(done.stdout) == {
        "file": str(out),
        "paper": "dots",
        "page": "letter",
        "helper": True,
        "place": "belly",
        "sheets": 2,
    }
    assert round(sheets(out)[0].width) == 216


def test_the_sheet_for_the_fridge_door_suggests_four_weeks(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "sheet.pdf"
    done = run(data, "paper", "rotation", "--json", "--out", str(out))
    assert done.returncode == 0
    assert json.loads(done.stdout)["suggests"] is True
    assert "Suggested" in sheets(out)[0].text


def test_without_a_next_dose_its_rows_are_blank(tmp_path: Path) -> None:
    out = tmp_path / "sheet.pdf"
    done = run(tmp_path / "empty", "paper", "rotation", "--out", str(out))
    assert done.returncode == 0
    assert "blank" in done.stdout
    assert "Suggested" not in sheets(out)[0].text


def test_h15_arms_and_buttocks_need_somebody_else(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "dots.pdf"
    call = ("paper", "dots", "--place", "arm-left", "--out", str(out))
    done = run(data, *call)
    assert says_one_plain_sentence(done), done
    assert "--helper" in done.stderr
    assert not out.exists()
    assert run(data, *call, "--helper").returncode == 0


@pytest.mark.parametrize("out", ["nowhere/dots.pdf", "."])
def test_a_file_that_cannot_be_written_is_one_plain_sentence(data: Path, tmp_path: Path, out: str) -> None:
    done = run(data, "paper", "rotation", "--out", str(tmp_path / out))
    assert says_one_plain_sentence(done), done
    assert "cannot be written" in done.stderr


@needs_root
def test_a_full_disk_keeps_the_earlier_paper(data: Path, tmp_path: Path) -> None:
    place = tmp_path / "small"
    place.mkdir()
    with mounted("-t", "tmpfs", "-o", "size=20k", "tmpfs", at=place):
        (place / "sheet.pdf").write_text("the earlier one")
        done = run(data, "paper", "rotation", "--out", str(place / "sheet.pdf"))
        assert says_one_plain_sentence(done), done
        assert [path.name for path in place.iterdir()] == ["sheet.pdf"]
        assert (place / "sheet.pdf").read_text() == "the earlier one"


@pytest.mark.parametrize(
    "call", [("paper",), ("paper", "dots", "--out", "x.pdf"), ("paper", "dots", "--place", "nose", "--out", "x.pdf")]
)
def test_what_nobody_can_mean_is_misuse(data: Path, call: tuple[str, ...]) -> None:
    done = run(data, *call)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
