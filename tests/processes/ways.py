"""Ways through an injection, each answer with the stage it leads to, as the guide has them."""

from __future__ import annotations

from dataclasses import dataclass

from anakinra_companion.domain.flow import PARTS, WASTES, Mode, Reply, Stage

Answers = tuple[tuple[Reply, Stage], ...]


@dataclass(frozen=True)
class Way:
    """One injection from Start to an end."""

    mode: Mode
    answers: Answers

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stage on show after so many answers, the first before any."""
        return (Stage.SYRINGE, *(stage for _, stage in self.answers))

    def replies(self, count: int) -> tuple[Reply, ...]:
        """What was answered by then."""
        return tuple(reply for reply, _ in self.answers[:count])

    def dose(self, count: int) -> Reply | None:
        """The answer that says how much went in, if one did by then; liquid counts until its press is taken back."""
        if self.replies(count)[-1:] == (Reply.LIQUID,):
            return Reply.LIQUID
        return next((reply for reply in self.replies(count) if reply in (*PARTS, Reply.NEEDLE_OUT)), None)

    def is_wasted(self, count: int) -> bool:
        """True when the needle was bare and nothing went in."""
        return any(reply in WASTES for reply in self.replies(count))


CHOSEN: Answers = ((Reply.THIS_ONE, Stage.LOOK), (Reply.CLEAR, Stage.PLACE), (Reply.HERE, Stage.CLEAN))
BARE: Answers = (*CHOSEN, (Reply.NEXT, Stage.COVER), (Reply.NEXT, Stage.INJECT))
WHOLE: Answers = ((Reply.NEEDLE_OUT, Stage.SHARPS), (Reply.IN_SHARPS, Stage.DONE))
PART: Answers = ((Reply.PROBLEM, Stage.PROBLEM), (Reply.HALF_WAY, Stage.PART_SHARPS), (Reply.IN_SHARPS, Stage.CALL))
TOUCHED: Answers = ((Reply.PROBLEM, Stage.PROBLEM), (Reply.TOUCHED, Stage.WASTED_SHARPS))
ASIDE: Answers = ((Reply.THIS_ONE, Stage.LOOK), (Reply.CLOUDY, Stage.SET_ASIDE))

LOOKED: Answers = (
    (Reply.THIS_ONE, Stage.KEPT),
    (Reply.FINE, Stage.GLASS),
    (Reply.FINE, Stage.LIQUID),
    (Reply.CLEAR, Stage.PLACE),
    (Reply.HERE, Stage.SKIN),
)
READ: Answers = (
    (Reply.SKIN_NORMAL, Stage.READ_3),
    (Reply.NEXT, Stage.READ_4),
    (Reply.NEXT, Stage.READ_5),
    (Reply.NEXT, Stage.READ_6),
    (Reply.NEXT, Stage.WASH),
    (Reply.NEXT, Stage.STEP_1),
    (Reply.NEXT, Stage.COVER),
    (Reply.NEXT, Stage.INJECT),
)

WAYS = {
    "practised": Way(Mode.PRACTISED, (*BARE, *WHOLE)),
    "first time": Way(
        Mode.FIRST_TIME,
        (
            *LOOKED,
            *READ,
            (Reply.NEEDLE_OUT, Stage.BANDAGE),
            (Reply.NEXT, Stage.SHARPS),
            (Reply.IN_SHARPS, Stage.DONE),
        ),
    ),
    "foam": Way(
        Mode.PRACTISED,
        ((Reply.THIS_ONE, Stage.LOOK), (Reply.FOAMY, Stage.FOAM), (Reply.NEXT, Stage.LOOK), *BARE[1:], *WHOLE),
    ),
    "set aside and another": Way(Mode.PRACTISED, (*ASIDE, (Reply.ANOTHER, Stage.SYRINGE), *BARE, *WHOLE)),
    "a wrong press": Way(Mode.PRACTISED, (*ASIDE, (Reply.WRONG_PRESS, Stage.LOOK), *BARE[1:], *WHOLE)),
    "another one in the hand": Way(
        Mode.PRACTISED, ((Reply.THIS_ONE, Stage.LOOK), (Reply.OTHER_ONE, Stage.SYRINGE), *BARE, *WHOLE)
    ),
    "liquid by a wrong press": Way(
        Mode.PRACTISED,
        (
            *BARE,
            (Reply.NEEDLE_OUT, Stage.SHARPS),
            (Reply.LIQUID, Stage.PART_SHARPS),
            (Reply.WRONG_PRESS, Stage.SHARPS),
            (Reply.IN_SHARPS, Stage.DONE),
        ),
    ),
    "half-way": Way(Mode.PRACTISED, (*BARE, *PART)),
    "touched": Way(Mode.PRACTISED, (*BARE, *TOUCHED, (Reply.IN_SHARPS, Stage.WASTED))),
    "half-way, first time": Way(Mode.FIRST_TIME, (*LOOKED, *READ, *PART)),
    "skin not normal, then stopped": Way(
        Mode.FIRST_TIME,
        (
            *LOOKED,
            (Reply.SKIN_NOT_NORMAL, Stage.PLACE),
            (Reply.HERE, Stage.SKIN),
            (Reply.BACK, Stage.PLACE),
            (Reply.STOP, Stage.STOPPED),
        ),
    ),
    "back and on again": Way(
        Mode.PRACTISED,
        (*CHOSEN, (Reply.BACK, Stage.PLACE), (Reply.BACK, Stage.LOOK), *BARE[1:], *WHOLE),
    ),
}
