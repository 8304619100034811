//! The content as JSON: one file of all codes, one of all pairs, one for each mapping and one for each code.
//!
//! Every file states what it is, the version of the format, the license and the day of the last change. What the
//! fields mean stands in `schema.json`, which is published beside them.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::catalog::{Book, Citation, CodeText, FactValue, Versions};
use crate::comparison;
use crate::locale::LocaleId;
use crate::machine::Scene;
use crate::markdown;
use crate::route::{MachineFile, Subject};
use crate::view::voice::{Said, Voice};
use crate::words;

/// Version of the format. A new field raises the second number; anything that could break a reader raises the first,
/// and with it the address.
pub(super) const VERSION: &str = "1.1";

/// What the fields mean, as JSON Schema.
const SCHEMA: &str = include_str!("schema.json");

/// Keys of the texts of a code that are one line, and of those that are paragraphs.
const LINES: [CodeText; 5] = [
    CodeText::Gloss,
    CodeText::Meaning,
    CodeText::Trigger,
    CodeText::Use,
    CodeText::Action,
];
const PARAGRAPHS: [CodeText; 4] = [
    CodeText::Description,
    CodeText::When,
    CodeText::Fix,
    CodeText::Hears,
];

/// A list of keys and values that becomes a JSON object in the order of the list.
pub(super) struct Object<T>(Vec<(String, T)>);

impl<T: Serialize> Serialize for Object<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

/// Texts by language.
pub(super) type Texts = Object<String>;

#[derive(Serialize)]
struct License<'a> {
    id: &'a str,
    url: &'a str,
}

/// What every file begins with.
#[derive(Serialize)]
pub(super) struct Head<'a> {
    #[serde(rename = "$schema")]
    schema: String,
    kind: &'static str,
    version: &'static str,
    license: License<'a>,
    source: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: Option<String>,
    protocol: &'a str,
    languages: Vec<&'a str>,
}

#[derive(Serialize)]
struct CodesFile<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    classes: Vec<Named>,
    facts: Vec<FactNames<'a>>,
    codes: Vec<CodeRecord<'a>>,
}

#[derive(Serialize)]
struct CodeFile<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    #[serde(flatten)]
    code: CodeRecord<'a>,
    #[serde(flatten)]
    texts: Object<Texts>,
    example: &'a str,
    flow: Vec<StepRecord<'a>>,
}

#[derive(Serialize)]
struct PairsFile<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// Put in one by one.
    pairs: [PairRecord<'a>; 0],
}

#[derive(Serialize)]
struct Named {
    key: String,
    label: Texts,
}

#[derive(Serialize)]
struct FactNames<'a> {
    key: &'a str,
    kind: &'static str,
    label: Texts,
    values: Vec<Named>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    tokens: &'a [String],
}

#[derive(Serialize)]
struct CodeRecord<'a> {
    code: &'a str,
    phrase: &'a str,
    class: &'a str,
    url: Texts,
    #[serde(flatten)]
    lines: Object<Texts>,
    facts: Object<Value>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    inferred: &'a [String],
    related: Vec<&'a str>,
    references: Vec<Section>,
}

#[derive(Serialize)]
struct PairRecord<'a> {
    codes: [&'a str; 2],
    url: String,
    differs: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    written: Option<Object<Texts>>,
}

#[derive(Serialize)]
struct StepRecord<'a> {
    from: &'a str,
    to: &'a str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<&'a str>,
}

/// A section of a specification.
#[derive(Serialize)]
pub(super) struct Section {
    /// Name of the document.
    pub(super) spec: String,
    /// Number of the section.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) section: Option<String>,
    url: String,
}

/// What a code states about a fact.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Value {
    Text(String),
    Texts(Vec<String>),
    Number(i64),
    Tokens(Vec<Token>),
    Section(Section),
}

#[derive(Serialize)]
pub(super) struct Token {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<String>,
}

/// The schema, which names its own address: a copy of it says where it comes from.
pub(super) fn schema(scene: &Scene<'_>) -> String {
    let url = scene.routes.machine_url(MachineFile::Schema);
    SCHEMA.replacen("\"$id\": \"\"", &format!("\"$id\": \"{url}\""), 1)
}

