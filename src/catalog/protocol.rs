//! What `protocol.toml` declares: classes, roles, facts and the Fluent messages that word them.
//!
//! This is all that makes one protocol differ from another. No code of the engine names a protocol, a class or a fact.

use crate::catalog::specs::Spec;
use crate::diagnostic::{Diagnostic, Id, Report};
use crate::source::{FileId, Located, Sources};
use crate::toml_file::{self, Field, Kind, Table, optional, required};

const CLASS: &[Field] = &[
    required(
        "key",
        Kind::Text,
        "the name of the class, as codes state it",
    ),
    optional(
        "prefix",
        Kind::Text,
        "what every code of the class begins with",
    ),
    required(
        "message",
        Kind::Text,
        "the Fluent message that words it: its value is the name, `.inline` goes into a sentence, `.about` says what the class means",
    ),
];

const VOCABULARY: &[Field] = &[
    required(
        "message",
        Kind::Text,
        "the Fluent message with one attribute for each value",
    ),
    required("values", Kind::Texts, "the values"),
];

const EXAMPLE: &[Field] = &[
    required(
        "required",
        Kind::Texts,
        "names of the lines, `Name: …`, that every example must have",
    ),
    optional(
        "once",
        Kind::Texts,
        "names of the lines that an example may have only once",
    ),
];

const FACT: &[Field] = &[
    required("key", Kind::Text, "the key in `[facts]` of a code"),
    required(
        "kind",
        Kind::OneOf(&["choice", "set", "number", "tokens", "citation"]),
        "`choice`, `set`, `number`, `tokens` or `citation`",
    ),
    optional("values", Kind::Texts, "allowed values that Fluent words"),
    optional(
        "tokens",
        Kind::Texts,
        "allowed values that are shown as they are",
    ),
    required(
        "weight",
        Kind::Integer,
        "facts are listed by weight, greatest first",
    ),
    optional(
        "optional",
        Kind::OneOf(&["yes", "no"]),
        "`yes` when a code may leave the fact out",
    ),
    optional(
        "in_example",
        Kind::OneOf(&["yes", "no"]),
        "`yes` when the example must show the tokens that always hold, each as a line `Name: …`",
    ),
    required(
        "message",
        Kind::Text,
        "the Fluent message that words it: its value is the label, one attribute for each value",
    ),
    optional(
        "says",
        Kind::Text,
        "the Fluent message with the whole sentence for a key difference",
    ),
    optional(
        "answer",
        Kind::Text,
        "the Fluent message with the sentence for the answer at the top, one attribute for each value",
    ),
    optional(
        "shared",
        Kind::Text,
        "the Fluent message with the sentence for the answer when both codes state the same value, one attribute for each",
    ),
    optional(
        "wording",
        Kind::OneOf(&["list", "each"]),
        "of `says` for a set: `list` (one sentence with all values) or `each` (one sentence for each value)",
    ),
];

/// What the file may hold.
pub const FIELDS: &[Field] = &[
    required(
        "name",
        Kind::Text,
        "short name of the protocol, as it stands in titles",
    ),
    required("long_name", Kind::Text, "the name in full"),
    required(
        "status_line",
        Kind::Text,
        "how an example message begins; `{code}` and `{phrase}` are filled in",
    ),
    required(
        "intro",
        Kind::Text,
        "the Fluent message that introduces the protocol",
    ),
    required(
        "classes",
        Kind::Tables(CLASS),
        "the classes of codes, in order",
    ),
    required(
        "roles",
        Kind::Table(VOCABULARY),
        "who takes part in a call flow",
    ),
    optional(
        "conditions",
        Kind::Table(VOCABULARY),
        "when an item of a `tokens` fact holds",
    ),
    optional(
        "requests",
        Kind::Texts,
        "what a step of a call flow may carry besides a code; anything if left out",
    ),
    optional(
        "example",
        Kind::Table(EXAMPLE),
        "what every example message shows after its first line",
    ),
    required("facts", Kind::Tables(FACT), "what every code states"),
    optional(
        "popular",
        Kind::Texts,
        "the pairs that people compare most, `A-B`, in order",
    ),
];

