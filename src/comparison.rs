//! Compares two codes, fact by fact. Knows no words: rows hold positions and values.

use crate::catalog::{Code, Fact, FactKind, FactValue, Item, Protocol};

/// One fact of two codes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row<'a> {
    /// Position in [`Protocol::facts`].
    pub fact: usize,
    /// What the left code states.
    pub left: Option<&'a FactValue>,
    /// What the right code states.
    pub right: Option<&'a FactValue>,
    /// Whether they differ.
    pub differs: bool,
}

/// Every fact that either code states: those that differ first, each group by weight.
pub fn compare<'a>(protocol: &Protocol, left: &'a Code, right: &'a Code) -> Vec<Row<'a>> {
    let rows = protocol.facts.iter().enumerate().filter_map(|(i, fact)| {
        let one = left.facts.get(i).and_then(Option::as_ref);
        let other = right.facts.get(i).and_then(Option::as_ref);
        (one.is_some() || other.is_some()).then(|| Row {
            fact: i,
            left: one,
            right: other,
            differs: !same(fact, one, other),
        })
    });
    let mut rows: Vec<Row<'a>> = rows.collect();
    rows.sort_by_key(|row| (!row.differs, row.fact));
    rows
}

/// Whether two values say the same. The order of tokens does not matter.
fn same<'a>(fact: &Fact, one: Option<&'a FactValue>, other: Option<&'a FactValue>) -> bool {
    match (one, other) {
        (Some(FactValue::Tokens(one)), Some(FactValue::Tokens(other)))
            if fact.kind == FactKind::Tokens =>
        {
            let sorted = |items: &'a [Item]| {
                let mut items: Vec<&Item> = items.iter().collect();
                items.sort();
                items
            };
            one == other || sorted(one) == sorted(other)
        }
        _ => one == other,
    }
}

/// The members of a set that the other side lacks.
pub fn only<'a>(one: &'a [String], other: Option<&FactValue>) -> Vec<&'a str> {
    let there = |value: &String| matches!(other, Some(FactValue::Set(set)) if set.contains(value));
    one.iter()
        .filter(|value| !there(value))
        .map(String::as_str)
        .collect()
}
