//! Laws instead of examples, over all real pairs in all languages.

use std::collections::{BTreeMap, BTreeSet};

use versus::comparison::compare;
use versus::locale::LocaleId;
use versus::plan::PlannedPage;
use versus::route::Subject;

use crate::support::{between, real_site, text_of};

fn pairs() -> impl Iterator<Item = (PlannedPage, (usize, usize, usize))> {
    real_site()
        .pages()
        .iter()
        .filter_map(|page| match page.subject {
            Subject::Pair(book, a, b) => Some((*page, (book, a, b))),
            _ => None,
        })
}

#[test]
fn comparing_mirrors() {
    for book in &real_site().catalog().books {
        for (i, a) in book.codes.iter().enumerate() {
            assert!(
                compare(&book.protocol, a, a).iter().all(|row| !row.differs),
                "{} differs from itself",
                a.slug
            );
            for b in &book.codes[i + 1..] {
                let there = compare(&book.protocol, a, b);
                let back = compare(&book.protocol, b, a);
                assert_eq!(there.len(), back.len());
                for (x, y) in there.iter().zip(&back) {
                    assert_eq!(
                        (x.fact, x.left, x.right, x.differs),
                        (y.fact, y.right, y.left, y.differs),
                        "{} {}",
                        a.slug,
                        b.slug
                    );
                }
                let facts: BTreeSet<usize> = there.iter().map(|row| row.fact).collect();
                assert_eq!(facts.len(), there.len(), "a fact stands in two rows");
                let firsts = there.iter().take_while(|row| row.differs).count();
                assert!(
                    there[firsts..].iter().all(|row| !row.differs),
                    "differing rows come first"
                );
            }
        }
    }
}

#[test]
fn each_pair_has_exactly_one_page_per_language() {
    let site = real_site();
    let mut seen: BTreeMap<LocaleId, BTreeSet<(usize, usize, usize)>> = BTreeMap::new();
    for (page, pair) in pairs() {
        assert!(pair.1 < pair.2, "the lower code comes first");
        assert!(
            seen.entry(page.locale).or_default().insert(pair),
            "a pair has two pages"
        );
    }
    let codes = site.catalog().books[0].codes.len();
    assert_eq!(codes, 75);
    assert_eq!(seen.len(), 4);
    assert!(
        seen.values()
            .all(|pairs| pairs.len() == codes * (codes - 1) / 2)
    );
}

/// Words that a language may repeat.
fn may_double(word: &str) -> bool {
    ["luôn", "song", "dần", "từ", "that", "had"].contains(&word)
        || word.chars().any(|c| c.is_ascii_digit())
}

#[test]
fn every_comparison_page_reads_whole() {
    let site = real_site();
    let mut titles: BTreeSet<String> = BTreeSet::new();
    let mut bytes = 0;
    let mut count = 0;
    for (page, (book, a, b)) in pairs() {
        let output = site
            .page(page)
            .unwrap_or_else(|problem| panic!("{problem:?}"));
        let html = std::str::from_utf8(&output.bytes).expect("UTF-8");
        let path = output.path.as_str();
        bytes += html.len();
        count += 1;
        let tag = site.catalog().locales.get(page.locale).tag.as_str();
        let codes = &site.catalog().books[book].codes;
        let name = format!(
            "SIP {} {} vs {} {}",
            codes[a].slug, codes[a].phrase, codes[b].slug, codes[b].phrase
        );

        assert!(
            html.starts_with(&format!("<!doctype html>\n<html lang=\"{tag}\">")),
            "{path}: language"
        );
        let title = between(html, "<title>", "</title>").expect("a title");
        let short = format!("SIP {} vs {}", codes[a].slug, codes[b].slug);
        assert!(
            [format!("{name} | Versus"), name.clone()].contains(&title.to_owned())
                || (name.len() > 65 && title.starts_with(&short)),
            "{path}: {title}"
        );
        assert!(
            titles.insert(format!("{tag} {title}")),
            "{path}: title used twice"
        );
        let h1 = between(html, "<h1>", "</h1>").expect("a heading");
        assert_eq!(text_of(h1), name, "{path}");
        assert_eq!(html.matches("<h1>").count(), 1, "{path}");
        let canonical = between(html, "rel=\"canonical\" href=\"", "\"").expect("canonical");
        assert_eq!(
            canonical,
            site.routes().url(page.locale, page.subject),
            "{path}"
        );
        for locale in site.catalog().locales.ids() {
            let tag = &site.catalog().locales.get(locale).tag;
            let link = format!(
                "hreflang=\"{tag}\" href=\"{}\"",
                site.routes().url(locale, page.subject)
            );
            assert!(html.contains(&link), "{path}: no alternate in {tag}");
        }
        let default = format!(
            "hreflang=\"x-default\" href=\"{}\"",
            site.routes().url(LocaleId::FIRST, page.subject)
        );
        assert!(html.contains(&default), "{path}: no default");

        check_differences(
            path,
            html,
            [&codes[a].slug, &codes[b].slug],
            codes[a].class != codes[b].class,
        );
        let facts = &site.catalog().books[book].protocol.facts;
        let retry = facts.iter().position(|fact| fact.key == "retry");
        let retry = retry.expect("a fact");
        check_answer(
            path,
            tag,
            html,
            [&codes[a].slug, &codes[b].slug],
            codes[a].facts[retry] == codes[b].facts[retry],
        );
        check_text(path, tag, html);
    }
    assert_eq!(count, 11_100);
    assert!(
        bytes / count <= 20 * 1024,
        "comparison pages have {} bytes on average, 20 KB are allowed",
        bytes / count
    );
}

