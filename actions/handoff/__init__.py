"""The queue of conversations that wait for a person. Free of Rasa."""
