"""The report for offices: a workbook of results and findings, and the notice as a document to edit."""
