//! The architecture, as assertions over the source. Each says what to do when it fails.

use std::collections::BTreeMap;
use std::fs;

use versus::diagnostic::Id;

use crate::support::{add_folder, names, root};

fn sources() -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    add_folder(&root().join("src"), "src", &mut files);
    files
        .into_iter()
        .filter(|(path, _)| path.ends_with(".rs"))
        .map(|(path, bytes)| (path, String::from_utf8(bytes).expect("UTF-8")))
        .collect()
}

/// Modules of the library in the order of `lib.rs`.
fn modules() -> Vec<String> {
    let lib = fs::read_to_string(root().join("src/lib.rs")).expect("readable");
    let declared = lib.lines().filter_map(|line| {
        line.strip_prefix("pub mod ")
            .and_then(|rest| rest.strip_suffix(';'))
    });
    declared.map(str::to_owned).collect()
}

fn module_of(path: &str) -> String {
    let rest = path.trim_start_matches("src/");
    rest.split(['/', '.']).next().unwrap_or_default().to_owned()
}

fn library() -> Vec<(String, String)> {
    let modules = modules();
    sources()
        .into_iter()
        .filter(|(path, _)| modules.contains(&module_of(path)))
        .collect()
}

#[test]
fn the_library_does_no_io_and_reads_no_clock() {
    for (path, text) in library() {
        for word in [
            "std::fs",
            "std::env",
            "std::net",
            "std::process",
            "SystemTime",
            "Instant",
            "println!",
            "File::open",
            "File::create",
        ] {
            assert!(
                !text.contains(word),
                "{path} uses {word}; that belongs to the program (main, build, load, write)"
            );
        }
    }
}

#[test]
fn modules_import_only_what_is_above_them() {
    let modules = modules();
    let rank = |name: &str| modules.iter().position(|module| module == name);
    for (path, text) in library() {
        let own = module_of(&path);
        let code: Vec<&str> = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect();
        let text = code.join("\n");
        for part in text.split("crate::").skip(1) {
            let name: String = part
                .chars()
                .take_while(|c| c.is_ascii_lowercase() || *c == '_')
                .collect();
            let Some(used) = rank(&name) else { continue };
            assert!(
                Some(used) <= rank(&own),
                "{path} uses `{name}`, which lib.rs lists below `{own}`; move what both need up"
            );
        }
    }
}

#[test]
fn files_are_short_and_say_what_they_are() {
    for (path, text) in sources() {
        let lines = text.lines().count();
        assert!(lines <= 450, "{path} has {lines} lines; it wants to be two");
        assert!(
            text.starts_with("//!"),
            "{path} must begin with what it is for"
        );
    }
}

#[test]
fn nothing_depends_on_the_order_of_a_hash_map() {
    for (path, text) in library() {
        assert!(
            !text.contains("HashMap") && !text.contains("HashSet"),
            "{path}: use BTreeMap or a list"
        );
    }
}

#[test]
fn the_engine_and_the_templates_name_no_protocol() {
    let mut files = sources();
    let mut templates = BTreeMap::new();
    add_folder(&root().join("templates"), "templates", &mut templates);
    files.extend(
        templates
            .into_iter()
            .map(|(path, bytes)| (path, String::from_utf8(bytes).expect("UTF-8"))),
    );
    for (path, text) in files {
        for (i, line) in text.lines().enumerate() {
            let line = line.split("//").next().unwrap_or_default();
            for word in ["\"sip", "sip-", "INVITE", "SIP/2.0", "Via:"] {
                assert!(
                    !line.contains(word),
                    "{path}:{} names a protocol: {word}",
                    i + 1
                );
            }
        }
    }
}

#[test]
fn templates_mark_as_safe_only_what_is_finished() {
    let mut templates = BTreeMap::new();
    add_folder(&root().join("templates"), "templates", &mut templates);
    for (path, bytes) in templates {
        let text = String::from_utf8(bytes).expect("UTF-8");
        assert!(
            !text.contains("| safe"),
            "{path}: use `html`, which fails where nothing is there"
        );
        for (at, _) in text.match_indices("| html") {
            let name = text[..at]
                .trim_end()
                .rsplit(|c: char| !(c.is_alphanumeric() || "_.[]".contains(c)))
                .next();
            let name = name.unwrap_or_default();
            let finished = name.split('[').next().unwrap_or_default();
            assert!(
                finished.ends_with("_html")
                    || finished.ends_with(".html")
                    || (finished == "item" && text.contains("item in page.differences_html")),
                "{path} puts `{name}` in as HTML, but only fields that end in html are finished"
            );
        }
    }
}

#[test]
fn addresses_are_spelled_in_one_module() {
    for (path, text) in library() {
        if path == "src/route.rs" || path == "src/slug.rs" {
            continue;
        }
        for word in ["-vs-\"", "/compare/", "index.html", "404.html\""] {
            let uses = text.matches(word).count();
            let template_name = usize::from(path == "src/site.rs" && word == "404.html\"");
            assert!(
                uses <= template_name,
                "{path} spells the address {word}; ask route.rs for it"
            );
        }
    }
}

#[test]
fn architecture_names_every_module_and_invariant_test() {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let mut last = 0;
    for module in modules() {
        let at = text
            .find(&format!("`{module}`"))
            .unwrap_or_else(|| panic!("ARCHITECTURE.md does not name `{module}`"));
        assert!(
            at >= last,
            "ARCHITECTURE.md names `{module}` out of the order of lib.rs"
        );
        last = at;
    }
    let mut tests = BTreeMap::new();
    add_folder(&root().join("tests/it"), "", &mut tests);
    let all: String = tests
        .values()
        .map(|bytes| String::from_utf8_lossy(bytes))
        .collect();
    let all = all + &sources().values().cloned().collect::<String>();
    let invariants: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with("| ") && line.contains("::"))
        .collect();
    assert!(
        invariants.len() >= 10,
        "ARCHITECTURE.md lists its invariants in a table, each with its test"
    );
    for line in invariants {
        let test = line
            .rsplit('`')
            .nth(1)
            .and_then(|name| name.rsplit("::").next())
            .unwrap_or_default();
        assert!(
            all.contains(&format!("fn {test}(")),
            "ARCHITECTURE.md names the test `{test}`, which does not exist"
        );
    }
}

#[test]
fn every_kind_of_problem_has_a_folder() {
    let folders = names(&root().join("tests/bad"));
    for id in Id::ALL {
        assert!(
            folders.iter().any(|name| name == id.name()),
            "tests/bad/{} is missing",
            id.name()
        );
    }
    for name in folders {
        let base = name.split('+').next().unwrap_or_default();
        assert!(
            Id::ALL.iter().any(|id| id.name() == base),
            "tests/bad/{name} is the name of no problem"
        );
    }
}
