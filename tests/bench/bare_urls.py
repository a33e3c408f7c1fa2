"""The site map with two pages more: a bare view, and the frame of every page around nothing."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import include, path


def bare(request):
    return HttpResponse("Trang này không có gì.")


def frame(request, year):
    return render(request, "base.html")


handler400 = "pbgdpl.refusals.bad_request"
handler500 = "pbgdpl.refusals.server_error"

urlpatterns = [
    path("tran/", bare, name="bare"),
    path("khung/<year:year>/", frame, name="frame"),
    path("", include("pbgdpl.urls")),
]
