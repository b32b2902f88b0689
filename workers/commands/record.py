"""`monitor record`: what is on record and the ledger behind it; putting a value on record, taking a claim back."""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from pydantic import TypeAdapter, ValidationError
from rich.console import Console
from rich.text import Text

from monitor.article import revision_of
from monitor.candidates import SET
from monitor.change import Change
from monitor.claim import ArticleRef, Claim, Kind, Modality
from monitor.ledger import Entry, EntryKind
from monitor.quantity import Quantity
from monitor.rulebook import Rulebook
from monitor.rulebook.scalars import Figure
from monitor.store import Store, connect
from monitor.watch import Watch
from monitor.wording import change_phrase, one_line, paper_phrase, speaker_phrase, value_phrase
from workers import json_out
from workers.assess import record
from workers.commands.editing import RecordError, followed, on_live, reaching, said, watch_of
from workers.json_out import Json
from workers.live import live_store
from workers.server import embedded
from workers.server_folder import FOLDER
from workers.settings import load_settings

ENTRY_WORDS = {EntryKind.SET: "put on record", EntryKind.RETRACT: "taken back"}


def show(watch: str | None, *, json: bool, state: Path | None) -> int:
    return said(lambda: _show(watch, json=json, state=state))


def set_value(watch: str, value: str, *, reason: str, by: str | None) -> int:
    def edit(book: Rulebook, store: Store) -> None:
        followed = watch_of(book, watch)
        _write(store, book, followed, set_entry(followed, value, reason=reason, by=_name(by), now=datetime.now(UTC)))

    return on_live(edit)


def retract(watch: str, claim_id: str, *, reason: str, by: str | None) -> int:
    def edit(book: Rulebook, store: Store) -> None:
        followed = watch_of(book, watch)
        known = [claim.id for entry in store.ledgers.entries(watch) for claim in entry.claims]
        if claim_id not in known:
            raise RecordError(f"the ledger of {watch} has no claim {claim_id}: `monitor record {watch}` shows the ids")
        now = datetime.now(UTC)
        entry = Entry(
            id=f"retract:{uuid4().hex}",
            kind=EntryKind.RETRACT,
            at=now,
            retracts=(claim_id,),
            reason=reason,
            by=_name(by),
        )
        _write(store, book, followed, entry)

    return on_live(edit)


def set_entry(watch: Watch, value: str, *, reason: str, by: str, now: datetime) -> Entry:
    """The ledger entry of a value that an editor puts on record. Raises RecordError."""
    edit = f"edit:{uuid4().hex}"
    article = ArticleRef(
        id=edit, revision=revision_of(reason), time=now, dated=False, first_seen=now, title=f"Set by {by}", source=SET
    )
    is_figure = watch.kind is Kind.FIGURE
    status, parties = (None, ()) if is_figure else _status(watch, value)
    claim = Claim(
        watch=watch.id,
        kind=watch.kind,
        article=article,
        quote=reason,
        start=0,
        end=len(reason),
        mention_start=0,
        mention_end=0,
        quantity=_quantity(watch, value) if is_figure else None,
        status=status,
        by=parties,
        speaker=by,
        speaker_id=f"editor:{by}",
        rule=SET,
    )
    return Entry(id=edit, kind=EntryKind.SET, at=now, article=article, claims=(claim,), reason=reason, by=by)


def _quantity(watch: Watch, value: str) -> Quantity:
    unit = watch.figure.unit if watch.figure else "count"
    try:
        return Quantity.of(TypeAdapter(Figure).validate_python(value), unit=unit)
    except ValidationError as error:
        problem = error.errors()[0]
        raise RecordError(f"{problem['msg']}: {problem.get('ctx', {}).get('hint', 'write digits alone')}") from None


def _status(watch: Watch, value: str) -> tuple[str, tuple[str, ...]]:
    """Of "ratified" or "ratified by North Korea"."""
    if watch.status is None:
        raise RecordError(f"{watch.id} follows no status")
    name, _, party = value.partition(" by ")
    status, ladder = name.strip().replace(" ", "_"), watch.status.ladder
    if status not in ladder.statuses:
        known = ", ".join((*ladder.rungs, *sorted(ladder.exits | ladder.returns)))
        raise RecordError(f"{name!r} is no status of the {ladder.id} ladder; write one of: {known}")
    if party and party not in watch.status.parties:
        raise RecordError(f"{party!r} is no party of {watch.id}; write one of: {', '.join(watch.status.parties)}")
    return status, (party,) if party else ()


