"""What people enter themselves, apart from what is delivered: for now the tokens of the interface."""