/// A class of codes.
#[derive(Debug, Clone)]
pub struct Class {
    /// Name, as codes state it.
    pub key: String,
    /// What every code of the class begins with.
    pub prefix: Option<String>,
    /// The Fluent message that words it.
    pub message: Located<String>,
}

/// Keys that Fluent words, one attribute each.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    /// The Fluent message.
    pub message: Located<String>,
    /// The keys.
    pub values: Vec<String>,
}

/// Shape of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactKind {
    /// One of the values.
    Choice,
    /// Several of the values and tokens.
    Set,
    /// An integer, or one of the values.
    Number,
    /// A list of tokens, each with a condition or none.
    Tokens,
    /// A specification and a section of it.
    Citation,
}

impl FactKind {
    /// What `protocol.toml` calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Choice => "choice",
            Self::Set => "set",
            Self::Number => "number",
            Self::Tokens => "tokens",
            Self::Citation => "citation",
        }
    }
}

/// How the sentence of a set is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    /// One sentence that lists all values.
    List,
    /// One sentence for each value that the other side lacks.
    Each,
}

/// A fact that every code states.
#[derive(Debug, Clone)]
pub struct Fact {
    /// Key in `[facts]`.
    pub key: String,
    /// Shape.
    pub kind: FactKind,
    /// Allowed values that Fluent words.
    pub values: Vec<String>,
    /// Allowed values that are shown as they are.
    pub tokens: Vec<String>,
    /// Whether the example shows its tokens that always hold.
    pub in_example: bool,
    /// Greater comes first.
    pub weight: i64,
    /// Whether a code may leave it out.
    pub optional: bool,
    /// Fluent message of label and values.
    pub message: Located<String>,
    /// Fluent message of the sentence in the key differences.
    pub says: Option<Located<String>>,
    /// Fluent message of the sentence in the answer.
    pub answer: Option<Located<String>>,
    /// Fluent message of the sentence in the answer when both codes state the same.
    pub shared: Option<Located<String>>,
    /// How `says` treats a set.
    pub wording: Wording,
}

/// What every example message shows after its first line.
#[derive(Debug, Clone, Default)]
pub struct ExampleRules {
    /// Names of lines that must be there.
    pub required: Vec<String>,
    /// Names of lines that may be there only once.
    pub once: Vec<String>,
}

/// A protocol.
#[derive(Debug)]
pub struct Protocol {
    /// Folder name and first part of its addresses.
    pub slug: String,
    /// Short name.
    pub name: String,
    /// Name in full.
    pub long_name: String,
    /// How an example begins.
    pub status_line: String,
    /// Fluent message that introduces it.
    pub intro: Located<String>,
    /// Classes in order.
    pub classes: Vec<Class>,
    /// Who takes part in a call flow.
    pub roles: Vocabulary,
    /// When an item holds.
    pub conditions: Option<Vocabulary>,
    /// What a step of a call flow may carry besides a code; anything if empty.
    pub requests: Vec<String>,
    /// What examples show.
    pub example: ExampleRules,
    /// Facts, greatest weight first.
    pub facts: Vec<Fact>,
    /// Specifications that may be cited.
    pub specs: Vec<Spec>,
    /// Most compared pairs as written, `A-B`.
    pub popular: Vec<Located<String>>,
}

impl Protocol {
    /// Reads `protocol.toml`; `None` when too much of it is wrong to go on.
    pub fn read(
        slug: &str,
        file: FileId,
        specs: Vec<Spec>,
        sources: &Sources,
        report: &mut Report,
    ) -> Option<Self> {
        let root = toml_file::parse(sources, file, report)?;
        let table = Table::of_file(&root, file, FIELDS, sources, report);
        let declared = table.tables("facts");
        toml_file::check_unique(&declared, &["key"], report);
        toml_file::check_unique(&table.tables("classes"), &["key"], report);
        declared.iter().for_each(|fact| check_fact(fact, report));
        if let Some(status) = table.text("status_line") {
            check_status_line(&status, report);
        }
        let mut facts: Vec<Fact> = declared.iter().filter_map(read_fact).collect();
        // Ties keep the order of the file.
        facts.sort_by_key(|fact| std::cmp::Reverse(fact.weight));
        Some(Self {
            slug: slug.to_owned(),
            name: table.text("name")?.value,
            long_name: table.text("long_name")?.value,
            status_line: table.text("status_line")?.value,
            intro: table.text("intro")?,
            classes: table
                .tables("classes")
                .iter()
                .filter_map(read_class)
                .collect(),
            roles: read_vocabulary(&table.table("roles")?)?,
            conditions: table
                .table("conditions")
                .and_then(|conditions| read_vocabulary(&conditions)),
            requests: plain(&table, "requests"),
            example: table
                .table("example")
                .map_or_else(ExampleRules::default, |rules| ExampleRules {
                    required: plain(&rules, "required"),
                    once: plain(&rules, "once"),
                }),
            facts,
            specs,
            popular: table.texts("popular"),
        })
    }

