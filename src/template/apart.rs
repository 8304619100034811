//! A value taken apart: its shape, which says what a template can branch on as long as it compares nothing, and its
//! texts. Two pages of the same shape differ in their texts only.

use std::fmt;

use serde::Serialize;
use tera::Value;

use super::walk::{self, Walk};

/// A value taken apart.
#[derive(Debug, Default, Clone)]
pub struct Walked {
    /// What can be branched on. Equal shapes have the same texts in the same order.
    pub(super) shape: Vec<u8>,
    /// All texts as they stand on a page, one after the other.
    pub(super) text: Vec<u8>,
    /// Where each text outside lists begins and ends in `text`.
    pub(super) single: Vec<(u32, u32)>,
    /// The same for the texts of items.
    pub(super) listed: Vec<(u32, u32)>,
    pub(super) lists: Vec<List>,
}

/// A list: items of one shape are alike but for their texts.
#[derive(Debug, Default, Clone)]
pub(super) struct List {
    /// For each item its shape, counted within the list, and its first text.
    pub(super) items: Vec<(u32, u32)>,
}

impl Walked {
    /// The same in as little memory as it needs, to be kept.
    pub(super) fn kept(mut self) -> Self {
        self.shape.shrink_to_fit();
        self.text.shrink_to_fit();
        self.single.shrink_to_fit();
        self.listed.shrink_to_fit();
        self
    }

    /// A text outside lists.
    pub(super) fn text(&self, at: usize) -> Option<&[u8]> {
        let (start, end) = *self.single.get(at)?;
        self.text.get(start as usize..end as usize)
    }

    /// The items of a list: the shape of each and its first text.
    pub(super) fn items(&self, list: usize) -> impl Iterator<Item = (usize, usize)> {
        let items = self.lists.get(list).into_iter();
        let items = items.flat_map(|list| &list.items);
        items.map(|(shape, first)| (*shape as usize, *first as usize))
    }

    /// A text of an item.
    pub(super) fn listed(&self, at: usize) -> Option<&[u8]> {
        let (start, end) = *self.listed.get(at)?;
        self.text.get(start as usize..end as usize)
    }
}

/// What a template can be given.
pub trait Shown {
    #[doc(hidden)]
    fn walk(&self, walk: &mut Walk) -> Result<Value, Unfit>;
    #[doc(hidden)]
    fn apart(&self) -> Result<Walked, Unfit>;
    #[doc(hidden)]
    fn value(&self) -> tera::TeraResult<Value>;
}

impl<T: Serialize> Shown for T {
    fn walk(&self, walk: &mut Walk) -> Result<Value, Unfit> {
        self.serialize(walk)
    }

    fn apart(&self) -> Result<Walked, Unfit> {
        walk::apart(self)
    }

    fn value(&self) -> tera::TeraResult<Value> {
        Value::try_from_serializable(self)
    }
}

/// A value that cannot be taken apart: a list within a list, a map. Its pages are rendered one by one.
#[derive(Debug)]
pub struct Unfit;

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that cannot be taken apart")
    }
}

impl std::error::Error for Unfit {}

impl serde::ser::Error for Unfit {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}
