"""Rankings of products for judged queries: what is read, what is ranked by whom, and how good a ranking is."""
