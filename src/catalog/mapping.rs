//! A mapping between the codes of a protocol and the numbered causes of another network, from `mappings/*.toml`.
//!
//! The way from a cause to a code stands in the file; the way from a code to a cause is a fact of the code.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::code::Code;
use crate::catalog::fact::FactValue;
use crate::catalog::protocol::Protocol;
use crate::catalog::specs::{self, Citation};
use crate::diagnostic::{Diagnostic, Id, Report};
use crate::source::{FileId, Located, Sources};
use crate::toml_file::{self, Field, Kind, Table, optional, required, unknown_value};

const TARGET: &[Field] = &[
    required("code", Kind::Text, "the code that the cause becomes"),
    optional(
        "when",
        Kind::Text,
        "an attribute of `message`: the condition",
    ),
];

const CAUSE: &[Field] = &[
    required("number", Kind::Text, "the number of the cause"),
    required("name", Kind::Text, "its name in the specification"),
    optional("aka", Kind::Texts, "names that products print for it"),
    optional(
        "to",
        Kind::Tables(TARGET),
        "the codes that it becomes, the usual one first; empty when it becomes none",
    ),
    optional(
        "note",
        Kind::Text,
        "an attribute of `message`: what happens instead",
    ),
];

/// What the file may hold.
pub(crate) const FIELDS: &[Field] = &[
    required("name", Kind::Text, "the name of the other side"),
    required(
        "fact",
        Kind::Text,
        "the fact by which codes state their cause",
    ),
    required(
        "message",
        Kind::Text,
        "the Fluent message with the title; `.about` introduces the page, other attributes are conditions and notes",
    ),
    required(
        "glosses",
        Kind::Text,
        "the Fluent message with one attribute for each cause, `c` and its number: its name in the reader's words",
    ),
    required(
        "otherwise",
        Kind::Text,
        "the code that a cause without `to` becomes",
    ),
    optional(
        "references",
        Kind::Tables(specs::REFERENCE),
        "sections of specifications",
    ),
    optional(
        "values",
        Kind::TextsMap,
        "for a value of the fact that is no number, the causes that it means",
    ),
    required("causes", Kind::Tables(CAUSE), "the causes, in order"),
];

/// A code that a cause becomes.
#[derive(Debug)]
pub struct Target {
    /// Position of the code.
    pub code: usize,
    /// Attribute that words the condition.
    pub when: Option<String>,
}

/// A cause of the other network.
#[derive(Debug)]
pub struct Cause {
    /// Its number.
    pub number: Located<String>,
    /// Its name in the specification.
    pub name: String,
    /// Names that products print for it.
    pub aka: Vec<String>,
    /// What it becomes; nothing when the file leaves it to [`Mapping::otherwise`].
    pub to: Option<Vec<Target>>,
    /// Attribute that words what happens instead.
    pub note: Option<String>,
}

/// A mapping, both ways.
#[derive(Debug)]
pub struct Mapping {
    /// File name and address.
    pub slug: String,
    /// The file.
    pub file: FileId,
    /// Name of the other side.
    pub name: String,
    /// Position of the fact.
    pub fact: usize,
    /// Fluent message of title, introduction, conditions and notes.
    pub message: Located<String>,
    /// Fluent message of the names of causes.
    pub glosses: Located<String>,
    /// Position of the code that every other cause becomes.
    pub otherwise: usize,
    /// Sections that say so.
    pub references: Vec<Citation>,
    /// The causes in order.
    pub causes: Vec<Cause>,
    /// For each code, the positions of its causes, the usual one first; nothing where the mapping does not speak of it.
    pub from: Vec<Option<Vec<usize>>>,
}

impl Mapping {
    /// Position of a cause.
    pub fn find(&self, number: &str) -> Option<usize> {
        self.causes
            .iter()
            .position(|cause| cause.number.value == number)
    }

    /// The code that a cause becomes when nothing more is known.
    pub fn usual(&self, cause: usize) -> Option<usize> {
        match &self.causes[cause].to {
            None => Some(self.otherwise),
            Some(targets) => targets.first().map(|target| target.code),
        }
    }

    /// Whether a cause is the same again after it went to its code and back.
    pub fn returns(&self, cause: usize) -> bool {
        self.usual(cause)
            .and_then(|code| self.from[code].as_ref())
            .is_some_and(|causes| causes.contains(&cause))
    }

    /// Whether a code is the same again after it went to its cause and back.
    pub fn comes_back(&self, code: usize) -> bool {
        let causes = self.from[code].iter().flatten();
        causes.clone().count() > 0 && causes.clone().all(|cause| self.usual(*cause) == Some(code))
    }
}

