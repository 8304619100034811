//! A comparison written by a person, for a pair that people really confuse.

use crate::catalog::prose::{Form, ProseField, Text, Versions, prose};
use crate::catalog::protocol::Protocol;
use crate::catalog::specs::{self, Citation};
use crate::diagnostic::Report;
use crate::locale::LocaleId;
use crate::source::{FileId, Sources, Span};
use crate::toml_file::{self, Field, Kind, Table, optional, required, unknown_value};

/// The prose fields of a written comparison. [`PairText`] names them by position.
pub const PROSE: &[ProseField] = &[
    prose("summary", Form::Sentence, 320, false),
    prose("trace", Form::Markdown, 900, false),
    prose("differences", Form::Markdown, 1400, false),
    prose("send", Form::Markdown, 700, false),
    prose("receive", Form::Markdown, 700, false),
    prose("products", Form::Markdown, 900, true),
];

/// A prose field of a pair, by its position in [`PROSE`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum PairText {
    Summary,
    Trace,
    Differences,
    Send,
    Receive,
    Products,
}

/// What the file may hold.
pub const FIELDS: &[Field] = &[
    required("summary", Kind::Text, "the difference in one sentence"),
    required(
        "trace",
        Kind::Text,
        "Markdown: what to look for in a trace to tell them apart",
    ),
    required(
        "differences",
        Kind::Text,
        "Markdown: a numbered list of two to five differences",
    ),
    required("send", Kind::Text, "Markdown: when to send which"),
    required(
        "receive",
        Kind::Text,
        "Markdown: what to do on receiving each",
    ),
    optional(
        "products",
        Kind::Text,
        "Markdown: products known to send the wrong one, each with its source",
    ),
    optional(
        "covers",
        Kind::Texts,
        "facts that `differences` already speaks of",
    ),
    required(
        "references",
        Kind::Tables(specs::REFERENCE),
        "sections of specifications",
    ),
];

/// What the file of a translation may hold.
pub const OVERLAY: &[Field] = &[
    optional("summary", Kind::Text, "see the file in the first language"),
    optional("trace", Kind::Text, "see the file in the first language"),
    optional(
        "differences",
        Kind::Text,
        "see the file in the first language",
    ),
    optional("send", Kind::Text, "see the file in the first language"),
    optional("receive", Kind::Text, "see the file in the first language"),
    optional("products", Kind::Text, "see the file in the first language"),
    optional(
        "translated_from",
        Kind::TextMap,
        "for each field, the mark of the text that it was translated from",
    ),
];

/// A written comparison.
#[derive(Debug, Clone)]
pub struct Pair {
    /// Keys of facts that the written differences already speak of.
    pub covers: Vec<String>,
    /// Sections of specifications.
    pub references: Vec<Citation>,
    /// Where its file begins.
    pub span: Span,
    /// Its texts in every language.
    pub prose: Versions,
}

impl Pair {
    /// A text in a language: translated, or as it stands in the first language.
    pub fn text(&self, field: PairText, locale: LocaleId) -> Option<Text> {
        self.prose.text(field as usize, locale)
    }
}

/// Reads the file of a pair in the first language.
pub(super) fn read(
    file: FileId,
    protocol: &Protocol,
    sources: &Sources,
    report: &mut Report,
) -> Option<Pair> {
    let root = toml_file::parse(sources, file, report)?;
    let table = Table::of_file(&root, file, FIELDS, sources, report);
    let prose = Versions::new(PROSE, file, &table, sources, report);
    let covers = table.texts("covers");
    for key in &covers {
        if !protocol.facts.iter().any(|fact| fact.key == key.value) {
            report.push(unknown_value(
                key,
                "a fact",
                protocol.facts.iter().map(|fact| fact.key.as_str()),
            ));
        }
    }
    Some(Pair {
        covers: covers.into_iter().map(|key| key.value).collect(),
        references: specs::read_references(&table, &protocol.specs, report),
        span: table.span,
        prose,
    })
}
