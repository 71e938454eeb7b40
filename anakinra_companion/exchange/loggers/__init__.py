"""Files of temperature loggers: what they are, and their readings. No Qt, no store.

First `recognise_file` until its questions are answered, then `readings`.
"""

from anakinra_companion.domain.fridge.rows import Chunk, Skip, Tally
from anakinra_companion.domain.fridge.rows import Row as Reading
from anakinra_companion.exchange.loggers.kinds import (
    Answers,
    Ask,
    Channel,
    Columns,
    DateOrder,
    Maker,
    Question,
    Recognised,
    Refusal,
    Refused,
    Unit,
)
from anakinra_companion.exchange.loggers.lines import HEAD
from anakinra_companion.exchange.loggers.reading import readings
from anakinra_companion.exchange.loggers.recognition import recognise, recognise_file

__all__ = [
    "HEAD",
    "Answers",
    "Ask",
    "Channel",
    "Chunk",
    "Columns",
    "DateOrder",
    "Maker",
    "Question",
    "Reading",
    "Recognised",
    "Refusal",
    "Refused",
    "Skip",
    "Tally",
    "Unit",
    "readings",
    "recognise",
    "recognise_file",
]
