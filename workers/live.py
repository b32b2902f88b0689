"""The live record: on the server that REDIS_URL names, else on the embedded one, running or not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from monitor.store import Store, connect
from workers.server import ServerError, reached, running
from workers.settings import Settings


@contextmanager
def live_store(settings: Settings) -> Iterator[Store]:
    """For commands that look at the record or mend it, whether a monitor runs or not. Raises ServerError."""
    if settings.redis_url is not None:
        with connect(settings.redis_url.get_secret_value()) as store:
            yield store
        return
    with reached(settings.data) as url, connect(url) as store:
        yield store


def server_url(settings: Settings) -> str:
    """For processes that need a server to be there already. Raises ServerError."""
    if settings.redis_url is not None:
        return settings.redis_url.get_secret_value()
    url = running(settings.data)
    if url is None:
        raise ServerError(
            f"REDIS_URL is not set, and no monitor runs on {settings.data}. Set REDIS_URL to the server of all "
            "parts, or use `monitor run`, which starts everything on this machine."
        )
    return url
