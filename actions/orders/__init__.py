"""Orders: finding, tracking, returning; every rule comes from the shop's policy. Free of Rasa."""
