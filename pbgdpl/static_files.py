"""The storage of collected static files, whose names contain a hash of their content."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Replaces the names in the imports of JavaScript modules as well, which Django does only on request."""

    support_js_module_import_aggregation = True
