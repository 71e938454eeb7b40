"""The stages of an injection and the answers that lead from one to the next, in the order of the guide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from anakinra_companion.domain.storage import SetAsideReason


class Mode(StrEnum):
    """How much is said on the way."""

    PRACTISED = "practised"
    FIRST_TIME = "first_time"


class Stage(StrEnum):
    """One screen of the walkthrough, in the order of the guide (S19 to S51)."""

    SYRINGE = "syringe"
    KEPT = "kept"
    GLASS = "glass"
    LIQUID = "liquid"
    LOOK = "look"
    FOAM = "foam"
    PLACE = "place"
    SKIN = "skin"
    READ_3 = "read_3"
    READ_4 = "read_4"
    READ_5 = "read_5"
    READ_6 = "read_6"
    WASH = "wash"
    STEP_1 = "step_1"
    CLEAN = "clean"
    COVER = "cover"
    INJECT = "inject"
    PROBLEM = "problem"
    BLEEDING = "bleeding"
    BANDAGE = "bandage"
    SHARPS = "sharps"
    DONE = "done"
    SET_ASIDE = "set_aside"
    CALL = "call"
    PART_SHARPS = "part_sharps"
    WASTED_SHARPS = "wasted_sharps"
    WASTED = "wasted"
    STOPPED = "stopped"


class Reply(StrEnum):
    """What a person can answer; which replies a stage takes is said by `replies_at`."""

    NEXT = "next"
    BACK = "back"
    THIS_ONE = "this_one"
    FINE = "fine"
    FROZEN = "frozen"
    OVERHEATED = "overheated"
    DROPPED = "dropped"
    CRACKED = "cracked"
    EXPIRED = "expired"
    CLEAR = "clear"
    FOAMY = "foamy"
    CLOUDY = "cloudy"
    COLOURED = "coloured"
    FLOATING = "floating"
    NOT_SURE = "not_sure"
    HERE = "here"
    SKIN_NORMAL = "skin_normal"
    SKIN_NOT_NORMAL = "skin_not_normal"
    NEEDLE_OUT = "needle_out"
    PART = "part"
    NOT_INJECTED = "not_injected"
    PROBLEM = "problem"
    HALF_WAY = "half_way"
    STUCK = "stuck"
    LEAKED = "leaked"
    TOUCHED = "touched"
    BLEEDS = "bleeds"
    LIQUID = "liquid"
    OTHER_ONE = "other_one"
    IN_SHARPS = "in_sharps"
    ANOTHER = "another"
    WRONG_PRESS = "wrong_press"
    STOP = "stop"


# What sets a syringe aside, and the reason that is recorded with it (S21, S22, S92, B2, B3, B4, D9).
SETS_ASIDE: dict[Reply, SetAsideReason] = {
    Reply.FROZEN: SetAsideReason.FROZEN,
    Reply.OVERHEATED: SetAsideReason.OVERHEATED,
    Reply.DROPPED: SetAsideReason.DROPPED,
    Reply.CRACKED: SetAsideReason.CRACKED,
    Reply.EXPIRED: SetAsideReason.OTHER,
    Reply.CLOUDY: SetAsideReason.CLOUDY,
    Reply.COLOURED: SetAsideReason.COLOURED,
    Reply.FLOATING: SetAsideReason.FLOATING,
    Reply.NOT_SURE: SetAsideReason.OTHER,
}

# After these some of the medicine may have gone in: the slot is used, and nothing more is injected (S14, S15).
PARTS = frozenset({Reply.PART, Reply.HALF_WAY, Reply.STUCK, Reply.LEAKED})
# After these all of it went in; what the skin does then changes nothing of the dose (S49, S73).
WHOLES = frozenset({Reply.NEEDLE_OUT, Reply.BLEEDS})
# After these none has gone in, and the needle was bare: the syringe is wasted (S12, S41, S48, D7).
WASTES = frozenset({Reply.NOT_INJECTED, Reply.TOUCHED})

ORDER: dict[Mode, tuple[Stage, ...]] = {
    Mode.PRACTISED: (
        Stage.SYRINGE,
        Stage.LOOK,
        Stage.PLACE,
        Stage.CLEAN,
        Stage.COVER,
        Stage.INJECT,
        Stage.SHARPS,
        Stage.DONE,
    ),
    Mode.FIRST_TIME: (
        Stage.SYRINGE,
        Stage.KEPT,
        Stage.GLASS,
        Stage.LIQUID,
        Stage.PLACE,
        Stage.SKIN,
        Stage.READ_3,
        Stage.READ_4,
        Stage.READ_5,
        Stage.READ_6,
        Stage.WASH,
        Stage.STEP_1,
        Stage.COVER,
        Stage.INJECT,
        Stage.BANDAGE,
        Stage.SHARPS,
        Stage.DONE,
    ),
}

_LIQUID = (Reply.CLEAR, Reply.FOAMY, Reply.CLOUDY, Reply.COLOURED, Reply.FLOATING, Reply.NOT_SURE)
_KEPT = (Reply.FINE, Reply.FROZEN, Reply.OVERHEATED, Reply.NOT_SURE)
_GLASS = (Reply.FINE, Reply.CRACKED, Reply.DROPPED, Reply.EXPIRED, Reply.NOT_SURE)

# Seen at the place once the needle is out: liquid there is part of the dose lost, blood is not.
_AT_THE_PLACE = (Reply.BLEEDS, Reply.LIQUID)

_REPLIES: dict[Stage, tuple[Reply, ...]] = {
    Stage.SYRINGE: (Reply.THIS_ONE,),
    Stage.KEPT: _KEPT,
    Stage.GLASS: _GLASS,
    Stage.LIQUID: _LIQUID,
    Stage.LOOK: (
        *_LIQUID,
        *(reply for reply in (*_KEPT, *_GLASS) if reply not in (Reply.FINE, Reply.NOT_SURE)),
    ),
    Stage.FOAM: (Reply.NEXT, Reply.CLOUDY, Reply.COLOURED, Reply.FLOATING, Reply.NOT_SURE),
    Stage.PLACE: (Reply.HERE,),
    Stage.SKIN: (Reply.SKIN_NORMAL, Reply.SKIN_NOT_NORMAL),
    Stage.COVER: (Reply.NEXT,),
    Stage.INJECT: (Reply.NEEDLE_OUT, Reply.NOT_INJECTED, Reply.PROBLEM, Reply.PART),
    Stage.PROBLEM: (
        Reply.HALF_WAY,
        Reply.STUCK,
        Reply.LEAKED,
        Reply.TOUCHED,
        Reply.NOT_INJECTED,
        Reply.BLEEDS,
    ),
    Stage.BANDAGE: (Reply.NEXT, *_AT_THE_PLACE),
    Stage.SHARPS: (Reply.IN_SHARPS, *_AT_THE_PLACE),
    Stage.PART_SHARPS: (Reply.IN_SHARPS,),
    Stage.WASTED_SHARPS: (Reply.IN_SHARPS,),
    Stage.SET_ASIDE: (Reply.ANOTHER, Reply.WRONG_PRESS),
    Stage.DONE: (),
    Stage.CALL: (),
    Stage.WASTED: (),
    Stage.STOPPED: (),
}

# From the cover coming off a way back would be a lie: the needle is bare (S38, H13).
_NO_WAY_BACK = frozenset(
    {
        Stage.SYRINGE,
        Stage.INJECT,
        Stage.BLEEDING,
        Stage.BANDAGE,
        Stage.SHARPS,
        Stage.PART_SHARPS,
        Stage.WASTED_SHARPS,
        Stage.SET_ASIDE,
    }
)
ENDS = frozenset({Stage.DONE, Stage.CALL, Stage.WASTED, Stage.STOPPED})
# The cover is off and nobody has said what came of it (H1).
POSSIBLE = frozenset({Stage.INJECT, Stage.PROBLEM})
# The needle is out and what it gave is on record; the syringe is not yet in the sharps box.
NEEDLE_OUT = frozenset({Stage.BLEEDING, Stage.BANDAGE, Stage.SHARPS})
_BARE_NEEDLE = POSSIBLE | NEEDLE_OUT | {Stage.PART_SHARPS, Stage.WASTED_SHARPS}
# While the syringe can still be looked at, it may turn out to be another than the one that was named.
_OTHER_ONE = frozenset({Stage.KEPT, Stage.GLASS, Stage.LIQUID, Stage.LOOK})


@dataclass(frozen=True, slots=True)
class Answer:
    """One recorded answer: at which stage, what, when."""

    stage: Stage
    reply: Reply
    at: datetime


def replies_at(stage: Stage, last: Reply | None = None) -> tuple[Reply, ...]:
    """Every reply a stage takes, the way back and stopping included where they exist.

    `last` is the answer that led there: liquid told by a wrong press can be taken back at once.
    """
    own = _REPLIES.get(stage, (Reply.NEXT,))
    if stage is Stage.PART_SHARPS and last is Reply.LIQUID:
        own = (*own, Reply.WRONG_PRESS)
    if stage in ENDS:
        return own
    back = () if stage in _NO_WAY_BACK else (Reply.BACK,)
    stop = () if stage in _BARE_NEEDLE else (Reply.STOP,)
    other = (Reply.OTHER_ONE,) if stage in _OTHER_ONE else ()
    return (*own, *other, *back, *stop)


def is_question(stage: Stage) -> bool:
    """True where Next must not answer: the person has to say which it is (design of the walkthrough, H9)."""
    return Reply.NEXT not in replies_at(stage) and stage not in ENDS


def path(mode: Mode, answers: tuple[Answer, ...]) -> tuple[Stage, ...]:
    """The stages walked so far, the present one last; going back takes one off."""
    walked: list[Stage] = [ORDER[mode][0]]
    for answer in answers:
        if answer.reply in (Reply.BACK, Reply.WRONG_PRESS):
            walked.pop()
        elif answer.reply in (Reply.ANOTHER, Reply.OTHER_ONE):
            walked = [ORDER[mode][0]]
        else:
            walked.append(_after(mode, walked[-1], answer.reply))
    return tuple(walked)


def step_number(stage: Stage, mode: Mode) -> tuple[int, int] | None:
    """First and last of the guide's eight steps that a stage shows (S33 to S51), or None in preparation."""
    if stage is Stage.SHARPS and mode is Mode.PRACTISED:
        # The optional bandage (step 7) is said on the same screen.
        return (7, 8)
    return {
        Stage.CLEAN: (1, 1),
        Stage.STEP_1: (1, 1),
        Stage.COVER: (2, 2),
        Stage.READ_3: (3, 3),
        Stage.READ_4: (4, 4),
        Stage.READ_5: (5, 5),
        Stage.READ_6: (6, 6),
        Stage.INJECT: (3, 6),
        Stage.PROBLEM: (3, 6),
        Stage.BLEEDING: (6, 6),
        Stage.BANDAGE: (7, 7),
        Stage.SHARPS: (8, 8),
        Stage.PART_SHARPS: (8, 8),
        Stage.WASTED_SHARPS: (8, 8),
    }.get(stage)


