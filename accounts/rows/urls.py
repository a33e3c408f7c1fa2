"""The URL patterns of one kind of row: /ke-hoach/2024/…"""

from django.urls import path

from accounts.rows.grid.views import RowGrid
from accounts.rows.pages import RowPages
from accounts.rows.views.export import RowsExport, RowsTemplate
from accounts.rows.views.files import RowAttach
from accounts.rows.views.form import RowAdd, RowEdit, RowSentence
from accounts.rows.views.list import YearRowList
from accounts.rows.views.order import OrderUndo, RowMove, RowsByDate, RowsOrder
from accounts.rows.views.row import RowDelete, RowPage, RowRestore
from accounts.rows.views.selected import RowSelect
from accounts.rows.views.undo import RowsUndo


def row_urls(pages: RowPages):
    """Return the URL patterns; the list is named `pages.list_name`, the others begin with the model's name."""
    start, one = f"{pages.slug}/<year:year>", f"{pages.slug}/<year:year>/<int:pk>"
    template = f"{pages.model._meta.app_label}/{pages.name}_list.html"
    return [
        path(f"{start}/", YearRowList.as_view(pages=pages, template_name=template), name=pages.list_name),
        path(f"{start}/them/", RowAdd.as_view(pages=pages), name=f"{pages.name}_add"),
        path(f"{start}/cau-in/", RowSentence.as_view(pages=pages), name=f"{pages.name}_sentence"),
        path(f"{start}/chon/", RowSelect.as_view(pages=pages), name=f"{pages.name}_select"),
        path(f"{start}/bang-dien/", RowGrid.as_view(pages=pages), name=f"{pages.name}_grid"),
        path(f"{start}/hoan-tac/<uuid:key>/", RowsUndo.as_view(pages=pages), name=f"{pages.name}_undo"),
        path(f"{start}/sap-xep/", RowsOrder.as_view(pages=pages), name=f"{pages.name}_order"),
        path(f"{start}/sap-xep/hoan-tac/", OrderUndo.as_view(pages=pages), name=f"{pages.name}_order_undo"),
        path(f"{start}/xep-theo-ngay/", RowsByDate.as_view(pages=pages), name=f"{pages.name}_by_date"),
        path(f"{start}/tai-ve/<slug:ending>/", RowsExport.as_view(pages=pages), name=f"{pages.name}_export"),
        path(f"{start}/bang-tinh/mau/", RowsTemplate.as_view(pages=pages), name=f"{pages.name}_template"),
        path(f"{one}/tep/", RowAttach.as_view(pages=pages), name=f"{pages.name}_attach"),
        path(f"{one}/", RowPage.as_view(pages=pages), name=pages.name),
        path(f"{one}/sua/", RowEdit.as_view(pages=pages), name=f"{pages.name}_edit"),
        path(f"{one}/xoa/", RowDelete.as_view(pages=pages), name=f"{pages.name}_delete"),
        path(f"{one}/chuyen/", RowMove.as_view(pages=pages), name=f"{pages.name}_move"),
        path(f"{one}/khoi-phuc/", RowRestore.as_view(pages=pages), name=f"{pages.name}_restore"),
    ]
