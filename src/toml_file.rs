//! Reads TOML tables by a list of fields, and reports everything that does not fit, with its place.
//!
//! One list of [`Field`]s per kind of file is the only description of that file: it says which keys exist, which are
//! required, of which type they are and what each is for.

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::diagnostic::{Diagnostic, Id, Report, nearest};
use crate::source::{FileId, Located, Sources, Span};

/// Type of a TOML value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A string.
    Text,
    /// An integer.
    Integer,
    /// An array of strings.
    Texts,
    /// An array of integers.
    Integers,
    /// A table whose fields are known.
    Table(&'static [Field]),
    /// An array of such tables.
    Tables(&'static [Field]),
    /// A table with keys of its own, read elsewhere.
    Map,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Kind::Text => "a string",
            Kind::Integer => "an integer",
            Kind::Texts => "an array of strings",
            Kind::Integers => "an array of integers",
            Kind::Table(_) | Kind::Map => "a table",
            Kind::Tables(_) => "an array of tables",
        }
    }

    fn fits(self, value: &DeValue<'_>) -> bool {
        match self {
            Kind::Text => value.is_str(),
            Kind::Integer => value.is_integer(),
            Kind::Integers => items(value).is_some_and(|mut items| items.all(DeValue::is_integer)),
            Kind::Texts => items(value).is_some_and(|mut items| items.all(DeValue::is_str)),
            Kind::Table(_) | Kind::Map => value.is_table(),
            Kind::Tables(_) => items(value).is_some_and(|mut items| items.all(DeValue::is_table)),
        }
    }
}

fn items<'v, 'i>(value: &'v DeValue<'i>) -> Option<impl Iterator<Item = &'v DeValue<'i>>> {
    value
        .as_array()
        .map(|array| array.iter().map(Spanned::get_ref))
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

type Entry<'t, 'i> = (&'t Spanned<DeString<'i>>, &'t Spanned<DeValue<'i>>);

/// A table of one file, checked against its fields.
#[derive(Debug, Clone, Copy)]
pub struct Table<'t, 'i> {
    file: FileId,
    table: &'t DeTable<'i>,
    /// Where the table stands; for a whole file, its first line.
    pub span: Span,
}

/// Parses a whole file; reports every syntax error, and gives nothing if there is one.
pub fn parse<'i>(
    sources: &'i Sources,
    file: FileId,
    report: &mut Report,
) -> Option<Spanned<DeTable<'i>>> {
    let text = &sources.get(file).text;
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let range = error.span().unwrap_or(0..0);
        let message = error.message().lines().next().unwrap_or_default();
        report.push(
            Diagnostic::new(Id::TomlSyntax, format!("this is not valid TOML: {message}"))
                .at(Span::new(file, range), ""),
        );
    }
    // A file that does not parse has been reported: what is left of it would only add errors that follow from that.
    errors.is_empty().then_some(table)
}

impl<'t, 'i> Table<'t, 'i> {
    /// The table of a whole file, checked against its fields.
    pub fn of_file(
        root: &'t Spanned<DeTable<'i>>,
        file: FileId,
        fields: &'static [Field],
        sources: &Sources,
        report: &mut Report,
    ) -> Self {
        let table = Self {
            file,
            table: root.get_ref(),
            span: sources.first_line(file),
        };
        table.check(fields, report);
        table
    }

    fn check(&self, fields: &'static [Field], report: &mut Report) {
        for (key, value) in self.entries() {
            let name = key.get_ref().as_ref();
            let Some(field) = fields.iter().find(|field| field.key == name) else {
                report.push(unknown_key(
                    self.span_of(key),
                    name,
                    fields.iter().map(|field| field.key),
                ));
                continue;
            };
            let span = self.span_of(value);
            match (field.kind, value.get_ref()) {
                (kind, found) if !kind.fits(found) => report.push(
                    Diagnostic::new(
                        Id::WrongType,
                        format!("`{name}` must be {}, not {}", kind.name(), described(found)),
                    )
                    .at(span, format!("expected {}", kind.name()))
                    .help(format!("`{name}`: {}", field.doc)),
                ),
                (Kind::Table(inner), DeValue::Table(table)) => {
                    Table {
                        file: self.file,
                        table,
                        span,
                    }
                    .check(inner, report);
                }
                (Kind::Tables(inner), DeValue::Array(items)) => {
                    for item in items.iter() {
                        if let DeValue::Table(table) = item.get_ref() {
                            Table {
                                file: self.file,
                                table,
                                span: self.span_of(item),
                            }
                            .check(inner, report);
                        }
                    }
                }
                _ => {}
            }
        }
        for field in fields
            .iter()
            .filter(|field| field.required && self.value(field.key).is_none())
        {
            report.push(
                Diagnostic::new(
                    Id::MissingKey,
                    format!("the key `{}` is missing", field.key),
                )
                .at(self.span, "")
                .help(format!("add `{}`: {}", field.key, field.doc)),
            );
        }
    }