def _write(store: Store, book: Rulebook, watch: Watch, entry: Entry) -> None:
    judged = record(store, watch, [entry], datetime.now(UTC), receivers=book.receivers)
    changes: tuple[Change, ...] = judged.changes if judged else ()
    for change in changes:
        print(f"{watch.id}: {change_phrase(change)}")
    if not changes:
        print(f"{watch.id}: recorded; what stands is as it was")
    elif judged and judged.alerts:
        print(f"its receivers are told: {', '.join(watch.send)}")


def _show(watch: str | None, *, json: bool, state: Path | None) -> None:
    with _store(state) as store:
        reaching(store, lambda: _show_from(store, watch, json=json))


def _show_from(store: Store, watch: str | None, *, json: bool) -> None:
    known = store.ledgers.watches()
    if watch is not None and watch not in known and watch not in followed():
        raise RecordError(f"no watch {watch!r} is on record or in the rules; there is: {_names({*known, *followed()})}")
    for watch_id in known if watch is None else [watch]:
        if json:
            print(json_out.line(as_json(store, watch_id)))
        else:
            _print(store, watch_id, ledger=watch is not None)
    if not known and watch is None and not json:
        print("Nothing is on record yet.")


def _names(watches: Iterable[str]) -> str:
    return ", ".join(sorted(watches)) or "none yet"


def as_json(store: Store, watch_id: str) -> Json:
    now = store.ledgers.load(watch_id)
    standing, told = now.fold.standing, now.told
    entries = list(store.ledgers.entries(watch_id))
    return {
        "watch": watch_id,
        "standing": None if standing is None else _with_article(standing),
        "muted_until": json_out.time(told.muted_until),
        "held": len(told.held),
        "last_alert": json_out.time(told.at),
        "ledger": [_with_article(claim) for entry in entries for claim in entry.claims],
        "edits": [_edit(entry) for entry in entries if entry.kind is not EntryKind.READ],
    }


def _with_article(claim: Claim) -> Json:
    return {
        **json_out.claim(claim),
        "article": json_out.article(claim.article),
        "at": json_out.time(claim.article.time),
    }


def _edit(entry: Entry) -> Json:
    return {
        "edit": entry.kind.value,
        "at": json_out.time(entry.at),
        "by": entry.by,
        "reason": entry.reason,
        "claims": [*entry.retracts, *(claim.id for claim in entry.claims)],
    }


def _print(store: Store, watch_id: str, *, ledger: bool) -> None:
    console = Console(highlight=False)
    now = store.ledgers.load(watch_id)
    standing, told = now.fold.standing, now.told
    said = "nothing stands" if standing is None else _in_short(standing)
    console.print(Text.assemble((watch_id, "bold"), f"  {said}"), soft_wrap=True)
    if told.muted_until is not None:
        console.print(Text(f"  muted until {told.muted_until:%Y-%m-%d %H:%M %Z}", style="yellow"))
    if told.held:
        console.print(Text(f"  {len(told.held)} held, told at {told.due:%Y-%m-%d %H:%M %Z}", style="yellow"))
    for entry in store.ledgers.entries(watch_id) if ledger else ():
        for line in _ledger_lines(entry, standing):
            console.print(line, soft_wrap=True)


def _in_short(claim: Claim) -> str:
    put = "" if claim.modality is Modality.ASSERTED else f" ({claim.modality})"
    return f"{value_phrase(claim)}{put} · {speaker_phrase(claim)} · {paper_phrase(claim.article)}"


def _ledger_lines(entry: Entry, standing: Claim | None) -> Iterator[Text]:
    """Two lines a claim, the one that stands with an arrow; one for an edit."""
    for claim in entry.claims:
        arrow = "→" if standing is not None and standing.id == claim.id else " "
        yield Text(f"{arrow} {claim.article.time:%Y-%m-%d %H:%M}  {claim.id}  {_in_short(claim)}")
        yield Text(f"      “{one_line(claim.quote, 200)}”", style="dim")
    if entry.kind is not EntryKind.READ:
        ids = " ".join(entry.retracts)
        said = f"{ENTRY_WORDS[entry.kind]} by {entry.by}: {entry.reason}"
        yield Text(f"  {entry.at:%Y-%m-%d %H:%M}  {ids:16}  {one_line(said, 200)}", style="italic")


@contextmanager
def _store(state: Path | None) -> Iterator[Store]:
    if state is None:
        with live_store(load_settings()) as store:
            yield store
        return
    if not (state / FOLDER).is_dir():
        raise RecordError(f"no record is kept in {state}: name a folder that `monitor replay --state` has kept")
    with embedded(state) as server, connect(server.url) as store:
        yield store


def _name(by: str | None) -> str:
    return by or getpass.getuser()
