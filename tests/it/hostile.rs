//! What people must not be able to do to a site by what they put into its files: run something on a page, lead
//! elsewhere, stop the program. `fuzz/targets.rs` says what must hold; here it is fed with a bounded number of inputs.

use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::cli::Place;

#[path = "../../fuzz/targets.rs"]
mod targets;

/// A small generator with a fixed beginning, so that a failure comes again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below.max(1) as u64) as usize
    }
}

/// Pieces that have meant something to some parser.
const PIECES: &[&str] = &[
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</title><script>",
    "\"><svg onload=x>",
    "' onclick='x",
    "## x {#a .b onclick=c}\n",
    "javascript:alert(1)",
    "[x](javascript:alert(1))",
    "[x](data:text/html,x)",
    "<javascript:x>",
    "[x]: //evil\n",
    "![x](y)",
    "{{ 7 * 7 }}",
    "{% for x in y %}",
    "{# x #}",
    "{ $x }",
    "{ -x }",
    "{ x ->\n",
    "{ \"\\u0000\" }",
    "*[other]",
    "'''",
    "\"\"\"",
    "\u{202E}",
    "\u{2066}",
    "\u{200B}",
    "\u{FEFF}",
    "\u{E000}",
    "\u{0}",
    "\u{AD}",
    "а",
    "\u{301}",
    "\r",
    "\t",
    "&#x6a;",
    "&lt;",
    "../../etc/passwd",
    "code:",
    "pair:",
    "file:",
    "https://",
    "`",
    "```\n",
    "**",
    "> > > ",
    "[[x]]\n",
    "= [",
    "}\n",
    "\\",
    "\n\n",
    "|-|\n",
];

fn mutated(seeds: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = seeds[dice.roll(seeds.len())].clone();
    for _ in 0..=dice.roll(4) {
        let at = dice.roll(bytes.len());
        let end = (at + dice.roll(40)).min(bytes.len());
        match dice.roll(6) {
            0 => drop(bytes.drain(at..end)),
            1 => {
                let part = bytes[at..end].to_vec();
                bytes.splice(at..at, part);
            }
            2 if !bytes.is_empty() => bytes[at] = dice.roll(256) as u8,
            3 => bytes.truncate(end),
            _ => {
                let piece = PIECES[dice.roll(PIECES.len())].bytes();
                bytes.splice(at..at, piece);
            }
        }
    }
    bytes
}

fn run(target: fn(&[u8]), seeds: &[(u8, &str)], rounds: usize) {
    let read = |(first, path): &(u8, &str)| {
        let path = crate::support::root().join(path);
        let text =
            std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        [vec![*first], text].concat()
    };
    let seeds: Vec<Vec<u8>> = seeds.iter().map(read).collect();
    let mut dice = Dice(0x2545_F491_4F6C_DD1D);
    seeds.iter().for_each(|seed| target(seed));
    for _ in 0..rounds {
        target(&mutated(&seeds, &mut dice));
    }
}

#[test]
fn content_of_any_kind_is_inert_or_reported() {
    let parcel = "tests/sites/parcel/content";
    let files = [
        "parcel/codes/lost.toml",
        "parcel/protocol.toml",
        "site.toml",
        "parcel/specs.toml",
    ];
    let files = files.map(|file| format!("{parcel}/{file}"));
    let mut seeds: Vec<(u8, &str)> = (0..).zip(files.iter().map(String::as_str)).collect();
    seeds.push((5, "content/terms.toml"));
    seeds.push((6, "content/pages/about.md"));
    run(targets::content, &seeds, 300);
}

#[test]
fn messages_of_any_kind_are_inert_or_reported() {
    let seeds = [
        (0, "tests/sites/parcel/locales/en/parcel.ftl"),
        (1, "locales/en/pair.ftl"),
    ];
    run(targets::messages, &seeds, 200);
}

#[test]
fn templates_of_any_kind_end() {
    run(
        targets::template,
        &[(0, "templates/page.html"), (1, "templates/ui.html")],
        200,
    );
}