/// Reads a mapping and holds the facts of all codes against it.
pub(super) fn read(
    slug: &str,
    file: FileId,
    protocol: &Protocol,
    (codes, names): (&[Code], &BTreeSet<String>),
    sources: &Sources,
    report: &mut Report,
) -> Option<Mapping> {
    let root = toml_file::parse(sources, file, report)?;
    let table = Table::of_file(&root, file, FIELDS, sources, report);
    let mut causes: Vec<Cause> = Vec::new();
    for inner in table.tables("causes") {
        let Some((number, name)) = inner.text("number").zip(inner.text("name")) else {
            continue;
        };
        if let Some(first) = causes
            .iter()
            .find(|first| first.number.value == number.value)
        {
            report.push(
                Diagnostic::new(
                    Id::UnknownValue,
                    format!("the cause `{}` is declared twice", number.value),
                )
                .at(number.span, "")
                .other(first.number.span, "first declared here"),
            );
        }
        let targets = inner.tables("to");
        let targets = targets.iter().filter_map(|target| {
            Some(Target {
                code: code(target.text("code")?, codes, names, report)?,
                when: target.text("when").map(|when| when.value),
            })
        });
        let targets: Vec<Target> = targets.collect();
        causes.push(Cause {
            number,
            name: name.value,
            aka: inner
                .texts("aka")
                .into_iter()
                .map(|name| name.value)
                .collect(),
            to: inner.has("to").then_some(targets),
            note: inner.text("note").map(|note| note.value),
        });
    }
    let key = table.text("fact")?;
    let Some(fact) = protocol.facts.iter().position(|fact| fact.key == key.value) else {
        report.push(unknown_value(
            &key,
            "a fact",
            protocol.facts.iter().map(|fact| fact.key.as_str()),
        ));
        return None;
    };
    let mut mapping = Mapping {
        slug: slug.to_owned(),
        file,
        name: table.text("name")?.value,
        fact,
        message: table.text("message")?,
        glosses: table.text("glosses")?,
        otherwise: code(table.text("otherwise")?, codes, names, report)?,
        references: specs::read_references(&table, &protocol.specs, report),
        causes,
        from: Vec::new(),
    };
    let values = read_values(&mapping, &table, protocol, report);
    let from = codes
        .iter()
        .map(|code| causes_of(code, &mapping, &values, report));
    mapping.from = from.collect();
    Some(mapping)
}

/// The code of a name. One whose own file is broken has been reported there.
fn code(
    name: Located<String>,
    codes: &[Code],
    names: &BTreeSet<String>,
    report: &mut Report,
) -> Option<usize> {
    let found = codes.iter().position(|code| code.slug == name.value);
    if found.is_none() && !names.contains(&name.value) {
        report.push(
            Diagnostic::new(
                Id::UnknownCode,
                format!("there is no code `{}`", name.value),
            )
            .at(name.span, ""),
        );
    }
    found
}

fn read_values(
    mapping: &Mapping,
    table: &Table<'_, '_>,
    protocol: &Protocol,
    report: &mut Report,
) -> BTreeMap<String, Vec<usize>> {
    let mut values = BTreeMap::new();
    let Some(inner) = table.table("values") else {
        return values;
    };
    for (key, _) in inner.entries() {
        let name = Located {
            value: key.get_ref().to_string(),
            span: inner.key_span(key),
        };
        let allowed = &protocol.facts[mapping.fact].values;
        if !allowed.contains(&name.value) {
            let allowed = allowed.iter().map(String::as_str);
            report.push(unknown_value(&name, "a value of the fact", allowed));
        }
        let causes = inner.texts(&name.value).into_iter().filter_map(|number| {
            let found = mapping.find(&number.value);
            if found.is_none() {
                let numbers = mapping
                    .causes
                    .iter()
                    .map(|cause| cause.number.value.as_str());
                report.push(unknown_value(&number, "a cause of this file", numbers));
            }
            found
        });
        let causes = causes.collect();
        values.insert(name.value, causes);
    }
    values
}

/// The causes of a code by its fact, which must be there.
fn causes_of(
    code: &Code,
    mapping: &Mapping,
    values: &BTreeMap<String, Vec<usize>>,
    report: &mut Report,
) -> Option<Vec<usize>> {
    match code.facts.get(mapping.fact)?.as_ref()? {
        FactValue::Number(number) => {
            let found = mapping.find(&number.to_string());
            if found.is_none() {
                let message = format!(
                    "`{}` states the cause {number}, which {} does not have",
                    code.slug, mapping.name
                );
                report.push(
                    Diagnostic::new(Id::UnknownValue, message)
                        .at(code.span, "")
                        .other(mapping.message.span, "the causes are declared in this file"),
                );
            }
            Some(vec![found?])
        }
        FactValue::Choice(value) => values.get(value).cloned(),
        _ => None,
    }
}
