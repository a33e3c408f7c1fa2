"""The house rules about modules, each a small check over their syntax trees; who imports whom: test_wings."""

import ast
import sys
from collections.abc import Callable, Iterator
from itertools import chain

import pytest

from tests.sources import APPS, Module, imports, our_modules

# What the document is, before it is rendered; a module that renders it may use one of the families.
PLAIN_DOCUMENT = {"__init__", "layout", "lines", "text", "tree", "typed"}
GROUND = ("pbgdpl", "reports.document")  # of pbgdpl the library alone: test_wings holds that
RENDERING_FAMILIES = [
    ("django.utils.html", "django.utils.safestring", "django.template"),
    ("weasyprint", "pydyf", "pypdf"),
]
OURS = tuple(f"{app}." for app in APPS)
# Everything else lies beneath them; commands are where people come in, as addresses are.
LAYERS = {"forms": 1, "views": 2, "urls": 3, "management": 3}
SAY_NOTHING = {"utils", "helpers", "services", "managers", "common", "core"}
LONGEST_FUNCTION = 30
LONGEST_FILE = 250


Rule = Callable[[Module], Iterator[str]]


def functions(module: Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [
        node for node in ast.walk(module.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def layer(name: str) -> int:
    """Return how high a module stands in an app, from its dotted name."""
    return max(LAYERS.get(part, 0) for part in name.split("."))


def documents_stand_alone(module: Module) -> Iterator[str]:
    if module.parts[:2] != ("reports", "document"):
        return
    families = set()
    for found in imports(module):
        if found.name.split(".")[0] in sys.stdlib_module_names or any(map(found.is_of, GROUND)):
            continue
        families |= {family for family in RENDERING_FAMILIES if any(map(found.is_of, family))}
        plain = module.parts[2] in PLAIN_DOCUMENT
        if plain or len(families) > 1 or not any(map(found.is_of, chain(*families))):
            yield f"{module.path}:{found.line} imports {found.name}"


def views_stand_on_forms_stand_on_models(module: Module) -> Iterator[str]:
    for found in imports(module):
        if found.name.startswith(OURS) and layer(found.name) > layer(".".join(module.parts)):
            yield f"{module.path}:{found.line} imports {found.name}"


def imports_stand_at_the_top(module: Module) -> Iterator[str]:
    inside = [inner for function in functions(module) for inner in ast.walk(function)]
    lines = {node.lineno for node in inside if isinstance(node, ast.Import | ast.ImportFrom)}
    yield from (f"{module.path}:{line} imports inside a function" for line in sorted(lines))


def names_say_what(module: Module) -> Iterator[str]:
    for part in module.parts:
        if SAY_NOTHING & set(part.rstrip("0123456789").split("_")):
            yield f"{module.path}:1 is called {part}"


def functions_fit_a_screen(module: Module) -> Iterator[str]:
    for function in functions(module):
        size = function.end_lineno - function.lineno + 1
        if size > LONGEST_FUNCTION:
            yield f"{module.path}:{function.lineno} {function.name} has {size} lines"


def files_fit_a_sitting(module: Module) -> Iterator[str]:
    size = len(module.source.splitlines())
    if size > LONGEST_FILE:
        yield f"{module.path}:{LONGEST_FILE} is followed by {size - LONGEST_FILE} more lines"


RULES: list[Rule] = [
    documents_stand_alone,
    views_stand_on_forms_stand_on_models,
    imports_stand_at_the_top,
    names_say_what,
    functions_fit_a_screen,
    files_fit_a_sitting,
]


@pytest.mark.parametrize("rule", RULES)
def test_our_modules_keep_the_rule(rule):
    offences = [offence for module in our_modules() for offence in rule(module)]
    assert offences == [], "\n".join(offences)


def test_every_app_is_checked():
    assert {module.parts[0] for module in our_modules()} >= {"manage", "pbgdpl", *APPS}


LONG_FUNCTION = "def tell():\n" + "    tell()\n" * LONGEST_FUNCTION


@pytest.mark.parametrize(
    ("rule", "path", "source", "offences"),
    [
        (documents_stand_alone, "reports/document/tree.py", "from reports.models import Report", 2),
        (documents_stand_alone, "reports/document/tree.py", "from .. import models", 2),
        (documents_stand_alone, "reports/document/tree.py", "import weasyprint", 1),
        (documents_stand_alone, "reports/document/word.py", "import docx\nimport weasyprint", 1),
        (documents_stand_alone, "reports/document/word.py", "import jinja2", 1),
        (documents_stand_alone, "reports/document/html.py", "from django.db import models", 2),
        (views_stand_on_forms_stand_on_models, "plans/models.py", "from .forms import PlanForm", 2),
        (views_stand_on_forms_stand_on_models, "plans/forms.py", "from plans import views", 1),
        (views_stand_on_forms_stand_on_models, "reports/views/inbox.py", "from reports import urls", 1),
        (views_stand_on_forms_stand_on_models, "reports/compile.py", "import plans.views", 1),
        (imports_stand_at_the_top, "plans/models.py", "def load():\n    import json", 1),
        (imports_stand_at_the_top, "plans/models.py", "class A:\n  def f(self):\n    from os import path", 1),
        (imports_stand_at_the_top, "plans/models.py", "async def load():\n    import json", 1),
        (names_say_what, "plans/utils.py", "", 1),
        (names_say_what, "plans/date_helpers2.py", "", 1),
        (names_say_what, "reports/services/submit.py", "", 1),
        (functions_fit_a_screen, "plans/models.py", LONG_FUNCTION, 1),
        (files_fit_a_sitting, "plans/models.py", "\n" * (LONGEST_FILE + 1), 1),
    ],
)
def test_an_offence_is_seen(rule, path, source, offences):
    assert len(list(rule(Module(path, source)))) == offences


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("plans/models.py", "from accounts.models import User\nfrom pbgdpl.lib import vietnamese"),
        ("plans/models.py", "from pbgdpl.lib.vietnamese import folded"),
        ("reports/document/word.py", "from pbgdpl.lib.office.docx_frame import docx_file\nimport zipfile"),
        ("reports/document/html.py", "from django.utils.html import format_html\nfrom .lines import lines"),
        ("reports/views/drafting.py", "from reports.forms import ReportForm\nfrom plans.models import Plan"),
        ("pbgdpl/urls.py", "from reports.views.home import Home"),
        ("plans/reading.py", LONG_FUNCTION.replace("    tell()\n", "", 1)),
        ("plans/models.py", "\n" * LONGEST_FILE),
    ],
)
def test_what_is_allowed_passes(path, source):
    assert [offence for rule in RULES for offence in rule(Module(path, source))] == []


def test_an_offence_names_its_file_and_line():
    module = Module("plans/models.py", "import json\n\nfrom plans import views\n")
    assert list(views_stand_on_forms_stand_on_models(module)) == ["plans/models.py:3 imports plans.views"]
