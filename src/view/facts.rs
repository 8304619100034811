//! Puts facts into words: cells of a table, and whole sentences for a comparison.

use crate::catalog::{Book, Code, Fact, FactKind, FactValue, Item, Protocol, Wording};
use crate::comparison::{self, Row};
use crate::messages::Use;
use crate::view::voice::{Said, Voice, msg};
use crate::words;

/// Everything that a protocol makes Fluent say.
pub fn uses(book: &Book) -> Vec<Use> {
    let protocol = &book.protocol;
    let mut uses = Vec::new();
    let mut add =
        |message: &crate::source::Located<String>, attribute: Option<&str>, variables: &[&str]| {
            uses.push(Use {
                id: message.value.clone(),
                attribute: attribute.map(str::to_owned),
                variables: Some(
                    variables
                        .iter()
                        .map(|variable| (*variable).to_owned())
                        .collect(),
                ),
                span: Some(message.span),
            });
        };
    add(&protocol.intro, None, &[]);
    for class in &protocol.classes {
        add(&class.message, None, &[]);
        add(&class.message, Some("inline"), &[]);
        add(&class.message, Some("about"), &[]);
    }
    for vocabulary in std::iter::once(&protocol.roles).chain(&protocol.conditions) {
        vocabulary
            .values
            .iter()
            .for_each(|value| add(&vocabulary.message, Some(value), &[]));
    }
    for mapping in &book.mappings {
        add(&mapping.message, None, &[]);
        add(&mapping.message, Some("about"), &[]);
        add(&mapping.message, Some("description"), &[]);
        for cause in &mapping.causes {
            let gloss = format!("c{}", cause.number.value);
            add(&mapping.glosses, Some(&gloss), &[]);
            let conditions = cause.to.iter().flatten().filter_map(|to| to.when.as_ref());
            for attribute in conditions.chain(&cause.note) {
                add(&mapping.message, Some(attribute), &[]);
            }
        }
    }
    for fact in &protocol.facts {
        add(&fact.message, None, &[]);
        fact.values
            .iter()
            .for_each(|value| add(&fact.message, Some(value), &[]));
        if fact.kind == FactKind::Tokens {
            add(&fact.message, Some("none"), &[]);
        }
        for (message, variables) in [(&fact.answer, &["code"][..]), (&fact.shared, &[])] {
            let message = message.iter();
            message.for_each(|message| {
                let values = fact.values.iter();
                values.for_each(|value| add(message, Some(value), variables));
            });
        }
        let Some(says) = &fact.says else { continue };
        match fact.kind {
            FactKind::Choice => fact
                .values
                .iter()
                .for_each(|value| add(says, Some(value), &["code"])),
            FactKind::Set if fact.wording == Wording::Each => {
                fact.values
                    .iter()
                    .chain(&fact.tokens)
                    .for_each(|value| add(says, Some(value), &["code"]));
                add(says, Some("none"), &["code"]);
            }
            FactKind::Set => add(says, None, &["code", "any", "all"]),
            FactKind::Number => {
                add(says, None, &["code", "value"]);
                fact.values
                    .iter()
                    .for_each(|value| add(says, Some(value), &["code"]));
            }
            FactKind::Tokens => {
                add(says, None, &["code", "all", "any"]);
                add(says, Some("none"), &["code"]);
            }
            FactKind::Citation => add(says, None, &["code", "value"]),
        }
    }
    uses
}

/// One value of a set in words.
fn member(voice: &Voice<'_>, fact: &Fact, value: &str) -> Said<String> {
    if fact.tokens.iter().any(|token| token == value) {
        Ok(words::code(value))
    } else {
        voice.named(&fact.message.value, Some(value), &[])
    }
}

fn item(voice: &Voice<'_>, protocol: &Protocol, item: &Item) -> Said<String> {
    let name = words::code(&item.name);
    match (&item.when, &protocol.conditions) {
        (Some(when), Some(conditions)) => {
            let condition = voice.named(&conditions.message.value, Some(when), &[])?;
            voice.say(msg::LIST_CONDITION, &[&name, &condition])
        }
        _ => Ok(name),
    }
}

/// The parts of a value, in words.
fn parts(
    voice: &Voice<'_>,
    protocol: &Protocol,
    fact: &Fact,
    value: &FactValue,
) -> Said<Vec<String>> {
    match value {
        FactValue::Choice(value) => Ok(vec![member(voice, fact, value)?]),
        FactValue::Set(values) => values
            .iter()
            .map(|value| member(voice, fact, value))
            .collect(),
        FactValue::Number(number) => Ok(vec![number.to_string()]),
        FactValue::Tokens(items) => items.iter().map(|one| item(voice, protocol, one)).collect(),
        FactValue::Citation(citation) => {
            let spec = &protocol.specs[citation.spec];
            Ok(vec![match &citation.section {
                Some(section) => voice.say(msg::SECTION, &[&spec.name, section])?,
                None => spec.name.clone(),
            }])
        }
    }
}

