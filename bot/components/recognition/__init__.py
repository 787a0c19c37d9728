"""Recognising entities in a text: what the catalogue names, what has a pattern, and what of it is ruled out. Free of Rasa."""
