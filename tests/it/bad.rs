//! A folder for each kind of problem: what is put over the fixture site, and the exact report that follows.
//!
//! A file that is empty is taken away instead. `page.html.edit` holds what to replace in the real `page.html`, a line `=>`,
//! and by what. A second case of a kind has a name after a plus sign.

use std::collections::BTreeMap;

use versus::diagnostic::{Format, Report};
use versus::site::Site;

use crate::support::{add_folder, expect_file, fixture_inputs, names, root};

#[test]
fn every_problem_is_reported_at_its_place() {
    let folder = root().join("tests/bad");
    for name in names(&folder) {
        let mut inputs = fixture_inputs("parcel");
        let mut over = BTreeMap::new();
        add_folder(&folder.join(&name), "", &mut over);
        over.remove("report.txt");
        assert!(!over.is_empty(), "tests/bad/{name} changes nothing");
        for (path, bytes) in over {
            if let Some(edited) = path.strip_suffix(".edit") {
                let edit = String::from_utf8(bytes).expect("UTF-8");
                let (from, to) = edit
                    .trim_end()
                    .split_once("\n=>\n")
                    .expect("what, =>, by what");
                let text = String::from_utf8(inputs.texts[edited].clone()).expect("UTF-8");
                assert!(text.contains(from), "{edited} holds no `{from}`");
                inputs
                    .texts
                    .insert(edited.to_owned(), text.replacen(from, to, 1).into_bytes());
                continue;
            }
            match path.strip_prefix("static/") {
                Some(asset) => inputs.assets.insert(asset.to_owned(), bytes),
                None if bytes.is_empty() => inputs.texts.remove(&path),
                None => inputs.texts.insert(path, bytes),
            };
        }
        // Cases of translation have a second language, whose interface is that of the first.
        if inputs.texts.contains_key("content/pages/de/about.md") {
            for file in [
                "site.ftl",
                "code.ftl",
                "pair.ftl",
                "tools.ftl",
                "parcel.ftl",
            ] {
                let words = inputs.texts[&format!("locales/en/{file}")].clone();
                inputs
                    .texts
                    .entry(format!("locales/de/{file}"))
                    .or_insert(words);
            }
        }
        let (site, sources, mut report) = Site::new(&inputs);
        if let Some(site) = site {
            let said = site.speak();
            let pages = if said.is_empty() { site.pages() } else { &[] };
            report.append(said);
            for page in pages {
                if let Err(diagnostic) = site.page(*page) {
                    report.push(*diagnostic);
                }
            }
        }
        let text = report.write(&sources, Format::Full { color: false });
        let id = name.split('+').next().unwrap_or_default();
        assert!(
            text.contains(&format!("error[{id}]")),
            "tests/bad/{name} does not lead to its problem:\n{text}"
        );
        expect_file(&folder.join(&name).join("report.txt"), &text);
    }
}

#[test]
fn the_order_of_reports_does_not_depend_on_the_order_of_discovery() {
    let mut inputs = fixture_inputs("parcel");
    for (path, from, to) in [
        ("content/parcel/codes/lost.toml", "meaning =", "meanign ="),
        (
            "content/parcel/codes/delivered.toml",
            "phrase = \"Delivered\"",
            "phrase = 7",
        ),
    ] {
        let text = String::from_utf8(inputs.texts[path].clone()).expect("UTF-8");
        assert!(text.contains(from));
        inputs
            .texts
            .insert(path.to_owned(), text.replacen(from, to, 1).into_bytes());
    }
    let (_, sources, report) = Site::new(&inputs);
    let found: Vec<_> = report
        .findings()
        .into_iter()
        .map(|finding| finding.diagnostic.clone())
        .collect();
    assert!(found.len() >= 3);
    let mut backwards = Report::default();
    found
        .iter()
        .rev()
        .for_each(|diagnostic| backwards.push(diagnostic.clone()));
    assert_eq!(
        backwards.write(&sources, Format::Short),
        report.write(&sources, Format::Short)
    );
}
