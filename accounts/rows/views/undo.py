"""The view that undoes a change of many objects."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.views.generic import View

from accounts.models import ChangedTogether
from accounts.rows.together import can_undo, undo_together
from accounts.rows.views.owned import EditorsOnlyMixin, OwnedRowsMixin

MOST_NAMED = 3
GRID = "bang"  # in the address of an undo: leads back to the grid, with the other parameters
UNDONE_ALREADY = "Việc này đã được hoàn tác trước đó."


class UndoTogether(View):
    """Undoes the user's own change with the key in the address.

    A view defines `address()`, the page to go to then, and limits who may undo as its verbs limit who may change.
    """

    http_method_names = ("post",)
    undo_of = {}  # {label of a model that is no row: the verb that undoes its items}
    noun = "dòng"

    def post(self, request, *args, key, **kwargs):
        stored = get_object_or_404(ChangedTogether.objects.made_by(request.user), key=key)
        if not can_undo(stored, self.undo_of):
            raise Http404
        try:
            outcome = undo_together(stored, by=request.user, undo_of=self.undo_of)
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
        else:
            show = messages.success if outcome.undone and not outcome.left else messages.warning
            show(request, undone_words(stored, outcome, self.noun) or UNDONE_ALREADY)
        return HttpResponseRedirect(self.address())


class RowsUndo(EditorsOnlyMixin, OwnedRowsMixin, UndoTogether):
    def address(self):
        """Return the address of the list as it was, or of the grid."""
        params, year = self.request.GET.copy(), self.kwargs["year"]
        page = self.pages.url("grid", year) if params.pop(GRID, None) else self.pages.list_url(year)
        return f"{page}?{params.urlencode()}" if params else page


def undone_words(stored, outcome, noun="dòng"):
    """Return the message about an undone change, which names what was left."""
    done = f"Đã hoàn tác việc {stored.words}: {len(outcome.undone)} {noun}." if outcome.undone else ""
    return f"{done} {left_words(outcome.left, 'đã có người sửa sau đó nên để nguyên', noun)}".strip()


def left_words(left, reason, noun="dòng"):
    """Return a sentence that names the first of the objects that were left and states why, or an empty text."""
    if not left:
        return ""
    names = "; ".join(f"“{one.short_name}”" for one in left[:MOST_NAMED])
    more = f" và {len(left) - MOST_NAMED} {noun} khác" if len(left) > MOST_NAMED else ""
    return f"{names}{more} {reason}."
