"""How messages come in: our input channels, and what they share."""
