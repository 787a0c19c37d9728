"""What people do outdoors, what they need for it, and what is used together with what."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Pursuit:
    """`needs`: how often somebody looks for a type, in parts. `brands`: how much better they like a brand."""

    needs: dict[str, float]
    brands: dict[str, float]


def _pursuit(needs: str, brands: str) -> Pursuit:
    return Pursuit(_parts(needs), _parts(brands))


def _parts(text: str) -> dict[str, float]:
    """`hiking boots 5, socks 3` as a mapping."""
    pairs = (entry.rsplit(maxsplit=1) for entry in text.split(","))
    return {name.strip(): float(number) for name, number in pairs}


PURSUITS = {
    "walker": _pursuit(
        """
        hiking boots 5, hiking shoes 3, jacket 5, fleece 3, trousers 4, socks 4, daypack 4, trekking poles 2,
        beanie 2, water bottle 2, gaiters 1, base layer 2, hat 1, first aid kit 1, trail snack 2, headlamp 1,
        t-shirt 2, gloves 1, binoculars 1, compass 0.5
        """,
        "Merlin Ridge 0.8, Brackenfell 0.8, Woolmere 0.4",
    ),
    "backpacker": _pursuit(
        """
        backpack 5, tent 4, sleeping bag 4, sleeping mat 4, camping stove 3, cookset 2, trail meal 4,
        gas canister 3, headlamp 3, water filter 3, hiking boots 3, jacket 3, socks 3, down jacket 2,
        dry bag 2, pillow 1, mug 1, trekking poles 2, power bank 2, cutlery set 1, sleeping bag liner 1,
        gps device 1, trousers 2, trail snack 3
        """,
        "Merlin Ridge 0.6, Nordvika 0.5, Emberjack 0.5, Downhollow 0.4",
    ),
    "ultralight": _pursuit(
        """
        backpack 4, tent 4, tarp 3, sleeping bag 4, sleeping mat 4, trail running shoes 4, daypack 2,
        dry bag 3, trekking poles 3, headlamp 2, camping stove 2, cookset 2, power bank 2, water filter 3,
        jacket 3, pillow 2, packing cubes 1, camping chair 1, mug 1, rain poncho 1, hammock 1, down jacket 2,
        trail meal 2
        """,
        "Featherlode 2.2, Fleetfell 0.5, Nightjar 0.3",
    ),
    "runner": _pursuit(
        """
        trail running shoes 7, socks 4, shorts 4, t-shirt 3, hydration pack 4, headlamp 3, jacket 3,
        sports watch 2, sunglasses 2, water bottle 2, beanie 2, trail snack 4, trekking poles 1, gaiters 1,
        base layer 2, gloves 1
        """,
        "Fleetfell 2.0, Cairnlink 0.5",
    ),
    "cyclist": _pursuit(
        """
        bike 2, bike helmet 3, bike light 3, shorts 3, gloves 2, hydration pack 2, sunglasses 2, bike pump 3,
        socks 3, jacket 2, t-shirt 2, water bottle 2, gps device 1, trail snack 2, bike lock 1, pannier 1
        """,
        "Cinderpath 1.8, Helmsgate 0.6",
    ),
    "commuter": _pursuit(
        """
        bike 2, bike lock 3, bike light 4, pannier 4, bike helmet 3, daypack 3, jacket 3, gloves 2, mug 2,
        rain poncho 1, water bottle 2, bike pump 1, trousers 2, beanie 1, power bank 1
        """,
        "Velmara 1.4, Helmsgate 0.6, Pinewise 0.4",
    ),
    "family": _pursuit(
        """
        tent 3, camping chair 3, sleeping bag 3, sleeping mat 3, lantern 3, cooler 2, camping table 2,
        cookset 2, jacket 3, fleece 2, hiking boots 2, winter boots 2, sandals 2, backpack 1, daypack 2,
        t-shirt 3, water bottle 2, headlamp 2, first aid kit 2, hat 2, trail snack 3, bike 1, bike helmet 1,
        hammock 1, mug 1, trousers 2, socks 2, beanie 1, gloves 1, tarp 1, pillow 1
        """,
        "Wrenfield 1.6, Campfold 1.2, Tarn Basics 0.6",
    ),
    "traveller": _pursuit(
        """
        suitcase 3, backpack 3, packing cubes 3, travel adapter 4, pillow 3, power bank 3, daypack 3,
        duffel bag 3, towel 3, shirt 3, trousers 3, sandals 3, sunglasses 2, hat 2, sleeping bag liner 1,
        first aid kit 1, underwear 3, t-shirt 3, water bottle 1, rain poncho 1, jacket 2, umbrella 1
        """,
        "Wayhouse 1.6, Saltgrass 0.4, Ampfield 0.4",
    ),
    "winter": _pursuit(
        """
        down jacket 4, winter boots 4, gloves 4, base layer 5, base layer bottoms 3, beanie 3, fleece 3,
        trousers 3, jacket 3, gaiters 2, socks 4, camp slippers 1, mug 2, headlamp 1, sunglasses 1,
        sleeping bag 1, neck gaiter 2
        """,
        "Nordvika 1.2, Downhollow 0.8, Woolmere 0.8",
    ),
    "alpinist": _pursuit(
        """
        jacket 4, hiking boots 4, backpack 3, gloves 3, down jacket 3, trousers 3, headlamp 2, sleeping bag 2,
        tent 2, base layer 3, trekking poles 2, sunglasses 2, fleece 3, hiking shoes 2, camping stove 1,
        gps device 1, socks 2, trail snack 2, daypack 2
        """,
        "Altavane 2.0, Nordvika 0.4",
    ),
    "waterside": _pursuit(
        """
        sandals 5, dry bag 5, t-shirt 3, shorts 3, sunglasses 4, hat 4, towel 3, duffel bag 2, cooler 2,
        daypack 2, hammock 2, water bottle 2, socks 1, tarp 1, camping chair 1
        """,
        "Saltgrass 2.0",
    ),
    "host": _pursuit(
        """
        gift set 4, gift card 4, mug 4, personalised item 3, lantern 2, beanie 2, camp slippers 2, shirt 2,
        water bottle 2, hammock 1, trail snack 2, cookset 1, pocket knife 1, camping chair 1, cutlery set 1,
        fleece 1
        """,
        "Tin & Timber 1.2, Woolmere 0.6, Clearbeck 0.4",
    ),
}

_TOGETHER = """
hiking boots: socks, gaiters, trekking poles
hiking shoes: socks, daypack, trousers
winter boots: socks, gloves, gaiters
trail running shoes: socks, hydration pack, shorts
sandals: hat, sunglasses, shorts
camp slippers: mug, sleeping bag liner
jacket: fleece, trousers, beanie
rain poncho: dry bag, daypack
down jacket: base layer, beanie, gloves
fleece: jacket, beanie, base layer
base layer: base layer bottoms, socks, fleece
base layer bottoms: base layer, socks
t-shirt: shorts, hat
shirt: trousers, hat
trousers: base layer, socks, t-shirt
shorts: t-shirt, socks
socks: hiking boots, base layer
underwear: socks, t-shirt
gloves: beanie, base layer
beanie: gloves, fleece
hat: sunglasses, t-shirt
gaiters: hiking boots, trousers
tent: sleeping mat, sleeping bag, lantern, tarp
tarp: hammock, camping chair
hammock: tarp, sleeping bag liner, lantern
backpack: dry bag, water bottle, sleeping mat, first aid kit
daypack: water bottle, trail snack, first aid kit
hydration pack: trail snack, water bottle, trail running shoes
duffel bag: packing cubes, towel
dry bag: duffel bag, power bank
suitcase: packing cubes, travel adapter, pillow
packing cubes: travel adapter, towel
sleeping bag: sleeping mat, pillow, sleeping bag liner
sleeping mat: sleeping bag, pillow
pillow: sleeping bag liner, travel adapter
sleeping bag liner: pillow, towel
headlamp: power bank, trail snack
lantern: camping chair, camping table
gps device: power bank, dry bag
sports watch: trail running shoes, power bank
power bank: solar panel, travel adapter
solar panel: power bank, lantern
travel adapter: power bank, pillow
camping stove: gas canister, cookset, trail meal
gas canister: trail meal, camping stove
cookset: camping stove, cutlery set, mug
mug: cutlery set, cookset
cutlery set: mug, cookset
water bottle: water filter, trail snack
water filter: water bottle, trail meal
trail snack: trail meal, water bottle
trail meal: gas canister, cutlery set
bike: bike helmet, bike lock, bike light, bike pump
bike helmet: bike light, gloves, sunglasses
bike light: bike lock, bike helmet
bike lock: bike light, pannier
bike pump: water bottle, bike light
pannier: bike lock, dry bag
camping chair: camping table, lantern, cooler
camping table: camping chair, cookset
cooler: camping chair, water bottle
towel: packing cubes, sandals
pocket knife: headlamp, mug
binoculars: hat, pocket knife
compass: gps device, pocket knife
umbrella: packing cubes, hat
neck gaiter: beanie, gloves
trekking poles: gaiters, hiking boots, gloves
first aid kit: water filter, dry bag
sunglasses: hat, t-shirt
gift card: gift set
gift set: gift card, mug
personalised item: gift set, gift card
"""

# What is bought with a product of a type, the closest companion first.
GOES_WITH = {
    kind: tuple(other.strip() for other in others.split(","))
    for kind, others in (line.split(":") for line in _TOGETHER.strip().splitlines())
}
