"""What has to be heard at each stage, from the words of the content file."""

from __future__ import annotations

from anakinra_companion import content
from anakinra_companion.domain.flow import ENDS, Mode, Stage, is_question
from anakinra_companion.ui.walkthrough import words as walkthrough_words

QUESTION = "Choose an answer."
CHOSEN_SYRINGE = "Syringe 1 of box A1."
# At the place the record's own reason stands instead of the general one.
PLACE = ("This point was never used.", content.say("sites-skin"))
_LOOKING = frozenset({Stage.KEPT, Stage.GLASS, Stage.LIQUID, Stage.LOOK, Stage.FOAM, Stage.SET_ASIDE})
BEFORE_THE_PLACE = _LOOKING | {Stage.SYRINGE, Stage.PLACE}


def heard_at(stage: Stage, mode: Mode, place: str = "") -> tuple[str, ...]:
    """Progress, title, every sentence, what was chosen, and that it is a question."""
    step = content.step(stage)
    sentences = step.say if stage in ENDS or stage is Stage.INJECT else step.told(mode)
    told = PLACE if stage is Stage.PLACE else tuple(each.text for each in sentences)
    if mode is Mode.FIRST_TIME and step.why is not None and stage not in (Stage.PLACE, Stage.INJECT):
        told += (step.why.text,)
    if stage in ENDS:
        return (step.title, *told)
    before = (f"{walkthrough_words.progress(stage, mode)}.", step.title)
    chosen = () if stage is Stage.SYRINGE else (CHOSEN_SYRINGE,)
    where = () if stage in BEFORE_THE_PLACE or not place else (f"{place}.",)
    return (*before, *chosen, *where, *told, *((QUESTION,) if is_question(stage) else ()))