    /// Position of a class by its key.
    pub fn class(&self, key: &str) -> Option<usize> {
        self.classes.iter().position(|class| class.key == key)
    }

    /// Position of a specification by its key.
    pub fn spec(&self, key: &str) -> Option<usize> {
        self.specs.iter().position(|spec| spec.key == key)
    }

    /// The status line of a code.
    pub fn status_line(&self, code: &str, phrase: &str) -> String {
        self.status_line
            .replace("{code}", code)
            .replace("{phrase}", phrase)
    }
}

/// An example can only be told apart by its code and its phrase.
fn check_status_line(status: &Located<String>, report: &mut Report) {
    for part in ["{code}", "{phrase}"] {
        if !status.value.contains(part) {
            let message = format!("`status_line` lacks `{part}`");
            report.push(
                Diagnostic::new(Id::BadText, message)
                    .at(status.span, "")
                    .help("the code and its phrase are filled in there"),
            );
        }
    }
}

/// A fact that chooses needs something to choose from, and each thing once.
fn check_fact(table: &Table<'_, '_>, report: &mut Report) {
    let (values, tokens) = (table.texts("values"), table.texts("tokens"));
    for token in &tokens {
        if let Some(first) = values.iter().find(|value| value.value == token.value) {
            let message = format!("`{}` is a value and a token", token.value);
            report.push(toml_file::repeated(&message, token.span, first.span));
        }
    }
    let Some(kind) = table.text("kind") else {
        return;
    };
    let lacking = match kind.value.as_str() {
        "choice" | "set" if values.is_empty() && tokens.is_empty() => "values",
        "tokens" if tokens.is_empty() => "tokens",
        _ => return,
    };
    let message = format!("a fact of the kind `{}` needs `{lacking}`", kind.value);
    report.push(
        Diagnostic::new(Id::MissingKey, message)
            .at(kind.span, "")
            .help(format!("add `{lacking}`: what a code may state")),
    );
}

fn read_class(table: &Table<'_, '_>) -> Option<Class> {
    Some(Class {
        key: table.text("key")?.value,
        prefix: table.text("prefix").map(|prefix| prefix.value),
        message: table.text("message")?,
    })
}

fn read_vocabulary(table: &Table<'_, '_>) -> Option<Vocabulary> {
    Some(Vocabulary {
        message: table.text("message")?,
        values: table
            .texts("values")
            .into_iter()
            .map(|value| value.value)
            .collect(),
    })
}

fn plain(table: &Table<'_, '_>, key: &str) -> Vec<String> {
    let texts = table.texts(key).into_iter();
    texts.map(|text| text.value).collect()
}

fn read_fact(table: &Table<'_, '_>) -> Option<Fact> {
    let is = |key: &str, word: &str| table.text(key).is_some_and(|text| text.value == word);
    let kind = match table.text("kind")?.value.as_str() {
        "choice" => FactKind::Choice,
        "set" => FactKind::Set,
        "number" => FactKind::Number,
        "tokens" => FactKind::Tokens,
        "citation" => FactKind::Citation,
        // Any other word has been reported.
        _ => return None,
    };
    Some(Fact {
        key: table.text("key")?.value,
        kind,
        values: plain(table, "values"),
        tokens: plain(table, "tokens"),
        weight: table.integer("weight")?.value,
        optional: is("optional", "yes"),
        in_example: is("in_example", "yes"),
        message: table.text("message")?,
        says: table.text("says"),
        answer: table.text("answer"),
        shared: table.text("shared"),
        wording: if is("wording", "each") {
            Wording::Each
        } else {
            Wording::List
        },
    })
}
