"""US towns where the demo's customers live, with a postcode and an area code that belong to each."""

from __future__ import annotations

from typing import NamedTuple


class Town(NamedTuple):
    city: str
    state: str
    postcode: str
    area: str


_WEST = """
Boulder CO 80302 303; Denver CO 80210 303; Fort Collins CO 80524 970; Durango CO 81301 970;
Golden CO 80401 303; Colorado Springs CO 80903 719; Salida CO 81201 719; Salt Lake City UT 84102 801;
Moab UT 84532 435; Ogden UT 84401 801; Park City UT 84060 435; Bozeman MT 59715 406; Missoula MT 59801 406;
Whitefish MT 59937 406; Jackson WY 83001 307; Laramie WY 82070 307; Boise ID 83702 208;
Coeur d'Alene ID 83814 208; Ketchum ID 83340 208; Bend OR 97701 541; Portland OR 97214 503;
Eugene OR 97401 541; Hood River OR 97031 541; Ashland OR 97520 541; Seattle WA 98103 206;
Bellingham WA 98225 360; Spokane WA 99201 509; Leavenworth WA 98826 509; Tacoma WA 98402 253;
Olympia WA 98501 360; San Francisco CA 94110 415; Oakland CA 94609 510; Sacramento CA 95816 916;
San Diego CA 92104 619; Los Angeles CA 90027 323; Mammoth Lakes CA 93546 760; Truckee CA 96161 530;
Santa Cruz CA 95060 831; San Luis Obispo CA 93401 805; Reno NV 89501 775; Las Vegas NV 89117 702;
Flagstaff AZ 86001 928; Phoenix AZ 85016 602; Tucson AZ 85719 520; Sedona AZ 86336 928; Santa Fe NM 87501 505;
Albuquerque NM 87106 505; Taos NM 87571 575; Anchorage AK 99501 907
"""

_MIDDLE = """
Austin TX 78704 512; Dallas TX 75206 214; Houston TX 77008 713; San Antonio TX 78209 210;
Minneapolis MN 55408 612; Duluth MN 55802 218; Madison WI 53703 608; Milwaukee WI 53202 414;
Chicago IL 60614 773; Ann Arbor MI 48104 734; Grand Rapids MI 49503 616; Marquette MI 49855 906;
Traverse City MI 49684 231; Columbus OH 43215 614; Cleveland OH 44113 216; Cincinnati OH 45202 513;
Bloomington IN 47401 812; Indianapolis IN 46203 317; St. Louis MO 63110 314; Kansas City MO 64111 816;
Columbia MO 65201 573; Lawrence KS 66044 785; Omaha NE 68102 402; Lincoln NE 68508 402;
Iowa City IA 52240 319; Des Moines IA 50309 515; Fayetteville AR 72701 479; Bentonville AR 72712 479;
Little Rock AR 72205 501; Tulsa OK 74104 918; Rapid City SD 57701 605; Fargo ND 58102 701
"""

_EAST = """
Pittsburgh PA 15203 412; Philadelphia PA 19103 215; State College PA 16801 814; Ithaca NY 14850 607;
Brooklyn NY 11215 718; New York NY 10025 212; Saratoga Springs NY 12866 518; Lake Placid NY 12946 518;
Rochester NY 14607 585; Buffalo NY 14222 716; Burlington VT 05401 802; Montpelier VT 05602 802;
Stowe VT 05672 802; Hanover NH 03755 603; North Conway NH 03860 603; Portland ME 04101 207;
Bar Harbor ME 04609 207; Boston MA 02116 617; Northampton MA 01060 413; Cambridge MA 02139 617;
Providence RI 02906 401; New Haven CT 06511 203; Hartford CT 06103 860; Princeton NJ 08540 609;
Hoboken NJ 07030 201; Baltimore MD 21211 410; Annapolis MD 21401 410; Washington DC 20009 202;
Arlington VA 22201 703; Charlottesville VA 22902 434; Roanoke VA 24011 540; Richmond VA 23220 804;
Asheville NC 28801 828; Boone NC 28607 828; Raleigh NC 27605 919; Durham NC 27701 919;
Greenville SC 29601 864; Charleston SC 29401 843; Atlanta GA 30307 404; Athens GA 30601 706;
Savannah GA 31401 912; Gainesville FL 32601 352; Tampa FL 33606 813; Knoxville TN 37902 865;
Chattanooga TN 37405 423; Nashville TN 37206 615; Louisville KY 40204 502; Lexington KY 40508 859;
Morgantown WV 26505 304; Birmingham AL 35205 205; New Orleans LA 70115 504
"""


def _parse(lines: str) -> tuple[Town, ...]:
    return tuple(Town(*entry.strip().rsplit(maxsplit=3)) for entry in " ".join(lines.split()).split(";"))


WEST, MIDDLE, EAST = _parse(_WEST), _parse(_MIDDLE), _parse(_EAST)
TOWNS = WEST + MIDDLE + EAST


def zone(state: str) -> int:
    """How far a state is from the warehouse in Colorado: 0 near, 1 the middle, 2 the east coast."""
    regions = (WEST, MIDDLE, EAST)
    return next(i for i, region in enumerate(regions) if any(town.state == state for town in region))
