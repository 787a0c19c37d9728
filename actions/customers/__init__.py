"""Who is speaking, what they proved, and what the shop knows about them. Free of Rasa."""
