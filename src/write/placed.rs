//! The files of a site in the making. There can be hundreds of thousands, so their paths stand one after the other.

use std::ops::Range;

use rayon::prelude::*;

/// Paths of files, and whether each had to be written.
#[derive(Debug, Default)]
pub(super) struct Placed {
    paths: String,
    files: Vec<(Range<u32>, bool)>,
}

impl Placed {
    /// Adds a file. Tells whether there was room for its path.
    pub(super) fn add(&mut self, path: &str, written: bool) -> bool {
        let start = self.paths.len();
        let [Ok(start), Ok(end)] = [start, start + path.len()].map(u32::try_from) else {
            return false;
        };
        self.paths.push_str(path);
        self.files.push((start..end, written));
        true
    }

    /// How many there are, when none had to be written.
    pub(super) fn unchanged(&self) -> Option<usize> {
        let none = self.files.iter().all(|(_, written)| !written);
        none.then_some(self.files.len())
    }

    /// Does something with each file that did not have to be written, on all processors.
    pub(super) fn each_unchanged<E: Send>(
        &self,
        act: impl Fn(&str) -> Result<(), E> + Sync,
    ) -> Result<(), E> {
        let unchanged = self.files.par_iter().filter(|(_, written)| !written);
        unchanged.try_for_each(|(range, _)| act(path(&self.paths, range)))
    }

    /// Puts the files in order. Gives a path that stands twice.
    pub(super) fn sort(&mut self) -> Option<&str> {
        let Self { paths, files } = self;
        files.sort_unstable_by(|(one, _), (other, _)| path(paths, one).cmp(path(paths, other)));
        let mut twice = files.windows(2).map(|two| [&two[0].0, &two[1].0]);
        let twice = twice.find(|two| path(paths, two[0]) == path(paths, two[1]));
        twice.map(|two| path(paths, two[0]))
    }

    /// Whether a file is among them. They must be in order.
    pub(super) fn has(&self, path: &str) -> bool {
        let order = |(known, _): &(Range<u32>, bool)| self::path(&self.paths, known).cmp(path);
        self.files.binary_search_by(order).is_ok()
    }
}

fn path<'a>(paths: &'a str, range: &Range<u32>) -> &'a str {
    &paths[range.start as usize..range.end as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_found_and_one_that_stands_twice_is_named() {
        let mut placed = Placed::default();
        for path in ["b/c", "a", "b"] {
            assert!(placed.add(path, false));
        }
        assert_eq!(placed.unchanged(), Some(3));
        assert_eq!(placed.sort(), None);
        assert!(placed.has("b/c") && placed.has("b") && !placed.has("c"));
        assert!(placed.add("a", true));
        assert_eq!(placed.unchanged(), None);
        assert_eq!(placed.sort(), Some("a"));
    }
}
