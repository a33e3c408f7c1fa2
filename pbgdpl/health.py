"""Whether the site is up, for the machines that watch over it, and when it was last backed up, for administrators."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.backup.last_backup import last_backup_in_words
from accounts.models import Organisation


@require_safe
@never_cache
@login_not_required
def health(request):
    """Return "ok" once the database has answered; administrators read the time of the last whole backup as well."""
    Organisation.objects.exists()
    lines = ["ok"]
    if request.user.is_authenticated and request.user.administers:
        lines.append(last_backup_in_words())
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
