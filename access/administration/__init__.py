"""The pages on which accounts, keys, rules, versions and the record are kept: forms of plain HTML."""
