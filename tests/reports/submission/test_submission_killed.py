"""A process that is killed in the midst of handing in leaves a whole submission or none."""

import json
import subprocess
import sys


def test_what_is_killed_is_handed_in_whole_or_not_at_all():
    """Kill a few times; `python -m tests.reports.submission.killed_submitting 100` kills a hundred times."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.reports.submission.killed_submitting", "6", "7"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    figures = json.loads(run.stdout)
    assert (figures["kills"], figures["halves"]) == (6, 0)
    assert figures["handed_in"] + figures["still_open"] == 6
