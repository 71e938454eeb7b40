"""Tables of MedTimer and Dosage: doses only, and what a file does not tell is asked."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anakinra_companion.domain.doses import Dose
from anakinra_companion.exchange.dose_tables.kinds import (
    Around,
    DateForm,
    DoseTable,
    LineFault,
    NotATable,
    Question,
    Said,
    TableFormat,
    TableTrouble,
)
from anakinra_companion.exchange.dose_tables.reading import read_doses

MADRID = Around("Europe/Madrid", datetime(2026, 3, 2, 18, 0, tzinfo=UTC))
NEW_YORK = Around("America/New_York", MADRID.now)
FIRST = date(2026, 2, 27)

# As a German phone writes it: the header in its language, its own times first, nothing quoted.
MEDTIMER_HEAD = "Erinnert;Name;Dosis;Genommen;Tags;Intervall;Notizen;Erinnert (ISO 8601);Genommen (ISO 8601)\n"
TAKEN = "27.02.26 20:00;Kineret;1;27.02.26 20:07;;0:00;;2026-02-27T19:00:00Z;2026-02-27T19:07:12Z\n"
LATE = "28.02.26 20:00;Kineret;1;01.03.26 00:20;;0:00;zwei\nZeilen;2026-02-28T19:00:00Z;2026-02-28T23:20:00Z\n"
SKIPPED = "01.03.26 20:00;Kineret;1;;;0:00;;2026-03-01T19:00:00Z;\n"
OTHER = "27.02.26 08:00;Folsäure;5 mg;27.02.26 08:01;;0:00;;2026-02-27T07:00:00Z;2026-02-27T07:01:00Z\n"


def read(text: str, around: Around = MADRID, **said: object) -> DoseTable:
    return read_doses(text.encode(), Said(**said), around)  # type: ignore[arg-type]


def doses(table: DoseTable) -> list[Dose]:
    return [row.told for row in table.rows if isinstance(row.told, Dose)]


def faults(table: DoseTable) -> list[tuple[int, LineFault]]:
    return [(each.line, each.fault) for each in table.skipped]


# ---- MedTimer -----------------------------------------------------------------------------------------------


def test_medtimers_doses_come_with_their_instants_and_the_day_they_were_for() -> None:
    table = read(MEDTIMER_HEAD + TAKEN + LATE)
    first, late = doses(table)
    assert table.format is TableFormat.MEDTIMER
    assert first.at == datetime(2026, 2, 27, 19, 7, 12, tzinfo=UTC)
    assert (first.slot, first.zone, first.place) == (FIRST, "Europe/Madrid", None)
    assert late.slot == FIRST + timedelta(days=1)
    assert late.note == "MedTimer: Kineret, 1, zwei\nZeilen"


def test_medtimers_skipped_reminders_are_named_and_not_brought_in() -> None:
    table = read(MEDTIMER_HEAD + TAKEN + LATE + SKIPPED)
    assert len(table.rows) == 2
    assert faults(table) == [(5, LineFault.NOT_TAKEN)]


def test_which_of_medtimers_medicines_is_asked_and_never_guessed() -> None:
    asked = read(MEDTIMER_HEAD + TAKEN + OTHER)
    assert asked.asks == {Question.MEDICINE}
    assert (asked.medicines, asked.rows) == (("Folsäure", "Kineret"), ())
    table = read(MEDTIMER_HEAD + TAKEN + OTHER, medicine="Kineret")
    assert [dose.slot for dose in doses(table)] == [FIRST]
    assert faults(table) == [(3, LineFault.OTHER_MEDICINE)]


def test_a_semicolon_in_a_medtimer_note_moves_no_column() -> None:
    noted = TAKEN.replace(";0:00;;", ";0:00;left; then right;")
    (dose,) = doses(read(MEDTIMER_HEAD + noted, medicine="Kineret"))
    assert dose.at == datetime(2026, 2, 27, 19, 7, 12, tzinfo=UTC)
    assert "left; then right" in dose.note


def test_a_medtimer_line_that_is_cut_off_costs_no_other() -> None:
    table = read(MEDTIMER_HEAD + "27.02.26 20:00;Kin\n" + TAKEN + "28.02.26;x;y;z;;;")
    assert [dose.slot for dose in doses(table)] == [FIRST]
    assert faults(table) == [(2, LineFault.UNREADABLE), (4, LineFault.UNREADABLE)]


def test_an_early_medtimer_file_without_instants_is_refused() -> None:
    with pytest.raises(NotATable) as found:
        read_doses((MEDTIMER_HEAD + "27.02.26 20:00;Kineret;1;x;;;;;\n").encode(), Said(TableFormat.MEDTIMER), MADRID)
    assert found.value.trouble in (TableTrouble.NO_INSTANTS, TableTrouble.NOT_THAT_TABLE)


def test_the_same_line_is_the_same_dose_each_time_and_others_are_not() -> None:
    once, again = doses(read(MEDTIMER_HEAD + TAKEN + LATE)), doses(read(MEDTIMER_HEAD + TAKEN + LATE))
    assert [dose.id for dose in once] == [dose.id for dose in again]
    assert once[0].id != once[1].id


# ---- Dosage -------------------------------------------------------------------------------------------------


def dosage(*lines: str, head: str = "Date,Time,Name,Dose,Status,Time Confirmed") -> str:
    return "\n".join([head, *lines])


def entry(
    day: str, state: str = "Confirmed", confirmed: str = "20:07", name: str = "Kineret", due: str = "20:00"
) -> str:
    return ",".join(f'"{cell}"' for cell in (day, due, name, "1 syringe", state, confirmed))


def test_dosages_confirmed_doses_come_with_their_time() -> None:
    (dose,) = doses(read(dosage(entry("27/02/2026"))))
    assert dose.at == datetime(2026, 2, 27, 19, 7, tzinfo=UTC)
    assert (dose.slot, dose.place, dose.note) == (FIRST, None, "Dosage: Kineret, 1 syringe")


def test_dosages_other_states_are_named_and_not_brought_in() -> None:
    others = [entry("27/02/2026", state, "") for state in ("Missed", "Skipped", "Auto-Confirmed")]
    table = read(dosage(entry("26/02/2026"), *others))
    assert len(table.rows) == 1
    assert faults(table) == [(line, LineFault.NOT_TAKEN) for line in (3, 4, 5)]


def test_a_dose_of_dosage_whose_time_nobody_knows_keeps_its_day_in_any_language() -> None:
    text = dosage(
        entry("26.02.2026", "Bestätigt"),
        entry("27.02.2026", "Bestätigt (Zeit unbekannt)", ""),
        head="Datum,Zeit,Name,Dosis,Status,Bestätigungszeit",
    )
    assert [(dose.slot, dose.at is None) for dose in doses(read(text))] == [
        (date(2026, 2, 26), False),
        (FIRST, True),
    ]


@pytest.mark.parametrize(
    ("said", "clock"),
    [
        ("8:07 PM", (20, 7)),
        ("8:07\u202fPM", (20, 7)),
        ("12:05 a. m.", (0, 5)),
        ("20.07", (20, 7)),
        ("12:00 PM", (12, 0)),
    ],
)
def test_times_are_read_as_computers_show_them(said: str, clock: tuple[int, int]) -> None:
    (dose,) = doses(read(dosage(entry("27/02/2026", confirmed=said, due=said))))
    assert dose.at is not None
    # Madrid is an hour ahead.
    assert ((dose.at.hour + 1) % 24, dose.at.minute) == clock


def test_days_that_could_be_months_are_asked_about() -> None:
    table = read(dosage(entry("02/03/2026"), entry("01/03/2026")))
    assert table.asks == {Question.DATES}
    assert set(table.date_forms) == {DateForm.DAY_FIRST, DateForm.MONTH_FIRST}
    assert table.rows == ()
    first = doses(read(dosage(entry("02/03/2026"), entry("01/03/2026")), dates=DateForm.DAY_FIRST))
    assert [dose.slot for dose in first] == [date(2026, 3, 2), date(2026, 3, 1)]


def test_one_day_that_can_be_no_month_answers_for_all() -> None:
    assert read(dosage(entry("02/03/2026"), entry("02/27/2026"))).asks == frozenset()
    assert read(dosage(entry("01.03.2026"))).asks == frozenset()


def test_iso_days_of_dosage_are_those_of_greenwich_and_asked_about_where_that_matters() -> None:
    # At 20:07 in New York it is the next day in Greenwich.
    text = dosage(entry("2026-02-28"))
    assert read(text, NEW_YORK).asks == {Question.DATES}
    (utc,) = doses(read(text, NEW_YORK, dates=DateForm.UTC))
    assert (utc.at, utc.slot) == (datetime(2026, 2, 28, 1, 7, tzinfo=UTC), FIRST)
    (lived,) = doses(read(text, NEW_YORK, dates=DateForm.YEAR_FIRST))
    assert lived.slot == date(2026, 2, 28)
    # In Madrid it is the same day, so there is nothing to ask.
    (madrid,) = doses(read(text))
    assert madrid.slot == date(2026, 2, 28)


def test_a_time_that_summer_time_repeats_or_skips_is_named_and_not_guessed() -> None:
    table = read(
        dosage(entry("26/10/2025"), entry("26/10/2025", confirmed="02:30"), entry("30/03/2025", confirmed="02:30"))
    )
    assert len(table.rows) == 1
    assert faults(table) == [(3, LineFault.DAY_UNSURE), (4, LineFault.DAY_UNSURE)]


def test_a_dose_after_midnight_is_for_no_day_that_nobody_told() -> None:
    (dose,) = doses(read(dosage(entry("28/02/2026", confirmed="00:20", due="23:00"))))
    assert dose.at == datetime(2026, 2, 27, 23, 20, tzinfo=UTC)
    assert dose.slot is None


def test_which_of_dosages_medicines_is_asked() -> None:
    text = dosage(entry("27/02/2026"), entry("27/02/2026", name='Vitamin "D"'.replace('"', '""')))
    assert read(text).asks == {Question.MEDICINE}
    assert read(text).medicines == ("Kineret", 'Vitamin "D"')
    assert len(read(text, medicine="Kineret").rows) == 1


@given(st.text(max_size=120), st.sampled_from([MEDTIMER_HEAD, dosage() + "\n", dosage(entry("27/02/2026")) + "\n"]))
def test_any_text_is_read_or_refused_in_words(text: str, head: str) -> None:
    data = (head + text).encode("utf-8", "replace")
    for format_ in (None, TableFormat.MEDTIMER, TableFormat.DOSAGE):
        try:
            table = read_doses(data, Said(format_), MADRID)
        except NotATable as refused:
            assert refused.trouble in TableTrouble
        else:
            assert len({each.line for each in table.skipped}) == len(table.skipped)
