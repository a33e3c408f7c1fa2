"""Made-up figures of a body: ordinary ones, and those of each fault of real filings."""

from math import exp

from reports.figures.faults import Fault

# What is other than ordinary about a body, and how it is marked: the code of the column and the fault.
FAULTY = (
    ({"figures": {"5": 40, "6": 3_002_000, "7": 2, "8": 3_000_000}}, ("8", Fault.VIEWS)),
    ({"figures": {"5": 4, "6": 500_000, "7": 0, "8": 0}}, ("6", Fault.CROWD)),
    ({"figures": {"5": 3, "6": 14_000, "7": 0, "8": 0}}, ("6", Fault.CROWD)),
    ({"figures": {"5": 0, "6": 30, "7": 0, "8": 0}}, ("6", Fault.NO_SESSION)),
    ({"figures": {"11": 6900, "12": 39, "13": 6900}}, ("11", Fault.COPIES)),
    ({"figures": {"7": 9, "5": 8}}, ("7", Fault.PART)),
    ({"figures": {"18": 5, "19": 3, "20": 1}}, ("18", Fault.SUM)),
    ({"figures": {"18": 100, "19": 90, "20": None}}, ("18", Fault.SUM)),  # "-"
    ({"figures": {"6": 1_200}, "before": {"6": 1_000}}, ("6", Fault.SWING)),
    ({"name": "4500"}, ("", Fault.DIGITS)),
    ({"words": {"22": "12.000"}}, ("22", Fault.DIGITS)),
    ({"parent_body": "UBND tỉnh Súng"}, ("", Fault.PLACE)),
    ({"figures": {"13": 4_321_987}}, ("13", Fault.FAR)),
    ({"figures": {"18": 61, "19": 52, "20": 9}}, ("19", Fault.FAR)),  # in millions of đồng
    ({"figures": {"6": 12_000, "5": 90}}, ("6", Fault.ROUND)),
)


def ordinary_figures(random):
    """Return figures of ordinary spread: logarithms are normal, parts are shares, a third has no contest."""

    def spread(usual, deviation=0.8):
        return round(usual * exp(random.gauss(0, deviation)))

    sessions = spread(20)
    online = round(sessions * random.uniform(0, 0.4))
    originals, regular, projects = spread(30), spread(40_000_000, 1.2), spread(9_000_000, 1.2)
    contests = random.choice((0, 1, 2))
    return {
        "3": (rapporteurs := spread(12)),
        "4": round(rapporteurs * random.uniform(0.5, 1)),
        "5": sessions,
        "6": sum(spread(110, 0.6) for _ in range(sessions)) + online * 400,
        "7": online,
        "8": online * spread(130, 0.6) // 2,
        "9": contests,
        "10": contests * spread(300, 1),
        "11": originals,
        "12": round(originals * random.random()),
        "13": spread(1_500, 1.2),
        "16": (drafts := random.randrange(6)),
        "17": random.randint(0, drafts),
        "18": regular + projects,
        "19": regular,
        "20": projects,
    }
