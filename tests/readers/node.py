"""Where the packages of Node.js lie, which only script/readers installs."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MODULES = Path(os.environ.get("PBGDPL_NODE_MODULES", ROOT / "var" / "readers" / "node_modules"))
