"""Recognising entities in a text: what the catalogue names, what has a pattern, what is ruled out. Free of Rasa."""
