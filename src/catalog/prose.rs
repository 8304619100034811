//! The prose of a code or pair: which fields there are, what each must look like, and what a translation adds.

use crate::diagnostic::{Diagnostic, Id, Report};
use crate::locale::LocaleId;
use crate::markdown::{self, Place};
use crate::source::{FileId, Located, Sources, Span};
use crate::toml_file::{self, Field, Table};
use crate::words;

/// What a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A few words.
    Words,
    /// A part of a sentence, on one line, without a full stop.
    Clause,
    /// One sentence on one line.
    Sentence,
    /// Paragraphs and lists.
    Markdown,
}

/// One prose field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProseField {
    /// Key in the file.
    pub key: &'static str,
    /// What it must look like.
    pub form: Form,
    /// Most characters that it may have.
    pub limit: usize,
    /// Whether a code may do without.
    pub optional: bool,
}

/// A text as it will be shown in one language.
#[derive(Debug, Clone)]
pub struct Text {
    /// The words.
    pub value: String,
    /// The language that they are in: another than the page's where a translation is missing.
    pub locale: LocaleId,
    /// Whether the text it was translated from has changed since.
    pub stale: bool,
}

/// The texts of one file in one language, in the order of the fields.
#[derive(Debug, Clone, Default)]
pub(super) struct Texts(pub(super) Vec<Option<Located<String>>>);

/// Reads the prose fields of a table and checks the form of each.
pub(super) fn read(
    table: &Table<'_, '_>,
    fields: &[ProseField],
    sources: &Sources,
    report: &mut Report,
) -> Texts {
    let texts = fields.iter().map(|field| {
        let mut text = table.text(field.key)?;
        check(&text, field, sources, report);
        if field.form == Form::Markdown {
            text.value = text.value.trim_end().to_owned();
        }
        Some(text)
    });
    Texts(texts.collect())
}

/// Where the content of a string begins in its file, when it stands there as it is.
fn content_start(text: &Located<String>, sources: &Sources) -> Option<usize> {
    let raw = sources.get(text.span.file).text.get(text.span.range())?;
    for open in [
        "'''\r\n",
        "'''\n",
        "'''",
        "'",
        "\"\"\"\r\n",
        "\"\"\"\n",
        "\"\"\"",
        "\"",
    ] {
        if let Some(rest) = raw.strip_prefix(open) {
            return rest
                .starts_with(text.value.as_str())
                .then_some(text.span.range().start + open.len());
        }
    }
    None
}

/// The place of a range inside a string, or the whole string when escapes hide it.
pub(super) fn inside(
    text: &Located<String>,
    range: std::ops::Range<usize>,
    sources: &Sources,
) -> Span {
    content_start(text, sources).map_or(text.span, |start| {
        Span::new(text.span.file, start + range.start..start + range.end)
    })
}

fn check(text: &Located<String>, field: &ProseField, sources: &Sources, report: &mut Report) {
    let value = &text.value;
    let key = field.key;
    let length = value.trim().chars().count();
    if length == 0 {
        report.push(
            Diagnostic::new(Id::BadText, format!("`{key}` is empty"))
                .at(text.span, "")
                .help("write the text, or take the key out where it is optional"),
        );
        return;
    }
    if length > field.limit {
        let message = format!(
            "`{key}` has {length} characters, at most {} fit",
            field.limit
        );
        report.push(
            Diagnostic::new(Id::BadText, message)
                .at(text.span, "")
                .help("say it shorter; nothing is ever cut"),
        );
    }
    if let Some((at, c)) = words::forbidden(value) {
        let message = format!(
            "`{key}` holds the invisible character U+{:04X}",
            u32::from(c)
        );
        let place = inside(text, at..at + c.len_utf8(), sources);
        report.push(
            Diagnostic::new(Id::BadText, message)
                .at(place, "")
                .help("delete it"),
        );
    }
    match field.form {
        Form::Markdown => {}
        Form::Words | Form::Clause | Form::Sentence
            if value.trim() != value || value.contains('\n') =>
        {
            let message = format!("`{key}` must be one line without space around it");
            report.push(Diagnostic::new(Id::BadText, message).at(text.span, ""));
        }
        Form::Clause => check_clause(text, field, sources, report),
        Form::Words | Form::Sentence => {}
    }
    if field.form != Form::Markdown && value.matches('`').count() % 2 == 1 {
        let message = format!("`{key}` has a back-tick without its partner");
        report.push(Diagnostic::new(Id::BadMarkdown, message).at(text.span, ""));
    }
    for problem in markdown::check(value, Place::Field).problems {
        let place = inside(text, problem.range, sources);
        report.push(
            Diagnostic::new(problem.id, problem.message)
                .at(place, "")
                .help(problem.help),
        );
    }
}

