//! What a code states about the facts that its protocol declares.

use crate::catalog::protocol::{Fact, FactKind, Protocol};
use crate::catalog::specs::{self, Citation};
use crate::diagnostic::{Diagnostic, Id, Report};
use crate::toml_file::{
    Field, Kind, Table, described, optional, required, unknown_key, unknown_value,
};

/// A token of a fact, and when it holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Item {
    /// The token.
    pub name: String,
    /// A condition that the protocol declares.
    pub when: Option<String>,
}

/// What a code states about one fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactValue {
    /// One of the values that Fluent words.
    Choice(String),
    /// Several values and tokens, in the order of the declaration.
    Set(Vec<String>),
    /// A number.
    Number(i64),
    /// Tokens with conditions, in the order of the file.
    Tokens(Vec<Item>),
    /// A section.
    Citation(Citation),
}

const ITEM: &[Field] = &[
    required("name", Kind::Text, "the name, as protocol.toml lists it"),
    optional(
        "when",
        Kind::Text,
        "when it holds, as protocol.toml lists it; left out when always",
    ),
];

/// Reads `[facts]`; the result is in the order of [`Protocol::facts`].
pub(super) fn read(
    table: &Table<'_, '_>,
    protocol: &Protocol,
    report: &mut Report,
) -> Vec<Option<FactValue>> {
    for (key, _) in table.entries() {
        if !protocol
            .facts
            .iter()
            .any(|fact| fact.key == key.get_ref().as_ref())
        {
            let keys = protocol.facts.iter().map(|fact| fact.key.as_str());
            report.push(unknown_key(table.key_span(key), key.get_ref(), keys));
        }
    }
    let facts = protocol.facts.iter().map(|fact| {
        let entry = table
            .entries()
            .into_iter()
            .find(|(key, _)| key.get_ref().as_ref() == fact.key);
        match entry {
            Some((_, value)) => read_fact(fact, table, value, protocol, report),
            None if fact.optional => None,
            None => {
                let message = format!("the fact `{}` is missing", fact.key);
                let help = format!("every code states it: {}", allowed(fact));
                report.push(
                    Diagnostic::new(Id::MissingKey, message)
                        .at(table.span, "")
                        .help(help),
                );
                None
            }
        }
    });
    facts.collect()
}

/// What a fact may be, for help texts.
pub fn allowed(fact: &Fact) -> String {
    let list: Vec<String> = fact
        .values
        .iter()
        .chain(&fact.tokens)
        .map(|value| format!("`{value}`"))
        .collect();
    match fact.kind {
        FactKind::Choice => format!("one of {}", list.join(", ")),
        FactKind::Set => format!("a list of {}", list.join(", ")),
        FactKind::Number if list.is_empty() => "a number".to_owned(),
        FactKind::Number => format!("a number, or one of {}", list.join(", ")),
        FactKind::Tokens => "a list of `{ name = \"…\", when = \"…\" }`".to_owned(),
        FactKind::Citation => "`{ spec = \"…\", section = \"…\" }`".to_owned(),
    }
}

type Value<'i> = toml::Spanned<toml::de::DeValue<'i>>;

fn read_fact(
    fact: &Fact,
    table: &Table<'_, '_>,
    value: &Value<'_>,
    protocol: &Protocol,
    report: &mut Report,
) -> Option<FactValue> {
    let what = format!("a value of `{}`", fact.key);
    // Names before words: "INVITE, or any other request" reads right, the other order does not.
    let all = || fact.tokens.iter().chain(&fact.values).map(String::as_str);
    let wrong = |report: &mut Report| {
        let message = format!("`{}` cannot be {}", fact.key, described(value.get_ref()));
        let help = format!("`{}` is {}", fact.key, allowed(fact));
        report.push(
            Diagnostic::new(Id::WrongType, message)
                .at(table.value_span(value), "")
                .help(help),
        );
        None
    };
    match fact.kind {
        FactKind::Choice | FactKind::Number => {
            if fact.kind == FactKind::Number
                && let Some(number) = table.as_integer(value)
            {
                return Some(FactValue::Number(number.value));
            }
            let Some(text) = table.as_text(value) else {
                return wrong(report);
            };
            if !all().any(|known| known == text.value) {
                report.push(unknown_value(&text, &what, all()));
                return None;
            }
            Some(FactValue::Choice(text.value))
        }
        FactKind::Set => {
            let Some(array) = value.get_ref().as_array() else {
                return wrong(report);
            };
            if array.is_empty() {
                let message = format!("`{}` is empty", fact.key);
                report.push(
                    Diagnostic::new(Id::BadText, message)
                        .at(table.value_span(value), "")
                        .help(format!("`{}` is {}", fact.key, allowed(fact))),
                );
            }
            let mut set = Vec::new();
            for item in array.iter() {
                let Some(text) = table.as_text(item) else {
                    return wrong(report);
                };
                if !all().any(|known| known == text.value) {
                    report.push(unknown_value(&text, &what, all()));
                } else if set.contains(&text.value) {
                    let message = format!("`{}` stands twice in `{}`", text.value, fact.key);
                    report.push(
                        Diagnostic::new(Id::UnknownValue, message).at(text.span, "delete one"),
                    );
                } else {
                    set.push(text.value);
                }
            }
            // The declaration's order, so that equal sets look equal on a page.
            set.sort_by_key(|value| all().position(|known| known == value));
            Some(FactValue::Set(set))
        }
        FactKind::Tokens => {
            let Some(array) = value.get_ref().as_array() else {
                return wrong(report);
            };
            let mut items = Vec::new();
            for item in array.iter() {
                let Some(inner) = table.inner(item) else {
                    return wrong(report);
                };
                items.extend(read_item(fact, &inner, protocol, report));
            }
            Some(FactValue::Tokens(items))
        }
        FactKind::Citation => {
            let Some(inner) = table.inner(value) else {
                return wrong(report);
            };
            inner.check(specs::CITATION, report);
            specs::resolve(
                inner.text("spec"),
                inner.text("section"),
                &protocol.specs,
                report,
            )
            .map(FactValue::Citation)
        }
    }
}

fn read_item(
    fact: &Fact,
    inner: &Table<'_, '_>,
    protocol: &Protocol,
    report: &mut Report,
) -> Option<Item> {
    inner.check(ITEM, report);
    let name = inner.text("name")?;
    if !fact.tokens.contains(&name.value) {
        report.push(unknown_value(
            &name,
            &format!("a value of `{}`", fact.key),
            fact.tokens.iter().map(String::as_str),
        ));
    }
    let when = inner.text("when");
    let known = protocol
        .conditions
        .as_ref()
        .map_or(&[][..], |conditions| &conditions.values);
    if let Some(when) = when.as_ref().filter(|when| !known.contains(&when.value)) {
        report.push(unknown_value(
            when,
            "a condition",
            known.iter().map(String::as_str),
        ));
    }
    Some(Item {
        name: name.value,
        when: when.map(|when| when.value),
    })
}
