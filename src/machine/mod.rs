//! What machines read: sitemaps and robots.txt.

mod sitemap;

use crate::catalog::Catalog;
use crate::plan::Plan;
use crate::route::Routes;

/// A file that is no page: its path and its text.
pub type TextFile = (String, String);

/// All files for machines, made one at a time.
pub fn files<'a>(
    catalog: &'a Catalog,
    plan: &'a Plan,
    routes: Routes<'a>,
) -> impl Iterator<Item = TextFile> + 'a {
    sitemap::files(catalog, plan, routes)
}
