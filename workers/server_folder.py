"""The embedded server's folder: who holds it, who started the server in it, and whether they live.

Only one server may write there. An orphan, left by a monitor that was killed, is stopped to make way.
"""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

LINUX = sys.platform == "linux"
FOLDER = "server"
"""Within the data directory: everything that is the server's."""
GOODBYE = 10.0
"""Seconds for a server to end by itself."""


class ServerError(Exception):
    """The embedded server cannot be used; the message says why and what to do."""


class AlreadyRunning(ServerError):  # noqa: N818 - it names what is wrong
    """Another monitor uses the data directory."""


@dataclass(frozen=True, slots=True)
class Note:
    """What the pid file says. `owner` started the server; the times of birth tell a reused pid apart."""

    socket: str
    owner: int
    owner_born: str
    place: str
    """The machine and its process namespace: pids mean nothing elsewhere (two containers, one volume)."""
    pid: int = 0
    """0 while the server is being started."""
    born: str = ""


def private_folder(data_dir: Path) -> Path:
    folder = data_dir.absolute() / FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
    except OSError as error:
        raise _unusable(data_dir, error) from error
    return folder


def _unusable(data_dir: Path, error: OSError) -> ServerError:
    said = f"{error.strerror}: {error.filename}" if error.filename else str(error)
    return ServerError(
        f"the data directory {data_dir} cannot be used ({said}). Name another: MONITOR_DATA, or --state."
    )


def take(folder: Path) -> int:
    """A descriptor that holds the folder's lock. An orphan of a killed monitor is stopped first."""
    try:
        lock = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise _unusable(folder.parent, error) from error
    deadline = time.monotonic() + GOODBYE
    while not _locked(lock):
        try:
            _make_way(folder, patient=time.monotonic() < deadline)
        except ServerError:
            os.close(lock)
            raise
        time.sleep(0.05)
    return lock


def _locked(lock: int) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _make_way(folder: Path, *, patient: bool) -> None:
    note = read_note(folder)
    if not patient:
        holder = "another process" if note is None else f"a server, process {note.pid},"
        raise ServerError(f"{holder} holds {folder} and does not end. Stop it first.")
    if note is None:
        return  # whoever took the lock has not written its note yet
    if _in_use(note):
        raise AlreadyRunning(
            f"the data directory {folder.parent} is in use: process {note.owner} runs a monitor on it. "
            "Stop that one first, or set MONITOR_DATA to another directory."
        )
    if lives(note.pid, note.born):
        with client(note.socket) as redis, suppress(RedisError):
            redis.shutdown(nosave=True)  # the append-only file has everything


def _in_use(note: Note) -> bool:
    if note.place != place():
        return True
    # A server that has died may leave a child that still rewrites the append-only file, and holds the lock meanwhile.
    alive_or_coming = note.pid == 0 or lives(note.pid, note.born)
    return alive_or_coming and lives(note.owner, note.owner_born)


def client(socket: str) -> Redis:
    return Redis(unix_socket_path=socket, socket_timeout=5, retry=Retry(NoBackoff(), 0))


def read_note(folder: Path) -> Note | None:
    try:
        return Note(**json.loads((folder / "server.json").read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unusable(folder.parent, error) from error
    except (ValueError, TypeError) as error:
        raise ServerError(
            f"{folder / 'server.json'} is damaged ({error}). Make sure that no monitor runs, then remove it."
        ) from error


def write_note(folder: Path, note: Note) -> None:
    draft = folder / "server.json.draft"
    with draft.open("w", encoding="utf-8") as file:
        json.dump(asdict(note), file)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(folder / "server.json")


def lives(pid: int, born: str) -> bool:
    return pid > 0 and bool(born) and born_at(pid) == born


def born_at(pid: int) -> str:
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


def place() -> str:
    namespace = Path("/proc/self/ns/pid").readlink() if LINUX else ""
    return f"{os.uname().nodename} {namespace}"
