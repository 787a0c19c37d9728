"""The retail shop of tau2-bench (https://github.com/sierra-research/tau2-bench), taken into Aisle's own tables."""
