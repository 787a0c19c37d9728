"""The shop's written answers, and what goes on from them."""
