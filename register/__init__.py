"""What people enter themselves, apart from what is delivered: accounts, sessions, tokens, the record."""
