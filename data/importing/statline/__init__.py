"""Tables of Statistics Netherlands (CBS StatLine), in the forms in which people have them."""

from data.importing.statline.form import looks_like_statline

__all__ = ["looks_like_statline"]
