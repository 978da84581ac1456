"""The command in another language: all it says is there in each, and none of it stands in code."""

import ast
import json
import re
import tomllib
from pathlib import Path
from string import Formatter

import pytest

import referral_map
from referral_map import load_atlas
from referral_map.sessions import session_of, write_session
from referral_map.words import words_in

LIBRARY = Path(referral_map.__file__).parent
THIGH = "thigh_back_middle_right"
REGION = ("match", "--region", THIGH)
SPANISH = ("--language", "es")


def texts(table, before=""):
    """The keys and texts of a file of words."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from texts(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def of_the_command(language):
    """What the command says in a language, by key."""
    return dict(texts(tomllib.loads((LIBRARY / "words" / language / "cli.toml").read_text())))


def pattern_of(text):
    """A regular expression for a text with whatever in its fields."""
    parts = [
        re.escape(plain) + ("" if field is None else ".+?")
        for plain, field, _, _ in Formatter().parse(text.strip())
    ]
    return re.compile(r"(?<!\w)" + "".join(parts) + r"(?!\w)")


ENGLISH = {
    key: pattern_of(text)
    for key, text in of_the_command("en").items()
    if not pattern_of(text).search(of_the_command("es")[key])
}
"""What the command says in English and in no other language."""


def english_in(printed):
    """The keys of English texts in what was printed."""
    return [key for key, pattern in ENGLISH.items() if pattern.search(" ".join(printed.split()))]


@pytest.fixture
def saved(tmp_path, monkeypatch):
    """A folder with sessions, in which the commands run."""
    monkeypatch.chdir(tmp_path)
    for name, language, region, day in (
        ("first.json", "es", "calf_middle_left", 1),
        ("last.json", "es", "thigh_back_lower_left", 9),
        ("english.json", "en", "thigh_back_lower_left", 5),
        ("other.json", "xx", "thigh_back_lower_left", 5),
    ):
        marks = [{"kind": "region", "region": region, "intensity": 5}]
        visited = f"2026-11-{day:02}T10:00:00Z"
        write_session(session_of({"marks": marks, "language": language, "visited": visited}), name)
    Path("empty.json").write_text('{"regions": []}')
    return tmp_path


# arguments and words of the answer
IN_SPANISH = {
    "regions": (["regions"], ["Parte"]),
    "atlas": (["atlas"], ["(capa profunda)", "puntos gatillo por lado"]),
    "match": ([*REGION], ["Esto podría explicar", "lado derecho"]),
    "match, on a body": ([*REGION, "--body", "woman"], ["Marcado: ", "% de la piel"]),
    "match, points together": (["match", "--region", "sacrum_left"], ["Juntos: "]),
    "match, a sign": ([*REGION, "--answer", "foot_drop=yes"], ["HOY: ", "Sin autocuidado"]),
    "match, a sign for now": ([*REGION, "--answer", "saddle_numbness=yes"], ["AHORA: "]),
    "match, a sign for soon": ([*REGION, "--answer", "cancer_history=yes"], ["PRONTO: "]),
    "match, in doubt": ([*REGION, "--answer", "foot_drop=not_sure"], ["Pregunte esto primero: "]),
    "match, nothing": (["match", "--drawing", "empty.json"], ["No hay nada", "Aviso: "]),
    "questions": (["questions"], ["¿"]),
    "compare": (["compare", "first.json", "last.json"], ["nervio ciático", "lo peor 5"]),
    "compare, an old form": (["compare", "empty.json", "last.json"], ["sin fecha", "Aviso: "]),
    "handout": (["handout", "english.json", "-o", "a.svg"], ["se escribió a.svg"]),
    "figure": (["figure", "soleus_1", "-o", "a.svg"], ["se escribió a.svg"]),
    "check": (["check"], ["problema"]),
    "help": (["--help"], ["uso: referral-map", "no da un diagnóstico", "opciones:"]),
    **{
        f"help of {name}": ([name, "--help"], ["uso: referral-map", "opciones:", "idioma"])
        for name in (
            "regions", "atlas", "match", "questions", "compare", "handout", "session-schema",
            "figure", "contact-sheets", "check",
        )
    },
}  # fmt: skip


@pytest.mark.parametrize("name", IN_SPANISH)
@pytest.mark.usefixtures("saved")
def test_what_is_printed_in_spanish_holds_no_english(run, capsys, name):
    arguments, words = IN_SPANISH[name]
    if "--help" in arguments:
        with pytest.raises(SystemExit):
            run(*arguments, *SPANISH) if arguments[0] != "--help" else run(*SPANISH, *arguments)
        printed = capsys.readouterr().out
    else:
        answer = run(*arguments, *SPANISH)
        assert answer.err == ""
        printed = answer.out
    assert english_in(printed) == []
    for each in words:
        assert each in " ".join(printed.split())


@pytest.mark.usefixtures("saved")
def test_contact_sheets_speak_the_language(run, monkeypatch):
    seen = []

    def drawn(atlas, drawings):
        seen.append((atlas.language, drawings["views"]["front"]["title"]))
        return iter(())

    monkeypatch.setattr("referral_map.figures.contact_sheets", drawn)
    assert run("contact-sheets", "-o", "sheets", *SPANISH).code == 0
    assert seen == [("es", "Frente")]


@pytest.mark.usefixtures("saved")
def test_a_figure_says_its_words_in_the_language(run):
    assert run("figure", "soleus_1", "-o", "a.svg", *SPANISH).code == 0
    words = words_in("es")
    drawn = Path("a.svg").read_text(encoding="utf-8")
    for key in ("figure.essential", "figure.what_it_is", "view.back"):
        assert words(key) in drawn, key
        assert words_in("en")(key) not in drawn, key


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["macth"], ["orden desconocida 'macth'", "¿quiso decir 'match'?", "se permite: "]),
        (["match"], ["match necesita --region"]),
        ([*REGION, "--answer", "foot_dropp=yes"], ["pregunta desconocida", "¿quiso decir"]),
        ([*REGION, "--answer", "foot_drop=yse"], ["respuesta desconocida 'yse'", "¿quiso decir"]),
        ([*REGION, "--answer", "foot_drop"], ["CLAVE=VALOR"]),
        (["regions", "--jsno"], ["vea 'referral-map --help'"]),
        (["figure", "soleus_1", "-o", "a.jpg"], ["la terminación es '.jpg'"]),
        (["figure", "soleus_1", "-o", "no/a.png"], ["no existe la carpeta 'no'"]),
        (["contact-sheets", "-o", "first.json/no"], ["no se puede escribir en"]),
        (["match", "--drawing", "missing.json"], ["no se puede abrir 'missing.json'"]),
        (["compare", "first.json"], ["dos sesiones o más"]),
    ],
)
@pytest.mark.usefixtures("saved")
def test_bad_input_is_told_in_the_language(run, arguments, words):
    answer = run(*SPANISH, *arguments) if arguments == ["macth"] else run(*arguments, *SPANISH)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    for each in words:
        assert each in answer.err


@pytest.mark.parametrize("command", [["regions"], [*REGION], ["check"], ["session-schema"]])
def test_a_language_that_there_is_not_is_one_line(run, command):
    answer = run(*command, "--language", "ess")
    assert (answer.code, answer.out) == (2, "")
    assert "unknown language 'ess'; allowed: en, es; did you mean 'es'?" in answer.err


@pytest.mark.usefixtures("saved")
def test_a_session_is_read_in_its_own_language(run):
    assert "Esto podría explicar" in run("match", "--drawing", "last.json").out
    assert "This might explain" in run("match", "--drawing", "english.json").out
    # Its language is not there.
    assert "This might explain" in run("match", "--drawing", "other.json").out
    assert "This might explain" in run("match", "--drawing", "last.json", "--language", "en").out


@pytest.mark.usefixtures("saved")
def test_visits_are_compared_in_the_language_that_all_have(run):
    for order in (("first.json", "last.json"), ("last.json", "first.json")):
        assert run("compare", *order).out.startswith("La mayor parte del dolor")
        assert run("compare", *order, "--language", "en").out.startswith("Most of the pain")
    assert run("compare", "first.json", "english.json").out.startswith("Most of the pain")


def test_json_has_the_same_keys_and_ids_in_every_language(run):
    def shape(value):
        if isinstance(value, dict):
            return {key: shape(each) for key, each in value.items()}
        if isinstance(value, list) and value and isinstance(value[0], dict):
            return [shape(each) for each in value]
        return type(value)

    for command in (["regions"], ["atlas"], ["questions"], [*REGION, "--answer", "foot_drop=yes"]):
        here = json.loads(run(*command, "--json").out)
        there = json.loads(run(*command, "--json", *SPANISH).out)
        assert here != there
        assert shape(here) == shape(there)
    ids = [[each["id"] for each in json.loads(run("regions", "--json", *more).out)]
           for more in ((), SPANISH)]  # fmt: skip
    assert ids[0] == ids[1] == [region.id for region in load_atlas().regions]


def documentation(tree):
    """The literals that tell a reader of the code what a part of it is for."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value


