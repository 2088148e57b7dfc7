"""Figures: pure functions from rows to a valid, light Plotly dict."""
