"""Day and month: proved by the file, asked about, or refused."""

from __future__ import annotations

import pytest

from anakinra_companion.exchange.loggers import Answers, Ask, DateOrder, Question, Refusal, Refused, Skip, Unit
from tests.exchange.loggers.reads import asked, govee, read

ROW = "2026-08-06 09:22:00,4.6,53.7"
CELSIUS = Answers(unit=Unit.CELSIUS)


@pytest.mark.parametrize(("year", "taken"), [(1999, 0), (2000, 1), (2099, 1), (2100, 0)])
def test_a_year_of_a_clock_that_was_never_set_is_no_time(year: int, taken: int) -> None:
    found = read(govee([ROW, f"{year}-08-06 09:30:00,4.7,50"]))
    assert found.tally.read == 1 + taken
    assert found.tally.skipped[Skip.TIME] == 1 - taken


def logtag(dates: list[str]) -> bytes:
    return "".join(f"{n},{date},4.5,60.1,\n" for n, date in enumerate(dates)).encode()


def test_rows_of_logtag_that_are_broken_in_two_are_skipped_and_the_whole_ones_read() -> None:
    broken = b"5,09/08/2026,15:54:48\n,-4.8,68.2,\n6,09/08/2026,15:5\n15:54:48,-4.8,68.2,\n7,09/08/2026,15:57:48,4\n"
    found = read(logtag(["13/08/2026,10:00:00", "13/08/2026,11:00:00"]) + broken, CELSIUS)
    assert [value for _, value in found.told()] == [450, 450]
    assert found.tally.skipped.total() == 5


def test_dates_that_no_one_order_explains_are_refused() -> None:
    for said in (CELSIUS, Answers(Unit.CELSIUS, DateOrder.DAY_FIRST)):
        refused = asked(logtag(["13/08/2026,10:00:00", "08/14/2026,10:00:00"]), said=said)
        assert isinstance(refused, Refused)
        assert refused.why is Refusal.MIXED_DATES


def test_a_day_above_12_anywhere_in_the_file_settles_the_order() -> None:
    dates = [f"12/08/2026,{n // 60 % 24:02}:{n % 60:02}:{n // 1440:02}" for n in range(5000)]
    found = read(logtag([*dates, "13/08/2026,00:00:00"]), CELSIUS)
    assert found.found.order is DateOrder.DAY_FIRST


def test_the_files_own_proof_wins_over_what_was_said() -> None:
    said = Answers(Unit.CELSIUS, DateOrder.MONTH_FIRST)
    assert read(logtag(["13/08/2026,10:00:00"]), said).found.order is DateOrder.DAY_FIRST


def test_rows_that_run_one_way_in_one_order_only_settle_it() -> None:
    # As day first it is 30 and 31 August's like: 11 Aug, 12 Aug, 1 Sep; as month first it would run back.
    dates = ["11/08/2026,22:00:00", "11/08/2026,23:00:00", "12/08/2026,00:00:00", "01/09/2026,00:00:00"]
    assert read(logtag(dates), CELSIUS).found.order is DateOrder.DAY_FIRST


def test_two_files_joined_that_run_one_way_by_chance_settle_nothing() -> None:
    joined = ["01/02/2026", "02/02/2026", "10/01/2026", "11/01/2026"]
    question = asked(logtag([f"{day},{hour}:00:00" for day in joined for hour in (10, 11)]), said=CELSIUS)
    assert isinstance(question, Question)
    assert question.ask is Ask.DATE_ORDER


def test_dates_of_one_day_settle_nothing() -> None:
    question = asked(logtag([f"09/08/2026,{hour}:00:00" for hour in range(10, 20)]), said=CELSIUS)
    assert isinstance(question, Question)
    assert question.ask is Ask.DATE_ORDER


def test_dates_that_contradict_the_beginning_far_down_in_the_file_refuse_all_of_it() -> None:
    far = [f"13/08/2026,{n // 3600:02}:{n // 60 % 60:02}:{n % 60:02}" for n in range(3000)]
    assert isinstance(read(logtag(far), CELSIUS).found.order, DateOrder)
    refused = asked(logtag([*far, "08/14/2026,10:00:00"]), said=CELSIUS)
    assert isinstance(refused, Refused)
    assert refused.why is Refusal.MIXED_DATES
