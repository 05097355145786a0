"""The interface for other systems, held against programs of others: the two worked clients of the documentation, Standard Webhooks'
own library, and schemathesis with every check.

    python check.py PROGRAM

PROGRAM is the built product. Run by `cargo xtask ci --only interface` with the Python that has docs/api/requirements.txt.
"""

import http.server
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

from standardwebhooks.webhooks import Webhook

ROOT = pathlib.Path(__file__).resolve().parents[2]
CLIENTS = ROOT / "docs/api/clients"
MONDAY = "2026-03-02T02:00:00Z"
READY_WITHIN = 120


class Product:
    """The demo on a free port, with the clock of a Monday morning, and tokens by which to ask it."""

    def __init__(self, program, folder):
        self.program, self.folder = program, pathlib.Path(folder)
        self.data = self.folder / "data"
        clock = self.folder / "clock"
        clock.write_text(MONDAY)
        self.environment = {"PATH": os.environ["PATH"], "HOME": folder, "PHUCDAP_TEST_CLOCK_FILE": str(clock)}
        self.log = open(self.folder / "log", "w+")
        words = ["demo", "--listen", "127.0.0.1:0", "--data", str(self.data)]
        words += ["--api-requests", "1000000", "--private-webhooks"]
        self.process = subprocess.Popen(
            [program, *words], stdout=self.log, stderr=subprocess.STDOUT, env=self.environment, cwd=folder
        )
        self.origin = self.ready()

    def ready(self):
        until = time.monotonic() + READY_WITHIN
        while time.monotonic() < until:
            found = re.search(r"http://127\.0\.0\.1:\d+", pathlib.Path(self.log.name).read_text())
            if found:
                return found[0]
            if self.process.poll() is not None:
                break
            time.sleep(0.2)
        raise SystemExit("the product gave no address:\n" + pathlib.Path(self.log.name).read_text()[-2000:])

    def token(self, login):
        words = ["token", "add", "--data", str(self.data), "--login", login, "--name", "check"]
        words += ["--scope", "read", "--scope", "act", "--scope", "administer"]
        made = subprocess.run(
            [self.program, *words], env=self.environment, capture_output=True, text=True, check=True, cwd=self.folder
        )
        return made.stdout.strip()

    def ask(self, token, method, path, body=None):
        request = urllib.request.Request(self.origin + "/api/v1" + path, method=method)
        request.add_header("Authorization", f"Bearer {token}")
        if body is not None:
            request.add_header("Content-Type", "application/json")
            request.data = json.dumps(body).encode()
        with urllib.request.urlopen(request) as answer:
            told = answer.read()
            return json.loads(told) if told else None

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise SystemExit("the product did not stop when asked") from None


def client(product, token, words, expected):
    """A worked client runs as it stands, and says what it found."""
    environment = {"PATH": os.environ["PATH"], "PHUCDAP": product.origin, "TOKEN": token}
    ran = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    for said in expected:
        assert re.search(said, ran.stdout), f"{said} in\n{ran.stdout}"


def curl(product, token):
    said = [r"received \d{4}-\d{4}", r"to be answered by", r"declared, version \d+", r"\d{2,} cases in the register"]
    client(product, token, ["sh", str(CLIENTS / "register.sh")], said)


def python(product, token):
    said = ["received", "batch: /received_on", "nobody's work is overwritten", "refused under S?B?", "owed: "]
    client(product, token, [sys.executable, str(CLIENTS / "register.py")], said)


def documentation(product, token):
    """The page says what the description says, in both languages, and loads nothing from elsewhere."""
    with urllib.request.urlopen(product.origin + "/api/v1/openapi.json") as answer:
        described = json.load(answer)
    for language in ["vi", "en"]:
        request = urllib.request.Request(product.origin + "/api/v1/docs", headers={"Cookie": f"phucdap_lang={language}"})
        with urllib.request.urlopen(request) as answer:
            page = answer.read().decode()
        assert f'lang="{language}"' in page, language
        for path in described["paths"]:
            assert path in page, path
        elsewhere = re.findall(r'(?:src|href)="(?:https?:)?//[^"]*"', page)
        assert not elsewhere and " style=" not in page and "api-op-" not in page, elsewhere


def webhooks(product, token):
    """Messages are what Standard Webhooks' own library takes, and nothing that was changed on the way."""
    heard = []

    class Listener(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["content-length"]))
            heard.append((dict(self.headers.items()), body))
            # The first attempt fails: it is tried again under the same identity.
            self.send_response(503 if len(heard) == 1 else 204)
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, *_):
            pass

    listener = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=listener.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{listener.server_port}/hook"
    hook = product.ask(token, "POST", "/webhooks", {"url": url, "events": ["case.received"]})
    case = {
        "channel": "letter", "declared_kind": "complaint", "subjects": ["other_activity"],
        "content": "Chậm trả lời.", "name": "Công ty Mẫu", "address": "Hà Nội",
    }
    number = product.ask(token, "POST", "/cases", case)["number"]
    wait(lambda: len(heard) == 1)
    # Time is told: the next attempt is due in five seconds of the product's clock.
    clock = pathlib.Path(product.environment["PHUCDAP_TEST_CLOCK_FILE"])
    clock.write_text("2026-03-02T02:01:00Z")
    wait(lambda: len(heard) == 2)
    (first, _), (second, body) = heard
    assert first["webhook-id"] == second["webhook-id"], "a retry is the same message"
    told = verified(hook["secret"], second, body)
    assert told["type"] == "case.received" and told["data"]["number"] == number, told
    for changed in [body.replace(b"received", b"closed"), body + b" "]:
        try:
            verified(hook["secret"], second, changed)
        except Exception as error:
            assert "signature" in str(error).lower(), error
        else:
            raise AssertionError("a changed message was taken")
    product.ask(token, "DELETE", f"/webhooks/{hook['id']}")
    listener.shutdown()
    clock.write_text(MONDAY)


