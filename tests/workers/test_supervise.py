"""The processes of one machine: started again when they die, stopped in order, never left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time

import psutil
import pytest

from workers import supervise
from workers.parent import SUPERVISOR
from workers.supervise import Child, Supervisor


def sleep() -> int:
    time.sleep(60)
    return 0


def sleep_on() -> int:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    return sleep()


@pytest.fixture
def supervised():
    begun = []

    def begin(*children, **variables):
        begun.append(Supervisor(children, variables))
        return begun[-1]

    yield begin
    for supervisor in begun:
        supervisor.end()


def kill(child: Child) -> None:
    child.process.kill()
    child.process.join()


def test_a_child_that_dies_is_started_again_after_a_pause(supervised):
    child = Child("worker-1", sleep)
    supervisor = supervised(child)
    supervisor.tend(100.0)
    kill(child)
    supervisor.tend(101.0)
    assert child.process is None
    supervisor.tend(101.0 + supervise.FIRST_PAUSE_SECONDS)
    assert child.process.is_alive()


def test_the_pause_doubles_while_a_child_keeps_dying_and_starts_anew_after_a_healthy_life(supervised):
    child = Child("worker-1", sleep)
    supervisor = supervised(child)
    pauses = []
    now = 0.0
    for lived in (1.0, 1.0, 1.0, supervise.HEALTHY_SECONDS + 1):
        supervisor.tend(now)
        kill(child)
        now += lived
        supervisor.tend(now)
        pauses.append(child.not_before - now)
        now = child.not_before
    assert pauses == [0.5, 1.0, 2.0, 0.5]


def test_a_child_has_our_environment_and_what_it_was_given(supervised):
    child = Child("worker-1", lambda: int(os.environ["GIVEN"]) if "PATH" in os.environ else 1)
    supervised(child, GIVEN="7").tend(0.0)
    child.process.join()
    assert child.look(1.0) == 7
    assert "GIVEN" not in os.environ


def test_ctrl_c_in_the_terminal_reaches_only_the_supervisor(supervised):
    child = Child("worker-1", sleep)
    supervised(child).tend(0.0)
    deadline = time.monotonic() + 30
    while os.getpgid(child.process.pid) == os.getpgid(0) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert os.getpgid(child.process.pid) == child.process.pid


def test_all_children_are_stopped_when_it_ends(supervised):
    children = [Child("a", sleep), Child("b", sleep, stage=1)]
    supervisor = supervised(*children)
    supervisor.tend(0.0)
    processes = [psutil.Process(child.process.pid) for child in children]
    supervisor.end()
    assert not any(process.is_running() for process in processes)


def test_what_does_not_stop_in_time_is_killed(supervised, monkeypatch):
    monkeypatch.setattr(supervise, "STOP_SECONDS", 0.3)
    child = Child("a", sleep_on)
    supervisor = supervised(child)
    supervisor.tend(0.0)
    process = psutil.Process(child.process.pid)
    time.sleep(0.3)
    supervisor.end()
    assert not process.is_running()


def test_run_ends_when_it_is_told_to(supervised):
    supervisor = supervised(Child("a", sleep))
    threading.Timer(0.3, supervisor.stop.set).start()
    supervisor.run()
    assert all(child.process is None for child in supervisor.children)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a child with its parent")
def test_a_child_ends_with_its_supervisor_even_by_sigkill():
    inner = "from workers.parent import die_with_supervisor as d; d(); print(flush=True); import time; time.sleep(60)"
    outer = (
        "import os, subprocess, sys, time\n"
        f"child = subprocess.Popen([sys.executable, '-c', {inner!r}], stdout=subprocess.PIPE,"
        f" env={{**os.environ, {SUPERVISOR!r}: str(os.getpid())}})\n"
        "child.stdout.readline()\nprint(child.pid, flush=True)\ntime.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", outer], stdout=subprocess.PIPE, text=True) as parent:
        grandchild = psutil.Process(int(parent.stdout.readline()))
        parent.kill()
        psutil.wait_procs([grandchild], timeout=30)
        assert not grandchild.is_running() or grandchild.status() == psutil.STATUS_ZOMBIE
