"""What is told of products: cards, details, comparing, answers to questions, alerts."""
