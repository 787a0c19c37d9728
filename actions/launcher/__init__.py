"""What `make` and `./aisle` do: set up, make what is stale, run the two programs, test."""


class LaunchError(Exception):
    """Something that is needed is missing, taken or broken; the message is one sentence that says what to do."""
