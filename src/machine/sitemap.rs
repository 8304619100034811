//! The sitemap, one file per language, and robots.txt.

use std::fmt::Write;

use crate::locale::LocaleId;
use crate::machine::Scene;
use crate::plan::PlannedPage;
use crate::route::{MachineFile, Subject};

/// What search engines may read: everything.
pub(super) fn robots(scene: &Scene<'_>) -> String {
    format!(
        "User-agent: *\nAllow: /\n\nSitemap: {}\n",
        scene.routes.machine_url(MachineFile::SitemapIndex)
    )
}

/// Where the sitemaps are.
pub(super) fn index(scene: &Scene<'_>) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for locale in scene.catalog.locales.ids() {
        let url = scene.routes.machine_url(MachineFile::Sitemap(locale));
        // Writing to a string cannot fail; addresses hold nothing that XML would have to escape.
        let _ = writeln!(xml, "<sitemap><loc>{url}</loc></sitemap>");
    }
    xml.push_str("</sitemapindex>\n");
    xml
}

/// How many pages a part of a sitemap has.
const PART: usize = 500;

/// The pages of one language, each with the same page in the others, in parts.
pub(super) fn pages<'a>(scene: Scene<'a>, locale: LocaleId) -> impl Iterator<Item = String> + 'a {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
                xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
    let parts = scene.plan.pages().chunks(PART).map(move |pages| {
        let mut xml = String::new();
        let pages = pages.iter();
        for page in pages.filter(|page| page.locale == locale && page.listed()) {
            write_page(&scene, *page, &mut xml);
        }
        xml
    });
    let (head, end) = ([head.to_owned()], ["</urlset>\n".to_owned()]);
    head.into_iter().chain(parts).chain(end)
}

fn write_page(scene: &Scene<'_>, page: PlannedPage, xml: &mut String) {
    let Scene {
        catalog,
        routes,
        sources,
        changed,
        ..
    } = *scene;
    let _ = write!(
        xml,
        "<url><loc>{}</loc>",
        routes.url(page.locale, page.subject)
    );
    let own = page.updated(catalog, sources, changed).map(str::to_owned);
    // What lists the codes of a protocol changes with any of them.
    let day = own.or_else(|| match page.subject {
        Subject::Protocol(book) | Subject::Matrix(book) => scene.updated(book),
        Subject::Home => (0..catalog.books.len())
            .filter_map(|book| scene.updated(book))
            .max(),
        _ => None,
    });
    if let Some(day) = day {
        let _ = write!(xml, "<lastmod>{day}</lastmod>");
    }
    for locale in catalog.locales.ids() {
        let (tag, url) = (
            &catalog.locales.get(locale).tag,
            routes.url(locale, page.subject),
        );
        let _ = write!(
            xml,
            "<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{url}\"/>"
        );
    }
    let default = routes.url(LocaleId::FIRST, page.subject);
    let _ = writeln!(
        xml,
        "<xhtml:link rel=\"alternate\" hreflang=\"x-default\" href=\"{default}\"/></url>"
    );
}
