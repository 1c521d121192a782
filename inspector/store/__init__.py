"""The only room with SQL: one file a laptop, one transaction a tap."""
