"""The commands of manage.py: they read arguments, call `data` and print; no rule lives here."""