/// All codes of a protocol.
///
/// # Errors
/// When a message does not fit.
pub(super) fn codes(scene: &Scene<'_>, at: usize) -> Said<String> {
    let book = &scene.catalog.books[at];
    let protocol = &book.protocol;
    let classes = protocol.classes.iter().map(|class| {
        Ok(Named {
            key: class.key.clone(),
            label: labels(scene, &class.message.value, None)?,
        })
    });
    let facts = protocol.facts.iter().map(|fact| {
        let values = fact.values.iter().map(|value| {
            Ok(Named {
                key: value.clone(),
                label: labels(scene, &fact.message.value, Some(value))?,
            })
        });
        Ok(FactNames {
            key: &fact.key,
            kind: fact.kind.name(),
            label: labels(scene, &fact.message.value, None)?,
            values: values.collect::<Said<_>>()?,
            tokens: &fact.tokens,
        })
    });
    let file = CodesFile {
        head: head(scene, at, "codes"),
        classes: classes.collect::<Said<_>>()?,
        facts: facts.collect::<Said<_>>()?,
        codes: (0..book.codes.len())
            .map(|code| record(scene, at, code))
            .collect(),
    };
    Ok(json(&file))
}

/// One code with all its texts.
pub(super) fn code(scene: &Scene<'_>, at: usize, one: usize) -> String {
    let code = &scene.catalog.books[at].codes[one];
    let paragraphs = PARAGRAPHS.iter().filter_map(|field| {
        let texts = texts(scene, at, &code.prose, *field as usize);
        (!texts.0.is_empty()).then(|| (code.prose.fields[*field as usize].key.to_owned(), texts))
    });
    let file = CodeFile {
        head: head(scene, at, "code"),
        code: record(scene, at, one),
        texts: Object(paragraphs.collect()),
        example: &code.example,
        flow: code
            .flow
            .iter()
            .map(|step| StepRecord {
                from: &step.from,
                to: &step.to,
                message: &step.message,
                detail: step.detail.as_deref(),
            })
            .collect(),
    };
    json(&file)
}

/// All pairs of a protocol, which facts differ, and what a person wrote about them: in parts, one for each left code.
pub(super) fn pairs(scene: Scene<'_>, at: usize) -> impl Iterator<Item = String> {
    let empty = json(&PairsFile {
        head: head(&scene, at, "pairs"),
        pairs: [],
    });
    // The list of pairs comes last in the file.
    let (before, after) = empty.split_at(empty.rfind(']').unwrap_or(empty.len()));
    let (before, after) = ([before.to_owned()], [after.to_owned()]);
    let last = scene.catalog.books[at].codes.len();
    let rows = (0..last).map(move |a| {
        let mut row = String::new();
        for b in a + 1..last {
            let comma = if (a, b) == (0, 1) { "" } else { "," };
            row.push_str(comma);
            row.push_str(json(&pair(&scene, at, a, b)).trim_end());
        }
        row
    });
    before.into_iter().chain(rows).chain(after)
}

fn pair<'a>(scene: &Scene<'a>, at: usize, a: usize, b: usize) -> PairRecord<'a> {
    let book = &scene.catalog.books[at];
    let (left, right) = (&book.codes[a], &book.codes[b]);
    let rows = comparison::compare(&book.protocol, left, right);
    let differing = rows.iter().filter(|row| row.differs);
    let pair = book.pairs.get(&(a, b));
    PairRecord {
        codes: [&left.slug, &right.slug],
        url: scene.routes.url(LocaleId::FIRST, Subject::Pair(at, a, b)),
        differs: differing
            .map(|row| book.protocol.facts[row.fact].key.as_str())
            .collect(),
        written: pair.map(|pair| written(scene, at, &pair.prose)),
    }
}

fn written(scene: &Scene<'_>, at: usize, prose: &Versions) -> Object<Texts> {
    let fields = prose.fields.iter().enumerate().filter_map(|(i, field)| {
        let texts = texts(scene, at, prose, i);
        (!texts.0.is_empty()).then(|| (field.key.to_owned(), texts))
    });
    Object(fields.collect())
}

