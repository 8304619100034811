//! The sitemap, one file per language, and robots.txt.

use std::fmt::Write;

use crate::locale::LocaleId;
use crate::machine::Scene;
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

/// The pages of one language, each with the same page in the others.
pub(super) fn pages(scene: &Scene<'_>, locale: LocaleId) -> String {
    let Scene {
        catalog,
        routes,
        sources,
        changed,
        ..
    } = *scene;
    let pages = scene.plan.pages().iter();
    let pages = pages.filter(|page| page.locale == locale && page.listed());
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for page in pages {
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
    xml.push_str("</urlset>\n");
    xml
}
