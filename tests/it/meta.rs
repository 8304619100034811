//! What search engines and previews of links see, over every page of the real site.

use std::collections::BTreeMap;

use serde_json::Value;
use unicode_width::UnicodeWidthStr as _;
use versus::plan::PlannedPage;
use versus::route::Subject;

use crate::support::{between, real_site, text_of};

/// Every page with its language and HTML, one at a time.
fn each_page(mut look: impl FnMut(PlannedPage, &str, &str)) {
    let site = real_site();
    for page in site.pages() {
        let output = site.page(*page).expect("renders");
        let html = String::from_utf8(output.bytes).expect("UTF-8");
        look(*page, &output.path, &html);
    }
}

fn attribute(html: &str, before: &str) -> String {
    let text = between(html, before, "\"").unwrap_or_else(|| panic!("no {before}"));
    text_of(text)
}

#[test]
fn titles_and_descriptions_fit_and_differ() {
    let mut seen: BTreeMap<(PlannedPage, String), String> = BTreeMap::new();
    each_page(|page, path, html| {
        if !page.listed() {
            return;
        }
        let title = text_of(between(html, "<title>", "</title>").expect("a title"));
        let description = attribute(
            html,
            "<meta name=\"description\" property=\"og:description\" content=\"",
        );
        assert!(
            (10..=65).contains(&title.width()),
            "{path}: {} columns: {title}",
            title.width()
        );
        let columns = description.width();
        assert!(
            (50..=160).contains(&columns),
            "{path}: {columns} columns: {description}"
        );
        assert!(
            description.ends_with(['.', '。', '!', '?']) && !description.contains(". ."),
            "{path}: not whole: {description}"
        );
        let first = PlannedPage {
            subject: Subject::Home,
            ..page
        };
        for text in [title, description] {
            if let Some(other) = seen.insert((first, text.clone()), path.to_owned()) {
                panic!("{path} and {other} both say: {text}");
            }
        }
    });
}

#[test]
fn linked_data_says_what_the_page_says() {
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    each_page(|page, path, html| {
        let json = between(html, "<script type=\"application/ld+json\">", "</script>");
        if !page.listed() {
            assert!(json.is_none(), "{path}");
            return;
        }
        let value: Value = serde_json::from_str(json.unwrap_or_else(|| panic!("{path} has none")))
            .unwrap_or_else(|error| panic!("{path}: {error}"));
        let canonical = attribute(html, "rel=\"canonical\" href=\"");
        let base = real_site().routes().url(page.locale, Subject::Home);
        for node in value["@graph"].as_array().expect("a graph") {
            let kind = node["@type"].as_str().expect("a type");
            *kinds.entry(kind.to_owned()).or_default() += 1;
            match kind {
                "BreadcrumbList" => {
                    let items = node["itemListElement"].as_array().expect("items");
                    assert!((2..=3).contains(&items.len()), "{path}");
                    assert_eq!(items[0]["item"], base.as_str(), "{path}");
                    let crumbs = between(html, "class=\"crumbs\"", "</nav>").expect("a trail");
                    let shown = text_of(crumbs.split_once('>').expect("a tag").1);
                    for item in items {
                        let name = item["name"].as_str().expect("a name");
                        assert!(shown.contains(name), "{path} shows no {name}: {shown}");
                    }
                }
                "TechArticle" => {
                    let heading = text_of(between(html, "<h1>", "</h1>").expect("a heading"));
                    assert_eq!(node["headline"], heading.trim(), "{path}");
                    let about = node["about"].as_array().expect("terms");
                    let wanted = match page.subject {
                        Subject::Code(..) => 1,
                        Subject::Pair(..) => 2,
                        _ => 0,
                    };
                    assert_eq!(about.len(), wanted, "{path}");
                    for term in about {
                        let name = term["name"].as_str().expect("a name");
                        assert!(heading.contains(name), "{path} is not about {name}");
                        let url = term["@id"].as_str();
                        assert_eq!(url, (wanted == 1).then_some(canonical.as_str()), "{path}");
                    }
                }
                "WebSite" | "DefinedTermSet" => {
                    assert_eq!(node["url"], canonical.as_str(), "{path}")
                }
                other => panic!("{path}: {other}"),
            }
        }
    });
    let locales = real_site().catalog().locales.len();
    let codes = real_site().catalog().books[0].codes.len();
    assert_eq!(
        kinds["TechArticle"],
        locales * (codes + codes * (codes - 1) / 2)
    );
    assert_eq!(
        (kinds["WebSite"], kinds["DefinedTermSet"]),
        (locales, locales)
    );
}
