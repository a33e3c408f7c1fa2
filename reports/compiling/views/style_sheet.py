"""The style sheet of the paper, for the preview."""

from functools import cache
from hashlib import sha256

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from reports.document.css import style_sheet


@cache
def style_sheet_url():
    """Return the address of the style sheet, which changes with its content."""
    return f"{reverse('document_style')}?v={sha256(style_sheet().encode()).hexdigest()[:12]}"


@require_safe
@login_not_required
@cache_control(public=True, max_age=365 * 24 * 3600, immutable=True)
def document_style(request):
    return HttpResponse(style_sheet(), content_type="text/css; charset=utf-8")
