//! The content against the registered codes and their checked facts, of which this folder keeps its own copy.

use std::collections::BTreeMap;
use std::fs;

use versus::catalog::{Book, Code, FactValue};

use crate::support::{real_site, root};

/// One map for each registered code, in order.
pub(crate) fn rows() -> Vec<BTreeMap<String, String>> {
    let text = fs::read_to_string(root().join("tests/data/sip-registry.csv")).expect("readable");
    let mut lines = text.lines();
    let keys: Vec<&str> = lines.next().expect("a header").split(';').collect();
    let rows: Vec<BTreeMap<String, String>> = lines
        .map(|line| {
            keys.iter()
                .map(|key| (*key).to_owned())
                .zip(line.split(';').map(str::to_owned))
                .collect()
        })
        .collect();
    assert_eq!(rows.len(), 75);
    rows
}

fn fact<'a>(book: &Book, code: &'a Code, key: &str) -> Option<&'a FactValue> {
    let at = book
        .protocol
        .facts
        .iter()
        .position(|fact| fact.key == key)
        .expect("a declared fact");
    code.facts[at].as_ref()
}

/// A value as the registry writes it: items joined by `|`, sorted.
fn flat(book: &Book, value: Option<&FactValue>) -> String {
    let mut items: Vec<String> = match value {
        None => Vec::new(),
        Some(FactValue::Choice(value)) => vec![value.clone()],
        Some(FactValue::Set(values)) => values.clone(),
        Some(FactValue::Number(number)) => vec![number.to_string()],
        Some(FactValue::Tokens(items)) => items.iter().map(|item| item.name.clone()).collect(),
        Some(FactValue::Citation(citation)) => {
            let spec = &book.protocol.specs[citation.spec];
            vec![format!(
                "{} {}",
                spec.key.trim_start_matches("rfc"),
                citation.section.as_deref().unwrap_or_default()
            )]
        }
    };
    items.sort();
    items.join("|").trim().to_owned()
}

fn sorted(cell: &str) -> String {
    let mut items: Vec<&str> = cell.split('|').filter(|item| !item.is_empty()).collect();
    items.sort_unstable();
    items.join("|")
}

#[test]
fn every_registered_code_is_there_with_its_checked_facts() {
    let site = real_site();
    let book = site
        .catalog()
        .books
        .iter()
        .find(|book| book.protocol.slug == "sip")
        .expect("SIP");
    let rows = rows();
    assert_eq!(book.codes.len(), rows.len());
    for row in &rows {
        let slug = &row["code"];
        let code = &book.codes[book
            .find(slug)
            .unwrap_or_else(|| panic!("{slug} has no file"))];
        assert_eq!(code.phrase, row["reason_phrase"], "{slug}");
        assert_eq!(
            book.protocol.classes[code.class].key, row["class"],
            "{slug}"
        );
        for key in [
            "status",
            "final",
            "methods",
            "scope",
            "sent_by",
            "must_headers",
            "may_headers",
            "retry",
            "forking",
            "ack_generated",
        ] {
            assert_eq!(
                flat(book, fact(book, code, key)),
                sorted(&row[key]),
                "{slug}: {key}"
            );
        }
        let defined = format!("{} {}", row["rfc"], row["section"]);
        assert_eq!(
            flat(book, fact(book, code, "defined_in")),
            defined,
            "{slug}"
        );
        assert_eq!(
            flat(book, fact(book, code, "governed_by")),
            row["rfc_current"],
            "{slug}"
        );
        let cause = fact(book, code, "q850_cause");
        if row["q850_cause"].is_empty() {
            assert!(
                matches!(cause, Some(FactValue::Choice(_))),
                "{slug}: the registry gives no cause"
            );
        } else {
            assert_eq!(flat(book, cause), row["q850_cause"], "{slug}");
        }
        let related: Vec<&str> = code
            .related
            .iter()
            .map(|related| related.value.as_str())
            .collect();
        assert_eq!(related.join("|"), row["related"], "{slug}");
    }
}

/// What other sites get wrong. Each is a fact that a well-meant edit could undo.
#[test]
fn known_traps_stay_closed() {
    let site = real_site();
    let book = &site.catalog().books[0];
    let value = |slug: &str, key: &str| {
        flat(
            book,
            fact(book, &book.codes[book.find(slug).expect("a code")], key),
        )
    };
    assert_eq!(value("202", "status"), "deprecated");
    assert_eq!(value("202", "methods"), "MESSAGE");
    assert_eq!(value("408", "methods"), "INVITE");
    assert_eq!(value("487", "retry"), "none-needed");
    assert_eq!(value("608", "sent_by"), "intermediary");
    assert_eq!(value("607", "sent_by"), "UAS");
    assert_eq!(value("505", "q850_cause"), "127");
    assert!(value("503", "forking").contains("converts-to-500"));
    assert!(value("603", "scope").contains("global"));
}
