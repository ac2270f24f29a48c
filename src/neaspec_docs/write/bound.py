"""A process that another one started -> the same, ended by the kernel when the other ends, however that ends.

It is the first thing that such a process imports, so it imports nothing of ours. Only Linux knows how (prctl(2)).
"""

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
