//! The addresses of pairs, which are too many to list.

use super::{Routes, Subject};
use crate::slug;

/// What links to pairs hold, told without a list of all pairs.
#[derive(Debug, Default)]
pub struct PairAddresses {
    /// The address of the folder of each protocol in each language, with the position of the protocol.
    folders: Vec<(String, usize)>,
    /// Names of the codes in order, with their positions, by protocol.
    codes: Vec<Vec<(String, usize)>>,
}

impl PairAddresses {
    /// The pairs of a catalog.
    pub fn new(routes: &Routes<'_>) -> Self {
        let catalog = routes.catalog;
        let books = || catalog.books.iter().enumerate();
        let folders = catalog.locales.ids().flat_map(|locale| {
            books().map(move |(at, _)| (routes.href(locale, Subject::Protocol(at)), at))
        });
        let codes = books().map(|(_, book)| {
            let slugs = book.codes.iter().map(|code| code.slug.clone());
            let mut codes: Vec<(String, usize)> = slugs.zip(0..).collect();
            codes.sort_unstable();
            codes
        });
        Self {
            folders: folders.collect(),
            codes: codes.collect(),
        }
    }

    /// Whether a pair has this address, the lower code first.
    pub fn holds(&self, link: &[u8]) -> bool {
        let positions = || {
            let rest = link.strip_suffix(b"/")?;
            let (folder, name) = rest.split_at(memchr::memrchr(b'/', rest)? + 1);
            let at = memchr::memmem::find(name, slug::VERSUS.as_bytes())?;
            let (left, right) = (&name[..at], &name[at + slug::VERSUS.len()..]);
            let mut folders = self.folders.iter();
            let (_, book) = folders.find(|(known, _)| known.as_bytes() == folder)?;
            let codes = &self.codes[*book];
            let find = |code: &[u8]| {
                let found = codes.binary_search_by(|(known, _)| known.as_bytes().cmp(code));
                found.ok().map(|found| codes[found].1)
            };
            Some((find(left)?, find(right)?))
        };
        positions().is_some_and(|(left, right)| left < right)
    }
}
