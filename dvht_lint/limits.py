"""A bound on the time that reading one file may take, whatever in it costs so much."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

__all__ = ["OverTimeError", "within"]


class OverTimeError(BaseException):
    """The time is up. No `Exception`, so that nothing on the way takes it for a fault of the text."""


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Raise `OverTimeError` in the block once it has used so many seconds of the processor; 0 is no bound.

    Time on the processor, so that a busy machine changes no result. Where the system has no such clock, or outside of
    the main thread, there is no bound.
    """
    if not seconds or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    running = True

    def stop(_number: int, _frame: FrameType | None) -> None:
        if running:
            raise OverTimeError

    before = signal.signal(signal.SIGVTALRM, stop)
    # Again each second: what is raised inside of a callback or a finalizer can get lost there.
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 1)
    try:
        yield
    finally:
        running = False
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
