"""What a reader sees, one module a page; modules with an underscore are what pages share."""
