"""The steps on one page: all of them, at a size that can be read, for either hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QPageSize

from anakinra_companion.papers.steps_paper import SMALLEST_PT, STEPS, ForWhom, write

PAGES = [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter]


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("whom", [ForWhom(), ForWhom(5, mirrored=True, place="belly_left", helper=True)])
@pytest.mark.parametrize("page", PAGES)
def test_the_eight_steps_fit_on_one_page(tmp_path: Path, page: QPageSize.PageSizeId, whom: ForWhom) -> None:
    path = tmp_path / "steps.pdf"
    assert write(path, page, whom) >= SMALLEST_PT
    pdf = path.read_bytes()
    assert pdf.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    assert len(pdf) > 20_000


def test_there_are_eight() -> None:
    assert len(STEPS) == 8


@pytest.mark.usefixtures("qtbot")
def test_a_place_that_cannot_be_written_is_said_by_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        write(tmp_path / "nowhere" / "steps.pdf", PAGES[0], ForWhom())