    fn span_of<T>(&self, spanned: &Spanned<T>) -> Span {
        Span::new(self.file, spanned.span())
    }

    fn value(&self, key: &str) -> Option<&'t Spanned<DeValue<'i>>> {
        self.table.get(key)
    }

    /// Keys and values in the order in which they stand in the file.
    pub fn entries(&self) -> Vec<Entry<'t, 'i>> {
        let mut entries: Vec<Entry<'t, 'i>> = self.table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        entries
    }

    /// Whether the table has this key.
    pub fn has(&self, key: &str) -> bool {
        self.value(key).is_some()
    }

    /// A string; `None` when it is missing or of another type, which has been reported.
    pub fn text(&self, key: &str) -> Option<Located<String>> {
        let value = self.value(key)?;
        located_text(self.file, value)
    }

    /// An integer.
    pub fn integer(&self, key: &str) -> Option<Located<i64>> {
        let value = self.value(key)?;
        located_integer(self.file, value)
    }

    /// An array of strings; empty when it is missing or of another type.
    pub fn texts(&self, key: &str) -> Vec<Located<String>> {
        let array = self.value(key).and_then(|value| value.get_ref().as_array());
        array.map_or_else(Vec::new, |array| {
            array
                .iter()
                .filter_map(|item| located_text(self.file, item))
                .collect()
        })
    }

    /// An array of integers; empty when it is missing or of another type.
    pub fn integers(&self, key: &str) -> Vec<i64> {
        let array = self.value(key).and_then(|value| value.get_ref().as_array());
        let items = array.into_iter().flat_map(|array| array.iter());
        items
            .filter_map(|item| Some(located_integer(self.file, item)?.value))
            .collect()
    }

    /// A table inside this one.
    pub fn table(&self, key: &str) -> Option<Table<'t, 'i>> {
        self.value(key).and_then(|value| self.inner(value))
    }

    /// The tables of an array.
    pub fn tables(&self, key: &str) -> Vec<Table<'t, 'i>> {
        let array = self.value(key).and_then(|value| value.get_ref().as_array());
        array.map_or_else(Vec::new, |array| {
            array.iter().filter_map(|item| self.inner(item)).collect()
        })
    }

    /// The value seen as a table, if it is one.
    pub fn inner(&self, value: &'t Spanned<DeValue<'i>>) -> Option<Table<'t, 'i>> {
        let table = value.get_ref().as_table()?;
        Some(Table {
            file: self.file,
            table,
            span: self.span_of(value),
        })
    }

    /// Where a key of this table stands.
    pub fn key_span(&self, key: &Spanned<DeString<'i>>) -> Span {
        self.span_of(key)
    }

    /// Where a value of this table stands.
    pub fn value_span(&self, value: &Spanned<DeValue<'i>>) -> Span {
        self.span_of(value)
    }

    /// A value of this table seen as a string.
    pub fn as_text(&self, value: &Spanned<DeValue<'i>>) -> Option<Located<String>> {
        located_text(self.file, value)
    }

    /// A value of this table seen as an integer.
    pub fn as_integer(&self, value: &Spanned<DeValue<'i>>) -> Option<Located<i64>> {
        located_integer(self.file, value)
    }
}

fn located_text(file: FileId, value: &Spanned<DeValue<'_>>) -> Option<Located<String>> {
    let text = value.get_ref().as_str()?;
    Some(Located {
        value: text.to_owned(),
        span: Span::new(file, value.span()),
    })
}

fn located_integer(file: FileId, value: &Spanned<DeValue<'_>>) -> Option<Located<i64>> {
    let integer = value.get_ref().as_integer()?;
    let value_ = i64::from_str_radix(integer.as_str(), integer.radix()).ok()?;
    Some(Located {
        value: value_,
        span: Span::new(file, value.span()),
    })
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

/// The report of a key that means nothing where it stands.
pub fn unknown_key<'a>(
    span: Span,
    name: &str,
    allowed: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        Id::UnknownKey,
        format!("the key `{name}` is not known here"),
    );
    match nearest(name, allowed.clone()) {
        Some(near) => diagnostic.at(span, format!("did you mean `{near}`?")),
        None => {
            let list: Vec<String> = allowed.map(|key| format!("`{key}`")).collect();
            diagnostic
                .at(span, "")
                .help(format!("the keys are {}", list.join(", ")))
        }
    }
}

/// The report of a value that is not among the allowed ones.
pub fn unknown_value<'a>(
    value: &Located<String>,
    what: &str,
    allowed: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let diagnostic = Diagnostic::new(Id::UnknownValue, format!("`{}` is not {what}", value.value));
    match nearest(&value.value, allowed.clone()) {
        Some(near) => diagnostic.at(value.span, format!("did you mean `{near}`?")),
        None => {
            let list: Vec<String> = allowed.map(|key| format!("`{key}`")).collect();
            diagnostic
                .at(value.span, "")
                .help(format!("allowed: {}", list.join(", ")))
        }
    }
}
