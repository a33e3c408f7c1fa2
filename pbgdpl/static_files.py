"""How collected static files are called: each by a name that changes with what it holds."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Change the names in the imports of JavaScript modules as well, which Django does only when asked."""

    support_js_module_import_aggregation = True
