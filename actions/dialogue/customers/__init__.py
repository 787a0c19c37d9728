"""Who is asking, and the customer's own account."""