fn check_differences(path: &str, html: &str, codes: [&str; 2], other_class: bool) {
    let list = between(html, "<ol class=\"differences\"", "</ol>").expect("a list of differences");
    let items: Vec<String> = list.split("<li>").skip(1).map(text_of).collect();
    // A written comparison may already say what the facts would.
    let written = html.contains("<p class=\"lead\">");
    let least = if written {
        1
    } else {
        2 + usize::from(other_class)
    };
    assert!(
        items.len() >= least,
        "{path} has {} differences",
        items.len()
    );
    let mut said: BTreeSet<String> = BTreeSet::new();
    for item in &items {
        let item = item.trim();
        assert!(
            item.ends_with(['.', '。']),
            "{path}: an item is cut: {item}"
        );
        assert!(
            codes.iter().all(|code| item.contains(code)),
            "{path}: an item speaks of one code only: {item}"
        );
        for sentence in item
            .split_inclusive(['.', '。'])
            .map(str::trim)
            .filter(|sentence| sentence.chars().count() > 12)
        {
            assert!(
                said.insert(sentence.to_owned()),
                "{path} says twice: {sentence}"
            );
        }
    }
    let first = items[0].as_str();
    if other_class {
        let classes = codes.map(|code| format!("{}xx", &code[..1]));
        assert!(
            classes.iter().all(|class| first.contains(class)),
            "{path}: the first difference names both classes: {first}"
        );
    }
}

/// Whether to try again stands at the top: once for both codes that say the same, else for each.
fn check_answer(path: &str, tag: &str, html: &str, codes: [&str; 2], same: bool) {
    let answer = between(html, "<p class=\"answer\">", "</p>").expect("an answer");
    let once = match tag {
        "en" => "Either way",
        "ja" => "どちらの場合も",
        "vi" => "Với cả hai mã",
        _ => "обоих случаях",
    };
    assert_eq!(answer.contains(once), same, "{path}: {answer}");
    if tag == "en" {
        let says = |code: &&str| answer.contains(&format!("On {code}"));
        assert_eq!(codes.iter().all(says), !same, "{path}: {answer}");
    }
}

fn check_text(path: &str, tag: &str, html: &str) {
    for bad in [
        "{$",
        "{ $",
        "{{",
        "}}",
        "<li></li>",
        "<p></p>",
        "<td></td>",
        "<dd></dd>",
        "  .",
        " .<",
        "undefined",
        " ()",
        "（）",
        "**",
        "。。",
        "..",
    ] {
        // Two full stops that begin a word are protocol text: an Identity in compact form.
        let stands = |at: &usize| {
            bad != ".." || !(html[*at..].starts_with("...") || html[..*at].ends_with(": "))
        };
        if let Some(at) = html.match_indices(bad).map(|(at, _)| at).find(stands) {
            let start = html[..at]
                .char_indices()
                .rev()
                .nth(60)
                .map_or(0, |(i, _)| i);
            panic!("{path} holds `{bad}`: {}", &html[start..at + bad.len()]);
        }
    }
    let main = between(html, "<main id=\"main\">", "</main>").expect("a main part");
    let main = main.split("<pre").next().unwrap_or(main);
    let text = text_of(main);
    for line in text.lines() {
        let mut previous = "";
        for word in line.split(|c: char| c.is_whitespace()) {
            let doubled = !word.is_empty()
                && word.chars().all(char::is_alphabetic)
                && word.to_lowercase() == previous.to_lowercase();
            assert!(
                !doubled || may_double(&word.to_lowercase()),
                "{path} doubles `{word}`: {line}"
            );
            previous = word;
        }
        for glued in [
            "場合場合",
            "ことこと",
            "ですです",
            "。、",
            "、。",
            "khi khi",
            "если если",
            "что что",
        ] {
            assert!(!line.contains(glued), "{path} ({tag}): {line}");
        }
    }
    for id in [
        "sip-class",
        "sip-role",
        "sip-when",
        "sip-final",
        "sip-scope",
        "sip-retry",
        "sip-forking",
        "sip-methods",
        "sip-must",
        "sip-may",
        "sip-q850",
        "pair-heading",
        "pair-label",
        "code-heading",
        "site-",
        "text-stale",
    ] {
        assert!(
            !text.contains(id),
            "{path} shows the name of a message: {id}"
        );
    }
}
