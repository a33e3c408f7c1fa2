"""The divisions that forms offer."""

from accounts.models import Division
from pbgdpl.lib.composed import Composed

# The divisions of an organisation, in alphabetical order.
DIVISIONS = Composed(lambda organisation: Division.objects.filter(organisation=organisation))
