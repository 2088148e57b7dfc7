"""Decides once per request who asks, and opens the one published file that this reader may see."""

from werkzeug.datastructures import Headers

from api.problems import NO_TOKEN, NOTHING_FOR_READER, NOTHING_PUBLISHED, Refused
from data.pointers import NothingPublished
from data.published import AudienceWithoutFigures, Published, PublishedFiles
from domain.audience import PUBLIC, Audience
from register.store import Register
from register.tokens import audience_of


def audience_asking(headers: Headers, register: Register, *, public: bool) -> Audience:
    """The audience of the token; without one the public where that is switched on, else Refused."""
    offered = headers.get("Authorization")
    if offered is None and public:
        return PUBLIC
    scheme, _, secret = (offered or "").partition(" ")
    found = audience_of(register, secret.strip()) if scheme.lower() == "bearer" and secret.strip() else None
    if found is None:
        raise Refused(401, NO_TOKEN)
    return found


def version_for(audience: Audience, published: PublishedFiles) -> Published:
    """The published file of this audience and of no other; Refused when there is none."""
    try:
        return published.open(audience.file)
    except NothingPublished as error:
        raise Refused(503, NOTHING_PUBLISHED) from error
    except AudienceWithoutFigures as error:
        raise Refused(404, NOTHING_FOR_READER) from error
