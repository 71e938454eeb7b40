"""What `status --json` prints, held against its schema in every situation."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import jsonschema
import pytest

import anakinra_companion.exchange.status as module
from anakinra_companion.diary.alerts import Alert, AlertCode, Level
from anakinra_companion.diary.diary import Diary
from anakinra_companion.diary.doses import Given
from anakinra_companion.domain.doses import AnswerKind, DayState
from anakinra_companion.domain.flow import Reply
from anakinra_companion.domain.hold import HoldReason
from anakinra_companion.domain.sites import Place
from anakinra_companion.domain.storage import SetAsideReason, Verdict
from anakinra_companion.exchange import words
from tests.hand_clock import HandClock
from tests.people import TODAY, at_inject, set_up

SCHEMA = json.loads(Path(module.__file__).with_name("status.schema.json").read_text(encoding="utf-8"))


def status(diary: Diary) -> dict[str, Any]:
    said = module.status(diary.overview())
    jsonschema.validate(said, SCHEMA)
    return said


def test_an_empty_record_has_every_key(diary: Diary) -> None:
    said = status(diary)
    assert sorted(said) == sorted(SCHEMA["required"])
    assert said["regimen"] is None
    assert said["dose_today"]["state"] == "none"


def test_before_the_dose_it_is_due_with_place_and_syringes(diary: Diary) -> None:
    set_up(diary)
    said = status(diary)
    assert said["dose_today"] == {
        "state": "due",
        "due_at": "2026-03-02T20:00:00+01:00",
        "taken_at": None,
        "site": None,
    }
    assert said["next_due_at"] == "2026-03-02T20:00:00+01:00"
    assert len(said["syringes"]) == 7
    assert said["supply"] == {"usable": 7, "runs_out_on": "2026-03-09"}


def test_after_the_dose_it_is_taken_and_the_next_is_tomorrow(diary: Diary) -> None:
    set_up(diary)
    walk = diary.walkthrough.answer(at_inject(diary), Reply.NEEDLE_OUT)
    said = status(diary)
    assert said["dose_today"]["state"] == "taken"
    assert said["dose_today"]["taken_at"] == "2026-03-02T19:00:00+01:00"
    assert walk.point is not None
    assert said["dose_today"]["site"] == walk.point.place.value
    assert said["next_due_at"] == "2026-03-03T20:00:00+01:00"


def test_a_possible_dose_is_unfinished_and_asks(diary: Diary) -> None:
    set_up(diary)
    at_inject(diary)
    said = status(diary)
    assert said["dose_today"]["state"] == "unfinished"
    assert ("possible_dose", "Unfinished, started 19:00: did you inject?") in [
        (alert["code"], alert["text"]) for alert in said["alerts"]
    ]


@pytest.mark.parametrize(("kind", "state"), [(AnswerKind.SKIPPED, "skipped"), (AnswerKind.MISSED, "missed")])
def test_what_a_person_said_of_the_day_is_its_state(diary: Diary, kind: AnswerKind, state: str) -> None:
    set_up(diary)
    diary.doses.answer({TODAY: kind})
    assert status(diary)["dose_today"]["state"] == state


def test_a_dose_whose_time_nobody_knows_says_so(diary: Diary) -> None:
    set_up(diary)
    diary.doses.record(Given(TODAY, None, place=Place.BELLY_LEFT))
    said = status(diary)["dose_today"]
    assert (said["state"], said["taken_at"], said["site"]) == ("time_unknown", None, "belly_left")


def test_a_pause_is_neither_due_nor_missed(diary: Diary) -> None:
    set_up(diary)
    diary.regimen.pause(TODAY, TODAY + timedelta(days=6), "Dr Rivas")
    said = status(diary)
    assert said["dose_today"]["state"] == "paused"
    assert said["next_due_at"].startswith("2026-03-09")


def test_a_day_without_a_slot_has_no_dose_due(diary: Diary, clock: HandClock) -> None:
    set_up(diary, every_days=2)
    clock.pass_time(days=1)
    diary.doses.answer({TODAY: AnswerKind.SKIPPED})
    assert status(diary)["dose_today"]["state"] == "none"


def test_every_end_of_a_syringe_fits_the_schema(diary: Diary) -> None:
    set_up(diary)
    ids = [look.syringe.id for look in diary.storage.looks()]
    for syringe, reason in zip(ids, SetAsideReason, strict=False):
        diary.storage.set_aside(syringe, reason)
    said = status(diary)
    assert {syringe["verdict"] for syringe in said["syringes"]} == {"do_not_use"}
    assert {alert["level"] for alert in said["alerts"] if alert["code"] == "do_not_use"} == {"stop"}


def test_an_expired_box_is_said_so(diary: Diary) -> None:
    set_up(diary)
    diary.storage.add_box("OLD", TODAY - timedelta(days=1))
    diary.storage.add_box("LAST", TODAY)
    by_lot = {syringe["lot"]: syringe for syringe in status(diary)["syringes"]}
    assert (by_lot["OLD"]["state"], by_lot["OLD"]["reason"]) == ("expired", "expired")
    assert by_lot["LAST"]["verdict"] == "may_check"


def test_words_exist_for_every_state_verdict_place_and_alert(diary: Diary) -> None:
    assert set(words.DAYS) == set(DayState)
    assert set(words.VERDICTS) == set(Verdict)
    assert set(words.PLACES) == set(Place)
    set_up(diary)
    look = diary.storage.looks()[0]
    for code in AlertCode:
        alert = Alert(Level.INFO, code, look=look, at=diary.now(), day=date(2026, 3, 9), count=2)
        assert words.alert_text(alert, ZoneInfo("UTC"))


def test_h25_no_sentence_says_that_a_syringe_may_simply_be_used() -> None:
    said = " ".join([*words.VERDICTS.values(), *words.DAYS.values()]).lower()
    assert not any(banned in said for banned in ("safe", "ok to", "fine", "good to"))


def test_a_hold_is_an_alert_of_level_stop(diary: Diary) -> None:
    set_up(diary)
    diary.hold.set(HoldReason.EMERGENCY_SIGN)
    (first, *_) = status(diary)["alerts"]
    assert (first["level"], first["code"]) == ("stop", "hold")
    assert first["text"].startswith("Do not inject again until a doctor says so.")
