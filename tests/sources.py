"""The sources of the site for tests of its structure: modules, and what each imports."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
APPS = ("accounts", "plans", "events", "reports")


@dataclass(frozen=True)
class Module:
    path: str
    source: str

    @property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)

    @property
    def parts(self) -> tuple[str, ...]:
        return Path(self.path).with_suffix("").parts

    @property
    def name(self) -> str:
        """Return the dotted name, that of the package for an __init__."""
        return ".".join(self.parts).removesuffix(".__init__")


@dataclass(frozen=True)
class Import:
    line: int
    name: str  # dotted and absolute: `from a.b import c` yields both "a.b" and "a.b.c"

    def is_of(self, package: str) -> bool:
        return self.name == package or self.name.startswith(f"{package}.")


def imports(module: Module) -> Iterator[Import]:
    """Yield what the module imports, relative names made absolute."""
    for node in ast.walk(module.tree):
        match node:
            case ast.Import(names):
                yield from (Import(node.lineno, alias.name) for alias in names)
            case ast.ImportFrom(name, names, level):
                above = module.parts[: len(module.parts) - level] if level else ()
                origin = ".".join([*above, *([name] if name else [])])
                yield Import(node.lineno, origin)
                yield from (Import(node.lineno, f"{origin}.{alias.name}") for alias in names)


def our_modules() -> list[Module]:
    """Return the sources of the site, without tests and migrations."""
    packages = [path for name in ("pbgdpl", *APPS) for path in (ROOT / name).rglob("*.py")]
    paths = [*ROOT.glob("*.py"), *(ROOT / "script").glob("*.py"), *packages]
    return [
        Module(str(path.relative_to(ROOT)), path.read_text(encoding="utf-8"))
        for path in sorted(paths)
        if "migrations" not in path.parts
    ]
