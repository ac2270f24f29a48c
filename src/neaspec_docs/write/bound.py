"""A process that another one started -> the same, ended by the kernel with the other, or after so much work.

It is the first thing that such a process imports, so it imports nothing of ours. Only Linux ends one with the other
(prctl(2)); Windows bounds no work.
"""

import math
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1

PROGRAM = "import sys; sys.path[:] = sys.argv[2:]; from neaspec_docs.write import bound; bound.to(int(sys.argv[1])); "
"""How the program of a process begins that is called with `words` behind it."""


def words() -> list[str]:
    """Return the words that such a program is called with: this process, and where its modules are found."""
    return [str(os.getpid()), *sys.path]


def to(parent: int) -> None:
    """End this process with the one that started it, at once if that has ended already."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def work(seconds: int) -> None:
    """End this process by SIGXCPU when it has worked for so many seconds more, on however many cores (setrlimit(2)).

    What counts is its own work, so a machine that is busy with something else ends nothing.
    """
    if sys.platform != "win32":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        end = math.ceil(used.ru_utime + used.ru_stime) + seconds
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        if most == resource.RLIM_INFINITY or end < most:
            resource.setrlimit(resource.RLIMIT_CPU, (end, most))