def verified(secret, headers, body):
    """The library holds the timestamp against the clock of this machine; ours is told, so it looks at the product's."""
    import standardwebhooks.webhooks as library

    class Then(library.datetime):
        @classmethod
        def now(cls, tz=None):
            return cls.fromtimestamp(int(headers["webhook-timestamp"]), tz)

    real, library.datetime = library.datetime, Then
    try:
        return Webhook(secret).verify(body.decode(), headers)
    finally:
        library.datetime = real


def wait(until, seconds=20):
    end = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < end, "nothing came"
        time.sleep(0.1)


def schemathesis(product, token):
    """Every operation of the description, every check, in every phase; the second run with cases that there are."""
    people = product.ask(token, "GET", "/people")["items"]
    numbers = [case["number"] for case in product.ask(token, "GET", "/cases?limit=30")["items"]]
    actions = [one["number"] for one in product.ask(token, "GET", "/corrective-actions")["items"]]
    config, plain = product.folder / "schemathesis.toml", product.folder / "plain.toml"
    # A version that nobody saw, and a step that does not fit the state any more, are what 412 is for.
    fits = '"2xx", "3xx", "401", "403", "404", "409", "412", "429", "5xx"'
    plain.write_text(f"[checks.positive_data_acceptance]\nexpected-statuses = [{fits}]\n")
    lists = {"case": numbers, "action": actions or ["KP-2026-001"], "person": [one["id"] for one in people]}
    lines = [plain.read_text(), *(f"[dictionaries.{name}]\nvalues = {json.dumps(values)}\n" for name, values in lists.items())]
    for path, name, parameter in [
        ("^/api/v1/cases/", "case", "path.number"),
        ("^/api/v1/corrective-actions/", "action", "path.number"),
    ]:
        lines.append(
            f'[[operations]]\ninclude-path-regex = "{path}"\n'
            f'[operations.parameters]\n"{parameter}" = {{ dictionary = "{name}", probability = 0.9 }}\n'
        )
    config.write_text("\n".join(lines))
    program = pathlib.Path(sys.executable).parent / "schemathesis"
    for settings, examples in [(plain, "8"), (config, "12")]:
        words = [str(program), "--config-file", str(settings), "run", product.origin + "/api/v1/openapi.json"]
        words += ["--header", f"Authorization: Bearer {token}", "--checks", "all", "--max-examples", examples]
        words += ["--seed", "42", "--workers", "1", "--generation-database", "none", "--no-color"]
        ran = subprocess.run(words, capture_output=True, text=True, timeout=420, cwd=product.folder)
        summary = ran.stdout[ran.stdout.rfind("SUMMARY") :]
        assert ran.returncode == 0, ran.stdout[-12000:] + ran.stderr
        print("   ", re.search(r"\d+ generated.*", summary)[0])
        assert product.process.poll() is None, "the product ended"


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    checks = [curl, python, documentation, webhooks, schemathesis]
    wanted = sys.argv[2:]
    passed = failed = 0
    with tempfile.TemporaryDirectory(prefix="phucdap-interface-") as folder:
        product = Product(program, folder)
        try:
            token = prepare(product)
            for check in checks:
                if wanted and check.__name__ not in wanted:
                    continue
                began = time.monotonic()
                try:
                    check(product, token)
                    passed += 1
                    print(f"ok {check.__name__} ({time.monotonic() - began:.1f} s)", flush=True)
                except (AssertionError, subprocess.TimeoutExpired, urllib.error.HTTPError) as error:
                    failed += 1
                    print(f"not ok {check.__name__}: {error}", flush=True)
        finally:
            product.stop()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


def prepare(product):
    """QMR becomes the only administrator: one account sees cases and administers, and cannot be closed by what is tried."""
    administrator, token = product.token("quantri"), product.token("qmr")
    person = product.ask(token, "GET", "/me")["person"]["id"]
    appointment = {"person": person, "role": "administrator", "from": "2026-01-01", "document": "QD 01"}
    product.ask(administrator, "POST", "/appointments", appointment)
    own = product.ask(administrator, "GET", "/me")["person"]["id"]
    product.ask(token, "POST", f"/people/{own}/closing")
    return token


if __name__ == "__main__":
    sys.exit(main())
