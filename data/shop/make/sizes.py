"""Size ladders, as US shops label them, from smallest to largest."""

from __future__ import annotations

MEN, WOMEN, KIDS = "Men's", "Women's", "Kids'"

SHOES = {
    MEN: ("7", "8", "8.5", "9", "9.5", "10", "10.5", "11", "12", "13"),
    WOMEN: ("5", "6", "6.5", "7", "7.5", "8", "8.5", "9", "10", "11"),
    KIDS: ("11K", "12K", "13K", "1Y", "2Y", "3Y", "4Y", "5Y"),
}
SANDALS = {
    MEN: ("7", "8", "9", "10", "11", "12", "13"),
    WOMEN: ("5", "6", "7", "8", "9", "10", "11"),
    KIDS: ("11K", "12K", "13K", "1Y", "2Y", "3Y", "4Y"),
}
CLOTHING = {
    MEN: ("S", "M", "L", "XL", "XXL"),
    WOMEN: ("XS", "S", "M", "L", "XL"),
    KIDS: ("4-5", "6-7", "8-9", "10-11", "12-13"),
    "": ("S", "M", "L", "XL"),
}
TROUSERS = {
    MEN: ("30", "32", "34", "36", "38", "40"),
    WOMEN: ("2", "4", "6", "8", "10", "12", "14"),
    KIDS: ("4-5", "6-7", "8-9", "10-11", "12-13"),
}
SOCKS = {"": ("S", "M", "L", "XL"), KIDS: ("XS", "S", "M")}
GLOVES = {"": ("XS", "S", "M", "L", "XL"), KIDS: ("S", "M", "L")}
ONE_SIZE: dict[str, tuple[str, ...]] = {"": ("",)}
