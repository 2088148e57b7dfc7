"""One question is one module and one statement; a page asks, it never writes SQL."""
