"""What a partner computes at home from its own records, to deliver figures in their place."""