def sentences_in(code):
    """Literals of two words or more, in which a field of an f-string counts as a word."""
    tree = ast.parse(code)
    told = {id(node) for node in documentation(tree)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            told |= {id(part) for part in node.values if isinstance(part, ast.Constant)}
            parts = [part.value if isinstance(part, ast.Constant) else "\0" for part in node.values]
            text = "".join(str(part) for part in parts)
            if re.search(r"[^\W\d]{3}", text) and re.search(r"[\w\0][\s,:;]+[\w\0]", text):
                yield text.replace("\0", "{}")
        elif (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in told
            and re.search(r"\w\W*\s\W*\w", node.value)
        ):
            yield node.value


@pytest.mark.parametrize("path", sorted((LIBRARY / "cli").glob("*.py")), ids=lambda path: path.name)
def test_no_sentence_of_the_command_stands_in_its_code(path):
    assert list(sentences_in(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('"""A module."""\nx = 1\n"""What x is."""', []),
        ('print("no problems")', ["no problems"]),
        ('print(f"wrote {path}")', ["wrote {}"]),
        ('print(f"{a:28} {b:6.1f} cm2  {c}")', []),
        ('name = f"patterns_{n:02}.png"', []),
        ('def f():\n    """Says it."""\n    return "not; so"', ["not; so"]),
    ],
)
def test_the_law_about_sentences_finds_them(code, found):
    assert list(sentences_in(code)) == found
