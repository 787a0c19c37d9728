"""The demo shop's data, drawn from a seed: `python -m data.shop.make` rewrites the CSV files in data/shop/.

What people read (products, brands, towns, names) is written by hand in this package; what follows from it
(stock, orders, parcels, visits) is drawn. Every draw has its own generator, named after what it is for, so
that a product added here changes as little as possible elsewhere. All times are days relative to the seeding,
negative in the past.
"""
