"""Acts go in whole, in one journal, and can be rebuilt from it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text, update

from anakinra_companion.store import journal
from anakinra_companion.store.engine import record_engine
from anakinra_companion.store.rebuild import differing_tables
from anakinra_companion.store.store import Store
from anakinra_companion.store.tables import JOURNAL, PROFILE
from anakinra_companion.store.upgrade import create_record
from tests.hand_clock import HandClock


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "record.sqlite"
    create_record(path)
    opened = Store(record_engine(path), path, "here")
    yield opened
    opened.close()


def put(store: Store, clock: HandClock, name: str, value: str) -> None:
    with store.act("change_profile", "", clock.reading()) as act:
        act.put(PROFILE, name, {"value": value})
    clock.pass_time(minutes=1)


def test_an_act_is_one_journal_entry_with_its_projection(store: Store, clock: HandClock) -> None:
    put(store, clock, "hand", '"left"')
    with store.reading() as connection:
        (entry,) = journal.entries(connection)
        row = connection.execute(select(PROFILE)).one()
    assert entry.puts() == [("profile", "hand", {"value": '"left"'})]
    assert (row.id, row.entry, row.value) == ("hand", "here:1", '"left"')


def test_an_act_that_fails_half_way_leaves_nothing(store: Store, clock: HandClock) -> None:
    def half(values: dict[str, str | int | None]) -> None:
        with store.act("change_profile", "", clock.reading()) as act:
            act.put(PROFILE, "hand", {"value": '"left"'})
            act.put(PROFILE, "mode", {"value": values["nothing"]})

    with pytest.raises(KeyError):
        half({})
    with store.reading() as connection:
        assert list(journal.entries(connection)) == []
        assert connection.execute(select(PROFILE)).all() == []


def test_an_act_with_nothing_to_do_writes_no_entry(store: Store, clock: HandClock) -> None:
    with store.act("change_profile", "", clock.reading()):
        pass
    with store.reading() as connection:
        assert list(journal.entries(connection)) == []


def test_a_new_version_names_the_entry_it_replaces(store: Store, clock: HandClock) -> None:
    put(store, clock, "hand", '"left"')
    put(store, clock, "hand", '"right"')
    with store.reading() as connection:
        first, second = journal.entries(connection)
    assert first.replaces == "[null]"
    assert second.replaces == '["here:1"]'


def test_the_history_of_one_thing_is_all_of_its_versions_and_no_other(store: Store, clock: HandClock) -> None:
    put(store, clock, "hand", '"left"')
    put(store, clock, "country", '"US"')
    put(store, clock, "hand", '"right"')
    assert [entry.entry for entry in store.history_of("hand")] == ["here:1", "here:3"]


def test_the_hashes_follow_each_other_and_see_a_change_that_sqlite_cannot(store: Store, clock: HandClock) -> None:
    for number in range(5):
        put(store, clock, "hand", f'"{number}"')
    with store.reading() as connection:
        assert journal.broken_entries(connection) == []
    with store.noting() as connection:
        changed = JOURNAL.c.content.op("||")(" ")
        connection.execute(update(JOURNAL).where(JOURNAL.c.sequence == 3).values(content=changed))
        assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    with store.reading() as connection:
        assert journal.broken_entries(connection) == ["here:3"]


def test_an_entry_taken_out_of_the_middle_is_seen(store: Store, clock: HandClock) -> None:
    for number in range(3):
        put(store, clock, "hand", f'"{number}"')
    with store.noting() as connection:
        connection.execute(JOURNAL.delete().where(JOURNAL.c.sequence == 2))
    with store.reading() as connection:
        assert journal.broken_entries(connection) == ["here:3"]


def test_two_installations_keep_chains_of_their_own(store: Store, clock: HandClock) -> None:
    other = Store(record_engine(store.path), store.path, "there")
    put(store, clock, "hand", '"left"')
    put(other, clock, "country", '"US"')
    put(store, clock, "hand", '"right"')
    with store.reading() as connection:
        assert [entry.entry for entry in journal.entries(connection)] == ["here:1", "there:1", "here:2"]
        assert journal.broken_entries(connection) == []
    other.close()


def test_the_tables_rebuilt_from_the_journal_are_the_tables(store: Store, clock: HandClock) -> None:
    put(store, clock, "hand", '"left"')
    put(store, clock, "hand", '"right"')
    with store.reading() as connection:
        assert differing_tables(connection) == []
    with store.noting() as connection:
        connection.execute(update(PROFILE).values(value='"nobody"'))
    with store.reading() as connection:
        assert differing_tables(connection) == ["profile"]


def test_another_programs_act_is_noticed(store: Store, clock: HandClock) -> None:
    before = store.newest_position()
    other = Store(record_engine(store.path), store.path, "there")
    put(other, clock, "hand", '"left"')
    assert store.newest_position() > before
    other.close()


def test_an_acts_instant_is_that_of_its_reading(store: Store, clock: HandClock) -> None:
    start = clock.now()
    put(store, clock, "hand", '"left"')
    with store.reading() as connection:
        (entry,) = journal.entries(connection)
    assert entry.utc == start.isoformat(timespec="microseconds")
    assert clock.now() - start == timedelta(minutes=1)
