"""From a delivered file to rows in the intake: read, check against the contract, take in whole or not."""
