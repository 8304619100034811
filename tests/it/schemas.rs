//! `schemas/`: made from the program and the content, and named by every content file.

use versus::catalog::Catalog;
use versus::diagnostic::Report;
use versus::messages::Messages;
use versus::schema;
use versus::source::Sources;

use crate::support::{expect_file, names, real_inputs, root};

#[test]
fn the_schemas_follow_the_program_and_the_content() {
    let inputs = real_inputs();
    let (sources, _) = Sources::new(&inputs);
    let mut report = Report::default();
    let catalog = Catalog::read(&sources, None, &mut report).expect("a site");
    let messages = Messages::read(&sources, &catalog.locales, &catalog.terms, &mut report);
    assert!(report.is_empty());
    let files = schema::files(&catalog, &messages);
    for (path, text) in &files {
        expect_file(&root().join(path), text);
    }
    let there = names(&root().join("schemas")).len() - 1 + names(&root().join("schemas/sip")).len();
    assert_eq!(there, files.len(), "schemas/ holds a file that nothing has");
}

#[test]
fn every_content_file_names_its_schema() {
    let inputs = real_inputs();
    let mut seen = 0;
    for (path, bytes) in &inputs.texts {
        if !(path.starts_with("content/") && path.ends_with(".toml")) {
            continue;
        }
        let text = std::str::from_utf8(bytes).expect("UTF-8");
        let schema = schema::of(path).unwrap_or_else(|| panic!("{path} has no schema"));
        let line = schema::line(path, &schema);
        assert!(
            text.starts_with(&line),
            "{path} must begin with {line}so that editors know what it may hold"
        );
        seen += 1;
    }
    assert!(seen > 300, "{seen}");
}
