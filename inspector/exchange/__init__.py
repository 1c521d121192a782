"""Lists from and to other programs: CSV and Excel, answers files, backups."""
