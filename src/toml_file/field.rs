//! What a table may hold: the one description of each kind of file, for the parser, for starters and for editors.

use toml::Spanned;
use toml::de::DeValue;

use crate::toml_file::parse_integer;

/// Type of a TOML value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A string that is not blank.
    Text,
    /// One of these strings.
    OneOf(&'static [&'static str]),
    /// An address that begins with `https://`.
    Https,
    /// An integer.
    Integer,
    /// An array of strings, none of them twice.
    Texts,
    /// An array of two integers, the smaller first.
    Range,
    /// A table whose fields are known.
    Table(&'static [Field]),
    /// An array of such tables.
    Tables(&'static [Field]),
    /// A table with keys of its own and strings as values.
    TextMap,
    /// A table with keys of its own and arrays of strings as values.
    TextsMap,
    /// A table with keys of its own, read elsewhere.
    Map,
}

impl Kind {
    /// What it is, for a message.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Text | Kind::OneOf(_) | Kind::Https => "a string",
            Kind::Integer => "an integer",
            Kind::Texts => "an array of strings",
            Kind::Range => "an array of two integers, the smaller first",
            Kind::Table(_) | Kind::Map => "a table",
            Kind::Tables(_) => "an array of tables",
            Kind::TextMap => "a table of strings",
            Kind::TextsMap => "a table of arrays of strings",
        }
    }

    /// Whether a value has this type; what is inside of known tables is looked at one by one.
    pub(super) fn fits(self, value: &DeValue<'_>) -> bool {
        match self {
            Kind::Text | Kind::OneOf(_) | Kind::Https => value.is_str(),
            Kind::Integer => parse_integer(value).is_some(),
            Kind::Texts => texts(value),
            Kind::Range => {
                let numbers: Option<Vec<i64>> =
                    items(value).and_then(|items| items.map(parse_integer).collect());
                numbers.is_some_and(|numbers| {
                    matches!(numbers[..], [least, greatest] if 0 <= least && least <= greatest)
                })
            }
            Kind::Table(_) | Kind::Map => value.is_table(),
            Kind::Tables(_) => items(value).is_some_and(|mut items| items.all(DeValue::is_table)),
            Kind::TextMap => inside(value).is_some_and(|mut values| values.all(DeValue::is_str)),
            Kind::TextsMap => inside(value).is_some_and(|mut values| values.all(texts)),
        }
    }
}

fn texts(value: &DeValue<'_>) -> bool {
    items(value).is_some_and(|mut items| items.all(DeValue::is_str))
}

fn items<'v, 'i>(value: &'v DeValue<'i>) -> Option<impl Iterator<Item = &'v DeValue<'i>>> {
    value
        .as_array()
        .map(|array| array.iter().map(Spanned::get_ref))
}

fn inside<'v, 'i>(value: &'v DeValue<'i>) -> Option<impl Iterator<Item = &'v DeValue<'i>>> {
    value
        .as_table()
        .map(|table| table.iter().map(|(_, value)| value.get_ref()))
}

/// What a value is, for a message.
pub fn described(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "an integer",
        DeValue::Float(_) => "a float",
        DeValue::Boolean(_) => "a boolean",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "an array",
        DeValue::Table(_) => "a table",
    }
}

/// What [`Kind::Https`] looks like: no space, and none of the signs that an address writes as `%` and two digits,
/// but for the braces of a pattern.
pub const HTTPS: &str = r#"^https://[^\s"<>\\^`|]+$"#;

/// Whether a text looks like [`HTTPS`].
pub(super) fn is_https(text: &str) -> bool {
    let refused = |c: char| c.is_whitespace() || "\"<>\\^`|".contains(c);
    text.strip_prefix("https://")
        .is_some_and(|rest| !rest.is_empty() && !rest.contains(refused))
}

/// A key that a table may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// Type of its value.
    pub kind: Kind,
    /// Whether it must be there.
    pub required: bool,
    /// What it is for, one sentence.
    pub doc: &'static str,
}

/// A required field.
pub const fn required(key: &'static str, kind: Kind, doc: &'static str) -> Field {
    Field {
        key,
        kind,
        required: true,
        doc,
    }
}

/// A field that may be left out.
pub const fn optional(key: &'static str, kind: Kind, doc: &'static str) -> Field {
    Field {
        key,
        kind,
        required: false,
        doc,
    }
}
