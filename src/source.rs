//! Holds the text of every input file and says where in it something stands.
//!
//! Knows no disk: paths are strings relative to the root, with `/`. Everything later points into these texts by
//! byte range, so that a report can show the very characters it speaks of.

use std::collections::BTreeMap;
use std::sync::Arc;

/// Everything a site is made of, as read by the shell.
#[derive(Debug, Default, Clone)]
pub struct Inputs {
    /// Text files of `content/`, `locales/` and `templates/`, as bytes; path relative to the root.
    pub texts: BTreeMap<String, Vec<u8>>,
    /// Files of `static/`, published as they are; path relative to `static/`.
    pub assets: BTreeMap<String, Vec<u8>>,
    /// Replaces `base_url` of `site.toml`.
    pub base_url: Option<String>,
}

/// One file among [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileId(u32);

/// A byte range in one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte, counted from 0.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from a byte range, as the parsers give it.
    pub fn new(file: FileId, range: std::ops::Range<usize>) -> Self {
        let clip = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self {
            file,
            start: clip(range.start),
            end: clip(range.end),
        }
    }

    /// The range, for slicing.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value and the place it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl Located<String> {
    /// Whether it holds nothing but space.
    pub fn is_blank(&self) -> bool {
        self.value.trim().is_empty()
    }
}

/// One text file.
#[derive(Debug, Clone)]
pub struct Source {
    /// Path relative to the root, with `/`.
    pub path: String,
    /// Its text, without a byte order mark.
    pub text: String,
}

/// All text files, in the order of their paths.
#[derive(Debug, Default)]
pub struct Sources {
    /// Shared with an earlier reading where nothing has changed.
    files: Vec<Arc<Source>>,
}

impl Sources {
    /// Takes the texts of `inputs`. A file that is not UTF-8 is kept with the bad bytes replaced; the second value says
    /// where each such file goes wrong first.
    pub fn new(inputs: &Inputs) -> (Self, Vec<Span>) {
        Self::after(&Self::default(), inputs)
    }

    /// The same, with texts of an earlier reading taken over where nothing has changed.
    pub fn after(earlier: &Self, inputs: &Inputs) -> (Self, Vec<Span>) {
        let mut files = Vec::with_capacity(inputs.texts.len());
        let mut broken = Vec::new();
        for (path, bytes) in &inputs.texts {
            if let Some(same) = earlier.find(path).map(|id| &earlier.files[id.0 as usize])
                && same.text.as_bytes() == bytes
                // A text that was mended while it was read must be reported again.
                && !same.text.contains(char::REPLACEMENT_CHARACTER)
            {
                files.push(Arc::clone(same));
                continue;
            }
            let id = FileId(files.len() as u32);
            let text = match std::str::from_utf8(bytes) {
                Ok(text) => text.to_owned(),
                Err(error) => {
                    let at = error.valid_up_to();
                    broken.push(Span::new(id, at..at + '\u{FFFD}'.len_utf8()));
                    String::from_utf8_lossy(bytes).into_owned()
                }
            };
            let text = text
                .strip_prefix('\u{FEFF}')
                .map(str::to_owned)
                .unwrap_or(text);
            files.push(Arc::new(Source {
                path: path.clone(),
                text,
            }));
        }
        (Self { files }, broken)
    }

    /// The file behind an id.
    pub fn get(&self, id: FileId) -> &Source {
        &self.files[id.0 as usize]
    }

    /// Whether a file, which has the same place in both, has the same text.
    pub fn same(&self, other: &Self, id: FileId) -> bool {
        let (a, b) = (&self.files[id.0 as usize], &other.files[id.0 as usize]);
        Arc::ptr_eq(a, b) || a.text == b.text
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// All files in order.
    pub fn all(&self) -> impl Iterator<Item = (FileId, &Source)> {
        let files = self.files.iter().enumerate();
        files.map(|(i, file)| (FileId(i as u32), &**file))
    }

    /// All files whose path starts with `prefix` and ends with `suffix`, in order.
    pub fn below<'a>(
        &'a self,
        prefix: &'a str,
        suffix: &'a str,
    ) -> impl Iterator<Item = (FileId, &'a Source)> {
        let first = self
            .files
            .partition_point(|file| file.path.as_str() < prefix);
        self.files[first..]
            .iter()
            .enumerate()
            .take_while(move |(_, file)| file.path.starts_with(prefix))
            .filter(move |(_, file)| file.path.ends_with(suffix))
            .map(move |(i, file)| (FileId((first + i) as u32), &**file))
    }

    /// The file at a path.
    pub fn find(&self, path: &str) -> Option<FileId> {
        let found = self
            .files
            .binary_search_by(|file| file.path.as_str().cmp(path));
        found.ok().map(|i| FileId(i as u32))
    }

    /// Line and column of a byte, both from 1; columns count characters.
    pub fn line_column(&self, id: FileId, byte: usize) -> (usize, usize) {
        let text = &self.get(id).text;
        let mut byte = byte.min(text.len());
        while !text.is_char_boundary(byte) {
            byte -= 1;
        }
        let before = &text[..byte];
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
        (line, before[line_start..].chars().count() + 1)
    }

    /// The first line of a file, for problems that concern it as a whole; comments above it are passed over.
    pub fn first_line(&self, id: FileId) -> Span {
        let Source { path, text } = self.get(id);
        let mut start = 0;
        let comments = path.ends_with(".toml") || path.ends_with(".ftl");
        for line in text.split_inclusive('\n').filter(|_| comments) {
            if !line.trim().is_empty() && !line.starts_with('#') {
                break;
            }
            start += line.len();
        }
        if start >= text.len() {
            start = 0;
        }
        let line = text[start..].lines().next().unwrap_or_default();
        Span::new(id, start..start + line.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_start_at_one() {
        let mut inputs = Inputs::default();
        inputs.texts.insert("a".into(), "x\n話中 = 1\r\nz".into());
        let (sources, _) = Sources::new(&inputs);
        let id = sources.find("a").expect("the file was given");
        assert_eq!(sources.line_column(id, 0), (1, 1));
        assert_eq!(sources.line_column(id, 2 + "話中".len()), (2, 3));
        assert_eq!(sources.line_column(id, 999), (3, 2));
    }
}
