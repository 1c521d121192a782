"""The edges of the leader's page."""

from inspector.report.palette import MM, PAGE_WIDTH

EDGE = 15 * MM
END = PAGE_WIDTH - EDGE
WIDE = END - EDGE
GUTTER = 8.0
COLUMN = (WIDE - 2 * GUTTER) / 3  # of gates and problems
FOOT = 40.0  # where the blocks end, above the line of proof
