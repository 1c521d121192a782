"""Benchmarks: everything is compared in the same run and told as a ratio, since wall time here is noisy."""
