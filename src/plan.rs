//! Which pages will exist, before any is rendered. No page exists outside the plan.

use std::collections::BTreeMap;

use crate::catalog::{Catalog, Versions};
use crate::diagnostic::{Diagnostic, Id, Report};
use crate::locale::LocaleId;
use crate::route::{Routes, Subject};
use crate::source::{FileId, Sources};

/// One page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlannedPage {
    /// Its language.
    pub locale: LocaleId,
    /// What it is about.
    pub subject: Subject,
}

impl PlannedPage {
    /// Whether search engines shall list it.
    pub fn listed(self) -> bool {
        !matches!(self.subject, Subject::Offline | Subject::NotFound)
    }

    /// Files whose change changes the page; the first is the one to edit.
    pub fn files(self, catalog: &Catalog) -> Vec<FileId> {
        // The translation first, then the original.
        let here = |prose: &Versions| {
            let own = prose.file(self.locale);
            let first = prose.file(LocaleId::FIRST);
            own.into_iter()
                .chain(first.filter(move |first| Some(*first) != own))
        };
        match self.subject {
            Subject::Code(book, code) => here(&catalog.books[book].codes[code].prose).collect(),
            Subject::Pair(book, a, b) => {
                let book = &catalog.books[book];
                let written = book.pairs.get(&(a, b)).into_iter();
                written
                    .flat_map(|pair| here(&pair.prose))
                    .chain(
                        [a, b]
                            .into_iter()
                            .flat_map(|code| here(&book.codes[code].prose)),
                    )
                    .collect()
            }
            Subject::Page(page) => {
                let texts = &catalog.pages[page].texts;
                let own = texts[self.locale.index()].as_ref();
                let first = texts[0].as_ref().filter(|_| self.locale != LocaleId::FIRST);
                own.into_iter().chain(first).map(|text| text.file).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Day on which one of its files changed last, by the days of all files.
    pub fn updated<'a>(
        self,
        catalog: &Catalog,
        sources: &Sources,
        changed: &'a BTreeMap<String, String>,
    ) -> Option<&'a str> {
        if changed.is_empty() {
            return None;
        }
        let files = self.files(catalog).into_iter();
        files
            .filter_map(|file| changed.get(&sources.get(file).path))
            .map(String::as_str)
            .max()
    }
}

/// All pages, in the order in which they are made.
#[derive(Debug, Default)]
pub struct Plan {
    pages: Vec<PlannedPage>,
}

impl Plan {
    /// Lists every page of a catalog, and reports addresses that two pages want.
    pub fn new(catalog: &Catalog, routes: &Routes<'_>, report: &mut Report) -> Self {
        let mut pages = Vec::new();
        for locale in catalog.locales.ids() {
            let mut add = |subject| pages.push(PlannedPage { locale, subject });
            add(Subject::Home);
            add(Subject::Status);
            add(Subject::Offline);
            (0..catalog.pages.len()).for_each(|page| add(Subject::Page(page)));
            for (book, content) in catalog.books.iter().enumerate() {
                add(Subject::Protocol(book));
                add(Subject::Matrix(book));
                if content.trace.is_some() {
                    add(Subject::Trace(book));
                }
                (0..content.mappings.len()).for_each(|at| add(Subject::Mapping(book, at)));
                let codes = content.codes.len();
                (0..codes).for_each(|code| add(Subject::Code(book, code)));
                for a in 0..codes {
                    (a + 1..codes).for_each(|b| add(Subject::Pair(book, a, b)));
                }
            }
        }
        pages.push(PlannedPage {
            locale: LocaleId::FIRST,
            subject: Subject::NotFound,
        });
        let plan = Self { pages };
        plan.check_addresses(catalog, routes, report);
        plan
    }

    /// The pages in order.
    pub fn pages(&self) -> &[PlannedPage] {
        &self.pages
    }

    fn check_addresses(&self, catalog: &Catalog, routes: &Routes<'_>, report: &mut Report) {
        let mut taken: BTreeMap<String, PlannedPage> = BTreeMap::new();
        for page in &self.pages {
            // Pairs hold `-vs-`, which the name of a code may not; they are many and cannot collide.
            if matches!(page.subject, Subject::Pair(..)) {
                continue;
            }
            let file = routes.file(page.locale, page.subject);
            let Some(first) = taken.insert(file.clone(), *page) else {
                continue;
            };
            let mut diagnostic = Diagnostic::new(
                Id::AddressTaken,
                format!("two pages want the address {file}"),
            )
            .help("rename one of the files");
            let places = [page.subject, first.subject].map(|subject| place(catalog, subject));
            if let Some(span) = places[0].or(places[1]) {
                diagnostic = diagnostic.at(span, "");
            }
            report.push(diagnostic);
        }
    }
}

fn place(catalog: &Catalog, subject: Subject) -> Option<crate::source::Span> {
    match subject {
        Subject::Page(page) => Some(catalog.pages[page].span),
        Subject::Code(book, code) => Some(catalog.books[book].codes[code].span),
        Subject::Protocol(book) | Subject::Matrix(book) | Subject::Trace(book) => {
            Some(catalog.books[book].protocol.intro.span)
        }
        Subject::Mapping(book, at) => Some(catalog.books[book].mappings[at].message.span),
        Subject::Home
        | Subject::Status
        | Subject::Offline
        | Subject::Pair(..)
        | Subject::NotFound => None,
    }
}
