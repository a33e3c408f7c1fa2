"""Whether the site is up, for the machines that watch over it."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.models import Organisation


@require_safe
@never_cache
@login_not_required
def health(request):
    """Return "ok" once the database has answered."""
    Organisation.objects.exists()
    return HttpResponse("ok", content_type="text/plain")
