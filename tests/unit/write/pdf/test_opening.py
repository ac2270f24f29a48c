"""WeasyPrint is imported without a search for libraries, which is there again afterwards."""

import ctypes.util
import os
import subprocess
import sys

from papers import PROJECT

PROGRAM = """
import ctypes.util, subprocess
searched = ctypes.util.find_library
def run(*call, **_): raise AssertionError(call)
subprocess.Popen = run
from neaspec_docs.write.pdf.opening import open_engine
open_engine()
import weasyprint
assert ctypes.util.find_library is searched
print(weasyprint.__version__.partition(".")[0])
"""


def test_no_program_is_run_to_find_libraries() -> None:
    environment = {**os.environ, "PYTHONPATH": str(PROJECT.root / "src")}
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False, env=environment)
    assert done.stderr == ""
    assert int(done.stdout) >= 69


def test_the_search_is_what_runs_programs() -> None:
    """So the test above could fail: each name of another system would be searched for."""
    program = PROGRAM.replace("open_engine()\n", "")
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, env=os.environ)
    assert done.returncode == 1
    assert ctypes.util.find_library.__module__ == "ctypes.util"
