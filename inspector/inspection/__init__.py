"""The filled checklist: answers, changes, progress and findings, as pure values."""
