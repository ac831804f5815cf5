"""The running server, asked by real clients: SPARQLWrapper, rdflib, a browser, plain HTTP."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pyoxigraph as ox
import pytest

import tests.factories as f
from kg.errors import KgError, MissingExtraError
from kg.export import Settings, write
from kg.query import Graph, stock
from kg.query.relay import relay
from kg.query.serve import Address, ServeError, find_server, serve, store_of
from kg.query.workers import MOST, Workers

pytest.importorskip("SPARQLWrapper", reason="pip install 'kg-actors[test]'")
try:
    BINARY = find_server()
except MissingExtraError as error:
    pytest.skip(str(error), allow_module_level=True)

MET = "SELECT ?one ?other WHERE { ?one <https://w3id.org/kg-actors/ontology#metWith> ?other }"
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
SLOW = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?b ?f . ?g ?b ?i . ?j ?b ?l . ?m ?b ?o }"
# Multiplied out in memory: Oxigraph's own time limit does not see it.
PRODUCT = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
EATER = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } ORDER BY ?l"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("served")
    write(f.dataset(), folder, ["csv", "store", "nquads", "turtle"], Settings(f.RELATIONS))
    return folder


def start(out: Path, *options: str) -> tuple[subprocess.Popen[str], Address]:
    command = [sys.executable, "-m", "kg", "serve", str(out), "--port", "0", *options]
    # Its own group of processes, so that Ctrl-C can be given to all of them as a terminal does.
    pipe = subprocess.PIPE
    child = subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, process_group=0)
    assert child.stdout is not None
    lines = [child.stdout.readline().split() for _ in range(3)]
    if not lines[-1]:
        raise AssertionError(child.communicate()[1])
    return child, Address(lines[0][-1], lines[1][-1])


def stop(child: subprocess.Popen[str], number: int = signal.SIGINT) -> tuple[int, str]:
    child.send_signal(number)
    _, errors = child.communicate(timeout=20)
    return child.returncode, errors


@pytest.fixture(scope="module")
def address(out: Path) -> Iterator[Address]:
    child, found = start(out, "--timeout", "1")
    yield found
    stop(child)


def request(
    url: str, accept: str = "*/*", body: str | None = None, kind: str = "", method: str | None = None
) -> tuple[int, str, str]:
    headers = {"Accept": accept} | ({"Content-Type": kind} if kind else {})
    asked = urllib.request.Request(url, body.encode() if body is not None else None, headers, method=method)
    try:
        with urllib.request.urlopen(asked, timeout=60) as answer:
            return answer.status, answer.headers["Content-Type"], answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers["Content-Type"] or "", error.read().decode()


def get(address: Address, query: str, accept: str) -> tuple[int, str, str]:
    return request(f"{address.query}?{urlencode({'query': query})}", accept)


def listening(address: Address) -> bool:
    host, port = address.query.split("/")[2].split(":")
    with socket.socket() as probe:
        return probe.connect_ex((host, int(port))) == 0


# Protocol


@pytest.mark.parametrize(
    ("accept", "holds"),
    [
        ("application/sparql-results+json", '"bindings"'),
        ("application/sparql-results+xml", "<sparql"),
        ("text/csv", "one,other"),
        ("text/tab-separated-values", "?one\t?other"),
    ],
)
def test_rows_in_the_form_asked_for(address: Address, accept: str, holds: str) -> None:
    status, kind, text = get(address, MET, accept)
    assert (status, kind.partition(";")[0]) == (200, accept)
    assert holds in text
    assert f.NADIA.id in text


def test_turtle(address: Address, out: Path) -> None:
    status, kind, text = get(address, "CONSTRUCT WHERE { ?s ?p ?o }", "text/turtle")
    assert (status, kind) == (200, "text/turtle")
    assert set(ox.parse(text, format=ox.RdfFormat.TURTLE)) == set(
        ox.parse(path=out / "graph.ttl", format=ox.RdfFormat.TURTLE)
    )


def test_post_in_both_ways(address: Address) -> None:
    form = request(address.query, "text/csv", urlencode({"query": MET}), "application/x-www-form-urlencoded")
    plain = request(address.query, "text/csv", MET, "application/sparql-query")
    assert form == plain == get(address, MET, "text/csv")
    assert form[0] == 200


@pytest.mark.parametrize(
    ("path", "method", "kind", "body"),
    [
        ("/update", "POST", "application/sparql-update", "CLEAR ALL"),
        ("/update", "POST", "application/x-www-form-urlencoded", "update=CLEAR+ALL"),
        ("/store?default", "PUT", "text/turtle", ""),
        ("/store?default", "POST", "text/turtle", "<a:a> <a:b> <a:c> ."),
        ("/store?default", "DELETE", "", None),
    ],
)
def test_changes_are_refused(address: Address, path: str, method: str, kind: str, body: str | None) -> None:
    before = get(address, COUNT, "text/csv")
    assert request(address.query.removesuffix("/query") + path, "*/*", body, kind, method)[0] == 403
    assert get(address, COUNT, "text/csv") == before


def test_a_wrong_query_is_told(address: Address) -> None:
    assert get(address, "SELEC", "text/csv")[0] == 400


def test_no_other_web_page_may_read(address: Address) -> None:
    for url in (f"{address.query}?{urlencode({'query': MET})}", address.page + "about.json"):
        asked = urllib.request.Request(url, headers={"Origin": "https://example.org"})
        with urllib.request.urlopen(asked) as answer:
            assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize("host", ["evil.example", "evil.example:7878", "127.0.0.1.evil.example", "[x"])
def test_no_web_page_reads_it_by_a_name_of_its_own(address: Address, host: str) -> None:
    for url in (f"{address.query}?{urlencode({'query': MET})}", address.page, address.page + "about.json"):
        asked = urllib.request.Request(url, headers={"Host": host})
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(asked)
        assert refused.value.code == 421


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1:9", "[::1]:7878"])
def test_it_answers_to_every_name_of_this_machine(address: Address, host: str) -> None:
    for url in (f"{address.query}?{urlencode({'query': MET})}", address.page):
        with urllib.request.urlopen(urllib.request.Request(url, headers={"Host": host})) as answer:
            assert answer.status == 200


# Clients


def test_sparqlwrapper(address: Address) -> None:
    from SPARQLWrapper import JSON, POST, TURTLE, SPARQLWrapper

    client = SPARQLWrapper(address.query)
    client.setQuery(MET)
    client.setReturnFormat(JSON)
    for method in ("GET", POST):
        client.setMethod(method)
        rows: Any = client.queryAndConvert()
        ends = [tuple(row[name]["value"].rpartition("/")[2] for name in ("one", "other"))
                for row in rows["results"]["bindings"]]  # fmt: skip
        assert sorted(ends) == [(f.NADIA.id, f.SALIM.id), (f.SALIM.id, f.NADIA.id)]
    client.setQuery("DESCRIBE <https://w3id.org/kg-actors/id/actor/northland>")
    client.setReturnFormat(TURTLE)
    assert f.NORTH.name_ar.encode() in client.query().convert()


def test_rdflib_sparqlstore(address: Address, out: Path) -> None:
    import rdflib
    from rdflib.plugins.stores.sparqlstore import SPARQLStore

    remote = rdflib.Graph(SPARQLStore(address.query))
    local = rdflib.Graph().parse(out / "graph.ttl")
    met = rdflib.URIRef("https://w3id.org/kg-actors/ontology#metWith")
    assert set(remote.subject_objects(met)) == set(local.subject_objects(met)) != set()
    assert len(remote) == len(local)
    assert {tuple(row) for row in remote.query(MET)} == set(local.subject_objects(met))


def test_sixteen_clients_at_once(address: Address) -> None:
    seconds = 30 if os.environ.get("KG_SLOW") else 5
    expected = {query: get(address, query, "text/csv") for query in (MET, COUNT)}
    assert {status for status, _, _ in expected.values()} == {200}
    end = time.monotonic() + seconds
    asked, wrong = [0] * 16, []

    def client(number: int) -> None:
        while time.monotonic() < end:
            query = (MET, COUNT)[asked[number] % 2]
            try:
                if (found := get(address, query, "text/csv")) != expected[query]:
                    wrong.append(found)
            except OSError as error:
                wrong.append(error)  # type: ignore[arg-type]
            asked[number] += 1

    threads = [threading.Thread(target=client, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"{sum(asked) / seconds:.0f} requests a second")
    assert wrong == []
    assert min(asked) > 0


@pytest.mark.parametrize("query", [SLOW, PRODUCT], ids=["slow", "product"])
def test_a_slow_query_is_cut_off_and_hurts_nobody(address: Address, query: str) -> None:
    taken: list[float] = []
    answers: list[tuple[int, str, str]] = []

    def slow() -> None:
        began = time.monotonic()
        answers.append(get(address, query, "application/sparql-results+json"))
        taken.append(time.monotonic() - began)

    threads = [threading.Thread(target=slow) for _ in range(3)]
    for thread in threads:
        thread.start()
    longest, others = 0.0, 0
    while any(thread.is_alive() for thread in threads):
        began = time.monotonic()
        assert get(address, MET, "text/csv")[0] == 200
        longest, others = max(longest, time.monotonic() - began), others + 1
    assert [status for status, _, _ in answers] == [504] * 3
    assert "ended after 1 seconds" in answers[0][2]
    assert all(0.9 < seconds < 5 for seconds in taken)
    assert others > 2
    assert longest < 4


def test_more_slow_queries_than_processes(address: Address) -> None:
    """Who waits in vain is told so, and afterwards all is as before."""
    statuses: list[int] = []
    threads = [
        threading.Thread(target=lambda: statuses.append(get(address, PRODUCT, "text/csv")[0]))
        for _ in range(2 * MOST)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(statuses) == 2 * MOST
    assert set(statuses) <= {503, 504}
    assert 504 in statuses
    assert get(address, MET, "text/csv")[0] == 200


def test_an_answer_cut_off_halfway_is_no_answer(address: Address) -> None:
    """What was sent of it already cannot be taken for the whole."""
    with pytest.raises((HTTPException, OSError)):
        get(address, "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", "text/csv")


# Start and stop


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_cleanly(out: Path, number: int) -> None:
    child, found = start(out)
    assert listening(found)
    assert stop(child, number) == (0, "")
    assert not listening(found)
    assert sorted(path.name for path in out.iterdir() if path.name.startswith(".")) == []


def test_ctrl_c_while_a_query_runs(out: Path) -> None:
    child, found = start(out, "--timeout", "60")

    def slow() -> None:
        with contextlib.suppress(OSError, HTTPException):
            answers.append(get(found, SLOW, "text/csv")[2])

    answers: list[str] = []
    thread = threading.Thread(target=slow)
    thread.start()
    time.sleep(0.5)
    began = time.monotonic()
    os.killpg(child.pid, signal.SIGINT)  # as a terminal does it, to the server too
    _, errors = child.communicate(timeout=20)
    thread.join(20)
    assert answers == []
    assert (child.returncode, errors) == (0, "")
    assert time.monotonic() - began < 10
    assert not listening(found)


def gone(process: int, seconds: float) -> bool:
    """Tell whether a process ends in so many seconds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def processes(workers: Workers) -> list[int]:
    """The numbers of its processes that run."""
    return [worker._process.pid for worker in workers._all if worker.lives()]


