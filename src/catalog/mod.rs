//! All content together: what `content/` says, checked file by file and across files.
//!
//! Takes [`Sources`], gives a [`Catalog`]. Knows no words of the interface and no addresses.

pub mod book;
pub mod code;
pub mod fact;
pub mod pair;
pub mod prose;
pub mod protocol;
mod review;
pub mod site;
pub mod specs;
pub mod starter;
pub mod terms;

use std::collections::BTreeSet;

pub use book::Book;
pub use code::{Code, CodeText, Step};
pub use fact::{FactValue, Item};
pub use pair::{Pair, PairText};
pub use prose::{State, Text, Versions};
pub use protocol::{Class, Fact, FactKind, Protocol, Vocabulary, Wording};
pub use site::{Page, SiteFile};
pub use specs::{Citation, Spec};
pub use terms::Terms;

use crate::diagnostic::{Diagnostic, Id, Report};
use crate::locale::Locales;
use crate::source::Sources;

/// All content.
#[derive(Debug)]
pub struct Catalog {
    /// What `site.toml` says.
    pub site: SiteFile,
    /// Languages in order.
    pub locales: Locales,
    /// Protocols in the order of their folders.
    pub books: Vec<Book>,
    /// Free pages in the order of their names.
    pub pages: Vec<Page>,
    /// Terms of the trade and rules of languages.
    pub terms: Terms,
}

impl Catalog {
    /// Reads everything under `content/`; `None` when `site.toml` is too broken to know the languages.
    pub fn read(sources: &Sources, report: &mut Report) -> Option<Self> {
        let Some(file) = sources.find("content/site.toml") else {
            report.push(
                Diagnostic::new(Id::MissingFile, "there is no content/site.toml")
                    .help("run in the folder that holds content/, or name it with --root"),
            );
            return None;
        };
        let (site, locales) = site::read(file, sources, report)?;
        let mut used = BTreeSet::from([file]);
        let mut books = Vec::new();
        for (id, source) in sources.below("content/", "/protocol.toml") {
            if let Some(slug) = source
                .path
                .strip_prefix("content/")
                .and_then(|rest| rest.strip_suffix("/protocol.toml"))
                && !slug.contains('/')
            {
                used.insert(id);
                books.extend(book::read(slug, id, &locales, sources, &mut used, report));
            }
        }
        let pages = site::read_pages(&locales, sources, &mut used, report);
        let terms = sources
            .find("content/terms.toml")
            .map_or_else(Terms::default, |id| {
                used.insert(id);
                terms::read(id, &locales, sources, report)
            });
        for (id, source) in sources.below("content/", "") {
            // Notes for the people who write content may lie beside it.
            if !used.contains(&id)
                && !source.path.ends_with("README.md")
                && !source.path.ends_with(".schema.json")
            {
                report.push(
                    Diagnostic::new(Id::UnusedFile, format!("nothing reads {}", source.path))
                        .at(sources.first_line(id), "")
                        .help("rename it to what it should be, or delete it"),
                );
            }
        }
        let catalog = Self {
            site,
            locales,
            books,
            pages,
            terms,
        };
        review::all(&catalog, sources, report);
        Some(catalog)
    }
}
