//! What pages share: each code, said once in each language, when the first page asks for it.

use std::sync::OnceLock;

use rayon::prelude::*;

use super::Site;
use crate::catalog::Book;
use crate::diagnostic::Report;
use crate::locale::LocaleId;
use crate::template::Shared;
use crate::view::chrome::Standing;
use crate::view::facts::Labels;
use crate::view::side::{self, Spoken};
use crate::view::voice::Said;

/// A code in one language: for views, and as templates get it.
pub(super) struct Entry {
    pub(super) spoken: Spoken,
    pub(super) side: Shared,
}

/// One protocol in one language. Each code is said when the first page asks for it, and then shared by all its pages.
pub(super) struct Chapter {
    entries: Vec<OnceLock<Said<Entry>>>,
    labels: OnceLock<Said<Labels>>,
}

impl Chapter {
    pub(super) fn new(book: &Book) -> Self {
        Self {
            entries: book.codes.iter().map(|_| OnceLock::new()).collect(),
            labels: OnceLock::new(),
        }
    }
}

impl Site {
    /// Says every code in every language now, on all processors, and reports once what would fail on every page.
    pub fn speak(&self) -> Report {
        let mut report = Report::default();
        let locales: Vec<LocaleId> = self.catalog.locales.ids().collect();
        let known = locales
            .par_iter()
            .filter_map(|locale| self.known(*locale).err());
        let books = self.catalog.books.par_iter().enumerate();
        let codes = books.flat_map(|(at, book)| {
            (0..book.codes.len())
                .into_par_iter()
                .map(move |code| (at, code))
        });
        let entries = locales.par_iter().flat_map(|locale| {
            codes
                .clone()
                .filter_map(|(at, code)| self.entry(*locale, at, code).err())
        });
        let labels = locales.par_iter().flat_map_iter(|locale| {
            let books = 0..self.catalog.books.len();
            books.filter_map(|at| self.labels(*locale, at).err())
        });
        let failed = known
            .chain(entries)
            .chain(labels)
            .map(|diagnostic| *diagnostic);
        report.extend(failed.collect::<Vec<_>>());
        report
    }

    /// A code in one language.
    pub(super) fn entry(&self, locale: LocaleId, at: usize, code: usize) -> Said<&Entry> {
        let said = self.chapters[locale.index()][at].entries[code].get_or_init(|| {
            let book = &self.catalog.books[at];
            let spoken = side::speak(&self.voice(locale), &self.routes(), book, (at, code))?;
            let side = Shared::new(&spoken.side);
            Ok(Entry { spoken, side })
        });
        said.as_ref().map_err(Clone::clone)
    }

    /// All codes of a protocol in one language.
    pub(super) fn all(&self, locale: LocaleId, at: usize) -> Said<Vec<&Spoken>> {
        let codes = 0..self.catalog.books[at].codes.len();
        codes
            .map(|code| Ok(&self.entry(locale, at, code)?.spoken))
            .collect()
    }

    /// What all pages of a language have in common.
    pub(super) fn standing(&self, locale: LocaleId) -> Said<&Standing> {
        let said = self.standing[locale.index()].get_or_init(|| {
            let routes = self.routes();
            let search = self.known(locale)?.search(&routes);
            Ok(Standing::new(&self.catalog, &routes, locale, &search))
        });
        said.as_ref().map_err(Clone::clone)
    }

    /// Words of a protocol in one language.
    pub(super) fn labels(&self, locale: LocaleId, at: usize) -> Said<&Labels> {
        let protocol = &self.catalog.books[at].protocol;
        let labels = &self.chapters[locale.index()][at].labels;
        let said = labels.get_or_init(|| Labels::new(&self.voice(locale), protocol));
        said.as_ref().map_err(Clone::clone)
    }
}
