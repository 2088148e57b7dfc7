"""The read-only interface: the published figures as JSON or CSV, for tools that show a token."""

from api.routes import register_api

__all__ = ["register_api"]
