//! The prose of a code or pair: which fields there are, what each must look like, and what a translation adds.

use crate::diagnostic::{Diagnostic, Id, Report};
use crate::locale::LocaleId;
use crate::markdown::{self, Place};
use crate::source::{FileId, Located, Sources, Span};
use crate::toml_file::{self, Field, Table};

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

/// A prose field, for the lists in `code` and `pair`.
pub(super) const fn prose(
    key: &'static str,
    form: Form,
    limit: usize,
    optional: bool,
) -> ProseField {
    ProseField {
        key,
        form,
        limit,
        optional,
    }
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

/// How a translated text stands to the text it was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// There is no translation.
    Missing,
    /// It does not say which text it was made from.
    Unmarked,
    /// The source has changed since.
    Stale,
    /// It follows its source.
    Current,
}

type Row = Vec<Option<Located<String>>>;

/// The texts of one code or pair in one language that is translated.
pub(super) struct Translation {
    file: FileId,
    texts: Row,
    marks: Vec<Option<String>>,
}

impl Translation {
    /// Reads a file; nothing when it does not parse, which is reported.
    pub(super) fn read(
        file: FileId,
        fields: &[ProseField],
        overlay: &'static [Field],
        sources: &Sources,
        report: &mut Report,
    ) -> Option<Self> {
        let root = toml_file::parse(sources, file, report)?;
        let table = Table::of_file(&root, file, overlay, sources, report);
        let texts = read(&table, fields, sources, report);
        let written = table.table("translated_from");
        for mark in written.iter().flat_map(|written| written.all_texts()) {
            let digit = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
            if mark.value.len() != MARK_LENGTH || !mark.value.chars().all(digit) {
                let message = format!("`{}` is not the mark of a text", mark.value);
                report.push(
                    Diagnostic::new(Id::UnknownValue, message)
                        .at(
                            mark.span,
                            format!("expected {MARK_LENGTH} hexadecimal digits"),
                        )
                        .help("marks are written by `versus translate --accept`"),
                );
            }
        }
        let of = |field: &ProseField| Some(written?.text(field.key)?.value);
        let marks = fields.iter().map(of).collect();
        Some(Self { file, texts, marks })
    }
}

/// The texts of one code or pair in every language, in the order of its fields.
#[derive(Debug, Clone)]
pub struct Versions {
    /// Which fields there are.
    pub fields: &'static [ProseField],
    files: Vec<Option<FileId>>,
    texts: Vec<Row>,
    marks: Vec<Vec<Option<String>>>,
    /// The mark of each text in the first language.
    own_marks: Vec<String>,
    /// Languages whose file does not parse, which has been reported: nothing is known to be missing there.
    unreadable: Vec<LocaleId>,
}

impl Versions {
    /// The texts of a file in the first language.
    pub(super) fn new(
        fields: &'static [ProseField],
        file: FileId,
        table: &Table<'_, '_>,
        sources: &Sources,
        report: &mut Report,
    ) -> Self {
        let texts = read(table, fields, sources, report);
        let own = texts.iter();
        let own = own.map(|text| {
            text.as_ref()
                .map_or_else(String::new, |text| mark(&text.value))
        });
        Self {
            own_marks: own.collect(),
            fields,
            files: vec![Some(file)],
            texts: vec![texts],
            marks: vec![Vec::new()],
            unreadable: Vec::new(),
        }
    }

    /// Adds the texts of a translation.
    pub(super) fn add(&mut self, locale: LocaleId, translation: Option<Translation>) {
        let Some(Translation { file, texts, marks }) = translation else {
            self.unreadable.push(locale);
            return;
        };
        self.files.resize(locale.index(), None);
        self.files.push(Some(file));
        self.texts.resize(locale.index(), Row::new());
        self.texts.push(texts);
        self.marks.resize(locale.index(), Vec::new());
        self.marks.push(marks);
    }

    /// All files.
    pub(super) fn files(&self) -> impl Iterator<Item = FileId> {
        self.files.iter().copied().flatten()
    }

    /// The file in a language, if there is one.
    pub fn file(&self, locale: LocaleId) -> Option<FileId> {
        self.files.get(locale.index()).copied().flatten()
    }

    /// A text as it was read; nothing where the language has none.
    pub fn located(&self, field: usize, locale: LocaleId) -> Option<&Located<String>> {
        self.texts.get(locale.index())?.get(field)?.as_ref()
    }

    /// All texts as they were read.
    pub(super) fn all(&self) -> impl Iterator<Item = &Located<String>> {
        self.texts.iter().flatten().flatten()
    }

    /// A text in a language: translated, or as it stands in the first language.
    pub fn text(&self, field: usize, locale: LocaleId) -> Option<Text> {
        if let Some(text) = self.located(field, locale) {
            let stale = self.state(field, locale) == Some(State::Stale);
            return Some(Text {
                value: text.value.clone(),
                locale,
                stale,
            });
        }
        let text = self.located(field, LocaleId::FIRST)?;
        Some(Text {
            value: text.value.clone(),
            locale: LocaleId::FIRST,
            stale: false,
        })
    }

    /// How a translation stands to its source; nothing where there is no text to translate.
    pub fn state(&self, field: usize, locale: LocaleId) -> Option<State> {
        let source = self.located(field, LocaleId::FIRST)?;
        if self.unreadable.contains(&locale) || source.is_blank() {
            return None;
        }
        if self.located(field, locale).is_none() {
            return Some(State::Missing);
        }
        let made_from = self
            .marks
            .get(locale.index())
            .and_then(|marks| marks.get(field)?.as_ref());
        Some(match made_from {
            None => State::Unmarked,
            Some(made_from) if self.own_marks.get(field) == Some(made_from) => State::Current,
            Some(_) => State::Stale,
        })
    }
}

/// Reads the prose fields of a table and checks the form of each.
fn read(
    table: &Table<'_, '_>,
    fields: &[ProseField],
    sources: &Sources,
    report: &mut Report,
) -> Row {
    let texts = fields.iter().map(|field| {
        let mut text = table.text_or_blank(field.key)?;
        check(&text, field, sources, report);
        if field.form == Form::Markdown {
            text.value.truncate(text.value.trim_end().len());
        }
        Some(text)
    });
    texts.collect()
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
        // Reported with the table that it stands in.
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
    if matches!(field.form, Form::Sentence | Form::Markdown) {
        check_end(text, key, sources, report);
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

/// A text that ends in the middle of a sentence was cut.
fn check_end(text: &Located<String>, key: &str, sources: &Sources, report: &mut Report) {
    let value = text.value.trim_end();
    let Some((at, last)) = value.char_indices().next_back() else {
        return;
    };
    let closing = ['"', '”', '»', '」', ')', '）'];
    let ends = ['.', '!', '?', '。', '！', '？'];
    if !ends.contains(&last) && !closing.contains(&last) {
        let message = format!("`{key}` ends in the middle of a sentence");
        report.push(
            Diagnostic::new(Id::BadText, message)
                .at(
                    inside(text, at..value.len(), sources),
                    "expected the end of a sentence",
                )
                .help("finish the sentence, or end it with its mark"),
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

/// Digits of a mark.
const MARK_LENGTH: usize = 8;

/// The mark of a text that translations keep, so that a change makes them stale: 8 hexadecimal digits of its BLAKE3
/// hash. Space around the text and the kind of line ends do not count.
pub fn mark(text: &str) -> String {
    let text = text.trim().replace('\r', "");
    blake3::hash(text.as_bytes()).to_hex().as_str()[..MARK_LENGTH].to_owned()
}
