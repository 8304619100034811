//! What scripts read in one language: made when the first page or file asks for it, because it takes longer to make than
//! a page.

use super::Site;
use crate::asset::{self, Output};
use crate::locale::LocaleId;
use crate::machine::{search, trace};
use crate::route::Routes;
use crate::view::voice::Said;

/// What the search box knows, and the page of each protocol that reads a text.
pub(super) struct Known {
    search: Output,
    traces: Vec<Option<Output>>,
}

impl Known {
    /// All files.
    pub(super) fn files(&self) -> impl Iterator<Item = &Output> {
        std::iter::once(&self.search).chain(self.traces.iter().flatten())
    }

    /// Whether a path can be one of these files in any language.
    pub(super) fn may_have(path: &str) -> bool {
        path.ends_with(".json") && !path.contains('/')
    }

    /// Address of what the search box knows.
    pub(super) fn search(&self, routes: &Routes<'_>) -> String {
        routes.asset(&self.search.path)
    }

    /// Address of what the page that reads a text knows, where a protocol has one.
    pub(super) fn trace(&self, book: usize, routes: &Routes<'_>) -> Option<String> {
        let file = self.traces[book].as_ref()?;
        Some(routes.asset(&file.path))
    }
}

impl Site {
    /// What scripts read in one language.
    pub(super) fn known(&self, locale: LocaleId) -> Said<&Known> {
        let known = self.known[locale.index()].get_or_init(|| {
            let (voice, routes) = (self.voice(locale), self.routes());
            let file = |name: &str, bytes: Vec<u8>| Output {
                path: asset::hashed(name, &bytes),
                bytes,
            };
            let found = search::index(&voice, &routes, &self.catalog)?;
            let mut traces = Vec::new();
            for (at, book) in self.catalog.books.iter().enumerate() {
                let name = format!("trace-{}-{}.json", book.protocol.slug, voice.tag);
                let data = trace::data(&voice, &routes, book, at)?;
                traces.push(data.map(|bytes| file(&name, bytes)));
            }
            Ok(Known {
                search: file(&format!("search-{}.json", voice.tag), found),
                traces,
            })
        });
        known.as_ref().map_err(Clone::clone)
    }
}
