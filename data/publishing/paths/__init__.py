"""Care paths and joint trajectories: counted once per publication, protected per audience, then chosen.

A path is help that ended with the help that followed it. That is two splits at once, so it is released only
for all partners together per year and over the horizon, and for one partner over the horizon; a partner gets
its own in full.
"""

from data.publishing.paths.counting import compute_paths
from data.publishing.paths.masks import choose_every_path, choose_paths, mask_paths

__all__ = ["choose_every_path", "choose_paths", "compute_paths", "mask_paths"]
