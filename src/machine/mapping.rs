//! A mapping as JSON: what each cause of the other network becomes and what each code does, with what comes back.

use serde::Serialize;

use crate::machine::Scene;
use crate::machine::data::{self, Head, Section, Texts, Value};
use crate::route::{Routes, Subject};
use crate::view::mapping::gloss;
use crate::view::voice::Said;

#[derive(Serialize)]
struct MappingFile<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    mapping: &'a str,
    name: &'a str,
    title: Texts,
    url: Texts,
    /// The fact of codes that this is about.
    fact: &'a str,
    causes: Vec<CauseRecord<'a>>,
    codes: Vec<CodeRecord<'a>>,
    references: Vec<Section>,
}

#[derive(Serialize)]
struct CauseRecord<'a> {
    cause: &'a str,
    name: &'a str,
    gloss: Texts,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    aka: &'a [String],
    url: Texts,
    to: Vec<Becomes<'a>>,
    by_default: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<Texts>,
    back: Vec<&'a str>,
    lossy: bool,
}

#[derive(Serialize)]
struct Becomes<'a> {
    code: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<Texts>,
}

#[derive(Serialize)]
struct CodeRecord<'a> {
    code: &'a str,
    stated: Value,
    to: Vec<&'a str>,
    back: Vec<&'a str>,
    lossy: bool,
}

/// A mapping of a protocol.
///
/// # Errors
/// When a message does not fit.
pub(super) fn write(scene: &Scene<'_>, at: usize, one: usize) -> Said<String> {
    let book = &scene.catalog.books[at];
    let mapping = &book.mappings[one];
    let said = |attribute: Option<&str>| {
        data::said(scene, |voice| {
            voice.named(&mapping.message.value, attribute, &[])
        })
    };
    let page = |number: Option<&str>| {
        scene.by_language(|locale| {
            let page = scene.routes.url(locale, Subject::Mapping(at, one));
            Some(match number {
                Some(number) => Routes::cause(&page, number),
                None => page,
            })
        })
    };
    let slug = |code: usize| book.codes[code].slug.as_str();
    let number = |cause: &usize| mapping.causes[*cause].number.value.as_str();
    let causes_of = |code: usize| mapping.from[code].iter().flatten();
    let causes = mapping.causes.iter().enumerate().map(|(i, cause)| {
        let mut to = Vec::new();
        for target in cause.to.iter().flatten() {
            to.push(Becomes {
                code: slug(target.code),
                when: target
                    .when
                    .as_deref()
                    .map(|when| said(Some(when)))
                    .transpose()?,
            });
        }
        if cause.to.is_none() {
            to.push(Becomes {
                code: slug(mapping.otherwise),
                when: None,
            });
        }
        Ok(CauseRecord {
            cause: &cause.number.value,
            name: &cause.name,
            gloss: data::said(scene, |voice| gloss(voice, mapping, i))?,
            aka: &cause.aka,
            url: page(Some(&cause.number.value)),
            to,
            by_default: cause.to.is_none(),
            note: cause
                .note
                .as_deref()
                .map(|note| said(Some(note)))
                .transpose()?,
            back: mapping
                .usual(i)
                .map_or_else(Vec::new, |code| causes_of(code).map(number).collect()),
            lossy: !mapping.returns(i),
        })
    });
    let codes = (0..book.codes.len()).filter_map(|code| {
        let stated = book.codes[code].facts.get(mapping.fact)?.as_ref()?;
        let to: Vec<&str> = causes_of(code).map(number).collect();
        if to.is_empty() {
            return None;
        }
        let mut back: Vec<&str> = Vec::new();
        for code in causes_of(code).filter_map(|cause| mapping.usual(*cause)) {
            if !back.contains(&slug(code)) {
                back.push(slug(code));
            }
        }
        Some(CodeRecord {
            code: slug(code),
            stated: data::fact_value(book, stated),
            to,
            back,
            lossy: !mapping.comes_back(code),
        })
    });
    let file = MappingFile {
        head: data::head(scene, at, "mapping"),
        mapping: &mapping.slug,
        name: &mapping.name,
        title: said(None)?,
        url: page(None),
        fact: &book.protocol.facts[mapping.fact].key,
        causes: causes.collect::<Said<_>>()?,
        codes: codes.collect(),
        references: mapping
            .references
            .iter()
            .map(|one| data::section(book, one))
            .collect(),
    };
    Ok(data::json(&file))
}
