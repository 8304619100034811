//! The sitemap, one file per language, and robots.txt.

use std::fmt::Write;

use crate::catalog::Catalog;
use crate::locale::LocaleId;
use crate::machine::TextFile;
use crate::plan::{Plan, PlannedPage};
use crate::route::{Routes, Subject};

/// Name of the index of all sitemaps.
const INDEX: &str = "sitemap.xml";

/// Sitemaps and robots.txt, made one at a time.
pub(super) fn files<'a>(
    catalog: &'a Catalog,
    plan: &'a Plan,
    routes: Routes<'a>,
) -> impl Iterator<Item = TextFile> + 'a {
    let maps = catalog.locales.ids().map(move |locale| {
        let pages = plan
            .pages()
            .iter()
            .filter(move |page| page.locale == locale);
        (name(catalog, locale), sitemap(catalog, &routes, pages))
    });
    maps.chain([
        (INDEX.to_owned(), index(catalog, &routes)),
        ("robots.txt".to_owned(), robots(&routes)),
    ])
}

fn name(catalog: &Catalog, locale: LocaleId) -> String {
    format!("sitemap-{}.xml", catalog.locales.get(locale).tag)
}

fn robots(routes: &Routes<'_>) -> String {
    format!(
        "User-agent: *\nAllow: /\n\nSitemap: {}\n",
        routes.asset_url(INDEX)
    )
}

fn index(catalog: &Catalog, routes: &Routes<'_>) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for locale in catalog.locales.ids() {
        let url = routes.asset_url(&name(catalog, locale));
        // Writing to a string cannot fail; addresses hold nothing that XML would have to escape.
        let _ = writeln!(xml, "<sitemap><loc>{url}</loc></sitemap>");
    }
    xml.push_str("</sitemapindex>\n");
    xml
}

fn sitemap<'a>(
    catalog: &Catalog,
    routes: &Routes<'_>,
    pages: impl Iterator<Item = &'a PlannedPage>,
) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for page in pages.filter(|page| page.subject != Subject::NotFound) {
        let _ = write!(
            xml,
            "<url><loc>{}</loc>",
            routes.url(page.locale, page.subject)
        );
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
