"""How the recommender is measured on other people's sequences: reading, fitting, ranking, searching for settings."""
