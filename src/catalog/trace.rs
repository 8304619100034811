//! How codes stand in messages, captures and logs, from `trace.toml`. A script reads pasted text by it.
//!
//! Each pattern shows an example, and the check runs it: a pattern that does not find what it says is a problem.

use regex_lite::RegexBuilder;

use std::collections::BTreeSet;

use crate::catalog::mapping::Mapping;
use crate::catalog::protocol::Protocol;
use crate::diagnostic::{Diagnostic, Id, Report};
use crate::source::{FileId, Located, Sources};
use crate::toml_file::{self, Field, Kind, Table, optional, required, unknown_value};

const PATTERN: &[Field] = &[
    required("source", Kind::Text, "what prints such lines"),
    required(
        "kind",
        Kind::OneOf(&["response", "request", "field", "line"]),
        "what it finds: the start of a message, something inside one, or a line of its own",
    ),
    required("find", Kind::Text, "a regular expression"),
    optional("code", Kind::Text, "the code that it stands for"),
    optional("cause", Kind::Text, "the cause that it stands for"),
    required("example", Kind::Text, "a text that it finds"),
    required("gives", Kind::Text, "what it finds there"),
];

/// What the file may hold.
pub(crate) const FIELDS: &[Field] = &[
    optional(
        "mapping",
        Kind::Text,
        "the mapping whose causes are looked for",
    ),
    required(
        "main",
        Kind::Text,
        "the request whose answer says how it ended",
    ),
    required(
        "challenges",
        Kind::Texts,
        "codes that ask for the same request again",
    ),
    required(
        "failed",
        Kind::Texts,
        "classes that say that the request failed",
    ),
    optional("aside", Kind::Texts, "codes that never say how it ended"),
    required("ended", Kind::Texts, "classes that end it otherwise"),
    required("sample", Kind::Text, "a text to try the page with"),
    required(
        "patterns",
        Kind::Tables(PATTERN),
        "what to look for, surest first",
    ),
];

/// Names that groups of a pattern may have.
const GROUPS: [&str; 6] = ["code", "cause", "name", "method", "call", "phrase"];

/// Something to look for.
#[derive(Debug)]
pub struct Pattern {
    /// What prints such lines.
    pub source: String,
    /// `response`, `request`, `field` or `line`.
    pub kind: String,
    /// The expression.
    pub find: String,
    /// The code that it stands for.
    pub code: Option<String>,
    /// The cause that it stands for.
    pub cause: Option<String>,
    /// A text that it finds.
    pub example: String,
}

/// How to read a trace of a protocol.
#[derive(Debug)]
pub struct Trace {
    /// The file.
    pub file: FileId,
    /// Position of the mapping whose causes are looked for.
    pub mapping: Option<usize>,
    /// The request whose answer says how it ended.
    pub main: String,
    /// Codes that ask for the same request again.
    pub challenges: Vec<String>,
    /// Codes that never say how it ended.
    pub aside: Vec<String>,
    /// Positions of classes that say that the request failed.
    pub failed: Vec<usize>,
    /// Positions of classes that end it otherwise.
    pub ended: Vec<usize>,
    /// A text to try the page with.
    pub sample: String,
    /// What to look for.
    pub patterns: Vec<Pattern>,
}

