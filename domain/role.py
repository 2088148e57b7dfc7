"""What somebody does here: the roles that an account can have."""

from enum import StrEnum


class Role(StrEnum):
    """The value stands in the register, in the settings and in text keys."""

    STEERING = "steering"
    ALDERMAN = "alderman"
    PARTNER = "partner"
    DATA_OFFICER = "data_officer"
    ADMINISTRATOR = "administrator"

    @property
    def needs_second_factor(self) -> bool:
        """Whether a password alone does not open the door."""
        return self in {Role.DATA_OFFICER, Role.ADMINISTRATOR}
