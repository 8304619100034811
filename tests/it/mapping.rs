//! Mappings to causes of other networks, and the patterns that find codes and causes in a text.

use regex_lite::RegexBuilder;
use versus::catalog::{Book, FactValue};
use versus::route::Subject;

use crate::support::{real_site, root};

fn books() -> impl Iterator<Item = &'static Book> {
    real_site().catalog().books.iter()
}

#[test]
fn every_way_there_and_back_is_marked_as_it_is() {
    let mut checked = 0;
    for book in books() {
        for mapping in &book.mappings {
            for (at, cause) in mapping.causes.iter().enumerate() {
                let usual = mapping.usual(at);
                let back = usual.and_then(|code| match &book.codes[code].facts[mapping.fact] {
                    Some(FactValue::Number(number)) => Some(number.to_string()),
                    _ => None,
                });
                if let Some(back) = back {
                    assert_eq!(mapping.returns(at), back == cause.number.value, "{cause:?}");
                    checked += 1;
                }
            }
            for code in 0..book.codes.len() {
                if mapping.comes_back(code) {
                    let causes = mapping.from[code].as_ref().expect("a cause");
                    assert!(
                        causes
                            .iter()
                            .all(|cause| mapping.usual(*cause) == Some(code))
                    );
                }
            }
        }
    }
    assert!(checked > 30, "{checked}");
}

/// The table of RFC 3398 section 7.2.4.1, and what is known to be lost on the way.
#[test]
fn causes_become_what_the_rfc_recommends() {
    let book = books().next().expect("a protocol");
    let mapping = &book.mappings[0];
    let becomes = |number: &str| {
        let cause = mapping.find(number).unwrap_or_else(|| panic!("{number}"));
        mapping
            .usual(cause)
            .map(|code| book.codes[code].slug.as_str())
    };
    let table = "1 404, 2 404, 3 404, 17 486, 18 408, 19 480, 20 480, 21 403, 22 410, 23 410, 26 404, 27 502, 28 484, \
                 29 501, 31 480, 34 503, 38 503, 41 503, 42 503, 47 503, 55 403, 57 403, 58 503, 65 488, 70 488, \
                 79 501, 87 403, 88 503, 102 504, 111 500, 127 500";
    for row in table.split(", ") {
        let (number, code) = row.split_once(' ').expect("two");
        assert_eq!(becomes(number), Some(code), "cause {number}");
    }
    assert_eq!([becomes("16"), becomes("44")], [None, None]);
    assert_eq!(becomes("25"), Some("500"), "what no rule names");
    let same = |number: &str| mapping.returns(mapping.find(number).expect("a cause"));
    assert!(same("17") && same("1") && same("102"));
    assert!(!same("18") && !same("34") && !same("3"));
}

#[test]
fn patterns_find_their_examples_and_nothing_else() {
    let quiet = std::fs::read_to_string(root().join("tests/data/traces/nothing.txt"));
    let quiet = quiet.expect("readable");
    for trace in books().filter_map(|book| book.trace.as_ref()) {
        for pattern in &trace.patterns {
            let find = RegexBuilder::new(&pattern.find)
                .multi_line(true)
                .case_insensitive(true)
                .build()
                .expect("a pattern");
            assert!(find.is_match(&pattern.example), "{}", pattern.find);
            // A number before a phrase counts only when the phrase is its own, which the browser test holds.
            if !pattern.find.contains("(?<phrase>") {
                assert!(!find.is_match(&quiet), "{}", pattern.find);
            }
        }
    }
}

#[test]
fn tools_have_a_page_in_every_language() {
    let site = real_site();
    for wanted in [Subject::Trace(0), Subject::Mapping(0, 0)] {
        let pages = site.pages().iter().filter(|page| page.subject == wanted);
        let mut count = 0;
        for page in pages {
            site.page(*page).expect("renders");
            count += 1;
        }
        assert_eq!(count, site.catalog().locales.len());
    }
}