#[test]
fn markdown_of_any_kind_is_inert() {
    run(
        targets::markdown,
        &[(10, "content/pages/about.md"), (10, "CONTRIBUTING.md")],
        3000,
    );
}

#[test]
fn examples_of_any_kind_are_inert_or_reported() {
    run(targets::example, &[(10, "content/sip/codes/486.toml")], 200);
}

/// Runs `check` over a site with one file changed; it must end by itself, soon, and say something short.
fn checked(name: &str, path: &str, change: impl Fn(&str) -> String) {
    let place = Place::new(&format!("hostile-{name}"));
    let text = std::fs::read_to_string(place.path(path)).expect("readable");
    place.write(path, change(&text).as_bytes());
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_versus"))
        .arg("--root")
        .arg(&place.0)
        .arg("check")
        .stderr(Stdio::from(
            std::fs::File::create(place.path("errors")).expect("writable"),
        ))
        .spawn()
        .expect("runs");
    let started = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().expect("known") {
            break status;
        }
        if started.elapsed() > Duration::from_secs(120) {
            drop(child.kill());
            panic!("{name} does not end");
        }
        std::thread::sleep(Duration::from_millis(10));
    };
    let errors = std::fs::read(place.path("errors")).expect("readable");
    assert!(matches!(status.code(), Some(0 | 1)), "{name}: {status}");
    assert!(errors.len() < 500_000, "{name} says {} bytes", errors.len());
}

#[test]
fn depth_and_size_do_not_stop_the_program() {
    const LOST: &str = "content/parcel/codes/lost.toml";
    const ABOUT: &str = "content/pages/about.md";
    const WORDS: &str = "locales/en/parcel.ftl";
    const PAGE: &str = "templates/page.html";
    let many = |piece: &str| piece.repeat(100_000);
    for (name, path, added) in [
        ("toml-arrays", LOST, format!("\nx = {}", many("["))),
        ("toml-tables", LOST, format!("\nx = {}", many("{a="))),
        ("toml-dots", LOST, format!("\n{}b = 1", many("a."))),
        (
            "toml-string",
            LOST,
            format!("\nx = \"{}", "y".repeat(10_000_000)),
        ),
        (
            "toml-key",
            LOST,
            format!("\n{} = 1", "k".repeat(10_000_000)),
        ),
        (
            "toml-keys",
            LOST,
            (0..20_000).map(|i| format!("\nk{i} = 1")).collect(),
        ),
        ("markdown-quotes", ABOUT, format!("\n\n{}x", many("> "))),
        ("markdown-lists", ABOUT, format!("\n\n{}x", many("- "))),
        (
            "markdown-links",
            ABOUT,
            format!("\n\n{}x{}", many("["), many("](https://a)")),
        ),
        ("markdown-emphasis", ABOUT, format!("\n\n{}", many("*a_ "))),
        ("markdown-html", ABOUT, format!("\n\n{}", many("<b>x</b> "))),
        ("fluent-braces", WORDS, format!("\nx = {}", many("{ "))),
        (
            "fluent-pairs",
            WORDS,
            format!("\nx = {}\"a\"{}", many("{ "), many(" }")),
        ),
        (
            "fluent-choices",
            WORDS,
            format!("\nx = {}", many("{ $a ->\n *[o] ")),
        ),
        ("fluent-calls", WORDS, format!("\nx = {{ {}", many("A("))),
        ("template-brackets", PAGE, format!("{{{{ {}", many("("))),
        ("template-choices", PAGE, many("{% if 1 %}")),
        (
            "template-sums",
            PAGE,
            format!("{{{{ 1{} }}}}", many(" + 1")),
        ),
    ] {
        checked(name, path, |text| format!("{text}{added}"));
    }
    let long = "x".repeat(10_000_000);
    for key in ["phrase = ", "meaning = ", "class = ", "use = "] {
        let name = key.trim_end_matches(" = ");
        checked(name, LOST, |text| {
            text.replacen(key, &format!("{key}\"{long}\" # "), 1)
        });
    }
}
