"""The home page: what stands where, who changes it how, what is breaking. One import away."""

from articles.front.arranging import Overtaken, Pin, arrange, front_of, kept
from articles.front.breaking import Line, announce, end, running
from articles.front.layout import Hold, plan

__all__ = [
    "Hold",
    "Line",
    "Overtaken",
    "Pin",
    "announce",
    "arrange",
    "end",
    "front_of",
    "kept",
    "plan",
    "running",
]
