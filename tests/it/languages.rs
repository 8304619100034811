//! A language more needs no change of the program: German, with ten codes, over the real site.

use std::collections::BTreeMap;

use versus::source::Inputs;

use crate::support::{add_folder, between, built, real_inputs, root};

/// The messages of a Fluent file, each with the lines that belong to it, by name.
fn messages(text: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        let name = line.split_once(" =").map_or("", |(name, _)| name);
        let starts = name.starts_with(|c: char| c.is_ascii_lowercase());
        if starts {
            found.push((name.to_owned(), String::new()));
        }
        if let Some((_, block)) = found.last_mut()
            && (starts || line.starts_with(' '))
        {
            block.push_str(line);
            block.push('\n');
        }
    }
    found
}

/// What CONTRIBUTING says: the tag in site.toml, a copy of the English words, and the translator's first steps over it.
fn german() -> Inputs {
    let mut inputs = real_inputs();
    let site = String::from_utf8(inputs.texts["content/site.toml"].clone()).expect("UTF-8");
    assert!(site.contains("locales = [\"en\", "));
    let site = site.replacen("locales = [\"en\", ", "locales = [\"en\", \"de\", ", 1);
    inputs
        .texts
        .insert("content/site.toml".into(), site.into_bytes());
    let mut terms = inputs.texts["content/terms.toml"].clone();
    terms.extend_from_slice(b"\n[[languages]]\ntag = \"de\"\nown_words = [\"was\"]\n");
    inputs.texts.insert("content/terms.toml".into(), terms);
    // Schemas name the languages; `versus schema` would write them anew.
    inputs.texts.retain(|path, _| !path.starts_with("schemas/"));
    let mut over = BTreeMap::new();
    add_folder(&root().join("tests/sites/german"), "", &mut over);
    let english: Vec<String> = inputs
        .texts
        .keys()
        .filter(|path| path.starts_with("locales/en/"))
        .cloned()
        .collect();
    for path in english {
        let text = String::from_utf8(inputs.texts[&path].clone()).expect("UTF-8");
        let target = path.replacen("/en/", "/de/", 1);
        let written = over.remove(&target).unwrap_or_default();
        let written: BTreeMap<String, String> =
            messages(&String::from_utf8(written).expect("UTF-8"))
                .into_iter()
                .collect();
        let merged: String = messages(&text)
            .into_iter()
            .map(|(name, block)| written.get(&name).cloned().unwrap_or(block))
            .collect();
        inputs.texts.insert(target, merged.into_bytes());
    }
    inputs.texts.extend(over);
    inputs
}

#[test]
fn a_language_more_needs_no_change_of_the_program() {
    let site = built(&german());
    let page = |path: &str| {
        let page = site
            .pages()
            .iter()
            .find(|page| site.routes().file(page.locale, page.subject) == path)
            .unwrap_or_else(|| panic!("there is no page {path}"));
        let output = site
            .page(*page)
            .unwrap_or_else(|problem| panic!("{path}: {problem:?}"));
        String::from_utf8(output.bytes)
            .expect("UTF-8")
            .replace('"', "")
    };
    let busy = page("de/sip/486/index.html");
    assert!(busy.contains("<html lang=de"));
    assert!(busy.contains("das angerufene Gerät erreicht wurde"));
    assert!(busy.contains(">Beschreibung</h2>"), "headings are German");
    // What is not translated yet is English, and says so.
    let description = between(&busy, "id=description-486", "<h2").expect("a description");
    assert!(description.contains("lang=en"), "{description}");
    assert!(busy.contains("Teile dieser Seite sind noch nicht übersetzt"));
    let pair = page("de/sip/486-vs-600/index.html");
    assert!(pair.contains("486 bedeutet, dass") || pair.contains("bedeutet, dass das angerufene"));
    assert!(pair.contains("Wesentliche Unterschiede"));
    // A code without any German is English throughout, and marked.
    let other = page("de/sip/421/index.html");
    assert!(other.contains("lang=en") && other.contains("Teile dieser Seite"));
    // The other languages lead there.
    assert!(page("sip/486/index.html").contains("hreflang=de"));
    assert!(page("de/about/index.html").contains("Über diese Seite"));
    let home = page("de/index.html");
    assert!(
        home.contains("2.775 Vergleiche") || home.contains("2.775"),
        "numbers are grouped as in German"
    );
    let unfinished = page("ja/sip/486/index.html");
    assert!(!unfinished.contains("Teile dieser Seite"));
}
