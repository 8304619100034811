//! The published data says what the content says, and keeps its form.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::registry;
use crate::support::real_site;

fn files() -> BTreeMap<String, String> {
    let site = real_site();
    let files = site.machine_files().into_iter();
    files
        .map(|file| {
            let file = site.machine_file(file).expect("every file is made");
            let text = String::from_utf8(file.bytes).expect("UTF-8");
            (file.path, text)
        })
        .collect()
}

fn parse(files: &BTreeMap<String, String>, path: &str) -> Value {
    serde_json::from_str(&files[path]).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A table as RFC 4180 has it, read without any help of the program.
fn rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {
                assert_eq!(chars.next(), Some('\n'), "a line ends with CR and LF");
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    assert!(row.is_empty() && cell.is_empty(), "the last line is whole");
    rows
}

#[test]
fn every_code_is_published_with_its_checked_facts_in_every_form() {
    let files = files();
    let all = parse(&files, "api/v1/sip/codes.json");
    let listed = all["codes"].as_array().expect("a list");
    let registry = registry::rows();
    assert_eq!(listed.len(), registry.len());
    let table = rows(&files["api/v1/sip/codes.csv"]);
    assert_eq!(table.len(), registry.len() + 1);
    let column = |name: &str| {
        let found = table[0].iter().position(|title| title == name);
        found.unwrap_or_else(|| panic!("a column {name}"))
    };
    for ((code, row), known) in listed.iter().zip(&table[1..]).zip(&registry) {
        let slug = code["code"].as_str().expect("a text");
        assert_eq!(slug, known["code"]);
        assert_eq!(code["phrase"], known["reason_phrase"].as_str());
        assert_eq!(code["facts"]["final"], known["final"].as_str(), "{slug}");
        assert_eq!(row.len(), table[0].len(), "{slug}");
        assert_eq!(row[column("code")], slug);
        assert_eq!(row[column("phrase")], known["reason_phrase"]);
        assert_eq!(row[column("final")], known["final"], "{slug}");
        assert_eq!(row[column("retry")], code["facts"]["retry"]);
        assert_eq!(row[column("meaning_ru")], code["meaning"]["ru"]);
        for language in ["en", "ja", "vi", "ru"] {
            for text in ["gloss", "meaning", "trigger", "use", "action", "url"] {
                let text = code[text][language].as_str();
                assert!(text.is_some_and(|text| !text.is_empty()), "{slug}");
            }
        }
        let own = parse(&files, &format!("api/v1/sip/{slug}.json"));
        for (key, value) in code.as_object().expect("an object") {
            assert_eq!(own[key], *value, "{slug} {key}");
        }
        assert!(own["example"].as_str().is_some_and(|text| {
            text.starts_with(&format!("SIP/2.0 {slug} {}", known["reason_phrase"]))
        }));
        assert!(!files[&format!("api/v1/sip/{slug}.json")].contains("](code:"));
    }
}

#[test]
fn every_pair_is_published_once() {
    let files = files();
    let pairs = parse(&files, "api/v1/sip/pairs.json");
    let pairs = pairs["pairs"].as_array().expect("a list");
    assert_eq!(pairs.len(), 2775);
    let unique: BTreeSet<String> = pairs.iter().map(|pair| pair["codes"].to_string()).collect();
    assert_eq!(unique.len(), pairs.len());
    let written = pairs.iter().filter(|pair| !pair["written"].is_null());
    assert_eq!(written.count(), 50);
    for pair in pairs {
        let (a, b) = (pair["codes"][0].as_str(), pair["codes"][1].as_str());
        let end = format!("/sip/{}-vs-{}/", a.expect("a text"), b.expect("a text"));
        assert!(pair["url"].as_str().is_some_and(|url| url.ends_with(&end)));
    }
}

#[test]
fn every_file_of_data_says_what_it_is_and_how_it_may_be_used() {
    let files = files();
    let data = files
        .keys()
        .filter(|path| path.ends_with(".json") && !path.ends_with("schema.json"));
    let mut seen = 0;
    for path in data.filter(|path| path.starts_with("api/v1/")) {
        let file = parse(&files, path);
        assert_eq!(file["license"]["id"], "CC-BY-4.0", "{path}");
        assert_eq!(file["version"], "1.1", "{path}");
        assert_eq!(file["$schema"], "https://versus.example/api/v1/schema.json");
        assert_eq!(
            file["languages"].as_array().map(Vec::len),
            Some(4),
            "{path}"
        );
        seen += 1;
    }
    assert_eq!(seen, 78);
}

/// Some rows of RFC 3398 that say most: the same comes back, something else does, nothing does, and it depends.
#[test]
fn a_mapping_is_published_both_ways_with_what_is_lost() {
    let files = files();
    let data = parse(&files, "api/v1/sip/q850.json");
    let row = |list: &str, key: &str, name: &str| {
        let rows = data[list].as_array().expect("a list");
        let found = rows.iter().find(|row| row[key] == name);
        found.cloned().unwrap_or_else(|| panic!("{list} {name}"))
    };
    let cause = |number: &str| row("causes", "cause", number);
    let code = |name: &str| row("codes", "code", name);
    assert_eq!(data["causes"].as_array().map(Vec::len), Some(65));

    let busy = cause("17");
    assert_eq!(busy["to"], json!([{ "code": "486" }]));
    assert_eq!(
        (&busy["back"], &busy["lossy"]),
        (&json!(["17"]), &json!(false))
    );
    for language in ["en", "ja", "vi", "ru"] {
        assert!(busy["gloss"][language].is_string(), "{language}");
        let row = busy["url"][language].as_str();
        assert!(row.is_some_and(|url| url.ends_with("/sip/q850/#cause-17")));
    }
    let silent = cause("18");
    assert_eq!(silent["to"], json!([{ "code": "408" }]));
    assert_eq!(
        (&silent["back"], &silent["lossy"]),
        (&json!(["102"]), &json!(true))
    );
    let rejected = cause("21");
    assert_eq!(rejected["to"][0], json!({ "code": "403" }));
    assert_eq!(rejected["to"][1]["code"], "603");
    assert!(rejected["to"][1]["when"]["ru"].is_string());
    let clearing = cause("16");
    assert_eq!(
        (&clearing["to"], &clearing["lossy"]),
        (&json!([]), &json!(true))
    );
    assert!(clearing["note"]["ja"].is_string());
    assert_eq!(cause("25")["by_default"], true);

    let busy = code("486");
    assert_eq!(
        (&busy["stated"], &busy["lossy"]),
        (&json!(17), &json!(false))
    );
    let everywhere = code("600");
    assert_eq!(everywhere["to"], json!(["17"]));
    assert_eq!(
        (&everywhere["back"], &everywhere["lossy"]),
        (&json!(["486"]), &json!(true))
    );
    let not_acceptable = code("488");
    assert_eq!(not_acceptable["stated"], "by-warning");
    assert_eq!(not_acceptable["to"], json!(["31", "65"]));
    let spec = &data["references"][0];
    assert_eq!(
        (&spec["spec"], &spec["section"]),
        (&json!("RFC 3398"), &json!("7.2.4.1"))
    );
}

/// Programs depend on these: a field may come, none may go.
#[test]
fn fields_of_version_1_stay() {
    let files = files();
    let code = parse(&files, "api/v1/sip/486.json");
    for field in [
        "code",
        "phrase",
        "class",
        "url",
        "gloss",
        "meaning",
        "trigger",
        "use",
        "action",
        "facts",
        "related",
        "references",
        "description",
        "when",
        "fix",
        "hears",
        "example",
        "flow",
    ] {
        assert!(!code[field].is_null(), "{field}");
    }
    let all = parse(&files, "api/v1/sip/codes.json");
    for field in ["classes", "facts", "codes"] {
        assert!(all[field].is_array(), "{field}");
    }
    let mapping = parse(&files, "api/v1/sip/q850.json");
    for field in ["mapping", "name", "title", "url", "fact", "references"] {
        assert!(!mapping[field].is_null(), "{field}");
    }
    for field in [
        "cause",
        "name",
        "gloss",
        "url",
        "to",
        "by_default",
        "back",
        "lossy",
    ] {
        assert!(!mapping["causes"][0][field].is_null(), "{field}");
    }
    for field in ["code", "stated", "to", "back", "lossy"] {
        assert!(!mapping["codes"][0][field].is_null(), "{field}");
    }
    let header = &rows(&files["api/v1/sip/codes.csv"])[0];
    for field in [
        "code",
        "phrase",
        "class",
        "url",
        "final",
        "q850_cause",
        "meaning_en",
        "license",
    ] {
        assert!(header.iter().any(|title| title == field), "{field}");
    }
}

#[test]
fn every_code_has_a_badge_and_a_line_in_the_overview() {
    let files = files();
    let overview = &files["llms.txt"];
    for known in registry::rows() {
        let (code, phrase) = (&known["code"], &known["reason_phrase"]);
        let badge = &files[&format!("badge/sip/{code}.svg")];
        assert!(badge.contains(&format!("<title>SIP {code} {phrase}</title>")));
        assert!(overview.contains(&format!(
            "- [SIP {code} {phrase}](https://versus.example/sip/{code}/): "
        )));
    }
}
