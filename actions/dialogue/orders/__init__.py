"""Orders: where they are, and everything that can be done with them."""
