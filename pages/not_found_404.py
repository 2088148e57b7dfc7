"""What stands at an address that no page has."""

import dash

from pages._apology import UnknownPlace
from pages._visit import Screen, Visit, document_title, shown

dash.register_page(__name__, path="/404", title=document_title)


@shown("/404")
def layout(_visit: Visit) -> Screen:
    """Nothing but the way back."""
    raise UnknownPlace
