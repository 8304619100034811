//! All content together: what `content/` says, checked file by file and across files.
//!
//! Takes [`Sources`], gives a [`Catalog`]. Knows no words of the interface and no addresses.

pub mod book;
pub mod code;
mod earlier;
pub mod fact;
pub mod keywords;
pub mod mapping;
pub mod message;
pub mod pair;
pub mod prose;
pub mod protocol;
pub mod review;
pub mod site;
pub mod specs;
mod spread;
pub mod starter;
pub mod terms;
pub mod trace;

use std::collections::BTreeSet;

pub use book::Book;
pub use code::{Code, CodeText};
pub use earlier::Earlier;
pub use fact::{FactValue, Item};
pub use mapping::{Cause, Mapping, Target};
pub use message::Step;
pub use pair::{Pair, PairText};
pub use prose::{State, Text, Versions};
pub use protocol::{Class, Fact, FactKind, Protocol, Vocabulary, Wording};
pub use site::{Page, SiteFile};
pub use specs::{Citation, Spec};
pub use terms::Terms;
pub use trace::{Pattern, Trace};

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
    /// Whether every protocol could be read; if not, that has been reported, and its words seem to be used by nothing.
    pub whole: bool,
}

/// Folders under `content/` that hold a protocol: they have a declaration, or codes.
fn protocols(sources: &Sources) -> BTreeSet<&str> {
    let folder = |path: &'_ str| -> Option<usize> {
        let (_, rest) = path.strip_prefix("content/")?.split_once('/')?;
        (rest == "protocol.toml" || rest.starts_with("codes/")).then(|| path.len() - rest.len() - 1)
    };
    sources
        .below("content/", ".toml")
        .filter_map(|(_, source)| Some(&source.path["content/".len()..folder(&source.path)?]))
        .collect()
}

impl Catalog {
    /// Reads everything under `content/`; `None` when `site.toml` is too broken to know the languages. What
    /// an earlier reading found in files that are the same is taken over.
    pub fn read(
        sources: &Sources,
        earlier: Option<Earlier<'_>>,
        report: &mut Report,
    ) -> Option<Self> {
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
        let mut whole = true;
        for slug in protocols(sources) {
            let found = sources.find(&format!("content/{slug}/protocol.toml"));
            if found.is_none() {
                let message = format!("there is no content/{slug}/protocol.toml");
                report.push(
                    Diagnostic::new(Id::MissingFile, message)
                        .help("it declares what makes the protocol differ from another"),
                );
            }
            used.extend(found);
            let book = found.and_then(|id| {
                let this = (slug, id);
                book::read(this, &locales, sources, earlier, &mut used, report)
            });
            if book.is_none() {
                // What a protocol without declarations means by its files is unknown, not wrong.
                whole = false;
                used.extend(
                    sources
                        .below(&format!("content/{slug}/"), "")
                        .map(|(id, _)| id),
                );
            }
            books.extend(book);
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
        for (id, source) in sources.below("templates/", "") {
            if !source.path.ends_with(".html") && !source.path.ends_with("README.md") {
                report.push(
                    Diagnostic::new(Id::UnusedFile, format!("nothing reads {}", source.path))
                        .at(sources.first_line(id), "")
                        .help("the names of templates end in .html"),
                );
            }
        }
        let catalog = Self {
            site,
            locales,
            books,
            pages,
            terms,
            whole,
        };
        review::all(&catalog, sources, earlier, report);
        Some(catalog)
    }
}
