//! All tests that stand outside the library, in one program. `README.md` beside this folder says how to add one.

// A test that fails panics; the rule against panics is for the program.
#![allow(clippy::panic)]

mod bad;
mod bytes;
mod cli;
mod comparisons;
mod content;
mod data;
mod examples;
mod flows;
mod hostile;
mod house;
mod languages;
mod mapping;
mod meta;
mod problems;
mod publish;
mod recipes;
mod registry;
mod reports;
mod rereading;
mod schemas;
mod search;
mod serve;
mod sites;
mod starters;
mod supply;
mod support;

#[test]
fn every_module_of_this_folder_is_declared() {
    let declared = include_str!("main.rs");
    for name in support::names(&support::root().join("tests/it")) {
        let module = name.trim_end_matches(".rs");
        assert!(
            module == "main" || declared.contains(&format!("mod {module};")),
            "declare `mod {module};` in main.rs"
        );
    }
}