/// The cell of a table that states a fact of a code, as HTML.
///
/// # Errors
/// When messages do not fit.
pub fn cell(voice: &Voice<'_>, protocol: &Protocol, code: &Code, i: usize) -> Said<Option<String>> {
    let fact = &protocol.facts[i];
    let Some(value) = code.facts.get(i).and_then(Option::as_ref) else {
        return Ok(None);
    };
    let parts = parts(voice, protocol, fact, value)?;
    let mut html = match (value, parts.as_slice()) {
        (FactValue::Tokens(_), []) => {
            voice.html(&voice.named(&fact.message.value, Some("none"), &[])?)
        }
        (FactValue::Citation(citation), [text]) => {
            let url = protocol.specs[citation.spec].address(citation.section.as_deref());
            format!(
                "<a href=\"{}\">{}</a>",
                words::escape(&url),
                voice.html(text)
            )
        }
        (_, [one]) => voice.html(one),
        // Tokens are short and stand in a row; values in words get a line each.
        (FactValue::Set(values), many)
            if values.iter().all(|value| fact.tokens.contains(value)) =>
        {
            voice.html(&voice.all(many)?)
        }
        (_, many) => {
            let items: Vec<String> = many
                .iter()
                .map(|part| format!("<li>{}", voice.html(part)))
                .collect();
            format!("<ul>{}</ul>", items.concat())
        }
    };
    if code.inferred.contains(&fact.key) {
        html.push_str(&format!(
            "<small>{}</small>",
            voice.html(&voice.say(msg::INFERRED, &[])?)
        ));
    }
    Ok(Some(html))
}

/// Whether a set whose values are said one by one has none that the other side lacks.
pub fn adds_nothing(fact: &Fact, value: Option<&FactValue>, other: Option<&FactValue>) -> bool {
    match value {
        Some(FactValue::Set(values)) => {
            fact.wording == Wording::Each && comparison::only(values, other).is_empty()
        }
        _ => false,
    }
}

/// Whether what a fact says of a code depends on the other one: values that are said one by one.
pub fn depends(fact: &Fact, value: &FactValue) -> bool {
    matches!(value, FactValue::Set(_)) && fact.wording == Wording::Each
}

/// What each fact says of a code whatever the other one is, as HTML, said once for all its comparisons.
///
/// # Errors
/// When messages do not fit.
pub fn alone(voice: &Voice<'_>, protocol: &Protocol, code: &Code) -> Said<Vec<Option<String>>> {
    let facts = protocol.facts.iter().zip(&code.facts).enumerate();
    let say = |(i, (fact, value)): (usize, (&Fact, &Option<FactValue>))| match value {
        Some(value) if !depends(fact, value) => {
            let said = sentence(voice, protocol, i, &code.slug, value, None)?;
            Ok(said.map(|said| voice.html(&said)))
        }
        _ => Ok(None),
    };
    facts.map(say).collect()
}

/// What a fact says of one code when it differs from the other, as a sentence; `None` when the fact has no sentence.
///
/// # Errors
/// When messages do not fit.
pub fn sentence(
    voice: &Voice<'_>,
    protocol: &Protocol,
    i: usize,
    code: &str,
    value: &FactValue,
    other: Option<&FactValue>,
) -> Said<Option<String>> {
    let fact = &protocol.facts[i];
    let Some(says) = &fact.says else {
        return Ok(None);
    };
    let id = &says.value;
    let plain = |attribute: &str| voice.named(id, Some(attribute), &[("code", code)]);
    let text = match value {
        FactValue::Choice(value) => plain(value)?,
        FactValue::Set(values) if fact.wording == Wording::Each => {
            let only = comparison::only(values, other);
            if only.is_empty() {
                plain("none")?
            } else {
                voice.sentences(
                    &only
                        .iter()
                        .map(|value| plain(value))
                        .collect::<Said<Vec<String>>>()?,
                )?
            }
        }
        FactValue::Tokens(items) if items.is_empty() => plain("none")?,
        FactValue::Set(_) | FactValue::Tokens(_) => {
            let parts = parts(voice, protocol, fact, value)?;
            voice.named(
                id,
                None,
                &[
                    ("code", code),
                    ("any", &voice.any(&parts)?),
                    ("all", &voice.all(&parts)?),
                ],
            )?
        }
        FactValue::Number(_) | FactValue::Citation(_) => {
            let parts = parts(voice, protocol, fact, value)?;
            voice.named(id, None, &[("code", code), ("value", &parts.concat())])?
        }
    };
    Ok(Some(text))
}

