"""How often memory is looked through, in a process of its own: what is set holds for the whole process."""

import subprocess
import sys

_ASKED = """
import gc
from neaspec_docs import collector

class Ring:
    def __init__(self):
        self.own = self

before = gc.get_threshold()
collector.call_seldom()
assert gc.get_threshold() == (collector.BETWEEN, *before[1:]), gc.get_threshold()
assert collector.BETWEEN > before[0]
gc.collect()
for _ in range(1_000):
    Ring()
assert sum(isinstance(one, Ring) for one in gc.get_objects()) == 1_000
collector.call_now()
assert not any(isinstance(one, Ring) for one in gc.get_objects())
kept = [Ring() for _ in range(10)]
collector.leave_all()
assert not any(isinstance(one, Ring) for one in gc.get_objects())
assert all(one.own is one for one in kept)
print("as said")
"""


def test_memory_is_looked_through_when_asked_and_left_at_the_end() -> None:
    done = subprocess.run([sys.executable, "-c", _ASKED], check=False, capture_output=True, text=True, timeout=300)
    assert (done.returncode, done.stdout) == (0, "as said\n"), done.stderr
