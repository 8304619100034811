//! The real site is a test: it builds without a problem, and its pages hold what readers were promised.

use versus::plan::PlannedPage;
use versus::route::Subject;

use crate::support::{between, built, real_inputs, real_site, text_of};

#[test]
fn every_other_page_renders_with_title_language_and_alternates() {
    let site = real_site();
    let mut kinds = std::collections::BTreeSet::new();
    for page in site
        .pages()
        .iter()
        .filter(|page| !matches!(page.subject, Subject::Pair(..)))
    {
        kinds.insert(format!("{:?}", std::mem::discriminant(&page.subject)));
        let output = site
            .page(*page)
            .unwrap_or_else(|problem| panic!("{problem:?}"));
        let html = String::from_utf8(output.bytes).expect("UTF-8");
        let tag = &site.catalog().locales.get(page.locale).tag;
        assert!(
            html.contains(&format!("<html lang=\"{tag}\">")),
            "{}",
            output.path
        );
        assert_eq!(html.matches("<h1>").count(), 1, "{}", output.path);
        let title = between(&html, "<title>", "</title>").expect("a title");
        assert!(title.chars().count() > 8, "{}: {title}", output.path);
        let alternates = html.matches("rel=\"alternate\"").count();
        assert_eq!(
            alternates,
            if page.listed() { 5 } else { 0 },
            "{}",
            output.path
        );
    }
    assert_eq!(kinds.len(), 10);
}

/// The five comparisons that the site was conceived from.
#[test]
fn the_first_five_comparisons_are_whole() {
    let site = real_site();
    let headings = [
        (
            "en",
            [
                "Description",
                "When You See It",
                "How to Fix",
                "Key Differences",
                "When to Use Which",
                "Learn More",
            ],
        ),
        (
            "ja",
            [
                "説明",
                "このコードが表示される場合",
                "解決方法",
                "主な違い",
                "どちらをいつ使うか",
                "詳しく見る",
            ],
        ),
        (
            "vi",
            [
                "Mô tả",
                "Khi bạn thấy mã này",
                "Cách khắc phục",
                "Sự khác biệt chính",
                "Khi nào dùng cái nào",
                "Tìm hiểu thêm",
            ],
        ),
        (
            "ru",
            [
                "Описание",
                "Когда вы это видите",
                "Как исправить",
                "Ключевые различия",
                "Когда что использовать",
                "Узнать больше",
            ],
        ),
    ];
    for (tag, a, b) in [
        ("ja", "204", "421"),
        ("vi", "200", "421"),
        ("ru", "202", "421"),
        ("ja", "204", "603"),
        ("en", "204", "422"),
    ] {
        let book = &site.catalog().books[0];
        let pair = Subject::Pair(
            0,
            book.find(a).expect("a code"),
            book.find(b).expect("a code"),
        );
        let locale = site
            .catalog()
            .locales
            .ids()
            .find(|id| site.catalog().locales.get(*id).tag == tag)
            .expect("a language");
        let html = String::from_utf8(
            site.page(PlannedPage {
                locale,
                subject: pair,
            })
            .expect("renders")
            .bytes,
        )
        .expect("UTF-8");
        let (_, wanted) = headings
            .iter()
            .find(|(language, _)| *language == tag)
            .expect("headings");
        let mut from = 0;
        for heading in wanted {
            let at = html[from..]
                .find(&format!(">{heading}</h2>"))
                .unwrap_or_else(|| panic!("{tag} {a}/{b} lacks {heading}"));
            from += at;
        }
        let answer = text_of(between(&html, "<p class=\"answer\">", "</p>").expect("an answer"));
        for class in [&a[..1], &b[..1]] {
            assert!(
                answer.contains(&format!("{class}xx")),
                "{tag} {a}/{b}: {answer}"
            );
        }
        for code in [a, b] {
            for id in ["description", "when-you-see", "how-to-fix"] {
                assert!(
                    html.contains(&format!("id=\"{id}-{code}\"")),
                    "{tag} {a}/{b}: no {id} for {code}"
                );
            }
        }
        if tag != "en" {
            assert!(
                !html.contains("<div lang=en>"),
                "{tag} {a}/{b} holds English text"
            );
            assert!(
                !html.contains("class=\"note\""),
                "{tag} {a}/{b} says that something is not translated"
            );
        }
    }
}

