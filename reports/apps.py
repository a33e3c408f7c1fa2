from django.apps import AppConfig
from django.core import checks

from reports.document.fonts import missing_font


class ReportsConfig(AppConfig):
    name = "reports"

    def ready(self):
        checks.register(font_of_the_paper)


def font_of_the_paper(app_configs, **options):
    """Return a warning where this machine would print reports in another face."""
    sentence = missing_font()
    return [checks.Warning(sentence, id="reports.W001")] if sentence else []
