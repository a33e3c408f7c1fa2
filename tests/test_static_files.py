"""The static files say each thing once: styles, colours by name alone, scripts; and nothing that no page uses."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

import bootstrap
import crispy_bootstrap5
import django.forms
import pytest
import tinycss2
from django.contrib.messages.constants import DEFAULT_TAGS
from django.core.files.storage import FileSystemStorage
from django.forms.utils import ErrorList
from tinycss2.color4 import parse_color

from pbgdpl.static_files import StaticFilesStorage
from reports.document.layout import STYLES

ROOT = Path(__file__).resolve().parent.parent
STATIC = ROOT / "static"
COLORS = "colors.css"
PAPER = "reports/document/document.css"  # a page of its own, printed as well
APPS = ("pbgdpl", "accounts", "plans", "events", "reports")
USED, SET = r"var\((--[\w-]+)\)", r"(--[\w-]+):"
LONGEST_REPEAT = 2  # declarations that two rules may share by chance
COLOR_FUNCTIONS = {"rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "color-mix"}
NAMES_OF_NO_COLOR = {"transparent", "currentcolor", "inherit"}


@dataclass(frozen=True)
class Rule:
    sheet: str
    context: tuple[str, ...]  # the @media and @supports around it
    selector: str
    declarations: tuple[str, ...]

    def __str__(self):
        return f"{self.sheet}: {' '.join([*self.context, self.selector])}"


def sheets():
    return sorted(path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*.css"))


def text_of(tokens):
    return " ".join(tinycss2.serialize(tokens).split())


@cache
def rules_of(sheet):
    """Return the rules of a sheet; those that say nothing of elements, as @page, are left out."""
    source = (STATIC / sheet).read_text(encoding="utf-8")
    return tuple(rules_in(sheet, tinycss2.parse_stylesheet(source, True, True), ()))


def rules_in(sheet, nodes, context):
    for node in nodes:
        if node.type == "qualified-rule":
            parsed = tinycss2.parse_blocks_contents(node.content, True, True)
            declared = (f"{one.name}: {text_of(one.value)}" for one in parsed)
            yield Rule(sheet, context, text_of(node.prelude), tuple(sorted(declared)))
        elif node.type == "at-rule" and node.lower_at_keyword in ("media", "supports"):
            around = (*context, f"@{node.lower_at_keyword} {text_of(node.prelude)}")
            yield from rules_in(sheet, tinycss2.parse_rule_list(node.content, True, True), around)
        else:
            assert node.type == "at-rule", f"{sheet}:{node.source_line} is no rule"


def repeated(rules, key):
    """Return the rules that have the same key as another, each group in one line."""
    groups = defaultdict(list)
    for rule in rules:
        groups[key(rule)].append(str(rule))
    return [" = ".join(group) for group in groups.values() if len(group) > 1]


def all_rules():
    return [rule for sheet in sheets() for rule in rules_of(sheet)]


def test_no_selector_is_declared_twice():
    site = [rule for rule in all_rules() if rule.sheet != PAPER]
    for world in (site, rules_of(PAPER)):
        assert repeated(world, lambda rule: (rule.context, rule.selector)) == []


def test_no_two_rules_declare_the_same():
    long = [rule for rule in all_rules() if len(rule.declarations) > LONGEST_REPEAT]
    assert repeated(long, lambda rule: (rule.context, rule.declarations)) == []


@pytest.mark.parametrize("sheet", [sheet for sheet in sheets() if sheet != COLORS])
def test_a_colour_is_written_among_the_colours_alone(sheet):
    tokens = tinycss2.parse_component_value_list((STATIC / sheet).read_text(encoding="utf-8"))
    assert [
        f"{token.source_line}: {token.serialize()}" for token in values_in(tokens) if is_color(token)
    ] == []


def values_in(tokens):
    """Yield the tokens of declarations: what stands after a colon in a block, up to the semicolon."""
    is_value = False
    for token in tokens:
        if token.type == "{} block":
            yield from values_in(token.content)
            is_value = False
        elif token.type == "literal" and token.value in ":;":
            is_value = token.value == ":"
        elif is_value:
            yield token
            yield from getattr(token, "arguments", ())


def is_color(token):
    if token.type == "function":
        return token.lower_name in COLOR_FUNCTIONS
    is_name = token.type in ("ident", "hash") and token.serialize().lower() not in NAMES_OF_NO_COLOR
    return is_name and parse_color(token) is not None


def test_the_sheet_of_colours_holds_nothing_else():
    (rule,) = rules_of(COLORS)
    assert rule.selector == ":root"
    assert [one for one in rule.declarations if not one.startswith("--")] == []


def test_every_variable_that_is_used_is_set_and_every_colour_is_used():
    colors, paper = ((STATIC / sheet).read_text(encoding="utf-8") for sheet in (COLORS, PAPER))
    site = " ".join((STATIC / sheet).read_text(encoding="utf-8") for sheet in sheets() if sheet != PAPER)
    assert set(re.findall(USED, site)) - set(re.findall(SET, site)) == set()
    assert set(re.findall(SET, colors)) - set(re.findall(USED, site + paper)) == set()


def sources_of(*endings):
    folders = [ROOT / name for name in ("templates", "static", *APPS)]
    paths = [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in endings]
    return [path.read_text(encoding="utf-8") for path in paths]


@cache
def words_of_pages():
    """Return the words that classes come from: attributes of templates, literals of scripts, names in Python."""
    body = re.compile(r"{% block body_class %}(.*?){% endblock %}")
    attributes = (
        [*re.findall(r'class="([^"]*)"', source), *body.findall(source)] for source in sources_of(".html")
    )
    literals = (re.findall(r"\"[^\"\n]*\"|'[^'\n]*'|`[^`]*`", source) for source in sources_of(".js", ".py"))
    members = (re.findall(r"\b[A-Z][A-Z_]+\b", source) for source in sources_of(".py"))
    words = set(re.findall(r"[\w-]+", " ".join(chain.from_iterable((*attributes, *literals)))))
    named = {name.lower() for name in chain.from_iterable(members)}
    styles = {style.css_class for style in STYLES}
    return words | named | styles


@cache
def beginnings_of_classes():
    """Return what templates write before a variable, as `level-` of `level-{{ section.level }}`."""
    return tuple(re.findall(r"([\w-]+-)\{", " ".join(sources_of(".html"))))


@cache
def words_of_libraries():
    """Return the classes of Bootstrap, and those that Django and crispy write."""
    css = Path(bootstrap.__file__).parent / "static" / "bootstrap" / "css" / "bootstrap.min.css"
    folders = (Path(library.__file__).parent for library in (django.forms, crispy_bootstrap5))
    pages = chain.from_iterable(folder.rglob("*.html") for folder in folders)
    sources = " ".join(path.read_text(encoding="utf-8") for path in (css, *pages))
    return {*re.findall(r"[\w-]+", sources), ErrorList().error_class, *DEFAULT_TAGS.values()}


def is_used(name):
    return name in words_of_pages() | words_of_libraries() or name.startswith(beginnings_of_classes())


@pytest.mark.parametrize("sheet", sheets())
def test_every_class_is_used(sheet):
    classes = {name for rule in rules_of(sheet) for name in re.findall(r"\.([a-zA-Z][\w-]*)", rule.selector)}
    assert sorted(name for name in classes if not is_used(name)) == []


def test_every_file_is_used():
    sources = " ".join(sources_of(".html", ".js", ".py"))
    names = [path.relative_to(STATIC) for path in sorted(STATIC.rglob("*")) if path.is_file()]
    assert [
        str(name) for name in names if not re.search(rf"[\"'/]{re.escape(name.name)}[\"']", sources)
    ] == []


def scripts():
    return sorted(path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*.js"))


def test_scripts_are_modules_that_share_what_they_import():
    tags = re.findall(r"<script\b[^>]*>", " ".join(sources_of(".html")))
    assert [tag for tag in tags if not tag.startswith('<script type="module" src="{% static ')] == []


@pytest.mark.parametrize("script", scripts())
def test_what_a_script_imports_is_exported_there_and_used(script):
    source = (STATIC / script).read_text(encoding="utf-8")
    for names, address in re.findall(r'^import \{ (.*) \} from "(.*)";$', source, flags=re.MULTILINE):
        exporting = (STATIC / script).parent.joinpath(address).read_text(encoding="utf-8")
        for name in names.split(", "):
            assert re.search(
                rf"^export (?:const|let|(?:async )?function) {name}\b", exporting, flags=re.MULTILINE
            )
            assert len(re.findall(rf"\b{name}\b", source)) > 1, f"{script} does not use {name}"


def test_collected_modules_import_each_other_by_their_names_of_now(tmp_path):
    files = FileSystemStorage(STATIC)
    collected = StaticFilesStorage(location=tmp_path, base_url="/static/")
    for script in scripts():
        with files.open(script) as file:
            collected.save(script, file)
    list(collected.post_process({script: (collected, script) for script in scripts()}))
    sources = {path: path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.js")}
    imported = [(path.parent / name).resolve() for path, text in sources.items() for name in imports_of(text)]
    hashed = {path for path in sources if re.search(r"\.[0-9a-f]{12}\.js$", path.name)}
    assert len(hashed) == len(scripts())
    assert [path for path in imported if path not in hashed] == []


def imports_of(source):
    return re.findall(r'^import .* from "(.*)";$', source, flags=re.MULTILINE)


def test_a_script_looks_for_controls_by_names_that_forms_have():
    asked = set(re.findall(r"(?<!meta)\[name=([\w-]+)\]", " ".join(sources_of(".js"))))
    typed = re.findall(r'\bname="([\w-]+)"', " ".join(sources_of(".html")))
    fields = re.findall(r'^ +(\w+) = |"(\w+)"', " ".join(sources_of(".py")), flags=re.MULTILINE)
    assert asked - {*typed, *chain.from_iterable(fields)} == set()
