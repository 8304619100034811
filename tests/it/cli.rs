//! The program: exit status, what it writes and what it leaves alone.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::support::{add_folder, fixture_inputs, root};

/// A folder of its own for each test, removed at the end.
pub(crate) struct Place(pub(crate) PathBuf);

impl Place {
    /// The fixture site, written out.
    pub(crate) fn new(name: &str) -> Self {
        let place =
            Self(std::env::temp_dir().join(format!("versus-test-{}-{name}", std::process::id())));
        drop(fs::remove_dir_all(&place.0));
        let inputs = fixture_inputs("parcel");
        for (path, bytes) in &inputs.texts {
            place.write(path, bytes);
        }
        for (path, bytes) in &inputs.assets {
            place.write(&format!("static/{path}"), bytes);
        }
        place
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.0.join(path)
    }

    pub(crate) fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("writable");
        fs::write(path, bytes).expect("writable");
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_versus"))
            .arg("--root")
            .arg(&self.0)
            .args(arguments)
            .env_remove("GITHUB_ACTIONS")
            .output()
            .expect("runs")
    }

    pub(crate) fn tree(&self, folder: &str) -> std::collections::BTreeMap<String, Vec<u8>> {
        let mut files = std::collections::BTreeMap::new();
        add_folder(&self.path(folder), "", &mut files);
        files
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

pub(crate) fn status(output: &Output) -> i32 {
    output.status.code().expect("not killed")
}

pub(crate) fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_clean_build_ends_with_0_and_says_what_it_built() {
    let place = Place::new("clean");
    let output = place.run(&["build"]);
    assert_eq!(status(&output), 0, "{}", errors(&output));
    assert!(
        errors(&output).contains("13 pages (3 comparisons"),
        "{}",
        errors(&output)
    );
    let tree = place.tree("public");
    for path in [
        "index.html",
        "404.html",
        ".nojekyll",
        "parcel/index.html",
        "parcel/compare/index.html",
        "parcel/lost/index.html",
        "parcel/lost-vs-not-home/index.html",
        "about/index.html",
    ] {
        assert!(tree.contains_key(path), "no {path}");
    }
    assert!(place.run(&["check"]).status.success());
}

#[test]
fn a_problem_ends_with_1_and_leaves_the_published_site_alone() {
    let place = Place::new("problem");
    assert_eq!(status(&place.run(&["build"])), 0);
    let before = place.tree("public");
    let code = "content/parcel/codes/lost.toml";
    let good = fs::read_to_string(place.path(code)).expect("readable");
    let cases: [(&str, &str, Vec<u8>); 10] = [
        (
            "unknown key",
            code,
            good.replace("gloss =", "glos =").into_bytes(),
        ),
        (
            "missing field",
            code,
            good.replace("gloss = \"nobody knows where\"", "")
                .into_bytes(),
        ),
        (
            "unknown fact value",
            code,
            good.replace("returned = \"no\"", "returned = \"nope\"")
                .into_bytes(),
        ),
        (
            "unknown code",
            code,
            good.replace("\"not-home\", \"delivered\"", "\"nowhere\"")
                .into_bytes(),
        ),
        (
            "broken TOML",
            code,
            good.replace("gloss = \"", "gloss = ").into_bytes(),
        ),
        ("invalid UTF-8", code, [good.as_bytes(), &[0xFF]].concat()),
        (
            "a name that is no code",
            "content/parcel/codes/Lost It.toml",
            good.clone().into_bytes(),
        ),
        (
            "two files for one code",
            "content/parcel/codes/lost-2.toml",
            good.replace("lost:", "lost-2:").into_bytes(),
        ),
        (
            "broken Fluent",
            "locales/en/parcel.ftl",
            b"parcel-intro = {\n".to_vec(),
        ),
        (
            "broken template",
            "templates/page.html",
            b"{% if %}".to_vec(),
        ),
    ];
    for (what, path, bytes) in cases {
        let saved = fs::read(place.path(path)).ok();
        place.write(path, &bytes);
        let output = place.run(&["build"]);
        assert_eq!(status(&output), 1, "{what}: {}", errors(&output));
        assert!(
            errors(&output).contains(&format!("{path}:")),
            "{what} names no file and line: {}",
            errors(&output)
        );
        assert!(
            place.tree("public") == before,
            "{what} changed the published site"
        );
        let short = errors(&place.run(&["check", "--format", "short"]));
        let line = short
            .lines()
            .find(|line| line.starts_with(path))
            .unwrap_or_else(|| panic!("{what}: {short}"));
        let mut parts = line[path.len() + 1..].split(':');
        assert!(
            parts
                .next()
                .is_some_and(|number| number.parse::<u32>().is_ok()),
            "{what}: no line: {line}"
        );
        assert!(
            parts
                .next()
                .is_some_and(|number| number.parse::<u32>().is_ok()),
            "{what}: no column: {line}"
        );
        match saved {
            Some(bytes) => place.write(path, &bytes),
            None => fs::remove_file(place.path(path)).expect("removable"),
        }
    }
    assert_eq!(status(&place.run(&["build"])), 0);
}

#[test]
fn a_folder_that_versus_did_not_make_is_never_replaced() {
    let place = Place::new("foreign");
    place.write("public/letter.txt", b"mine");
    let output = place.run(&["build"]);
    assert_eq!(status(&output), 2);
    assert!(
        errors(&output).contains("was not made by Versus"),
        "{}",
        errors(&output)
    );
    assert_eq!(place.tree("public").len(), 1);
}

#[test]
fn what_is_gone_from_the_content_is_gone_from_the_site_and_the_rest_is_not_written_again() {
    let place = Place::new("again");
    assert_eq!(status(&place.run(&["build"])), 0);
    let again = place.run(&["build"]);
    assert!(
        errors(&again).contains(", 0 written,"),
        "{}",
        errors(&again)
    );
    fs::remove_file(place.path("content/pages/about.md")).expect("removable");
    assert_eq!(status(&place.run(&["build"])), 0);
    assert!(!place.path("public/about").exists());
}

#[test]
fn wrong_usage_and_unreadable_folders_end_with_2() {
    let place = Place::new("usage");
    assert_eq!(status(&place.run(&["bild"])), 2);
    assert_eq!(status(&place.run(&["build", "--base-url", "nowhere"])), 2);
    let nowhere = Command::new(env!("CARGO_BIN_EXE_versus"))
        .args(["--root", "/nonexistent", "check"])
        .output();
    assert_eq!(status(&nowhere.expect("runs")), 2);
}

#[cfg(unix)]
#[test]
fn links_in_the_file_system_are_not_followed() {
    let place = Place::new("links");
    std::os::unix::fs::symlink("/etc", place.path("static/etc")).expect("writable");
    let output = place.run(&["build"]);
    assert_eq!(status(&output), 2);
    assert!(errors(&output).contains("is a link"), "{}", errors(&output));
    assert!(!Path::new(&place.path("public")).exists());
    assert!(root().join("static").is_dir());
}

/// The real site, written out.
pub(crate) fn real_place(name: &str) -> Place {
    real_place_in(&std::env::temp_dir(), name)
}

/// The real site, written out below a folder.
pub(crate) fn real_place_in(folder: &Path, name: &str) -> Place {
    let place = Place(folder.join(format!("versus-test-{}-{name}", std::process::id())));
    drop(fs::remove_dir_all(&place.0));
    let inputs = crate::support::real_inputs();
    for (path, bytes) in &inputs.texts {
        place.write(path, bytes);
    }
    for (path, bytes) in &inputs.assets {
        place.write(&format!("static/{path}"), bytes);
    }
    place
}

#[test]
fn a_changed_source_is_listed_shown_and_accepted() {
    let place = real_place("translate");
    let open = |tag: &str| {
        let output = place.run(&["translate", tag]);
        assert_eq!(status(&output), 0, "{}", errors(&output));
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    assert_eq!(open("ja") + &open("vi") + &open("ru"), "");
    let source = "content/sip/codes/486.toml";
    let text = fs::read_to_string(place.path(source)).expect("readable");
    place.write(
        source,
        text.replacen("when = '''\n", "when = '''\n- Something new.\n", 1)
            .as_bytes(),
    );
    for tag in ["ja", "vi", "ru"] {
        assert_eq!(
            open(tag),
            format!("content/sip/{tag}/codes/486.toml: when: out of date\n")
        );
    }
    let out = place.path("out");
    assert_eq!(
        status(&place.run(&["build", "--out", out.to_str().expect("UTF-8")])),
        0
    );
    for (tag, stale) in [("", 0), ("ja/", 1), ("vi/", 1), ("ru/", 1)] {
        let page = fs::read_to_string(place.path(&format!("out/{tag}sip/486/index.html")))
            .expect("readable");
        assert_eq!(
            page.matches("<p class=\"note\"><a href=\"/sip/486/\"")
                .count(),
            stale,
            "{tag}"
        );
        let other = fs::read_to_string(place.path(&format!("out/{tag}sip/600/index.html")))
            .expect("readable");
        assert!(!other.contains("class=\"note\""), "{tag}");
    }
    assert_eq!(
        status(&place.run(&["translate", "--accept", "vi", "486"])),
        0
    );
    assert_eq!(open("vi"), "");
    assert_ne!(open("ja"), "");
}

#[test]
fn a_missing_translation_fails_the_check_and_gets_a_starter_file() {
    let place = real_place("starter");
    let overlay = "content/sip/ru/codes/486.toml";
    fs::remove_file(place.path(overlay)).expect("removable");
    let output = place.run(&["check", "--format", "short"]);
    assert_eq!(status(&output), 1);
    assert!(
        errors(&output).contains("error[missing-translation]"),
        "{}",
        errors(&output)
    );
    assert_eq!(status(&place.run(&["translate", "ru", "486"])), 0);
    let starter = fs::read_to_string(place.path(overlay)).expect("written");
    assert!(
        starter.contains("# meaning (missing):\n# ") && starter.contains("\nmeaning = \"\"\n"),
        "{starter}"
    );
    assert_eq!(status(&place.run(&["translate", "ru", "999"])), 2);
    assert_eq!(status(&place.run(&["translate", "xx"])), 2);
}

#[test]
fn a_starter_fails_the_check_on_its_blanks_only() {
    let place = Place::new("new");
    assert_eq!(
        status(&place.run(&["new", "parcel", "stolen", "Stolen \"again\""])),
        0
    );
    let path = "content/parcel/codes/stolen.toml";
    let starter = fs::read_to_string(place.path(path)).expect("written");
    let report = errors(&place.run(&["check", "--format", "short"]));
    for line in report.lines() {
        let number: usize = line
            .strip_prefix(&format!("{path}:"))
            .and_then(|rest| rest.split(':').next()?.parse().ok())
            .unwrap_or_else(|| panic!("elsewhere: {line}"));
        let at = starter.lines().nth(number - 1).expect("a line");
        assert!(
            at.contains("\"\"") || at.ends_with("'''"),
            "not a blank: {line}: {at}"
        );
    }
    let known = fs::read_to_string(place.path("content/parcel/codes/lost.toml")).expect("readable");
    let mut filled = starter
        .replace("class = \"\"", "class = \"failed\"")
        .replace("'''\n'''", "'''\nIt is gone.\n'''");
    for (key, text) in [
        ("gloss", "somebody took it"),
        ("meaning", "somebody took it"),
        ("trigger", "somebody took it"),
        ("use", "somebody took it"),
        ("action", "Ask who took it."),
    ] {
        let blank = format!("\n{key} = \"\"");
        filled = filled.replace(&blank, &format!("\n{key} = \"{text}\""));
    }
    let facts = known
        .split("[facts]")
        .nth(1)
        .and_then(|rest| rest.split("[[flow]]").next())
        .expect("facts");
    let before = filled
        .split("[facts]")
        .next()
        .expect("a beginning")
        .to_owned();
    let flow = filled.split("[[flow]]").nth(1).expect("a flow").to_owned();
    let filled = format!("{before}[facts]{facts}[[flow]]{flow}")
        .replace(
            "{ spec = \"\", section = \"\" }",
            "{ spec = \"manual\", section = \"3\" }",
        )
        .replace("from = \"\"", "from = \"carrier\"")
        .replace("to = \"\"", "to = \"sender\"");
    place.write(path, filled.as_bytes());
    let output = place.run(&["check"]);
    assert_eq!(status(&output), 0, "{}", errors(&output));
    assert_eq!(status(&place.run(&["new", "parcel", "stolen", "Again"])), 2);
    assert_eq!(
        status(&place.run(&["new", "nothing", "stolen", "Again"])),
        2
    );
}
