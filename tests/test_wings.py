"""The order of the wings: who may import, name or include whom.

`WINGS` is the house from the ground up. A wing knows itself and what stands in an earlier line; wings on one line do
not know each other. Modules keep the order in their imports, models also where they name another model in a string,
templates in what they extend, include and load.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

from tests.sources import ROOT, Module, imports, our_modules

WINGS = (
    ("pbgdpl.lib",),
    ("accounts",),
    ("plans", "events"),
    ("reports.document",),
    ("reports.models",),
    ("reports.notices", "reports.years", "reports.needs"),
    ("reports.states",),
    ("reports.deadlines",),
    ("reports.views",),
    ("reports.comparing", "reports.year_mentions", "reports.figures"),
    ("reports.received",),
    ("reports.compiling",),
    ("reports.reading", "reports.periods"),
    ("reports.year",),
    ("reports.checks",),
    ("reports.writing",),
    ("reports.submission",),
    ("reports.review",),
    ("reports.totals",),
    ("reports.demo",),
    ("reports",),  # its addresses, commands and settings
    ("pbgdpl",),
)
FLOORS = {wing: floor for floor, wings in enumerate(WINGS) for wing in wings}
# An event lists the plans that it carries out and the policies that it made known: the links between wings of one line,
# by name only.
LINKED_BY_NAME = {("events", "plans")}

MODEL = re.compile(r"(accounts|plans|events|reports)\.[A-Z]\w*")
LOADS = re.compile(r"""{%-?\s*(?:extends|include|static)\s+["']([^"']+)["']""")


def wing_of(name: str) -> str | None:
    """Return the wing in which a dotted name stands, None for what is not ours."""
    parts = name.split(".")
    starts = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((start for start in starts if start in FLOORS), None)


def may_know(wing: str, other: str) -> bool:
    return wing == other or FLOORS[other] < FLOORS[wing]


def imported(module: Module) -> Iterator[tuple[int, str, str]]:
    """Yield line, name and wing of what a module imports."""
    for found in imports(module):
        # `from reports import states` names the package first, which is nothing by itself.
        if found.name not in {"reports", "pbgdpl"} and (wing := wing_of(found.name)):
            yield found.line, found.name, wing


def named_models(module: Module) -> Iterator[tuple[int, str, str]]:
    """Yield line, name and wing of each model that a module names in a string, or asks the registry for."""
    for node in ast.walk(module.tree):
        match node:
            case ast.Constant(str(name)) if MODEL.fullmatch(name):
                yield node.lineno, name, _wing_of_app(name.split(".")[0])
            case ast.Call(ast.Attribute(attr="get_model"), [ast.Constant(str(app)), _]) if app in FLOORS:
                yield node.lineno, app, _wing_of_app(app)


def _wing_of_app(app: str) -> str:
    return "reports.models" if app == "reports" else app


def imports_keep_the_order(module: Module) -> Iterator[str]:
    wing = wing_of(module.name)
    for line, name, other in imported(module):
        if wing and not may_know(wing, other):
            yield f"{module.path}:{line} imports {name}"


def model_names_keep_the_order(module: Module) -> Iterator[str]:
    wing = wing_of(module.name)
    for line, name, other in named_models(module):
        if wing and not may_know(wing, other) and (wing, other) not in LINKED_BY_NAME:
            yield f"{module.path}:{line} names {name}"


def template_names_keep_the_order(module: Module) -> Iterator[str]:
    wing = wing_of(module.name)
    for node in ast.walk(module.tree):
        match node:
            case ast.Constant(str(name)) if wing and name.endswith(".html"):
                if not may_know(wing, wing_of_file(name)):
                    yield f"{module.path}:{node.lineno} renders {name}"


def wing_of_file(name: str) -> str:
    """Return the wing of a template or static file, "reports/writing/section.html"; shared ones are the ground."""
    folder = ".".join(PurePosixPath(name).parent.parts)
    if folder == "reports":  # what the pages of several wings show
        return "reports.views"
    return wing_of(folder) or WINGS[0][0]


def templates_keep_the_order(name: str, source: str) -> Iterator[str]:
    """Yield what a template extends, includes or loads although its wing may not know it."""
    for other in LOADS.findall(source):
        if not may_know(wing_of_file(name), wing_of_file(other)):
            yield f"templates/{name} loads {other}"


RULES = [imports_keep_the_order, model_names_keep_the_order, template_names_keep_the_order]


@pytest.mark.parametrize("rule", RULES)
def test_our_modules_keep_the_order_of_the_wings(rule):
    offences = [offence for module in our_modules() for offence in rule(module)]
    assert offences == [], "\n".join(offences)


def test_our_templates_keep_the_order_of_the_wings():
    folder = ROOT / "templates"
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    assert len(names) > 100
    sources = ((name, Path(folder, name).read_text(encoding="utf-8")) for name in names)
    offences = [offence for name, source in sources for offence in templates_keep_the_order(name, source)]
    assert offences == [], "\n".join(offences)


def test_every_module_stands_in_a_wing():
    assert [module.path for module in our_modules() if not wing_of(module.name)] == ["manage.py"]


def test_every_wing_stands():
    folders = {wing.replace(".", "/") for wing in FLOORS}
    assert [
        name for name in folders if not (ROOT / name).is_dir() and not (ROOT / f"{name}.py").is_file()
    ] == []


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("plans/models.py", "from events.models import Event"),
        ("events/forms.py", "from plans import models"),
        ("accounts/models.py", "from pbgdpl import settings"),
        ("pbgdpl/lib/vietnamese.py", "from accounts import models"),
        ("reports/models/report.py", "from reports.states import may"),
        ("reports/compiling/compile.py", "from reports.writing import saving"),
        ("reports/checks/__init__.py", "import reports.submission.preflight"),
        ("reports/periods/lifecycle.py", "from reports.year.overview import year_overview"),
        ("reports/submission/views/files.py", "from reports import review"),
        ("reports/document/tree.py", "from ..models import Report"),
    ],
)
def test_an_import_the_wrong_way_is_seen(path, source):
    assert list(imports_keep_the_order(Module(path, source))) != []


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("plans/models.py", 'events = models.ManyToManyField("events.Event")'),
        ("plans/models.py", 'report = models.ForeignKey("reports.Report", models.CASCADE)'),
        ("accounts/models/people.py", 'plan = models.ForeignKey(to="plans.Plan")'),
        ("accounts/history.py", 'apps.get_model("events.Event")'),
        ("accounts/history.py", 'apps.get_model("events", "Event")'),
    ],
)
def test_a_model_named_the_wrong_way_is_seen(path, source):
    assert list(model_names_keep_the_order(Module(path, source))) != []


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("reports/writing/section.html", '{% include "reports/submission/_version_timing.html" %}'),
        ("reports/periods/period.html", "{%- extends 'reports/year/year.html' %}"),
        ("reports/_state.html", '{% include "reports/writing/_marks.html" with a=b only %}'),
        ("accounts/rows/list.html", '{% include "plans/document_list.html" %}'),
        ("plans/plan_list.html", "{% static 'reports/writing/section.css' %}"),
        ("_includes/pages.html", '{% include "accounts/_history.html" %}'),
    ],
)
def test_a_template_that_loads_the_wrong_way_is_seen(name, source):
    assert list(templates_keep_the_order(name, source)) != []


def test_a_view_that_renders_a_page_above_it_is_seen():
    view = Module("reports/writing/views/desk.py", 'template_name = "reports/review/board.html"')
    assert list(template_names_keep_the_order(view)) == [
        "reports/writing/views/desk.py:1 renders reports/review/board.html"
    ]


@pytest.mark.parametrize(
    ("path", "source"),
    [
        (
            "reports/review/views/board.py",
            "from reports import states\nfrom reports.submission import preflight",
        ),
        ("reports/writing/desk/__init__.py", "from reports.writing.desk.desk import Desk"),
        ("reports/urls.py", "from reports.review.views import board"),
        ("events/models.py", 'plans = models.ManyToManyField("plans.Plan")'),
        ("pbgdpl/urls.py", "from reports.urls import desk_urls"),
        ("reports/writing/views/desk.py", 'template_name = "reports/_state.html"'),
    ],
)
def test_what_the_order_allows_passes(path, source):
    assert [offence for rule in RULES for offence in rule(Module(path, source))] == []
