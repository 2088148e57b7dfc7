"""Tables of Statistics Netherlands (CBS StatLine), in the forms in which people have them."""
