"""Evidence files by hash: photos, and later sound, documents, signatures."""
