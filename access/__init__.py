"""Who may ask what: every request passes here before anything answers it."""