@pytest.fixture
def served(out: Path) -> Iterator[tuple[Workers, Address, list[str]]]:
    """An endpoint in this process, whose servers may take 600 MB each; what it warns of."""
    warned: list[str] = []
    workers = Workers(BINARY, out / "graph.oxigraph", memory=600_000_000)
    with relay(("127.0.0.1", 0), workers, 60, warned.append) as server:
        yield workers, Address(f"http://127.0.0.1:{server.server_address[1]}/query", ""), warned
    assert processes(workers) == []


def test_a_server_that_died_is_replaced(served: tuple[Workers, Address, list[str]]) -> None:
    workers, found, warned = served
    for _ in range(3):
        assert get(found, MET, "text/csv")[0] == 200
        time.sleep(0.5)
        for process in processes(workers):
            os.kill(process, signal.SIGKILL)
        time.sleep(0.5)
        assert get(found, MET, "text/csv")[0] == 200
    assert warned == []


def test_a_server_that_dies_at_work_is_told(served: tuple[Workers, Address, list[str]]) -> None:
    workers, found, warned = served
    answers: list[tuple[int, str, str]] = []
    thread = threading.Thread(target=lambda: answers.append(get(found, PRODUCT, "text/csv")))
    thread.start()
    time.sleep(0.5)
    (process,) = processes(workers)
    os.kill(process, signal.SIGKILL)
    thread.join(20)
    assert answers[0][0] == 503
    assert len(warned) == 1
    assert get(found, MET, "text/csv")[0] == 200


