"""What is for the shop's people: conversations that wait for one of them, and feedback. Free of Rasa."""
