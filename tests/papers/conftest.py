"""Each dot template is printed and measured once for all tests."""

from __future__ import annotations

from functools import cache

import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QApplication

from anakinra_companion.domain.sites import TYPICAL, Calibration, Plane
from anakinra_companion.papers.dot_template import Template, write
from tests.papers.dots import DAY, Printed
from tests.papers.measured import Sheet, sheets


@pytest.fixture(scope="session")
def dots(
    qapp: QApplication,  # noqa: ARG001 - type needs it
    tmp_path_factory: pytest.TempPathFactory,
) -> Printed:
    """A printed template, each one once for all tests."""

    @cache
    def print_once(
        page: QPageSize.PageSizeId, plane: Plane, body: Calibration = TYPICAL, helper: bool = False
    ) -> list[Sheet]:
        path = tmp_path_factory.mktemp("papers") / "dots.pdf"
        count = write(path, page, Template(plane, body, DAY, helper))
        found = sheets(path)
        assert len(found) == count + 1
        return found

    return print_once
