"""Nothing of ours stands unused: what no source, template or script names is deleted."""

import ast
import re
from pathlib import Path

from vulture import Vulture

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("accounts", "events", "pbgdpl", "plans", "reports")
KINDS = {"class", "function", "method", "property", "import", "unreachable_code"}
# What Django calls by its name, as it does a class attribute or a field's `clean_…`.
CALLED_BY_DJANGO = [
    *("Command", "*Config", "add_arguments", "handle", "ready", "run_from_argv", "process_view"),
    *("as_sqlite", "as_postgresql", "pre_save", "get_full_name", "get_short_name", "to_url"),
    *(
        "clean_*",
        "validate_unique",
        "label_from_instance",
        "get_bound_field",
        "widget_attrs",
        "get_help_text",
        "get_redirect_url",
    ),
    *("paginate_queryset", "receive_data_chunk", "file_complete", "handle_raw_input"),
]
# What gunicorn calls of its settings.
CALLED_BY_GUNICORN = ["when_ready"]
# What pyHanko calls of its reader.
CALLED_BY_PYHANKO = ["_get_object_from_stream"]
# What tests alone use: a report as text, so that they compare words, and as the bytes of its PDF; a length in the
# decree's own unit.
FOR_TESTS = ["to_text", "to_pdf", "mm"]


def named_elsewhere() -> set[str]:
    """Return the names that templates and scripts use, and those in strings of our sources."""
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "templates").rglob("*.html")]
    texts += [path.read_text(encoding="utf-8") for path in (ROOT / "static").rglob("*.js")]
    names = {name for text in texts for name in re.findall(r"\w+", text)}
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*.py"):
            strings = [node.value for node in ast.walk(ast.parse(path.read_bytes())) if is_name(node)]
            names.update(part for text in strings for part in text.split("."))
    return names


def is_name(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and bool(re.fullmatch(r"\w+(\.\w+)*", node.value))
    )


def unused(paths: list[Path]) -> list[str]:
    """Return the places of what our sources define and never name."""
    called = (*CALLED_BY_DJANGO, *CALLED_BY_GUNICORN, *CALLED_BY_PYHANKO)
    finder = Vulture(ignore_names=[*called, *FOR_TESTS])
    finder.scavenge([str(path) for path in paths], exclude=["*/migrations/*"])
    elsewhere = named_elsewhere()
    return [
        f"{Path(item.filename).name}:{item.first_lineno} {item.typ} {item.name}"
        for item in finder.get_unused_code()
        if item.typ in KINDS and item.name not in elsewhere
    ]


def test_all_that_we_define_is_used():
    assert unused([ROOT / package for package in PACKAGES]) == []


def test_what_nobody_uses_is_found(tmp_path):
    (tmp_path / "left.py").write_text("class A:\n    @property\n    def forgotten_x(self): ...\n\nA()\n")
    assert unused([tmp_path]) == ["left.py:2 property forgotten_x"]
