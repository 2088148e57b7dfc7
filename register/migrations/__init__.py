"""The history of the register's shape, one file a step."""
