"""Orders: finding, tracking, changing, cancelling, returning, exchanging, problems, invoices; every rule comes from the
shop's policy. Free of Rasa."""
