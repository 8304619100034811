//! The program: exit status, what it writes and what it leaves alone.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::support::{add_folder, fixture_inputs, root};

/// A folder of its own for each test, removed at the end.
struct Place(PathBuf);

impl Place {
    /// The fixture site, written out.
    fn new(name: &str) -> Self {
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

    fn path(&self, path: &str) -> PathBuf {
        self.0.join(path)
    }

    fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("writable");
        fs::write(path, bytes).expect("writable");
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_versus"))
            .arg("--root")
            .arg(&self.0)
            .args(arguments)
            .output()
            .expect("runs")
    }

    fn tree(&self, folder: &str) -> std::collections::BTreeMap<String, Vec<u8>> {
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

fn status(output: &Output) -> i32 {
    output.status.code().expect("not killed")
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_clean_build_ends_with_0_and_says_what_it_built() {
    let place = Place::new("clean");
    let output = place.run(&["build"]);
    assert_eq!(status(&output), 0, "{}", errors(&output));
    assert!(
        errors(&output).contains("11 pages (3 comparisons"),
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
fn two_processes_give_the_same_bytes() {
    let place = Place::new("bytes");
    assert_eq!(
        status(&place.run(&["build", "--out", place.path("one").to_str().expect("UTF-8")])),
        0
    );
    let mut second = Command::new(env!("CARGO_BIN_EXE_versus"));
    second
        .arg("--root")
        .arg(&place.0)
        .args(["build", "--out"])
        .arg(place.path("two"));
    second
        .env("RAYON_NUM_THREADS", "1")
        .env("TZ", "Asia/Tokyo")
        .env("LC_ALL", "ru_RU.UTF-8")
        .current_dir("/");
    assert_eq!(status(&second.output().expect("runs")), 0);
    assert!(place.tree("one") == place.tree("two"), "the trees differ");
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
