//! Reads TOML tables by a list of fields, and reports everything that does not fit, with its place.
//!
//! One list of [`Field`]s per kind of file is the only description of that file: it says which keys exist, which are
//! required, of which type they are and what each is for.

mod field;

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::diagnostic::{Diagnostic, Id, Report, nearest};
use crate::source::{FileId, Located, Sources, Span};
use crate::words;

pub use field::{Field, HTTPS, Kind, described, optional, required};

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
        let mut problem =
            Diagnostic::new(Id::TomlSyntax, format!("this is not valid TOML: {message}"))
                .at(Span::new(file, range), "");
        if message.starts_with("key with no value") {
            problem = problem.help("a text above may lack the quotation marks at its end");
        }
        report.push(problem);
    }
    escapes(file, text, table.get_ref(), report);
    // A file that does not parse has been reported: what is left of it would only add errors that follow from that.
    errors.is_empty().then_some(table)
}

/// Reports characters that no text may hold and that an escape such as `\u0007` hides from a look at the file itself.
fn escapes(file: FileId, text: &str, table: &DeTable<'_>, report: &mut Report) {
    let mut open: Vec<&Spanned<DeValue<'_>>> = table.iter().map(|(_, value)| value).collect();
    while let Some(value) = open.pop() {
        match value.get_ref() {
            DeValue::String(string) => {
                let raw = text.get(value.span()).unwrap_or_default();
                if let Some((_, c)) = words::forbidden(string).filter(|(_, c)| !raw.contains(*c)) {
                    let message =
                        format!("an escape stands for the character U+{:04X}", u32::from(c));
                    report.push(
                        Diagnostic::new(Id::BadText, message)
                            .at(Span::new(file, value.span()), "")
                            .help("delete it"),
                    );
                }
            }
            DeValue::Array(items) => open.extend(items.iter()),
            DeValue::Table(table) => open.extend(table.iter().map(|(_, value)| value)),
            _ => {}
        }
    }
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

    /// Reports what does not fit the fields.
    pub fn check(&self, fields: &'static [Field], report: &mut Report) {
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
            self.check_value(field, value, report);
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

    fn check_value(&self, field: &Field, value: &Spanned<DeValue<'i>>, report: &mut Report) {
        let span = self.span_of(value);
        let found = value.get_ref();
        let key = field.key;
        let meant = format!("`{key}`: {}", field.doc);
        if !field.kind.fits(found) {
            let kind = field.kind.name();
            let message = match described(found) {
                what if what == kind => format!("`{key}` must be {kind}"),
                what => format!("`{key}` must be {kind}, not {what}"),
            };
            report.push(
                Diagnostic::new(Id::WrongType, message)
                    .at(span, format!("expected {kind}"))
                    .help(meant),
            );
            return;
        }
        match (field.kind, found) {
            (_, DeValue::String(text)) if text.trim().is_empty() => report.push(
                Diagnostic::new(Id::BadText, format!("`{key}` is empty"))
                    .at(span, "")
                    .help(meant),
            ),
            (Kind::OneOf(allowed), DeValue::String(text)) if !allowed.contains(&text.as_ref()) => {
                let value = Located {
                    value: text.to_string(),
                    span,
                };
                let what = format!("a value of `{key}`");
                report.push(unknown_value(&value, &what, allowed.iter().copied()).help(meant));
            }
            (Kind::Https, DeValue::String(text)) if !field::is_https(text) => report.push(
                Diagnostic::new(
                    Id::BadLink,
                    format!("`{key}` must be an address that begins with https://"),
                )
                .at(span, "")
                .help(meant),
            ),
            (Kind::Texts | Kind::Tables(_), DeValue::Array(items))
                if items.is_empty() && field.required =>
            {
                report.push(
                    Diagnostic::new(Id::BadText, format!("`{key}` is empty"))
                        .at(span, "")
                        .help(meant),
                );
            }
            (Kind::Texts, DeValue::Array(_)) => self.check_texts(key, value, report),
            (Kind::TextMap | Kind::TextsMap, DeValue::Table(table)) => {
                for (name, value) in table.iter() {
                    let name = name.get_ref();
                    if value.get_ref().is_array() {
                        self.check_texts(name, value, report);
                    } else if located_text(self.file, value).is_none_or(|text| text.is_blank()) {
                        report.push(
                            Diagnostic::new(Id::BadText, format!("`{name}` is empty"))
                                .at(self.span_of(value), "")
                                .help(meant.clone()),
                        );
                    }
                }
            }
            (Kind::Table(inner), DeValue::Table(table)) => {
                self.part(table, span).check(inner, report)
            }
            (Kind::Tables(inner), DeValue::Array(items)) => {
                for item in items.iter() {
                    if let DeValue::Table(table) = item.get_ref() {
                        self.part(table, self.span_of(item)).check(inner, report);
                    }
                }
            }
            _ => {}
        }
    }

    /// Every text of a list is there once and not blank.
    fn check_texts(&self, key: &str, value: &Spanned<DeValue<'i>>, report: &mut Report) {
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        for item in value
            .get_ref()
            .as_array()
            .into_iter()
            .flat_map(|array| array.iter())
        {
            let (span, text) = (
                self.span_of(item),
                item.get_ref().as_str().unwrap_or_default(),
            );
            if text.trim().is_empty() {
                report.push(
                    Diagnostic::new(Id::BadText, format!("`{key}` holds an empty text"))
                        .at(span, "")
                        .help("write it, or take it out"),
                );
            } else if let Some(first) = seen.get(text) {
                report.push(repeated(
                    &format!("`{text}` stands twice in `{key}`"),
                    span,
                    *first,
                ));
            } else {
                seen.insert(text, span);
            }
        }
    }

    fn part<'p>(&self, table: &'p DeTable<'i>, span: Span) -> Table<'p, 'i> {
        Table {
            file: self.file,
            table,
            span,
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

    /// A string; `None` when it is missing, blank or of another type, which has been reported.
    pub fn text(&self, key: &str) -> Option<Located<String>> {
        self.text_or_blank(key).filter(|text| !text.is_blank())
    }

    /// A string, even a blank one; `None` when it is missing or of another type.
    pub fn text_or_blank(&self, key: &str) -> Option<Located<String>> {
        located_text(self.file, self.value(key)?)
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

    /// Every string of this table.
    pub fn all_texts(&self) -> Vec<Located<String>> {
        let values = self.entries().into_iter();
        let texts = values.filter_map(|(_, value)| located_text(self.file, value));
        texts.collect()
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
    Some(Located {
        value: parse_integer(value.get_ref())?,
        span: Span::new(file, value.span()),
    })
}

/// An integer that fits into 64 bits.
fn parse_integer(value: &DeValue<'_>) -> Option<i64> {
    let integer = value.as_integer()?;
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

/// Reports tables of a list that have the same texts under these keys.
pub fn check_unique(tables: &[Table<'_, '_>], keys: &[&str], report: &mut Report) {
    let mut seen: BTreeMap<Vec<String>, Span> = BTreeMap::new();
    for table in tables {
        let texts: Option<Vec<Located<String>>> = keys.iter().map(|key| table.text(key)).collect();
        let Some(last) = texts.as_ref().and_then(|texts| texts.last()) else {
            continue;
        };
        let span = last.span;
        let name: Vec<String> = texts.into_iter().flatten().map(|text| text.value).collect();
        match seen.get(&name) {
            Some(first) => {
                let message = format!("`{}` is named twice", name.join(" "));
                report.push(repeated(&message, span, *first));
            }
            None => drop(seen.insert(name, span)),
        }
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

/// The report of something that stands twice where it may stand once.
pub fn repeated(message: &str, second: Span, first: Span) -> Diagnostic {
    Diagnostic::new(Id::RepeatedValue, message)
        .at(second, "delete one")
        .other(first, "first named here")
}

/// The report of a value that is not among the allowed ones.
pub fn unknown_value<'a>(
    value: &Located<String>,
    what: &str,
    allowed: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let message = match value.value.trim() {
        "" => format!("this is empty, and not {what}"),
        _ => format!("`{}` is not {what}", value.value),
    };
    let diagnostic = Diagnostic::new(Id::UnknownValue, message);
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
