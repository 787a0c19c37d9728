"""Finding products: what is looked for, what was shown, and how one goes on from that."""
