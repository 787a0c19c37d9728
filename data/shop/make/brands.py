"""The brands, all invented, and what each is known for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Brand:
    """`rating` is the mean that its products are rated at, from 1 to 5."""

    character: str
    rating: float


BRANDS = {
    "Tarn Outdoor": Brand("the shop itself: gift cards", 4.7),
    "Tarn Basics": Brand("our own label: plain, honest, the cheapest that we would use ourselves", 4.1),
    "Campfold": Brand("big, comfortable things for families who camp by car", 4.0),
    "Wrenfield": Brand("everything for children, made to be handed down", 4.4),
    "Merlin Ridge": Brand("all-round hill clothing and kit in the middle of the price range", 4.3),
    "Brackenfell": Brand("bootmakers: leather, resoleable, slow to wear in and slower to wear out", 4.5),
    "Fleetfell": Brand("trail running, by people who race", 4.4),
    "Nordvika": Brand("Norwegian, dear, heavy, repairable, made for bad weather", 4.5),
    "Altavane": Brand("alpine clothing and equipment for guides, at guides' prices", 4.6),
    "Featherlode": Brand("ultralight: grams first, then everything else", 4.4),
    "Pinewise": Brand("recycled, plant-based, without forever chemicals; no new animal in anything", 4.2),
    "Woolmere": Brand("merino and lambswool, from the skin outwards", 4.6),
    "Downhollow": Brand("down that can be traced, in jackets, bags and pillows", 4.5),
    "Saltgrass": Brand("sun, sand and water", 4.3),
    "Wayhouse": Brand("travel, from airport to hotel", 4.2),
    "Nightjar": Brand("lights, and only lights", 4.5),
    "Cairnlink": Brand("navigation and watches", 4.2),
    "Ampfield": Brand("power to go", 4.2),
    "Emberjack": Brand("stoves and pots", 4.5),
    "Tin & Timber": Brand("enamel, wood and iron, made by hand, mostly given away", 4.7),
    "Clearbeck": Brand("water: carrying it, cleaning it, keeping it cold", 4.5),
    "Trailcrumb": Brand("food for the way, from one small kitchen", 4.3),
    "Kindhand": Brand("first aid, put together by people who give it", 4.6),
    "Cinderpath": Brand("bikes and clothing for gravel and trail", 4.4),
    "Velmara": Brand("bikes for town, with and without a motor", 4.2),
    "Helmsgate": Brand("helmets and bike lights", 4.4),
}
