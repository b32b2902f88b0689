"""A child of `monitor run` does not outlive it."""

from __future__ import annotations

import ctypes
import os
import signal
import sys

SUPERVISOR = "MONITOR_SUPERVISOR_PID"
PR_SET_PDEATHSIG = 1


def die_with(parent: int, sig: signal.Signals = signal.SIGKILL) -> None:
    """Ask the kernel for `sig` when our parent dies (on Linux), or get it now if it has died."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, sig, 0, 0, 0)
    if os.getppid() != parent:
        os.kill(os.getpid(), sig)


def supervised() -> bool:
    """Whether `monitor run` started us, whose other processes see the same files."""
    return SUPERVISOR in os.environ


def die_with_supervisor() -> None:
    """Likewise, where `monitor run` started us."""
    if supervisor := os.environ.get(SUPERVISOR):
        die_with(int(supervisor), signal.SIGTERM)
