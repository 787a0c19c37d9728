"""What `make` and `./aisle` do: set up, make what is stale, run the two programs, test."""
