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


class Sleeper(Child):
    """A child that sleeps instead of working, and writes down that it was asked to stop."""

    code = "import time; time.sleep(60)"

    def start(self, variables, now):
        self.process = subprocess.Popen([sys.executable, "-c", self.code], env=dict(variables), process_group=0)
        self.started = now


class Stubborn(Sleeper):
    code = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(flush=True); time.sleep(60)"


@pytest.fixture
def supervised():
    begun = []

    def begin(*children):
        begun.append(Supervisor(children, dict(os.environ)))
        return begun[-1]

    yield begin
    for supervisor in begun:
        supervisor.end()


def test_a_child_that_dies_is_started_again_after_a_pause(supervised):
    child = Sleeper("worker-1", ())
    supervisor = supervised(child)
    supervisor.tend(100.0)
    child.process.kill()
    child.process.wait()
    supervisor.tend(101.0)
    assert child.process is None
    supervisor.tend(101.0 + supervise.FIRST_PAUSE_SECONDS)
    assert child.process.poll() is None


def test_the_pause_doubles_while_a_child_keeps_dying_and_starts_anew_after_a_healthy_life(supervised):
    child = Sleeper("worker-1", ())
    supervisor = supervised(child)
    pauses = []
    now = 0.0
    for lived in (1.0, 1.0, 1.0, supervise.HEALTHY_SECONDS + 1):
        supervisor.tend(now)
        child.process.kill()
        child.process.wait()
        now += lived
        supervisor.tend(now)
        pauses.append(child.not_before - now)
        now = child.not_before
    assert pauses == [0.5, 1.0, 2.0, 0.5]


def test_all_children_are_stopped_when_it_ends(supervised):
    children = [Sleeper("a", ()), Sleeper("b", (), stage=1)]
    supervisor = supervised(*children)
    supervisor.tend(0.0)
    processes = [child.process for child in children]
    supervisor.end()
    assert all(process.returncode == -signal.SIGTERM for process in processes)


def test_what_does_not_stop_in_time_is_killed(supervised, monkeypatch):
    monkeypatch.setattr(supervise, "STOP_SECONDS", 0.3)
    child = Stubborn("a", ())
    supervisor = supervised(child)
    supervisor.tend(0.0)
    process = child.process
    time.sleep(0.3)
    supervisor.end()
    assert process.returncode == -signal.SIGKILL


def test_run_ends_when_it_is_told_to(supervised):
    supervisor = supervised(Sleeper("a", ()))
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
        psutil.wait_procs([grandchild], timeout=5)
        assert not grandchild.is_running() or grandchild.status() == psutil.STATUS_ZOMBIE
