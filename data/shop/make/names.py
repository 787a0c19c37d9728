"""First names, last names and streets that the demo's customers are given."""

from __future__ import annotations

_WOMEN = """
Maya Olivia Hannah Grace Chloe Natalie Priya Sofia Elena Camila Aisha Naomi Leah Ruth Ingrid Megan Kayla
Brianna Tessa Lauren Emily Diana Yuki Mei Linh Fatima Amara Zoe Nora Ivy Claire Juliana Valeria Rosa Beth
Joanna Carol Denise Pamela Susan Kathleen Marie Heather Allison Erin Holly Jasmine Keisha Latoya Simone Anjali
Deepa Hana Soo-jin Noor Leila Marisol Paloma Astrid Freya
"""

_MEN = """
Liam Noah Ethan Mason Lucas Owen Caleb Wyatt Eli Isaac Gabriel Mateo Diego Carlos Andre Marcus Darnell
Terrence Jamal Malik Omar Hassan Arjun Rohan Vikram Kenji Hiro Wei Jun Minh Tuan Daniel Michael James Robert
Thomas Patrick Sean Kevin Brian Scott Todd Greg Walter Frank Henry Oscar Felix Theo Jonah Silas Graham Stuart
Erik Lars Sven Nikolai Dmitri Rafael
"""

_LAST = """
Anderson Bailey Barnes Bennett Brooks Campbell Carter Castillo Chen Chavez Coleman Cooper Cruz Dalton Delgado
Diaz Dixon Edwards Ellis Evans Fischer Fitzgerald Flores Foster Garcia Gibson Gomez Graham Green Griffin Gupta
Hall Hansen Harper Hayes Henderson Hernandez Hoffman Howard Hughes Hussain Iverson Jackson Jenkins Jensen
Johansson Johnson Jordan Kang Keller Kelly Khan Kim Klein Kowalski Kumar Larsen Lee Lewis Lindgren Lopez
Marshall Martin Martinez McAllister McCarthy Mehta Mendoza Meyer Miller Mitchell Morales Morgan Murphy Myers
Nakamura Nelson Nguyen Novak O'Brien Olsen Ortiz Owens Park Parker Patel Perez Perry Peterson Pham Powell
Price Ramirez Reed Reyes Reynolds Rice Richardson Rivera Roberts Robinson Rosen Russell Sanchez Sanders Santos
Schmidt Schneider Shah Sharma Shaw Silva Simmons Singh Stewart Sullivan Suzuki Tanaka Taylor Thompson Torres
Tran Turner Vargas Vasquez Walker Wallace Ward Washington Watson Weaver Webb Weiss West Whitaker White Wong
Wright Yamamoto Yang Young Zhang Zimmerman
"""

_STREETS = """
Maple Street; Oak Street; Pine Street; Cedar Avenue; Elm Street; Walnut Street; Spruce Street; Birch Lane;
Chestnut Street; Juniper Court; Aspen Way; Willow Drive; Highland Avenue; Hillcrest Road; Ridge Road;
Valley View Drive; Lakeview Terrace; River Road; Mill Street; Spring Street; Canyon Road; Summit Avenue;
Meadow Lane; Orchard Street; Church Street; Main Street; Park Avenue; Washington Street; Lincoln Avenue;
Jefferson Street; Madison Avenue; Franklin Street; 2nd Street; 4th Avenue; 7th Street; 9th Street;
12th Avenue; 18th Street; 24th Street; Prospect Street; School Street; Union Street; Pearl Street;
Grant Street; Fairview Avenue; Sunset Drive; Magnolia Avenue; Sycamore Lane; Dogwood Circle; Laurel Street
"""

WOMEN, MEN, LAST = (tuple(names.split()) for names in (_WOMEN, _MEN, _LAST))
STREETS = tuple(street.strip() for street in _STREETS.split(";"))
