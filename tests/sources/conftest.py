from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta

import pytest

from monitor.sources.http import Client, Fetched
from monitor.sources.pages import Cleaner


@pytest.fixture(scope="session")
def cleaner():
    with Cleaner() as cleaner:
        yield cleaner


@pytest.fixture
def fetch():
    """Fetch a URL of a local server with one client of its own, without waiting between requests."""

    def fetch(url: str, **options) -> Fetched:
        async def once() -> Fetched:
            async with Client(allow_private=True, pace=timedelta(0)) as client:
                return await client.fetch(url, **options)

        return asyncio.run(once())

    return fetch


@pytest.fixture
def raw_server():
    """A server that does to each connection what it is told, for what no honest server does."""
    return serving


@contextmanager
def serving(answer: Callable[[socket.socket], None]) -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.1)
        stop = threading.Event()

        def serve() -> None:
            while not stop.is_set():
                try:
                    connection, _ = listener.accept()
                except TimeoutError:
                    continue
                with connection:
                    connection.settimeout(5)
                    connection.recv(65536)
                    with suppress(OSError):  # the client went away, which is what the test wants
                        answer(connection)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
        finally:
            stop.set()
            thread.join()
