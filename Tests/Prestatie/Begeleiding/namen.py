# SPDX-License-Identifier: EUPL-1.2
"""Other names, marks and blind indexes for who is written again and again."""
import hashlib
import re
import unicodedata


LETTERGREEP = "ba be bi da de di fa ga ha he ja ka ke la le li ma me mi na ne ni ra re ri sa se si ta te ti wa ya za ze".split()
NAMEN = [a + b + (c if n % 2 else "") for n, (a, b, c) in enumerate(
    (LETTERGREEP[i % 33], LETTERGREEP[i // 33 % 33], LETTERGREEP[(i * 7 + i // 1089) % 33]) for i in range(6000))]
WOORD = re.compile(r"[^\W\d_]+")


def vouw(woord):
    return "".join(c for c in unicodedata.normalize("NFD", woord.lower()) if not unicodedata.combining(c))


def andere_naam(tekst, nummer):
    """Another name of as many words; the same word becomes the same word within one copy, folded or not."""
    def ander(deel):
        h = int.from_bytes(hashlib.blake2b(f"{vouw(deel[0])}:{nummer}".encode(), digest_size=4).digest(), "big") / 2**32
        nieuw = NAMEN[int(len(NAMEN) * h * h)]
        return nieuw.capitalize() if deel[0][:1].isupper() else nieuw
    return WOORD.sub(ander, tekst)


def ander_kenmerk(waarde, nummer):
    return hashlib.blake2b(waarde, key=f"{nummer}".encode(), digest_size=min(64, max(1, len(waarde)))).digest()


def strooi64(nummer):
    return int.from_bytes(hashlib.blake2b(f"zoek:{nummer}".encode(), digest_size=8).digest(), "big")


def andere_sleutel(waarde, nummer):
    getal = (waarde & (2**64 - 1)) ^ strooi64(nummer)
    return getal - 2**64 if getal >= 2**63 else getal


def andere_sleutels(waarde, nummer):
    """The keys, eight bytes each: as `Zoekregister` keeps them."""
    delen = [int.from_bytes(waarde[n:n + 8], "big") for n in range(0, len(waarde), 8)]
    return b"".join((d ^ strooi64(nummer)).to_bytes(8, "big") for d in delen)


ANDERS = {
    ("intake", "persoon", "naam"): andere_naam, ("intake", "persoon", "sorteersleutel"): andere_naam,
    ("intake", "persoon", "zoekwoorden"): andere_naam,
    ("intake", "aanmelding", "naam"): andere_naam, ("intake", "zoekwoord", "woord"): andere_naam,
    ("intake", "kenmerk", "waarde"): ander_kenmerk, ("intake", "zoeksleutel", "sleutel"): andere_sleutel,
    ("intake", "zoekpersoon", "sleutels"): andere_sleutels, ("intake", "zoekpersoon", "namen"): andere_naam,
}
