"""Pieces of screens: each shows plain values and tells what a person did."""
