"""Pagination by ?trang=."""

ROWS_A_PAGE = 50


class PagedMixin:
    """Shows the page of a list that ?trang= names, or the nearest existing one."""

    paginate_by = ROWS_A_PAGE
    page_kwarg = "trang"

    def paginate_queryset(self, queryset, page_size):
        paginator = self.get_paginator(queryset, page_size)
        page = paginator.get_page(self.request.GET.get(self.page_kwarg))
        return paginator, page, self.page_rows(page), page.has_other_pages()

    def page_rows(self, page):
        """Return the rows of a page as its template shows them."""
        return list(page)

    def get_context_data(self, **context):
        context = super().get_context_data(**context)
        page, paginator = context["page_obj"], context["paginator"]
        numbers = paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
        return context | {"page_numbers": numbers}