fn check_clause(
    text: &Located<String>,
    field: &ProseField,
    sources: &Sources,
    report: &mut Report,
) {
    let key = field.key;
    let value = text.value.as_str();
    if let Some(stop) = value
        .chars()
        .next_back()
        .filter(|c| matches!(c, '.' | '。' | ';' | ',' | '、'))
    {
        let at = value.len() - stop.len_utf8();
        report.push(
            Diagnostic::new(Id::BadClause, format!("`{key}` ends in `{stop}`"))
                .at(
                    inside(text, at..value.len(), sources),
                    "the sentence brings its own",
                )
                .help("a clause completes a sentence of the page, which goes on after it"),
        );
    }
    let first = value.split_whitespace().next().unwrap_or_default();
    if matches!(
        first.to_lowercase().as_str(),
        "when" | "that" | "если" | "когда" | "khi"
    ) {
        report.push(
            Diagnostic::new(Id::BadClause, format!("`{key}` begins with `{first}`"))
                .at(
                    inside(text, 0..first.len(), sources),
                    "the sentence has this word already",
                )
                .help("begin with what comes after it"),
        );
    }
    if let Some(at) = value.find(". ") {
        report.push(
            Diagnostic::new(Id::BadClause, format!("`{key}` is more than one sentence"))
                .at(inside(text, at..at + 1, sources), "a sentence ends here")
                .help("keep one clause here and put the rest into `description`"),
        );
    }
}

/// The mark of a text that translations keep, so that a change makes them stale: 8 hexadecimal digits of its BLAKE3
/// hash. Space around the text and the kind of line ends do not count.
pub fn mark(text: &str) -> String {
    let text = text.trim().replace('\r', "");
    blake3::hash(text.as_bytes()).to_hex().as_str()[..8].to_owned()
}

/// Reads a translation: its texts, and which of them are stale.
pub(super) fn read_overlay(
    first: &[Texts],
    file: FileId,
    overlay: &'static [Field],
    fields: &[ProseField],
    sources: &Sources,
    report: &mut Report,
) -> (Texts, Vec<bool>) {
    let Some(root) = toml_file::parse(sources, file, report) else {
        return (Texts::default(), Vec::new());
    };
    let table = Table::of_file(&root, file, overlay, sources, report);
    let marks = table.table("translated_from");
    let stale = fields.iter().enumerate().map(|(i, field)| {
        let made_from = marks.and_then(|marks| marks.text(field.key));
        let source = first.first().and_then(|texts| texts.0.get(i)?.as_ref());
        matches!((made_from, source), (Some(made_from), Some(source)) if made_from.value != mark(&source.value))
    });
    let stale = stale.collect();
    (read(&table, fields, sources, report), stale)
}

/// The text of a field in a language: translated, or as it stands in the first language.
pub(super) fn pick(
    texts: &[Texts],
    stale: &[Vec<bool>],
    field: usize,
    locale: LocaleId,
) -> Option<Text> {
    let get = |locale: LocaleId| {
        texts
            .get(locale.index())
            .and_then(|texts| texts.0.get(field)?.as_ref())
    };
    if let Some(text) = get(locale) {
        let stale = stale
            .get(locale.index())
            .and_then(|stale| stale.get(field))
            .copied()
            .unwrap_or(false);
        return Some(Text {
            value: text.value.clone(),
            locale,
            stale,
        });
    }
    let text = get(LocaleId::FIRST)?;
    Some(Text {
        value: text.value.clone(),
        locale: LocaleId::FIRST,
        stale: false,
    })
}
