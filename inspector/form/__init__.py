"""The blank checklist: what is asked, how it is judged, under which conditions and limits."""
