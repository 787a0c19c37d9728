"""Entities in a message: pure functions of text, language and vocabulary. Nothing here knows Rasa."""
