"""retailpos: a desktop point of sale for independent shops."""

__version__ = "0.1.0"