_TURNS: dict[tuple[Stage, Reply], Stage] = {
    (Stage.SKIN, Reply.SKIN_NOT_NORMAL): Stage.PLACE,
    (Stage.INJECT, Reply.PROBLEM): Stage.PROBLEM,
    **{(stage, reply): Stage.PART_SHARPS for stage in POSSIBLE for reply in PARTS},
    **{(stage, reply): Stage.WASTED_SHARPS for stage in POSSIBLE for reply in WASTES},
    **{(stage, Reply.BLEEDS): Stage.BLEEDING for stage in (Stage.PROBLEM, Stage.BANDAGE, Stage.SHARPS)},
    **{(stage, Reply.LIQUID): Stage.PART_SHARPS for stage in (Stage.BANDAGE, Stage.SHARPS)},
    (Stage.PART_SHARPS, Reply.IN_SHARPS): Stage.CALL,
    (Stage.WASTED_SHARPS, Reply.IN_SHARPS): Stage.WASTED,
}


def _after(mode: Mode, stage: Stage, reply: Reply) -> Stage:
    if reply is Reply.STOP:
        return Stage.STOPPED
    if reply in SETS_ASIDE:
        return Stage.SET_ASIDE
    if reply is Reply.FOAMY:
        return Stage.FOAM
    if (turn := _TURNS.get((stage, reply))) is not None:
        return turn
    order = ORDER[mode]
    if stage is Stage.BLEEDING:
        return order[order.index(Stage.INJECT) + 1]
    if stage is Stage.FOAM:
        # It waited and the foam is gone: look again, however long that took (S19, S20).
        return Stage.LOOK if mode is Mode.PRACTISED else Stage.LIQUID
    return order[order.index(stage) + 1]
