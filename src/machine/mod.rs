//! What machines read: sitemaps, robots.txt, the content as data, badges, an overview, and what the search box knows.
//! All of it comes from the plan and the catalog.

mod badge;
mod data;
mod mapping;
mod overview;
pub mod search;
mod sitemap;
mod table;
pub mod trace;
mod worker;

use std::collections::BTreeMap;

use crate::asset::{Output, Worker};
use crate::catalog::Catalog;
use crate::locale::LocaleId;
use crate::messages::Messages;
use crate::plan::Plan;
use crate::route::{MachineFile, Routes};
use crate::source::Sources;
use crate::view::voice::{Said, Voice};

/// All that these files are made from.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The content.
    pub catalog: &'a Catalog,
    /// The words.
    pub messages: &'a Messages,
    /// The pages.
    pub plan: &'a Plan,
    /// Addresses.
    pub routes: Routes<'a>,
    /// Texts, for paths.
    pub sources: &'a Sources,
    /// Keeps pages for use offline.
    pub worker: &'a Worker,
    /// Files of `static/`.
    pub files: &'a [Output],
    /// Day of the last change by path.
    pub changed: &'a BTreeMap<String, String>,
}

impl<'a> Scene<'a> {
    fn voice(&self, locale: LocaleId) -> Voice<'a> {
        Voice::new(self.messages, &self.catalog.locales, locale)
    }

    fn voices(&self) -> impl Iterator<Item = Voice<'a>> {
        self.catalog.locales.ids().map(|locale| self.voice(locale))
    }

    fn tags(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let locales = &self.catalog.locales;
        locales.ids().map(|locale| locales.get(locale).tag.as_str())
    }

    /// Day on which something of a protocol changed last.
    fn updated(&self, at: usize) -> Option<String> {
        let folder = format!("content/{}/", self.catalog.books[at].protocol.slug);
        let files = self
            .changed
            .iter()
            .filter(|(path, _)| path.starts_with(&folder));
        files.map(|(_, day)| day).max().cloned()
    }
}

/// Every file for machines, in the order in which they are made.
pub fn files(catalog: &Catalog, worker: &Worker) -> Vec<MachineFile> {
    let mut files: Vec<MachineFile> = catalog.locales.ids().map(MachineFile::Sitemap).collect();
    files.extend(catalog.locales.ids().map(MachineFile::Manifest));
    files.extend(catalog.site.domain.as_ref().map(|_| MachineFile::Domain));
    files.extend((!worker.script.is_empty()).then_some(MachineFile::Worker));
    files.extend([
        MachineFile::SitemapIndex,
        MachineFile::Robots,
        MachineFile::Overview,
        MachineFile::Schema,
    ]);
    for (at, book) in catalog.books.iter().enumerate() {
        files.extend([
            MachineFile::Codes(at),
            MachineFile::Table(at),
            MachineFile::Pairs(at),
        ]);
        files.extend((0..book.mappings.len()).map(|one| MachineFile::Mapping(at, one)));
        let codes = 0..book.codes.len();
        files.extend(
            codes.flat_map(|one| [MachineFile::Code(at, one), MachineFile::Badge(at, one)]),
        );
    }
    files
}

/// A file in parts, because some are too large to be held whole.
pub type Parts<'a> = Box<dyn Iterator<Item = String> + 'a>;

/// Makes one file.
///
/// # Errors
/// When a message does not fit.
pub fn make(scene: Scene<'_>, file: MachineFile) -> Said<Parts<'_>> {
    let whole = match file {
        MachineFile::Sitemap(locale) => return Ok(Box::new(sitemap::pages(scene, locale))),
        MachineFile::Pairs(at) => return Ok(Box::new(data::pairs(scene, at))),
        MachineFile::SitemapIndex => sitemap::index(&scene),
        MachineFile::Robots => sitemap::robots(&scene),
        MachineFile::Domain => format!(
            "{}\n",
            scene.catalog.site.domain.as_deref().unwrap_or_default()
        ),
        MachineFile::Manifest(locale) => worker::manifest(&scene, locale)?,
        MachineFile::Worker => worker::script(&scene),
        MachineFile::Overview => overview::write(&scene)?,
        MachineFile::Schema => data::schema(&scene),
        MachineFile::Codes(at) => data::codes(&scene, at)?,
        MachineFile::Table(at) => table::write(&scene, at),
        MachineFile::Mapping(at, one) => mapping::write(&scene, at, one)?,
        MachineFile::Code(at, one) => data::code(&scene, at, one),
        MachineFile::Badge(at, one) => badge::draw(&scene, at, one),
    };
    Ok(Box::new(std::iter::once(whole)))
}
