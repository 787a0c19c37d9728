"""How the bot's understanding is measured: labelled texts, pipelines trained through Rasa, figures, pictures."""
