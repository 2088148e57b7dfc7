"""Removing records whose retention has passed, while every figure that was published of them stays."""
