"""A watch as written to a Watch: its names become ids of the vocabulary, its own words become private terms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import timedelta
from hashlib import sha256
from typing import Any

import simplejson

from monitor.claim import Kind, Modality
from monitor.quantity import Quantity
from monitor.reading.vocabulary import EVERY_LANGUAGE, Term, Vocabulary
from monitor.rulebook import names
from monitor.rulebook.models import (
    AlertShape,
    AnyOf,
    FigureShape,
    FigureWatch,
    StatusShape,
    StatusWatch,
    Thing,
    Together,
)
from monitor.rulebook.names import Directory, Unknown
from monitor.rulebook.own_words import nouns_of, taken
from monitor.rulebook.problem import Problem
from monitor.rulebook.yaml import Location, Tree
from monitor.watch import AlertPolicy, FigureCondition, Group, StatusCondition, Watch, When

Words = Mapping[str, tuple[str, ...]]
Terms = tuple[str, ...] | Words


@dataclass(slots=True)
class Resolving:
    """One watch of one file while its names are looked up. Problems are collected; what is wrong is left out."""

    vocabulary: Vocabulary
    tree: Tree
    at: Location
    nouns: dict[str, Term] = field(default_factory=dict)
    """Private terms, to be folded into the vocabulary."""
    actions: dict[str, Term] = field(default_factory=dict)
    things: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Per ladder, what climbs it."""
    problems: list[Problem] = field(default_factory=list)

    def fault(self, location: Location, message: str, hint: str | None) -> None:
        self.problems.append(self.tree.problem((*self.at, *location), message, hint))

    def ids(self, directory: Directory, written: Iterable[str], *location: str) -> tuple[str, ...]:
        found: list[str] = []
        for position, name in enumerate(written):
            try:
                found.append(directory.find(name))
            except Unknown as unknown:
                self.fault((*location, position), unknown.message, unknown.hint)
        return tuple(dict.fromkeys(found))

    def counted(self, written: Terms, *location: str) -> tuple[str, ...]:
        """Ids of nouns: those named, or one for each word of the user's own."""
        if not isinstance(written, Mapping):
            return self.ids(names.nouns(self.vocabulary), written, *location)
        self.languages(written, *location)
        terms = nouns_of(written, self.vocabulary)
        self.nouns |= terms
        return tuple(terms)

    def action(self, written: Terms, *location: str) -> tuple[str, ...]:
        if not isinstance(written, Mapping):
            return self.ids(names.actions(self.vocabulary), written, *location)
        term = self.made(
            written, self.vocabulary.actions, lambda code: self.vocabulary.lexicon(code).actions, *location
        )
        self.actions[term.id] = term
        return (term.id,)

    def thing(self, written: Terms, *location: str) -> tuple[str, ...]:
        if not isinstance(written, Mapping):
            return self.ids(names.nouns(self.vocabulary), written, *location)
        term = self.made(written, self.vocabulary.nouns, lambda code: self.vocabulary.lexicon(code).nouns, *location)
        self.nouns[term.id] = term
        return (term.id,)

    def made(self, written: Words, known: Mapping[str, Term], said: Callable[[str], Words], *location: str) -> Term:
        """One term of all the user's own words, none of which may be another's already."""
        self.languages(written, *location)
        for language, position, name in taken(written, known, said):
            word = written[language][position]
            self.fault((*location, language, position), f"{word!r} is a word of {name!r} already", f"write {name}")
        return private_term(written)

    def languages(self, written: Words, *location: str) -> None:
        for code in written:
            if code != EVERY_LANGUAGE:
                self.language(code, *location, code)

    def language(self, code: str, *location: str | int) -> None:
        if code not in self.vocabulary.languages:
            known = ", ".join(sorted(self.vocabulary.languages))
            self.fault(location, f"{code!r} is no language we read", f"languages we read: {known}")

    def articles_in(self, written: tuple[str, ...]) -> None:
        for position, code in enumerate(written):
            self.language(code, "languages", position)

    def places(self, written: tuple[str, ...] | AnyOf, *location: str) -> tuple[str, ...]:
        several = written.any if isinstance(written, AnyOf) else written
        deeper = ("any",) if isinstance(written, AnyOf) else ()
        return self.ids(names.entities(self.vocabulary), several, *location, *deeper)


def private_term(words: Words) -> Term:
    """Equal words make an equal id, so that two watches with the same words share one term."""
    first = next(word for of_one in words.values() for word in of_one)
    digest = sha256(repr(sorted(words.items())).encode()).hexdigest()[:8]
    return Term(id=f"{first} ({digest})", words=dict(words))


