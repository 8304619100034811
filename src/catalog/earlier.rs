//! What an earlier reading without problems found, for files that have not changed since.
//!
//! Reading the whole content takes some ten times as long as reading what an editor saves. Whatever is taken over is what
//! reading it again would give; a change of anything that files are read by, such as a declaration, takes over nothing.

use crate::catalog::prose::Versions;
use crate::catalog::{Catalog, Code, Pair};
use crate::source::{FileId, Sources};

/// An earlier reading, and what is still as it was.
#[derive(Clone, Copy)]
pub struct Earlier<'a> {
    catalog: &'a Catalog,
    sources: &'a Sources,
    now: &'a Sources,
}

impl<'a> Earlier<'a> {
    /// Compares texts; nothing when files came or went, or when one changed that others are read by.
    pub fn new(catalog: &'a Catalog, sources: &'a Sources, now: &'a Sources) -> Option<Self> {
        let earlier = Self {
            catalog,
            sources,
            now,
        };
        let alone = |path: &str| {
            !path.starts_with("content/")
                || path.starts_with("content/pages/")
                || path.contains("/codes/")
                || path.contains("/pairs/")
        };
        let same_names = sources.len() == now.len()
            && now
                .all()
                .all(|(id, source)| sources.get(id).path == source.path);
        let others =
            |(id, source): (FileId, &crate::source::Source)| alone(&source.path) || earlier.has(id);
        (same_names && now.all().all(others)).then_some(earlier)
    }

    /// Whether a file is as it was.
    pub fn has(&self, file: FileId) -> bool {
        self.sources.same(self.now, file)
    }

    /// Whether all files below a folder are as they were.
    pub fn has_all(&self, folder: &str) -> bool {
        self.now.below(folder, "").all(|(file, _)| self.has(file))
    }

    /// Whether texts are as they were, in every language.
    pub(super) fn has_texts(&self, versions: &Versions) -> bool {
        versions.files().all(|file| self.has(file))
    }

    /// A code of which nothing has changed.
    pub(super) fn code(&self, folder: &str, name: &str) -> Option<&'a Code> {
        let book = self.book(folder)?;
        let code = &book.codes[book.find(name)?];
        self.has_texts(&code.prose).then_some(code)
    }

    /// A pair of which nothing has changed. The order of the codes may have.
    pub(super) fn pair(&self, folder: &str, file: FileId) -> Option<&'a Pair> {
        let mut pairs = self.book(folder)?.pairs.values();
        let pair = pairs.find(|pair| pair.span.file == file)?;
        self.has_texts(&pair.prose).then_some(pair)
    }

    fn book(&self, folder: &str) -> Option<&'a super::Book> {
        let mut books = self.catalog.books.iter();
        books.find(|book| book.protocol.slug == folder)
    }
}
