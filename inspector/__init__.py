"""星察 Star Inspector: audits of electricity service halls, from a tap to a star."""

__version__ = "0.1.0"
