"""`monitor alerts`: what is not delivered, and why; `monitor alert --test`: whether a receiver is reached at all."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import simplejson

from monitor.change import Alert
from monitor.channels import CHANNELS, DeliveryError, missing, send
from monitor.channels.sample import sample
from monitor.route import ChannelConfig, Receiver
from monitor.rulebook import load
from monitor.store import UNREACHABLE, Store, Unsent, unreachable
from monitor.wording import headline, one_line
from workers.live import live_store
from workers.logs import configure
from workers.server import ServerError
from workers.settings import environment, load_settings

ALL = "all"


def alerts(*, json: bool, retry: tuple[str, ...]) -> int:
    """Exit code 1 where a delivery to be tried again is not there, or the record cannot be reached."""
    settings = load_settings()
    configure(settings, process="alerts")
    try:
        with live_store(settings) as store:
            return listed(store, json=json, retry=retry)
    except ServerError as error:
        return _trouble(str(error))


def listed(store: Store, *, json: bool, retry: tuple[str, ...]) -> int:
    """Raises ServerError where the server does not answer."""
    try:
        found, unknown = try_again(store, retry)
        given_up, waiting = store.outbox.given_up(), store.outbox.unsent()
    except UNREACHABLE as error:
        raise ServerError(unreachable(store.url, error)) from None
    if json:
        for item in (*given_up, *waiting):
            print(simplejson.dumps(as_json(item), ensure_ascii=False))
    elif retry:
        if found or not unknown:
            print(f"{found} to be tried again at once: `monitor alerts` shows what comes of it")
    else:
        print(screen(given_up, waiting))
    for delivery_id in unknown:
        _trouble(f"no delivery {delivery_id} waits or was given up: `monitor alerts` lists their ids")
    return 1 if unknown else 0


def try_again(store: Store, ids: Iterable[str]) -> tuple[int, list[str]]:
    """Put the deliveries back to be sent at once (`all`: every one that was given up).

    Returns how many are, and the ids that are unknown.
    """
    wanted = [*dict.fromkeys(ids)]
    if ALL in wanted:
        wanted.remove(ALL)
        wanted += [item.waiting.delivery.id for item in store.outbox.given_up()]
    unknown = [delivery_id for delivery_id in wanted if not store.outbox.again(delivery_id)]
    return len(wanted) - len(unknown), unknown


def screen(given_up: list[Unsent], waiting: list[Unsent]) -> str:
    if not given_up and not waiting:
        return "Every alert is delivered."
    lines = []
    for title, items in (("Given up", given_up), ("Not delivered yet", waiting)):
        lines += [f"{title} ({len(items)}):", *(_described(item) for item in items), ""] if items else []
    if given_up:
        lines.append("Once what kept them is mended: monitor alerts --retry ID (or: --retry all)")
    return "\n".join(lines).rstrip()


def _described(item: Unsent) -> str:
    delivery = item.waiting.delivery
    tries = "1 try" if delivery.attempts == 1 else f"{delivery.attempts} tries"
    when = f", next at {item.due:%d %b %H:%M:%S} UTC" if item.due is not None and delivery.attempts else ""
    error = f"\n      {one_line(item.waiting.error)}" if item.waiting.error else ""
    where = f"{delivery.receiver}/{delivery.channel}, since {item.waiting.since:%d %b %H:%M} UTC, {tries}{when}"
    return f"  {delivery.id}  {headline(item.alert)}\n      to {where}{error}"


def as_json(item: Unsent) -> dict[str, Any]:
    delivery = item.waiting.delivery
    return {
        "delivery": delivery.id,
        "state": "given_up" if item.due is None else "waiting",
        "alert": delivery.alert_id,
        "watch": item.alert.watch,
        "headline": headline(item.alert),
        "receiver": delivery.receiver,
        "channel": delivery.channel,
        "attempts": delivery.attempts,
        "error": item.waiting.error,
        "since": item.waiting.since.isoformat(),
        "due": item.due.isoformat() if item.due is not None else None,
    }


def alert_test(receiver: str, *, rules: Path | None) -> int:
    """Exit code 1 where a channel that should work did not accept the sample."""
    settings = load_settings()
    configure(settings, process="alert")
    path = settings.rules_path if rules is None else rules
    loaded = load(path, channels={kind: channel.Config for kind, channel in CHANNELS.items()})
    for problem in loaded.errors:
        sys.stderr.write(f"{problem}\n")
    known: Mapping[str, Receiver] = loaded.rulebook.receivers if loaded.rulebook is not None else {}
    if receiver not in known:
        there = f"there are: {', '.join(sorted(known))}" if known else "there are none"
        return _trouble(f"{path} has no receiver {receiver!r}; {there}")
    return send_sample(known[receiver], environment(), datetime.now(UTC))


def send_sample(receiver: Receiver, variables: Mapping[str, str], now: datetime) -> int:
    """Send a sample through every channel, and print what each of them answered."""
    alert = sample(receiver.name, now)
    failures = 0
    for channel in receiver.channels:
        lacking = missing(channel, variables)
        if channel.optional and lacking:
            print(f"{channel.label}: left out, not set: {', '.join(lacking)}")
            continue
        error = _try(channel, alert, variables)
        failures += error is not None
        print(f"{channel.label}: {'accepted' if error is None else f'not accepted: {error}'}", flush=True)
    return 1 if failures else 0


def _try(channel: ChannelConfig, alert: Alert, variables: Mapping[str, str]) -> DeliveryError | None:
    try:
        send(alert, channel, variables)
    except DeliveryError as error:
        return error
    return None


def _trouble(words: str) -> int:
    sys.stderr.write(f"monitor: {words}\n")
    return 1
