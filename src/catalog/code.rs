//! One code: its facts, its texts in every language, its example, its call flow.

use crate::catalog::fact::{self, FactValue};
use crate::catalog::message::{self, Step};
use crate::catalog::prose::{Form, ProseField, Text, Versions, prose};
use crate::catalog::protocol::Protocol;
use crate::catalog::specs::{self, Citation};
use crate::diagnostic::{Diagnostic, Id, Report};
use crate::locale::LocaleId;
use crate::source::{FileId, Located, Sources, Span};
use crate::toml_file::{self, Field, Kind, Table, optional, required, unknown_value};

/// The prose fields of a code. [`CodeText`] names them by position.
pub const PROSE: &[ProseField] = &[
    prose("gloss", Form::Words, 60, false),
    prose("meaning", Form::Clause, 160, false),
    prose("trigger", Form::Clause, 200, false),
    prose("use", Form::Clause, 230, false),
    prose("action", Form::Sentence, 200, false),
    prose("description", Form::Markdown, 1200, false),
    prose("when", Form::Markdown, 700, false),
    prose("fix", Form::Markdown, 900, false),
    prose("hears", Form::Markdown, 450, true),
];

/// A prose field of a code, by its position in [`PROSE`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum CodeText {
    Gloss,
    Meaning,
    Trigger,
    Use,
    Action,
    Description,
    When,
    Fix,
    Hears,
}

/// What the file may hold.
pub const FIELDS: &[Field] = &[
    required(
        "phrase",
        Kind::Text,
        "the registered phrase, which is never translated",
    ),
    required(
        "class",
        Kind::Text,
        "the class, as protocol.toml declares it",
    ),
    optional(
        "related",
        Kind::Texts,
        "codes easily confused with it, most useful first",
    ),
    optional(
        "inferred",
        Kind::Texts,
        "facts that no specification states outright",
    ),
    required("gloss", Kind::Text, "the phrase in the reader's words"),
    required(
        "meaning",
        Kind::Text,
        "a clause that completes “486 means that …”",
    ),
    required(
        "trigger",
        Kind::Text,
        "a clause that completes “You see 486 when …”",
    ),
    required(
        "use",
        Kind::Text,
        "a clause that completes “Send 486 when …”",
    ),
    required(
        "action",
        Kind::Text,
        "one sentence: what to do on receiving it",
    ),
    required(
        "description",
        Kind::Text,
        "Markdown: what the code states; the first paragraph stands alone",
    ),
    required(
        "when",
        Kind::Text,
        "Markdown: the situations in which it is seen",
    ),
    required(
        "fix",
        Kind::Text,
        "Markdown: what to do, by role where roles differ",
    ),
    optional("hears", Kind::Text, "Markdown: what a person hears or sees"),
    required(
        "references",
        Kind::Tables(specs::REFERENCE),
        "sections of specifications",
    ),
    required(
        "example",
        Kind::Text,
        "a complete, valid message, as a literal string",
    ),
    required(
        "facts",
        Kind::Map,
        "what can be compared, as protocol.toml declares it",
    ),
    required(
        "flow",
        Kind::Tables(message::STEP),
        "a short call flow in which the code appears",
    ),
];

/// What the file of a translation may hold.
pub const OVERLAY: &[Field] = &[
    required("gloss", Kind::Text, "the phrase in the reader's words"),
    optional("meaning", Kind::Text, "see the file in the first language"),
    optional("trigger", Kind::Text, "see the file in the first language"),
    optional("use", Kind::Text, "see the file in the first language"),
    optional("action", Kind::Text, "see the file in the first language"),
    optional(
        "description",
        Kind::Text,
        "see the file in the first language",
    ),
    optional("when", Kind::Text, "see the file in the first language"),
    optional("fix", Kind::Text, "see the file in the first language"),
    optional("hears", Kind::Text, "see the file in the first language"),
    optional(
        "translated_from",
        Kind::TextMap,
        "for each field, the mark of the text that it was translated from",
    ),
];

/// A code.
#[derive(Debug, Clone)]
pub struct Code {
    /// The code, as it is written in addresses and shown to readers.
    pub slug: String,
    /// Phrase.
    pub phrase: String,
    /// Position of its class.
    pub class: usize,
    /// Codes easily confused with it.
    pub related: Vec<Located<String>>,
    /// Keys of facts that no specification states outright.
    pub inferred: Vec<String>,
    /// Facts, in the order of [`Protocol::facts`].
    pub facts: Vec<Option<FactValue>>,
    /// Sections of specifications.
    pub references: Vec<Citation>,
    /// A message.
    pub example: String,
    /// Call flow.
    pub flow: Vec<Step>,
    /// Where the phrase stands, for problems that concern the code.
    pub span: Span,
    /// Its texts in every language.
    pub prose: Versions,
}

impl Code {
    /// A text in a language: translated, or as it stands in the first language.
    pub fn text(&self, field: CodeText, locale: LocaleId) -> Option<Text> {
        self.prose.text(field as usize, locale)
    }

    /// Names of the tokens that the facts list, which are the lines to look at in an example.
    pub fn telling_tokens(&self) -> impl Iterator<Item = &str> {
        self.facts
            .iter()
            .flatten()
            .flat_map(|value| match value {
                FactValue::Tokens(items) => items.as_slice(),
                _ => &[],
            })
            .map(|item| item.name.as_str())
    }
}

/// Reads the file of a code in the first language.
pub(super) fn read(
    slug: &str,
    file: FileId,
    protocol: &Protocol,
    sources: &Sources,
    report: &mut Report,
) -> Option<Code> {
    let root = toml_file::parse(sources, file, report)?;
    let table = Table::of_file(&root, file, FIELDS, sources, report);
    let prose = Versions::new(PROSE, file, &table, sources, report);
    let phrase = table.text("phrase")?;
    let class = table.text("class")?;
    let position = protocol.class(&class.value);
    if position.is_none() {
        report.push(unknown_value(
            &class,
            "a class",
            protocol.classes.iter().map(|class| class.key.as_str()),
        ));
    }
    if let Some(prefix) = position.and_then(|i| protocol.classes[i].prefix.as_deref())
        && !slug.starts_with(prefix)
    {
        let message = format!("the code `{slug}` cannot be of the class `{}`", class.value);
        let help = format!("codes of this class begin with `{prefix}`");
        report.push(
            Diagnostic::new(Id::UnknownValue, message)
                .at(class.span, "")
                .help(help),
        );
    }
    let facts = table
        .table("facts")
        .map_or_else(Vec::new, |facts| fact::read(&facts, protocol, report));
    let known = |key: &Located<String>| protocol.facts.iter().any(|fact| fact.key == key.value);
    let inferred = table.texts("inferred");
    for key in inferred.iter().filter(|key| !known(key)) {
        report.push(unknown_value(
            key,
            "a fact",
            protocol.facts.iter().map(|fact| fact.key.as_str()),
        ));
    }
    let example = table.text("example");
    let flow = table.tables("flow");
    Some(Code {
        example: message::read_example(example, slug, &phrase, &facts, protocol, sources, report),
        flow: message::read_flow(&flow, slug, &phrase, protocol, table.span, report),
        slug: slug.to_owned(),
        class: position?,
        related: table.texts("related"),
        inferred: inferred.into_iter().map(|key| key.value).collect(),
        facts,
        references: specs::read_references(&table, &protocol.specs, report),
        span: phrase.span,
        phrase: phrase.value,
        prose,
    })
}