def resolve(name: str, shape: FigureWatch | StatusWatch, resolving: Resolving) -> Watch:
    """The watch; only to be used where `resolving.problems` stays empty."""
    resolving.articles_in(shape.languages)
    if isinstance(shape, FigureWatch):
        watch = Watch(
            id=name,
            title=shape.title,
            kind=Kind.FIGURE,
            figure=figure(shape.figure, resolving),
            policy=figure_policy(shape),
            send=shape.send,
            languages=shape.languages,
            since=shape.since,
        )
    else:
        condition = status(shape.status, resolving)
        watch = Watch(
            id=name,
            title=shape.title,
            kind=Kind.STATUS,
            status=condition,
            policy=status_policy(shape, condition, resolving),
            send=shape.send,
            languages=shape.languages,
            since=shape.since,
        )
    return replace(watch, version=version_of(watch))


def figure(shape: FigureShape, resolving: Resolving) -> FigureCondition:
    action = () if shape.action is None else resolving.action(shape.action, "figure", "action")
    if len(action) > 1:
        hint = "one action is one figure: write two watches"
        resolving.fault(("figure", "action"), "several actions in one watch", hint)
    return FigureCondition(
        count=resolving.counted(shape.count, "figure", "count"),
        of=None if shape.of is None else group(shape.of, resolving),
        action=action[0] if action else None,
        where=resolving.places(shape.where, "figure", "where"),
        plausible=shape.plausible,
    )


def group(written: str | Together, resolving: Resolving) -> Group:
    directory = names.entities(resolving.vocabulary)
    if isinstance(written, Together):
        return Group(resolving.ids(directory, written.together, "figure", "of", "together"), together=True)
    return Group(resolving.ids(directory, (written,), "figure", "of"))


def status(shape: StatusShape, resolving: Resolving) -> StatusCondition | None:
    thing, parties, deeper = shape_of(shape.of)
    things = resolving.thing(thing, "status", "of", *deeper)
    members = resolving.ids(names.entities(resolving.vocabulary), parties, "status", "of", "between")
    where = resolving.places(shape.where, "status", "where")
    ladder = resolving.ids(names.ladders(resolving.vocabulary), (shape.ladder,), "status", "ladder")
    if not ladder:
        return None
    resolving.things[ladder[0]] = things
    return StatusCondition(
        thing=things, ladder=resolving.vocabulary.ladders[ladder[0]].ladder, parties=members, where=where
    )


def shape_of(of: tuple[str, ...] | Thing) -> tuple[Terms, tuple[str, ...], tuple[str, ...]]:
    """What has the status, its parties, and the key under which the former is written."""
    if isinstance(of, Thing):
        return of.thing, of.between, ("thing",)
    return of, (), ()


def figure_policy(shape: FigureWatch) -> AlertPolicy:
    alert = shape.alert
    when = When(f"new {alert.new}") if alert.new is not None else alert.when
    return AlertPolicy(
        when=when if when is not None else When.DIFFERS,
        last=None if alert.last is None else Quantity.of(alert.last),
        **policy_parts(alert),
    )


def status_policy(shape: StatusWatch, condition: StatusCondition | None, resolving: Resolving) -> AlertPolicy:
    last: tuple[str, ...] = ()
    if shape.alert.last is not None and condition is not None:
        known = names.among(f"status of the ladder {condition.ladder.id}", sorted(condition.ladder.statuses))
        last = resolving.ids(known, (shape.alert.last,), "alert", "last")
    return AlertPolicy(last_status=last[0] if last else None, **policy_parts(shape.alert))


def policy_parts(alert: AlertShape) -> dict[str, Any]:
    parts: dict[str, Any] = {"first": alert.first, "also": frozenset(map(Modality, alert.also))}
    return parts if alert.at_most is None else parts | {"at_most_every": alert.at_most}


def version_of(watch: Watch) -> str:
    """A hash of what judging depends on: not of the title, of who is told, or of how often."""
    policy = replace(watch.policy, at_most_every=timedelta())
    judged = replace(watch, title="", send=(), version="", policy=policy)
    text = simplejson.dumps(asdict(judged), default=_plain, sort_keys=True, use_decimal=False)
    return sha256(text.encode()).hexdigest()[:16]


def _plain(value: object) -> object:
    if isinstance(value, frozenset):
        return sorted(map(str, value))
    return str(value)
