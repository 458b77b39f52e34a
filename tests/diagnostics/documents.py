"""The documents that diagnostic_test wrote go in; ok or the reason comes out, a line a case. The first argument names the
case: json, sarif or random."""
import glob
import json
import re
import sys

FOLDER = "build/tests/diagnostics/"


def read(name):
    with open(FOLDER + name, "rb") as file:
        return json.loads(file.read().decode("utf-8", "strict"))


def check_json():
    assert read("empty.json") == {"version": 1, "diagnostics": [], "errors": 0, "warnings": 0}
    document = read("some.json")
    assert (document["errors"], document["warnings"]) == (2, 0)
    nowhere, first = document["diagnostics"]
    assert nowhere["message"] == "without a place" and "file" not in nowhere and nowhere["notes"] == nowhere["help"] == []
    assert first["severity"] == "error" and re.fullmatch("[a-z0-9-]+", first["rule"])
    assert first["message"] == 'a "quoted" \\ \n \x01 \ufffd name \u20ac', first["message"]
    assert first["file"] == "dir/a b%\ufffd.mr"
    place = [first[key] for key in ("line", "column", "endLine", "endColumn", "byteOffset")]
    assert place == [3, 5, 3, 9, 25], place
    lines, elsewhere = first["notes"]
    assert [lines[key] for key in ("line", "column", "endLine", "endColumn", "byteOffset")] == [1, 1, 3, 2, 0]
    assert elsewhere == {"message": "nowhere"} and first["help"] == ["one", "two"]


def check_sarif_document(document):
    assert document["version"] == "2.1.0" and "sarif-2.1.0" in document["$schema"]
    (run,) = document["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "memregc" and re.fullmatch(r"\d+\.\d+\.\d+.*", driver["version"])
    assert "informationUri" not in driver
    for rule in driver["rules"]:
        assert set(rule) == {"id", "shortDescription", "fullDescription", "defaultConfiguration"}
        assert rule["shortDescription"]["text"] and rule["fullDescription"]["text"]
        assert rule["defaultConfiguration"]["level"] in ("error", "warning")
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning") and result["message"]["text"]
        related = result.get("relatedLocations", [])
        assert len({json.dumps(location) for location in related}) == len(related)
        for location in result.get("locations", []) + related:
            if "physicalLocation" not in location:
                continue
            region = location["physicalLocation"]["region"]
            assert re.fullmatch("(file://)?([A-Za-z0-9._~/-]|%[0-9A-F]{2})+", location["physicalLocation"]["artifactLocation"]["uri"])
            start = region["startLine"], region["startColumn"]
            assert (1, 1) <= start <= (region["endLine"], region["endColumn"]) and region["endColumn"] >= 1
    return run["results"]


def check_sarif():
    assert check_sarif_document(read("empty.sarif")) == []
    nowhere, first = check_sarif_document(read("some.sarif"))
    assert "locations" not in nowhere
    assert first["message"]["text"].endswith("\u20ac\nhelp: one\nhelp: two")
    physical = first["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "dir/a%20b%25%FF.mr"
    assert physical["region"] == {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 9}
    assert [location["message"]["text"] for location in first["relatedLocations"]] == ["over two lines", "nowhere"]


def check_random():
    names = [name[len(FOLDER):] for name in glob.glob(FOLDER + "random-*.json")]
    assert len(names) == 200, len(names)
    for name in names:
        document = read(name)
        if "runs" in document:
            check_sarif_document(document)
            continue
        for diagnostic in document["diagnostics"]:
            if "line" in diagnostic:
                start = diagnostic["line"], diagnostic["column"]
                assert (1, 1) <= start <= (diagnostic["endLine"], diagnostic["endColumn"]), name


{"json": check_json, "sarif": check_sarif, "random": check_random}[sys.argv[1]]()
