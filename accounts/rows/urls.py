"""The addresses of one kind of row, all made alike: /ke-hoach/2024/…"""

from django.urls import path

from accounts.rows.pages import RowPages
from accounts.rows.views.form import RowAdd, RowEdit
from accounts.rows.views.list import YearRowList
from accounts.rows.views.row import RowDelete, RowPage, RowRestore


def row_urls(pages: RowPages):
    """Return the paths of a kind of row; the list bears the name of its kind, every other page the row's."""
    start, one = f"{pages.slug}/<year:year>", f"{pages.slug}/<year:year>/<int:pk>"
    template = f"{pages.model._meta.app_label}/{pages.name}_list.html"
    return [
        path(f"{start}/", YearRowList.as_view(pages=pages, template_name=template), name=pages.list_name),
        path(f"{start}/them/", RowAdd.as_view(pages=pages), name=f"{pages.name}_add"),
        path(f"{one}/", RowPage.as_view(pages=pages), name=pages.name),
        path(f"{one}/sua/", RowEdit.as_view(pages=pages), name=f"{pages.name}_edit"),
        path(f"{one}/xoa/", RowDelete.as_view(pages=pages), name=f"{pages.name}_delete"),
        path(f"{one}/khoi-phuc/", RowRestore.as_view(pages=pages), name=f"{pages.name}_restore"),
    ]
