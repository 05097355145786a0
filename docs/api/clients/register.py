#!/usr/bin/env python3
"""A client with nothing but Python's own library: receive cases, follow one, act on it, walk through the register.

    PHUCDAP=http://127.0.0.1:8080 TOKEN=phd_… python3 register.py
"""

import json
import os
import urllib.error
import urllib.request
import uuid

API = os.environ["PHUCDAP"] + "/api/v1"
TOKEN = os.environ["TOKEN"]


class Problem(Exception):
    """A failure as RFC 9457 tells it: title, detail, the rule that refused, errors by JSON pointer."""

    def __init__(self, told):
        super().__init__(told.get("detail") or told["title"])
        self.told = told


def ask(method, path, body=None, **headers):
    """One request; answers with the body and the headers."""
    request = urllib.request.Request(API + path, method=method)
    request.add_header("Authorization", f"Bearer {TOKEN}")
    request.add_header("Accept-Language", "en")
    for name, value in headers.items():
        request.add_header(name.replace("_", "-"), value)
    if body is not None:
        request.add_header("Content-Type", "application/json")
        request.data = json.dumps(body).encode()
    try:
        with urllib.request.urlopen(request) as answer:
            return json.load(answer), answer.headers
    except urllib.error.HTTPError as error:
        raise Problem(json.load(error)) from None


def pages(path):
    """Every item of a list, page by page."""
    while path:
        page, _ = ask("GET", path)
        yield from page["items"]
        path = page["next"] and page["next"].removeprefix("/api/v1")


def complaint(content):
    return {
        "channel": "email",
        "declared_kind": "complaint",
        "subjects": ["other_activity"],
        "content": content,
        "name": "Hợp tác xã Mẫu",
        "party_kind": "organisation",
        "email": "lienhe@example.vn",
    }


def main():
    # 1. A file first, then the case that names it. The key makes the case happen once.
    file = urllib.request.Request(API + "/files?name=thu.txt", method="POST", data="Kính gửi Trung tâm".encode())
    file.add_header("Authorization", f"Bearer {TOKEN}")
    file.add_header("Content-Type", "application/octet-stream")
    with urllib.request.urlopen(file) as answer:
        document = json.load(answer)["id"]
    key = str(uuid.uuid4())
    case = complaint("Kết quả thử nghiệm gửi chậm.") | {"documents": [document]}
    received, _ = ask("POST", "/cases", case, Idempotency_Key=key)
    again, _ = ask("POST", "/cases", case, Idempotency_Key=key)
    assert again == received, "sent twice, it was received twice"
    number = received["number"]
    print("received", number)

    # 2. Many at once: each has its own key and its own outcome.
    tomorrow_is_no_receipt = complaint("Gửi từ ngày mai.") | {"received_on": "2999-01-01"}
    batch = [complaint("Thư thứ nhất."), tomorrow_is_no_receipt]
    items = [{"key": f"{key}-{place}", "case": one} for place, one in enumerate(batch)]
    outcomes, _ = ask("POST", "/cases/batch", {"items": items})
    for outcome in outcomes["items"]:
        problem = outcome["problem"]
        print("batch:", outcome["case"]["number"] if outcome["case"] else problem["errors"][0]["pointer"])

    # 3. Follow the case, and act on what was seen.
    seen, headers = ask("GET", f"/cases/{number}")
    print("to be answered by", seen["limit"]["on"], "–", seen["limit"]["why"])
    open_acts = {offer["act"]: offer for offer in seen["offers"] if offer["permitted"]}
    print("can:", ", ".join(sorted(open_acts)))
    if "declare_interest" in open_acts:
        path = open_acts["declare_interest"]["href"].removeprefix("/api/v1")
        ask("POST", path, {}, If_Match=headers["ETag"], Idempotency_Key=key + "-declare")
        try:
            ask("POST", path, {}, If_Match=headers["ETag"])
        except Problem as problem:
            assert problem.told["status"] == 412, problem.told
            print("nobody's work is overwritten:", problem)

    # 4. What the procedure refuses, it refuses by a rule.
    try:
        ask("POST", f"/cases/{number}/acts/close", {})
    except Problem as problem:
        print("refused under", problem.told.get("rule"), "–", problem)

    # 5. Walk through the register, and what must be done first.
    print(sum(1 for _ in pages("/cases?limit=20")), "cases in the register")
    for owed in list(pages("/work?limit=50"))[:3]:
        print("owed:", owed["rule"], owed["number"], owed["due_on"])


if __name__ == "__main__":
    main()