#[test]
fn another_base_changes_addresses_and_nothing_else() {
    let mut inputs = real_inputs();
    inputs.base_url = Some("https://name.example/some/path/".to_owned());
    let moved = built(&inputs);
    let site = real_site();
    for (page, there) in site.pages().iter().zip(moved.pages()).step_by(97) {
        let here = String::from_utf8(site.page(*page).expect("renders").bytes).expect("UTF-8");
        let there = String::from_utf8(moved.page(*there).expect("renders").bytes).expect("UTF-8");
        let origin = site
            .routes()
            .url(versus::locale::LocaleId::FIRST, Subject::Home);
        let there = there
            .replace("https://name.example/some/path/", &origin)
            .replace("\"/some/path/", "\"/");
        assert_eq!(here, there);
    }
}

#[test]
fn the_sitemaps_hold_every_page_of_the_plan_and_nothing_else() {
    let site = real_site();
    let mut listed: Vec<String> = Vec::new();
    let mut index = String::new();
    for file in site.machine_files() {
        let file = site.machine_file(file).expect("every file is made");
        if !file.path.ends_with(".xml") {
            continue;
        }
        let text = String::from_utf8(file.bytes).expect("UTF-8");
        if file.path == "sitemap.xml" {
            index = text;
        } else {
            assert_eq!(
                text.matches("<url>").count() * 5,
                text.matches("<xhtml:link").count(),
                "{}",
                file.path
            );
            listed.extend(
                text.split("<loc>")
                    .skip(1)
                    .filter_map(|rest| rest.split('<').next())
                    .map(str::to_owned),
            );
        }
    }
    assert_eq!(
        index.matches("<sitemap>").count(),
        site.catalog().locales.len()
    );
    let pages = site.pages().iter().filter(|page| page.listed());
    let mut planned: Vec<String> = pages
        .map(|page| site.routes().url(page.locale, page.subject))
        .collect();
    listed.sort();
    planned.sort();
    assert!(
        listed == planned,
        "the sitemaps list {} addresses, the plan has {}",
        listed.len(),
        planned.len()
    );
}

#[test]
fn comparison_pages_stay_light_when_compressed() {
    use std::io::Write as _;
    let site = real_site();
    let pairs = site
        .pages()
        .iter()
        .filter(|page| matches!(page.subject, Subject::Pair(..)));
    for page in pairs.step_by(7) {
        let output = site.page(*page).expect("renders");
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
        encoder.write_all(&output.bytes).expect("memory");
        let size = encoder.finish().expect("memory").len();
        assert!(
            size <= 9 * 1024,
            "{} has {size} bytes compressed, 9 KB are allowed",
            output.path
        );
    }
}

#[test]
fn style_and_scripts_of_the_whole_site_stay_light() {
    use std::io::Write as _;
    let mut sizes = std::collections::BTreeMap::from([("css", 0), ("js", 0)]);
    for file in real_site().files().expect("every message fits") {
        let kind = file.path.rsplit('.').next().unwrap_or_default();
        let Some(size) = sizes.get_mut(kind) else {
            continue;
        };
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
        encoder.write_all(&file.bytes).expect("memory");
        *size += encoder.finish().expect("memory").len();
    }
    for (kind, size) in sizes {
        assert!(size > 0, "there is no {kind}");
        assert!(
            size <= 12 * 1024,
            "all {kind} has {size} bytes compressed, 12 KB are allowed"
        );
    }
}

#[test]
fn english_inside_another_language_says_so() {
    let site = real_site();
    let page = |path: &str| {
        let (locale, subject) = site.routes().page_at(path).expect("a page");
        let output = site.page(versus::plan::PlannedPage { locale, subject });
        String::from_utf8(output.expect("renders").bytes).expect("UTF-8")
    };
    for (path, run) in [
        ("/ja/sip/486/", "Do Not Disturb"),
        ("/vi/sip/180-vs-183/", "early media"),
        ("/ru/sip/420/", "option tag"),
    ] {
        let marked = format!("<span lang=en>{run}</span>");
        assert!(page(path).contains(&marked), "{path} does not mark {run}");
    }
    assert!(!page("/sip/486/").contains("lang=en>Do Not"));
}

#[test]
fn every_page_is_found_at_its_address() {
    let site = real_site();
    for page in site.pages() {
        if page.subject == Subject::NotFound {
            continue;
        }
        let path = format!("/{}", site.routes().relative(page.locale, page.subject));
        let found = site.routes().page_at(&path);
        assert_eq!(found, Some((page.locale, page.subject)), "{path}");
    }
}
