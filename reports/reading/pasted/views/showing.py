"""The page of a list under review, however it came in."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from plans.kinds import DocumentKind
from reports.reading.pasted.forms.kinds import LISTS, counted
from reports.reading.pasted.forms.review import Review

UNCHANGED = "Bảng tính không khác danh sách đang có; không có gì để lưu."


def address(name, year, pages, *more):
    return f"{reverse(name, args=[year, *more])}?vao={pages.list_name}"


def show_review(request, pages, year, review, *, was_refused=False, not_read=(), columns_url=""):
    """Return the page of a list under review; `not_read` are sentences on what was left out of a sheet."""
    context = {
        "list_url": pages.list_url(year),
        "save_url": address("paste_save", year, pages),
        "paste_url": address("paste", year, pages),
        "review": review,
        "counted": counted(review.rows),
        "problems": review.problems(),
        "was_refused": was_refused,
        "not_read": not_read,
        "columns_url": columns_url,
        "lists": LISTS.items(),
        "kinds": DocumentKind.labels,
    }
    return render(request, "reports/reading/review.html", context)


def show_sheet(request, pages, year, sheet, *, text="", notes=()):
    """Return the page of the rows of a sheet; `text` is what was pasted."""
    review = Review.of_upload(sheet, pages, by=request.user, year=year)
    review.text = text
    if review.unchanged and not review.rows:
        messages.info(request, UNCHANGED)
        return HttpResponseRedirect(pages.list_url(year))
    columns_url = pages.url("sheet_columns", year)
    not_read = [*notes, *sheet.not_read()]
    return show_review(request, pages, year, review, not_read=not_read, columns_url=columns_url)
