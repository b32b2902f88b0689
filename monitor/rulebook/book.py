"""The rulebook: everything that the rules say, resolved; and what loading it found wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from monitor.reading.vocabulary import Vocabulary
from monitor.route import Receiver
from monitor.rulebook.models import FigureExample, Sentence, StatusExample
from monitor.rulebook.problem import Problem, Severity
from monitor.rulebook.yaml import Location
from monitor.source import Source
from monitor.watch import Watch


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """`vocabulary` holds the private terms of the watches too. `version` is a hash of all files it was made from."""

    watches: Mapping[str, Watch]
    receivers: Mapping[str, Receiver]
    sources: Mapping[str, Source]
    vocabulary: Vocabulary
    version: str


@dataclass(frozen=True, slots=True)
class Trial:
    """A sentence that a watch brings along to be tried on. `never`: nothing may get on record from it."""

    watch: str
    file: str
    line: int | None
    sentence: FigureExample | StatusExample | Sentence
    never: bool = False


@dataclass(frozen=True, slots=True)
class Loaded:
    """`rulebook` is null where nothing can be used at all; else it holds everything that has no problem."""

    rulebook: Rulebook | None
    problems: tuple[Problem, ...] = ()
    trials: tuple[Trial, ...] = ()
    places: Mapping[Location, tuple[str, int | None]] = field(default_factory=dict)
    """File and line of each watch, receiver and source, and of each channel: ("receivers", "desk", "slack")."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)
