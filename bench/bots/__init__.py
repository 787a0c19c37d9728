"""Bots to measure side by side: how each is started, what people say to it, and how long its answers take."""