/// Reads `trace.toml`.
pub(super) fn read(
    file: FileId,
    protocol: &Protocol,
    names: &BTreeSet<String>,
    mappings: &[Mapping],
    sources: &Sources,
    report: &mut Report,
) -> Option<Trace> {
    let root = toml_file::parse(sources, file, report)?;
    let table = Table::of_file(&root, file, FIELDS, sources, report);
    let known = |code: &Located<String>, report: &mut Report| {
        if !names.contains(&code.value) {
            let message = format!("there is no code `{}`", code.value);
            report.push(Diagnostic::new(Id::UnknownCode, message).at(code.span, ""));
        }
    };
    let mapping = table.text("mapping").and_then(|name| {
        let found = mappings
            .iter()
            .position(|mapping| mapping.slug == name.value);
        if found.is_none() {
            let names = mappings.iter().map(|mapping| mapping.slug.as_str());
            report.push(unknown_value(&name, "a mapping", names));
        }
        found
    });
    let mut classes = |key: &str| -> Vec<usize> {
        let names = table.texts(key).into_iter();
        let found = names.filter_map(|name| {
            let found = protocol.class(&name.value);
            if found.is_none() {
                let names = protocol.classes.iter().map(|class| class.key.as_str());
                report.push(unknown_value(&name, "a class", names));
            }
            found
        });
        found.collect()
    };
    let (failed, ended) = (classes("failed"), classes("ended"));
    let challenges = table.texts("challenges");
    let aside = table.texts("aside");
    let named = challenges.iter().chain(&aside);
    named.for_each(|code| known(code, report));
    let mut patterns = Vec::new();
    for inner in table.tables("patterns") {
        if let Some(code) = inner.text("code") {
            known(&code, report);
        }
        if let Some(cause) = inner.text("cause")
            && mapping.is_none_or(|at| mappings[at].find(&cause.value).is_none())
        {
            let causes = mapping.into_iter().flat_map(|at| &mappings[at].causes);
            let numbers = causes.map(|cause| cause.number.value.as_str());
            report.push(unknown_value(&cause, "a cause of the mapping", numbers));
        }
        patterns.extend(read_pattern(&inner, report));
    }
    Some(Trace {
        file,
        mapping,
        main: table.text("main")?.value,
        challenges: challenges.into_iter().map(|code| code.value).collect(),
        aside: aside.into_iter().map(|code| code.value).collect(),
        failed,
        ended,
        sample: table.text("sample")?.value,
        patterns,
    })
}

fn read_pattern(table: &Table<'_, '_>, report: &mut Report) -> Option<Pattern> {
    let find = table.text("find")?;
    let (example, gives) = (table.text("example")?, table.text("gives")?);
    let text = |key| table.text(key).map(|text| text.value);
    let (code, cause) = (text("code"), text("cause"));
    let built = RegexBuilder::new(&find.value)
        .multi_line(true)
        .case_insensitive(true)
        .build();
    // Both readers know named groups by `(?<`; flags and `(?P<` only one of them knows.
    let foreign = find.value.match_indices("(?").find(|(at, _)| {
        let rest = &find.value[at + 2..];
        !(rest.starts_with(':') || rest.starts_with('<'))
    });
    let expression = match (built, foreign) {
        (Ok(expression), None) => expression,
        (Err(error), _) => {
            report.push(
                Diagnostic::new(Id::BadPattern, format!("`find` is no pattern: {error}"))
                    .at(find.span, ""),
            );
            return None;
        }
        (_, Some(_)) => {
            report.push(
                Diagnostic::new(
                    Id::BadPattern,
                    "`find` has a group that browsers read otherwise",
                )
                .at(find.span, "")
                .help("groups begin with `(?:` or `(?<name>`"),
            );
            return None;
        }
    };
    let unknown = expression
        .capture_names()
        .flatten()
        .find(|name| !GROUPS.contains(name));
    if let Some(name) = unknown {
        report.push(
            Diagnostic::new(Id::BadPattern, format!("nothing reads the group `{name}`"))
                .at(find.span, "")
                .help(format!("groups are {}", GROUPS.join(", "))),
        );
    }
    let found = expression.captures(&example.value).map(|captures| {
        let group = |name| captures.name(name).map(|found| found.as_str().to_owned());
        let fixed = code.clone().or_else(|| cause.clone());
        fixed.or_else(|| {
            ["code", "cause", "name", "call", "method"]
                .into_iter()
                .find_map(group)
        })
    });
    let found = found.flatten();
    if found.as_ref() != Some(&gives.value) {
        let label = found.map_or_else(
            || "it finds nothing here".to_owned(),
            |found| format!("it finds `{found}` here"),
        );
        report.push(
            Diagnostic::new(Id::BadPattern, "a pattern does not find what it says")
                .at(example.span, label)
                .other(find.span, "the pattern"),
        );
    }
    Some(Pattern {
        source: table.text("source")?.value,
        kind: table.text("kind")?.value,
        find: find.value,
        code,
        cause,
        example: example.value,
    })
}
