"""What every product search must do, whatever it is made of: inherit `SearchContract` and say how to build
one."""

from .changing import ChangingContract
from .filtering import FilteringContract
from .finding import FindingContract
from .ordering import OrderingContract


class SearchContract(FindingContract, FilteringContract, OrderingContract, ChangingContract):
    """The whole contract."""