def test_clients_that_hang_up_stop_their_query(served: tuple[Workers, Address, list[str]]) -> None:
    workers, found, warned = served
    with socket.create_connection(("127.0.0.1", int(found.query.split(":")[2].split("/")[0]))) as client:
        asked = f"GET /query?{urlencode({'query': PRODUCT})} HTTP/1.1\r\nHost: localhost\r\n\r\n"
        client.sendall(asked.encode())
        time.sleep(0.5)
        (process,) = processes(workers)
    assert gone(process, 10)
    assert get(found, MET, "text/csv")[0] == 200
    assert warned == []


@pytest.mark.skipif(sys.platform != "linux", reason="the limit of memory is set on Linux")
def test_a_query_that_eats_memory_ends_itself_alone(served: tuple[Workers, Address, list[str]]) -> None:
    _, found, warned = served
    answers: list[tuple[int, str, str]] = []
    thread = threading.Thread(target=lambda: answers.append(get(found, EATER, "text/csv")))
    thread.start()
    while thread.is_alive():
        assert get(found, MET, "text/csv")[0] == 200
    assert answers[0][0] == 503
    assert "more than 0.6 GB" in answers[0][2]
    assert len(warned) == 1


def test_a_taken_port_is_told(out: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(ServeError, match="--port"):
        serve(out, port=taken.getsockname()[1])


def test_a_missing_server_is_told(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("sysconfig.get_path", lambda name: str(out))
    with pytest.raises(MissingExtraError, match=r"kg-actors\[serve\]"):
        serve(out, port=0)


@pytest.mark.parametrize("name", ["empty", "absent"])
def test_no_graph_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(KgError, match="kg build"):
        serve(tmp_path / name, port=0)


# The store


def quads(store: Path) -> set[ox.Quad]:
    return set(ox.Store.read_only(str(store)))


def test_a_store_is_made_once_and_again_when_the_tables_are_newer(tmp_path: Path) -> None:
    write(f.dataset(), tmp_path, ["csv", "turtle"], Settings(f.RELATIONS))
    expected = set(Graph.open(tmp_path).store)
    with store_of(tmp_path) as made:
        assert made == tmp_path / "graph.oxigraph"
        assert quads(made) == expected
        first = (made / "CURRENT").stat().st_ino
    with store_of(tmp_path) as made:
        assert (made / "CURRENT").stat().st_ino == first
    later = time.time() + 60
    write(f.merged(f.extractions()[:1]), tmp_path, ["csv", "turtle"], Settings(f.RELATIONS))
    for path in tmp_path.glob("*.*v"):
        os.utime(path, (later, later))
    with store_of(tmp_path) as made:
        assert len(quads(made)) < len(expected)
    assert {path.name for path in tmp_path.iterdir()} >= {"graph.oxigraph", "graph.ttl"}
    assert not list(tmp_path.glob(".*"))


def test_a_lone_file_is_served_from_a_copy(out: Path, tmp_path: Path) -> None:
    file = tmp_path / "graph.nq"
    file.write_bytes((out / "graph.nq").read_bytes())
    with store_of(file) as made:
        graph = Graph.open(made)
        assert quads(out / "graph.oxigraph") <= set(graph.store)
        assert graph.query("ASK { GRAPH ?g { ?s ?p ?o } }").rows == [(True,)]
    assert not made.exists()
    assert [path.name for path in tmp_path.iterdir()] == ["graph.nq"]


# The page


def test_each_stock_question_is_written_out_for_any_server(address: Address, out: Path) -> None:
    names = {"actor": "Northland", "source": "northland", "target": f.SOUTH.name_ar,
             "one": f.NADIA.name_ar, "other": f.SALIM.name_ar}  # fmt: skip
    graph, answered = Graph.open(out), 0
    for question in stock():
        given = {p.name: names.get(p.name, "") for p in question.parameters if p.kind == "actor"}
        if any(p.required and not given.get(p.name) for p in question.parameters):
            continue
        status, _, text = request(address.page + "question?" + urlencode({"name": question.name} | given))
        assert status == 200, text
        status, _, found = get(address, text, "application/sparql-results+json")
        assert status == 200, found
        expected = graph.ask(question.name, {name: value for name, value in given.items() if value})
        assert len(json.loads(found)["results"]["bindings"]) == len(expected.rows)
        answered += 1
    assert answered >= 15


def test_the_page_takes_nothing_else(address: Address) -> None:
    assert request(address.page + "../pyproject.toml")[0] == 404
    assert request(address.page + "question?name=nothing")[0] == 400
    text = request(address.page + "question?" + urlencode({"name": "who-met-whom", "actor": "لا أحد"}))[2]
    assert "no actor" in text
    assert request(address.page + "query", "*/*", MET, "text/plain")[0] == 403
    assert request(address.page + "query", "*/*", "CLEAR ALL", "application/sparql-query")[0] == 400
    assert request(address.page + "query", "text/csv", MET, "application/sparql-query")[0] == 200
    assert request(address.page + "graph.html")[0] == 404


def test_the_page_in_a_browser(browser: Any, tmp_path: Path) -> None:
    write(f.dataset(), tmp_path, ["csv", "turtle"], Settings(f.RELATIONS))
    (tmp_path / "graph.html").write_text("<title>the graph</title>", encoding="utf-8")
    child, found = start(tmp_path)
    context = browser.new_context()
    try:
        tab = context.new_page()
        asked, errors = [], []
        tab.on("request", lambda one: asked.append(one.url))
        tab.on("console", lambda message: message.type == "error" and errors.append(message.text))
        tab.on("pageerror", lambda error: errors.append(str(error)))
        tab.goto(found.page)
        tab.wait_for_selector("#question option", state="attached")
        assert tab.inner_text("#endpoint") == found.query
        tab.select_option("#question", "who-met-whom")
        tab.fill("input[name=actor]", f.SALIM.name_ar)
        tab.click("#ask")
        tab.wait_for_selector("#answer table")
        assert tab.inner_text("#message") == "1 rows"
        row = tab.locator("#answer tbody td").all_inner_texts()
        assert row[:4] == ["2024-06-24", f.NADIA.name_ar, f.SALIM.name_ar, f.PORT.name_ar]
        assert row[-1].startswith("event:")
        tab.fill("#sparql", 'SELECT ("<img src=x onerror=alert(1)>" AS ?x) {}')
        tab.click("#run")
        tab.wait_for_function("() => document.querySelector('#answer td')?.textContent.startsWith('<img')")
        tab.select_option("#format", "CSV")
        tab.fill("#sparql", MET)
        tab.click("#run")
        tab.wait_for_selector("#answer pre")
        assert tab.inner_text("#answer pre").startswith("one,other")
        assert errors == []
        tab.fill("#sparql", "SELEC")
        tab.click("#run")
        tab.wait_for_selector("#message.fault")
        assert "expected" in tab.inner_text("#message")
        tab.click("#view")
        assert tab.title() == "the graph"
        assert [url for url in asked if not url.startswith((found.page, "blob:", "data:"))] == []
    finally:
        context.close()
        stop(child)


# Outwards

DOCS = Path(__file__).resolve().parents[2] / "docs" / "store.md"
CLAIMS = "SELECT (COUNT(?c) AS ?n) { GRAPH ?g { ?c a <https://w3id.org/kg-actors/ontology#Claim> } }"


@pytest.fixture
def writable(tmp_path: Path) -> Iterator[str]:
    """A second server, empty, that takes what it is given; its address without the path."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        base = f"http://127.0.0.1:{probe.getsockname()[1]}"
    command = [BINARY, "serve", "--location", str(tmp_path / "second"), "--bind", base.rpartition("/")[2]]
    child = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        while not listening(Address(f"{base}/query", "")):
            assert child.poll() is None
            time.sleep(0.05)
        yield base
    finally:
        child.terminate()
        child.wait(20)


def script(language: str) -> str:
    """The one block of that language in the guide, as a reader would copy it."""
    (block,) = DOCS.read_text(encoding="utf-8").split(f"```{language}\n")[1:]
    return block.partition("```")[0]


@pytest.mark.parametrize("language", ["python", "sh"])
def test_the_quads_load_into_another_server_as_the_guide_says(
    writable: str, out: Path, address: Address, tmp_path: Path, language: str
) -> None:
    text = script(language).replace("http://localhost:3030", writable).replace("out/", f"{out}/")
    program = [sys.executable, "-c"] if language == "python" else ["sh", "-ec"]
    if language == "sh" and shutil.which("curl") is None:
        pytest.skip("needs curl")
    done = subprocess.run([*program, text], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    other = Address(f"{writable}/query", "")
    assert get(other, CLAIMS, "text/csv")[2].split() == ["n", "9"]
    # Without GRAPH it answers as kg serve does, each statement once.
    assert sorted(get(other, MET, "text/csv")[2].split()) == sorted(get(address, MET, "text/csv")[2].split())
    assert get(other, COUNT, "text/csv") == get(address, COUNT, "text/csv")
    # One graph a document: dropping it drops its claims and no others.
    gone = urlencode({"graph": "https://w3id.org/kg-actors/id/doc/d1"})
    assert request(f"{writable}/store?{gone}", method="DELETE")[0] == 204
    assert get(other, CLAIMS, "text/csv")[2].split() == ["n", "6"]