/// What a fact says in the answer about one code, and the same without the code.
#[derive(Debug)]
pub struct Answer {
    html: String,
    bare: String,
}

/// The value of a fact that states one. A sentence of the answer words one value; several would need a list, which the
/// table below has.
fn single(value: &Option<FactValue>) -> Option<&str> {
    match value {
        Some(FactValue::Choice(key)) => Some(key),
        Some(FactValue::Set(keys)) if keys.len() == 1 => keys.first().map(String::as_str),
        _ => None,
    }
}

/// What each fact says in the answer when the other code states the same, as HTML.
///
/// # Errors
/// When messages do not fit.
pub fn shared(voice: &Voice<'_>, protocol: &Protocol, code: &Code) -> Said<Vec<Option<String>>> {
    let facts = protocol.facts.iter().zip(&code.facts);
    let say = |(fact, value): (&Fact, &Option<FactValue>)| {
        let said = fact.shared.as_ref().zip(single(value));
        let said = said.map(|(shared, key)| voice.named(&shared.value, Some(key), &[]));
        Ok(said.transpose()?.map(|said| voice.html(&said)))
    };
    facts.map(say).collect()
}

/// What each fact says of a code in the answer.
///
/// # Errors
/// When messages do not fit.
pub fn answers(voice: &Voice<'_>, protocol: &Protocol, code: &Code) -> Said<Vec<Option<Answer>>> {
    let facts = protocol.facts.iter().zip(&code.facts);
    let say = |(fact, value): (&Fact, &Option<FactValue>)| {
        let (Some(answer), Some(key)) = (&fact.answer, single(value)) else {
            return Ok(None);
        };
        let text = voice.named(&answer.value, Some(key), &[("code", &code.slug)])?;
        Ok(Some(Answer {
            html: voice.html(&text),
            bare: text.replace(&code.slug, ""),
        }))
    };
    facts.map(say).collect()
}

/// What follows for the reader: the sentences of the first fact that has an answer for both codes and differs.
pub fn answer<'a>(
    rows: &[Row<'_>],
    left: &'a [Option<Answer>],
    right: &'a [Option<Answer>],
) -> Option<[&'a str; 2]> {
    let differing = rows.iter().filter(|row| row.differs);
    let both = differing.filter_map(|row| {
        let (left, right) = (left.get(row.fact)?, right.get(row.fact)?);
        left.as_ref().zip(right.as_ref())
    });
    // Two sets may differ and yet begin alike, and then the sentences would tell nothing apart.
    let mut telling = both.filter(|(left, right)| left.bare != right.bare);
    telling
        .next()
        .map(|(left, right)| [left.html.as_str(), right.html.as_str()])
}

/// Words of a protocol that stand on all its comparisons, as HTML.
#[derive(Debug)]
pub struct Labels {
    /// Name of the protocol.
    pub protocol: String,
    /// What each fact is called.
    pub facts: Vec<String>,
    /// The same as the beginning of a difference.
    pub heads: Vec<String>,
    /// Beginning of the difference of classes.
    pub class: String,
    /// Beginning of the difference of meanings.
    pub meaning: String,
    /// Beginning of the difference of occasions.
    pub trigger: String,
    /// What a code states that does not state a fact.
    pub not_stated: String,
}

impl Labels {
    /// The words of a protocol.
    ///
    /// # Errors
    /// When messages do not fit.
    pub fn new(voice: &Voice<'_>, protocol: &Protocol) -> Said<Self> {
        let facts = protocol.facts.iter();
        let facts = facts.map(|fact| voice.named(&fact.message.value, None, &[]));
        let facts: Vec<String> = facts.collect::<Said<_>>()?;
        let head = |label: &str| voice.html(&words::strong(label));
        Ok(Self {
            protocol: words::escape(&protocol.name),
            heads: facts.iter().map(|label| head(label)).collect(),
            facts: facts.iter().map(|label| voice.html(label)).collect(),
            class: head(&voice.say(msg::LABEL_CLASS, &[])?),
            meaning: head(&voice.say(msg::LABEL_MEANING, &[])?),
            trigger: head(&voice.say(msg::LABEL_TRIGGER, &[])?),
            not_stated: voice.html(&voice.say(msg::NOT_STATED, &[])?),
        })
    }
}
