//! What the program is made of besides our own code: listed, licensed, from one place, each once.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

use crate::support::root;

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).expect("readable")
}

/// The strings of a list in `deny.toml`.
fn allowed(list: &str) -> BTreeSet<String> {
    let text = read("deny.toml");
    let (_, rest) = text.split_once(&format!("\n{list} = [")).expect("a list");
    let (inside, _) = rest.split_once(']').expect("its end");
    inside
        .split('"')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

/// Name and version of each package in the lock file, with where it comes from.
fn locked() -> Vec<(String, String, Option<String>, bool)> {
    let text = read("Cargo.lock");
    let packages = text.split("[[package]]").skip(1).map(|package| {
        let field = |key: &str| {
            let mut lines = package.lines();
            let value = lines.find_map(|line| line.strip_prefix(&format!("{key} = \"")));
            value.map(|value| value.trim_end_matches('"').to_owned())
        };
        (
            field("name").expect("a name"),
            field("version").expect("a version"),
            field("source"),
            field("checksum").is_some(),
        )
    });
    packages.collect()
}

#[test]
fn the_table_of_dependencies_is_whole() {
    let manifest = read("Cargo.toml");
    let mut direct = BTreeSet::new();
    for section in ["[dependencies]", "[dev-dependencies]"] {
        let (_, rest) = manifest
            .split_once(&format!("\n{section}\n"))
            .expect("a section");
        let lines = rest.lines().take_while(|line| !line.starts_with('['));
        direct.extend(lines.filter_map(|line| Some(line.split_once(" = ")?.0.to_owned())));
    }
    let text = read("ARCHITECTURE.md");
    let (_, table) = text.split_once("| crate | what for |\n").expect("a table");
    let rows = table
        .lines()
        .skip(1)
        .take_while(|line| line.starts_with("| "));
    let listed: BTreeSet<String> = rows
        .filter_map(|row| Some(row.split(" | ").next()?.trim_start_matches("| ").to_owned()))
        .collect();
    assert_eq!(
        listed, direct,
        "the table in ARCHITECTURE.md lists other crates than Cargo.toml"
    );
}

#[test]
fn every_crate_comes_from_the_registry_with_its_checksum() {
    let mut sources = BTreeSet::new();
    for (name, _, source, checksum) in locked() {
        match source {
            None => assert_eq!(name, "versus", "{name} comes from a folder"),
            Some(source) => {
                assert!(
                    source.starts_with("registry+"),
                    "{name} comes from {source}"
                );
                assert!(checksum, "{name} has no checksum");
                sources.insert(source);
            }
        }
    }
    assert_eq!(sources.len(), 1, "{sources:?}");
}

#[test]
fn every_licence_is_allowed_and_no_crate_is_built_twice() {
    let allowed_licences = allowed("allow");
    let skipped = allowed("skip");
    let output = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--locked",
            "--offline",
            "--all-features",
            "--prefix",
            "none",
        ])
        .args(["--edges", "normal,build", "--format", "{p}|{l}"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for line in text.lines() {
        let (package, licence) = line.split_once('|').expect("a licence");
        let mut words = package.split(' ');
        let (name, version) = (
            words.next().unwrap_or_default(),
            words.next().unwrap_or_default(),
        );
        versions.entry(name).or_default().insert(version);
        let licence = licence.trim_end_matches(" (*)").replace('/', " OR ");
        // Every part that is asked for must offer one that is allowed.
        let good = licence.split(" AND ").all(|part| {
            let mut offers = part.trim_matches(['(', ')']).split(" OR ");
            offers.any(|offer| allowed_licences.contains(offer.trim_matches(['(', ')'])))
        });
        assert!(
            good,
            "{name} is licensed as `{licence}`, which deny.toml does not allow"
        );
    }
    for (name, versions) in versions {
        assert!(
            versions.len() == 1 || skipped.contains(name),
            "{name} is built in several versions: {versions:?}"
        );
    }
}
