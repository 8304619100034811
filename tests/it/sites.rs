//! Fixture sites in, trees out.

use std::fs;

use versus::site::Output;

use crate::support::{between, built, expect_file, fixture_inputs, names, real_inputs, root};

/// A protocol whose codes are names, with facts of its own: the engine and the templates know no protocol.
#[test]
fn a_protocol_of_names_builds_with_the_real_templates() {
    let inputs = fixture_inputs("parcel");
    let site = built(&inputs);
    let mut pages: Vec<Output> = site
        .pages()
        .iter()
        .map(|page| {
            site.page(*page)
                .unwrap_or_else(|problem| panic!("{problem:?}"))
        })
        .collect();
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    let expected = root().join("tests/sites/parcel/expected");
    let tree: String = pages
        .iter()
        .map(|page| format!("{}\n", page.path))
        .collect();
    expect_file(&expected.join("tree.txt"), &tree);
    let mut kept = vec!["tree.txt".to_owned()];
    for page in &pages {
        let html = std::str::from_utf8(&page.bytes).expect("UTF-8");
        let (before, rest) = html
            .split_once("<main id=\"main\">")
            .expect("a page has one main part");
        let (main, after) = rest.split_once("</main>").expect("the main part ends");
        let name = format!(
            "{}.html",
            page.path.trim_end_matches("/index.html").replace('/', "~")
        );
        expect_file(&expected.join(&name), main);
        kept.push(name);
        if page.path == "index.html" {
            // What surrounds a page is kept once; the names of assets change with every edit of the style sheet.
            let around = format!("{before}\n…\n{after}");
            let around: String = around
                .lines()
                .filter(|line| {
                    !line.contains("/style.")
                        && !line.contains("/site.")
                        && !line.contains("/search.")
                })
                .fold(String::new(), |text, line| text + line + "\n");
            let data = between(&around, "/search-en.", ".json").expect("search data");
            let around = around.replace(data, "…");
            expect_file(&expected.join("around.html"), &around);
            kept.push("around.html".to_owned());
        }
    }
    for name in names(&expected) {
        if !kept.contains(&name) {
            assert!(
                std::env::var_os("BLESS").is_some(),
                "{name} is expected by nothing any more"
            );
            fs::remove_file(expected.join(name)).expect("writable");
        }
    }
}

/// Comparisons of the same shape are put together from the pieces of one that was rendered, unless the template compares
/// values. Here it does and changes nothing else.
#[test]
fn a_page_put_together_from_pieces_is_the_page_rendered_alone() {
    for mut inputs in [real_inputs(), fixture_inputs("parcel")] {
        let pieces = built(&inputs);
        let compares = "{% if 1 > 2 %}{% endif %}";
        for (file, after) in [
            ("pair", "{% block main %}"),
            ("code", "{% block main %}"),
            ("matrix-row", ""),
        ] {
            let name = format!("templates/{file}.html");
            let text = String::from_utf8(inputs.texts[&name].clone()).expect("UTF-8");
            let text = text.replacen(after, &format!("{after}{compares}"), 1);
            inputs.texts.insert(name, text.into_bytes());
        }
        let alone = built(&inputs);
        for page in pieces.pages() {
            let [one, other] = [&pieces, &alone].map(|site| site.page(*page).expect("renders"));
            assert!(one.bytes == other.bytes, "{} differs", one.path);
        }
        assert_eq!(alone.put_together(), 0);
        let [most, all] = [pieces.put_together(), pieces.pages().len()];
        assert!(
            all < 1000 || most > all / 10 * 9,
            "only {most} of {all} pages were put together"
        );
    }
}

#[test]
fn text_is_escaped_wherever_it_lands() {
    let site = built(&fixture_inputs("parcel"));
    for page in site.pages() {
        let output = site.page(*page).expect("renders");
        let html = String::from_utf8(output.bytes).expect("UTF-8");
        for raw in ["<Gone>", "<claim>", "found & is", " \"gone\"<"] {
            assert!(!html.contains(raw), "{} holds {raw} as it is", output.path);
        }
    }
}
