"""Real servers for the tests that claim one: the same embedded server that `monitor run` uses."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from monitor.store import Store, connect
from workers.server import Server, embedded


@pytest.fixture(scope="session")
def redis_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A real server for the whole session, without a file: tests about durability start their own."""
    with embedded(tmp_path_factory.mktemp("data"), append_only=False) as server:
        yield server


@pytest.fixture(scope="session")
def redis_url(redis_server: Server) -> str:
    return redis_server.url


@pytest.fixture
def store(redis_url: str) -> Iterator[Store]:
    """The store on the real server, emptied."""
    with connect(redis_url) as store:
        store.redis.flushall()
        yield store
