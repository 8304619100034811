//! What the search box knows: complete, light, and with addresses that exist.

use serde_json::Value;

use crate::support::{built, fixture_inputs, real_site};
use versus::site::{Output, Site};

fn indexes(site: &Site) -> Vec<(&Output, Value)> {
    let files = site.files().expect("every message fits").into_iter();
    files
        .filter(|file| file.path.starts_with("search-"))
        .map(|file| {
            let value = serde_json::from_slice(&file.bytes).expect("JSON");
            (file, value)
        })
        .collect()
}

fn filled(pattern: &Value, names: &[&str]) -> String {
    let pattern = pattern.as_str().expect("a pattern");
    names.iter().fold(pattern.to_owned(), |text, name| {
        text.replacen("{}", name, 1)
    })
}

#[test]
fn search_data_is_light_complete_and_leads_to_pages_that_exist() {
    let site = real_site();
    let routes = site.routes();
    let addresses: std::collections::BTreeSet<String> = site
        .pages()
        .iter()
        .map(|page| routes.relative(page.locale, page.subject))
        .collect();
    let indexes = indexes(site);
    assert_eq!(indexes.len(), site.catalog().locales.len());
    for (file, index) in indexes {
        assert!(
            file.bytes.len() <= 100 * 1024,
            "{} has {} bytes",
            file.path,
            file.bytes.len()
        );
        for (book, shelf) in site
            .catalog()
            .books
            .iter()
            .zip(index["books"].as_array().expect("books"))
        {
            let codes = shelf["codes"].as_array().expect("codes");
            assert_eq!(codes.len(), book.codes.len());
            let names: Vec<&str> = codes
                .iter()
                .map(|code| code[0].as_str().expect("a name"))
                .collect();
            for (name, code) in names.iter().zip(codes) {
                assert!(addresses.contains(&filled(&shelf["code"], &[name])));
                for text in code.as_array().expect("texts") {
                    let text = text.as_str().expect("a text");
                    assert!(!text.contains(['`', '<', '\u{E000}']), "{text}");
                }
            }
            let pairs = shelf["pairs"].as_array().expect("pairs");
            assert!(pairs.len() >= book.popular.len());
            for pair in pairs {
                let [a, b] = [0, 1].map(|i| pair[i].as_u64().expect("a position") as usize);
                assert!(a < b, "the lower code comes first");
                assert!(addresses.contains(&filled(&shelf["pair"], &[names[a], names[b]])));
            }
        }
        for page in index["pages"].as_array().expect("pages") {
            assert!(
                addresses.contains(
                    page[1]
                        .as_str()
                        .expect("an address")
                        .split('#')
                        .next()
                        .unwrap_or_default()
                )
            );
        }
        // Counts are said for no result, for one, and for as many as are shown.
        let counts = index["counts"].as_array().expect("counts").len();
        assert_eq!(counts as u64, index["most"].as_u64().expect("a number") + 1);
    }
}

#[test]
fn a_protocol_without_words_to_look_for_can_be_searched() {
    let site = built(&fixture_inputs("parcel"));
    let (_, index) = indexes(&site).pop().expect("one language");
    assert_eq!(index["books"][0]["code"], "parcel/{}/");
    assert_eq!(index["books"][0]["pair"], "parcel/{}-vs-{}/");
    assert_eq!(
        index["books"][0]["codes"].as_array().expect("codes").len(),
        3
    );
}

/// Every page says where the data of its language is, and spends little on it.
#[test]
fn the_search_box_costs_a_page_little() {
    let site = real_site();
    for page in site.pages().iter().filter(|page| {
        matches!(
            page.subject,
            versus::route::Subject::Home | versus::route::Subject::NotFound
        )
    }) {
        let output = site.page(*page).expect("renders");
        let html = String::from_utf8(output.bytes).expect("UTF-8");
        let form = crate::support::between(&html, "<form role=\"search\"", "</form>");
        let form = form.expect("a search box");
        let script = html
            .lines()
            .find(|line| line.contains("/search."))
            .expect("its script");
        let bytes = form.len() + script.len() + "<form role=\"search\"</form>\n".len();
        assert!(
            bytes <= 250,
            "{}: {bytes} bytes for the search box",
            output.path
        );
        assert!(form.contains(" hidden>"), "{form}");
    }
}
