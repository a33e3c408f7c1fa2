"""The storage of collected static files, whose names contain a hash of their content."""

from django.utils.functional import cached_property
from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Replaces the names in the imports of JavaScript modules as well, which Django does only on request."""

    support_js_module_import_aggregation = True

    @cached_property
    def addresses(self) -> dict[str, str]:
        return {}

    def url(self, name: str, force: bool = False) -> str:
        """Return the address of a file; each is worked out once, as no file changes while the site runs."""
        if name not in self.addresses:
            self.addresses[name] = super().url(name, force)
        return self.addresses[name]
