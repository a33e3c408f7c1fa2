from django.http import Http404


def placeholder(request, **kwargs):
    raise Http404
