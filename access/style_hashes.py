"""The style elements that the browser libraries insert, by hash; a browser test fails when one is missing."""

STYLE_HASHES: tuple[str, ...] = ()
