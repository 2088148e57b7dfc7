"""What the words of the product mean; pure Python that imports nothing else of ours."""
