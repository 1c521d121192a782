"""From answers to measures to stars, with every lost point explained."""
