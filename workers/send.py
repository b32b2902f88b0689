"""The sender: takes what is due out of the outbox and hands it to the channels, again until it is accepted.

Every channel of every receiver has a lane of its own, so that one that fails or hangs holds up none of the others.
"""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import structlog

from monitor import channels
from monitor.change import Alert
from monitor.channels import DeliveryError
from monitor.route import ChannelConfig, Delivery, Receiver
from monitor.store import Store, connect
from workers.heartbeat import Role, beat, leave
from workers.reach import LOST, Reach
from workers.rules import LiveRules
from workers.settings import Settings, environment

log = structlog.get_logger("monitor.send")

LOOK_SECONDS = 0.5
ALIVE_SECONDS = 15.0
AT_ONCE = 100
"""Deliveries taken in one go; more wait for the next."""
LONGEST_PAUSE = timedelta(minutes=30)

Clock = Callable[[], datetime]
Variables = Callable[[], Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long a delivery is tried. Pauses double from `pause` to half an hour."""

    lease: timedelta = timedelta(seconds=120)
    attempts: int = 60
    """About a day, with pauses of half an hour."""
    pause: timedelta = timedelta(seconds=5)

    def pause_after(self, failed: int) -> timedelta:
        """The pause after so many failures."""
        return min(self.pause * (1 << min(failed - 1, 32)), LONGEST_PAUSE)


@dataclass(slots=True)
class Lane:
    """One channel of one receiver: one delivery after the other, in a thread of its own."""

    thread: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(max_workers=1))
    under_way: list[tuple[Delivery, Future[bool]]] = field(default_factory=list)
    closed_until: datetime | None = None
    """The channel is failing or asked us to wait; what comes meanwhile is put off and does not count as tried."""

    def takes(self, delivery: Delivery) -> bool:
        """Not what it has already, and no more than it can do; the rest comes again when its lease ends."""
        return len(self.under_way) < AT_ONCE and all(known != delivery for known, _ in self.under_way)


@dataclass(slots=True)
class Sender:
    store: Store
    patience: Patience
    clock: Clock
    stop: threading.Event = field(default_factory=threading.Event)
    lanes: dict[tuple[str, str], Lane] = field(default_factory=dict)

    def start_due(self, now: datetime, receivers: Mapping[str, Receiver], variables: Variables) -> int:
        """Hand to the lanes what is due at `now`, and return how many there were."""
        taken = self.store.outbox.due(now, lease=self.patience.lease, limit=AT_ONCE)
        known = variables() if taken else {}
        begin_by = self.clock() + self.patience.lease / 2
        for delivery, alert in sorted(taken, key=lambda item: (item[1].at, item[0].id)):
            lane = self._lane(delivery)
            if lane.takes(delivery):
                attempt = _Attempt(self, lane, delivery, alert, receivers, known, begin_by)
                lane.under_way.append((delivery, lane.thread.submit(attempt.run)))
        return len(taken)

    def _lane(self, delivery: Delivery) -> Lane:
        key = (delivery.receiver, delivery.channel)
        if key not in self.lanes:
            self.lanes[key] = Lane()
        return self.lanes[key]

    def collect(self) -> int:
        """How many deliveries were accepted since the last call."""
        accepted = 0
        for lane in self.lanes.values():
            for item in [item for item in lane.under_way if item[1].done()]:
                lane.under_way.remove(item)
                accepted += self._outcome(*item)
        return accepted

    def _outcome(self, delivery: Delivery, future: Future[bool]) -> bool:
        """What no channel foresaw is logged and tried again, so that it cannot block what is behind it."""
        error = future.exception()
        if error is None:
            return future.result()
        if not isinstance(error, LOST):  # a server that is away says nothing of the channel: the lease will end
            log.error("a mistake of ours in sending", channel=delivery.channel, exc_info=error)
            self.failed(delivery, DeliveryError(f"a mistake of ours, {type(error).__name__}: see the log"))
        return False

    def failed(self, delivery: Delivery, error: DeliveryError) -> None:
        """Count the failure; try again later, or give up where that cannot help."""
        now = self.clock()
        tried = delivery.attempts + 1
        where = {"to": f"{delivery.receiver}/{delivery.channel}", "delivery": delivery.id, "error": str(error)}
        if error.permanent or tried >= self.patience.attempts:
            self.store.outbox.give_up(delivery, str(error), now)
            log.error("alert given up: it is kept, see `monitor alerts`", tried=tried, **where)
            return
        pause = max(self.patience.pause_after(tried), error.retry_after or timedelta())
        self.store.outbox.retry(delivery, str(error), now + pause, now)
        log.warning("alert not delivered: tried again", in_seconds=pause.total_seconds(), **where)

    def wait(self) -> None:
        wait([future for lane in self.lanes.values() for _, future in lane.under_way])

    def close(self) -> None:
        """Finish what is under way and put the rest back, so that the next sender need not wait for our leases."""
        self.stop.set()
        for lane in self.lanes.values():
            lane.thread.shutdown(wait=True)


@dataclass(frozen=True, slots=True)
class _Attempt:
    """One try at one delivery, in the lane's thread."""

    sender: Sender
    lane: Lane
    delivery: Delivery
    alert: Alert
    receivers: Mapping[str, Receiver]
    variables: Mapping[str, str]
    begin_by: datetime
    """Later the lease might end, and another sender begin, while we still send."""

    def run(self) -> bool:
        """Whether the channel has accepted it."""
        sender, now = self.sender, self.sender.clock()
        if now > self.begin_by:
            return False
        if sender.stop.is_set():
            sender.store.outbox.put_off(self.delivery, now)
            return False
        if self.lane.closed_until is not None and now < self.lane.closed_until:
            sender.store.outbox.put_off(self.delivery, self.lane.closed_until)
            return False
        try:
            channels.send(self.alert, self._channel(), self.variables)
        except DeliveryError as error:
            if not error.permanent:
                self.lane.closed_until = sender.clock() + (error.retry_after or sender.patience.pause)
            sender.failed(self.delivery, error)
            return False
        self.lane.closed_until = None
        self._mark()
        return True

    def _channel(self) -> ChannelConfig:
        receiver = self.receivers.get(self.delivery.receiver)
        for channel in receiver.channels if receiver is not None else ():
            if channel.label == self.delivery.channel:
                return channel
        raise DeliveryError(
            f"the rules have no channel {self.delivery.channel!r} for {self.delivery.receiver!r}, "
            "or the variables it needs are not set here"
        )

    def _mark(self) -> None:
        """Say that it was accepted; without that it would be sent twice. A server that is away is waited for."""
        reach = Reach()
        while True:
            try:
                self.sender.store.outbox.delivered(self.delivery, self.sender.clock())
            except LOST as error:
                reach.is_lost(error)
                if self.sender.stop.wait(LOOK_SECONDS):
                    raise
            else:
                log.info("alert delivered", to=f"{self.delivery.receiver}/{self.delivery.channel}")
                return


@contextmanager
def _sending(sender: Sender) -> Iterator[Sender]:
    try:
        yield sender
    finally:
        sender.close()


def send_due(
    store: Store,
    receivers: Mapping[str, Receiver],
    now: datetime,
    clock: Clock,
    *,
    variables: Variables = environment,
    patience: Patience | None = None,
) -> int:
    """Try everything once that is due at `now`, wait for the answers, and return how many were accepted."""
    accepted = 0
    with _sending(Sender(store, patience or Patience(), clock)) as sender:
        while sender.start_due(now, receivers, variables):
            sender.wait()
            accepted += sender.collect()
    return accepted


def run_sender(settings: Settings, url: str, *, stop: threading.Event, shadow: bool = False) -> None:
    """Send until told to stop; in shadow, only say that we are here. Where the server goes away, come back with it."""
    rules = LiveRules(settings.rules_path, tell=False)
    name = f"{socket.gethostname()}.{os.getpid()}"
    pause = timedelta(seconds=settings.send_retry_seconds)
    patience = Patience(lease=settings.send_lease, attempts=settings.send_attempts, pause=pause)
    reach = Reach()
    with connect(url) as store, _sending(Sender(store, patience, _clock, stop)) as sender:
        while not stop.is_set():
            try:
                beat(store.redis, Role.SEND, name, now=_clock(), alive_seconds=ALIVE_SECONDS)
                rules.refresh()
                sender.collect()
                if not (shadow or settings.shadow):
                    sender.start_due(_clock(), rules.book.receivers, environment)
                reach.is_back()
            except LOST as error:
                reach.is_lost(error)
            stop.wait(LOOK_SECONDS)
        if not reach.lost:
            leave(store.redis, Role.SEND, name)


def _clock() -> datetime:
    return datetime.now(UTC)