pub(super) fn head<'a>(scene: &Scene<'a>, at: usize, kind: &'static str) -> Head<'a> {
    let site = &scene.catalog.site;
    Head {
        schema: scene.routes.machine_url(MachineFile::Schema),
        kind,
        version: VERSION,
        license: License {
            id: &site.license,
            url: &site.license_url,
        },
        source: scene.routes.url(LocaleId::FIRST, Subject::Protocol(at)),
        updated: scene.updated(at),
        protocol: &scene.catalog.books[at].protocol.slug,
        languages: scene.tags().collect(),
    }
}

fn record<'a>(scene: &Scene<'a>, at: usize, one: usize) -> CodeRecord<'a> {
    let book = &scene.catalog.books[at];
    let code = &book.codes[one];
    let subject = Subject::Code(at, one);
    let facts = book.protocol.facts.iter().zip(&code.facts);
    let lines = LINES.iter().map(|field| {
        let at_field = *field as usize;
        let key = code.prose.fields[at_field].key.to_owned();
        (key, texts(scene, at, &code.prose, at_field))
    });
    CodeRecord {
        code: &code.slug,
        phrase: &code.phrase,
        class: &book.protocol.classes[code.class].key,
        url: scene.by_language(|locale| Some(scene.routes.url(locale, subject))),
        lines: Object(lines.collect()),
        facts: Object(
            facts
                .filter_map(|(fact, value)| {
                    Some((fact.key.clone(), fact_value(book, value.as_ref()?)))
                })
                .collect(),
        ),
        inferred: &code.inferred,
        related: code.related.iter().map(|one| one.value.as_str()).collect(),
        references: code
            .references
            .iter()
            .map(|one| section(book, one))
            .collect(),
    }
}

pub(super) fn fact_value(book: &Book, value: &FactValue) -> Value {
    match value {
        FactValue::Choice(value) => Value::Text(value.clone()),
        FactValue::Set(values) => Value::Texts(values.clone()),
        FactValue::Number(number) => Value::Number(*number),
        FactValue::Tokens(items) => Value::Tokens(
            items
                .iter()
                .map(|item| Token {
                    name: item.name.clone(),
                    when: item.when.clone(),
                })
                .collect(),
        ),
        FactValue::Citation(citation) => Value::Section(section(book, citation)),
    }
}

pub(super) fn section(book: &Book, citation: &Citation) -> Section {
    let spec = &book.protocol.specs[citation.spec];
    Section {
        spec: spec.name.clone(),
        section: citation.section.clone(),
        url: spec.address(citation.section.as_deref()),
    }
}

/// A text in every language that has it, with whole addresses in its links.
fn texts(scene: &Scene<'_>, at: usize, prose: &Versions, field: usize) -> Texts {
    scene.by_language(|locale| {
        let text = prose.located(field, locale)?;
        Some(markdown::with_addresses(&text.value, &|target| {
            let subject = scene.routes.find(at, target)?;
            Some(scene.routes.url(locale, subject))
        }))
    })
}

fn labels(scene: &Scene<'_>, message: &str, attribute: Option<&str>) -> Said<Texts> {
    said(scene, |voice| voice.named(message, attribute, &[]))
}

/// Words of the interface in every language.
pub(super) fn said(scene: &Scene<'_>, say: impl Fn(&Voice<'_>) -> Said<String>) -> Said<Texts> {
    let texts = scene
        .voices()
        .map(|voice| Ok((voice.tag.to_owned(), words::plain(&say(&voice)?))));
    Ok(Object(texts.collect::<Said<_>>()?))
}

pub(super) fn json(value: &impl Serialize) -> String {
    // Nothing in these structs can fail to be written: keys are texts and numbers are whole.
    let mut text = serde_json::to_string(value).unwrap_or_default();
    text.push('\n');
    text
}

impl Scene<'_> {
    pub(super) fn by_language(&self, text: impl Fn(LocaleId) -> Option<String>) -> Texts {
        let locales = &self.catalog.locales;
        let texts = locales
            .ids()
            .filter_map(|locale| Some((locales.get(locale).tag.clone(), text(locale)?)));
        Object(texts.collect())
    }
}
