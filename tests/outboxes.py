"""Putting an alert into the outbox that no ledger has to give."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from monitor.change import Alert
from monitor.route import Delivery
from monitor.store import Store


def put_in(store: Store, alert: Alert, deliveries: Sequence[Delivery], now: datetime) -> None:
    """As the summary of a source's first poll comes in."""
    store.baselines.begin("a-source", [])
    assert store.baselines.close(["a-source"], alert, deliveries, now)
