"""The site says at its check what the machine lacks for printing."""

from django.core.checks import run_checks

from reports.document.fonts import missing_font


def test_a_machine_without_the_type_has_a_message(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    found = [(warning.id, warning.msg) for warning in run_checks() if warning.id == "reports.W001"]
    assert found == [("reports.W001", missing_font())]


def test_a_machine_with_the_type_has_nothing_to_say():
    assert missing_font() is None
    assert [warning.id for warning in run_checks()] == []
