"""Other people's product files, read as they are: Shopify, WooCommerce, Google Merchant Center, JSON Lines.

Each reader turns rows into `Draft`s and says of each row that it cannot use why; `taking` brings them into the
database.
"""
