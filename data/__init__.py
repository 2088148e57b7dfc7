"""From a delivered file to published figures."""
