//! What the page that reads a pasted text knows: patterns, codes and causes of one protocol in one language.

use serde::Serialize;

use crate::catalog::{Book, CodeText, Mapping};
use crate::diagnostic::{Diagnostic, Id};
use crate::route::{Routes, Subject};
use crate::view::mapping;
use crate::view::voice::{Said, Voice, msg};
use crate::words;

/// Everything that the page knows.
#[derive(Debug, Serialize)]
struct Data<'a> {
    /// The request whose answer says how it ended.
    main: &'a str,
    /// Codes that ask for the same request again.
    challenges: &'a [String],
    /// Codes that never say how it ended.
    aside: &'a [String],
    sample: &'a str,
    /// Expressions, surest first.
    patterns: Vec<Expression<'a>>,
    /// Relative address of a code and of a pair, with `{}` for names.
    code: String,
    pair: String,
    /// Name of a pair, with `{}` for each name.
    name: String,
    /// What is read out, with `{}` for the numbers of codes and causes.
    said: String,
    /// Name, phrase, meaning, and how it ends a request: 2 failed, 1 otherwise, 0 not at all.
    codes: Vec<(&'a str, &'a str, String, u8)>,
    causes: Vec<Cause<'a>>,
}

/// Something to look for.
#[derive(Debug, Serialize)]
struct Expression<'a> {
    kind: &'a str,
    find: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cause: Option<&'a str>,
}

/// A cause of another network.
#[derive(Debug, Serialize)]
struct Cause<'a> {
    number: &'a str,
    /// "Q.850 cause 17".
    label: String,
    name: &'a str,
    gloss: String,
    href: String,
    aka: &'a [String],
    /// Names of the codes that it becomes, the usual one first.
    to: Vec<&'a str>,
    /// Whether the same comes back.
    same: bool,
}

/// The file of a protocol in one language; nothing for a protocol without traces.
///
/// # Errors
/// When messages do not fit.
pub fn data(
    voice: &Voice<'_>,
    routes: &Routes<'_>,
    book: &Book,
    at: usize,
) -> Said<Option<Vec<u8>>> {
    let Some(trace) = &book.trace else {
        return Ok(None);
    };
    let patterns = trace.patterns.iter().map(|pattern| Expression {
        kind: &pattern.kind,
        find: &pattern.find,
        code: pattern.code.as_deref(),
        cause: pattern.cause.as_deref(),
    });
    let codes = book.codes.iter().map(|code| {
        let meaning = code.text(CodeText::Meaning, voice.locale);
        let meaning = meaning.map(|text| words::plain(&voice.clause(&text)));
        let ends = match code.class {
            class if trace.failed.contains(&class) => 2,
            class if trace.ended.contains(&class) => 1,
            _ => 0,
        };
        let (slug, phrase) = (code.slug.as_str(), code.phrase.as_str());
        (slug, phrase, meaning.unwrap_or_default(), ends)
    });
    let causes = match trace.mapping {
        Some(one) => causes(voice, routes, book, (at, one), &book.mappings[one])?,
        None => Vec::new(),
    };
    let data = Data {
        main: &trace.main,
        challenges: &trace.challenges,
        aside: &trace.aside,
        sample: &trace.sample,
        patterns: patterns.collect(),
        code: routes.code_pattern(voice.locale, at),
        pair: routes.pair_pattern(voice.locale, at),
        name: voice.say(msg::PAIR_NAME, &["{}", "{}"])?,
        said: voice.say(msg::TRACE_SAID, &["{}", "{}"])?,
        codes: codes.collect(),
        causes,
    };
    let bytes = serde_json::to_vec(&data).map_err(|error| {
        let message = format!("the data of traces cannot be written: {error}");
        Box::new(Diagnostic::new(Id::TemplateFailed, message))
    });
    Ok(Some(bytes?))
}

fn causes<'a>(
    voice: &Voice<'_>,
    routes: &Routes<'_>,
    book: &'a Book,
    at: (usize, usize),
    mapping: &'a Mapping,
) -> Said<Vec<Cause<'a>>> {
    let page = routes.relative(voice.locale, Subject::Mapping(at.0, at.1));
    let one = |(i, cause): (usize, &'a crate::catalog::Cause)| -> Said<Cause<'a>> {
        let number = cause.number.value.as_str();
        let mut to: Vec<usize> = mapping.usual(i).into_iter().collect();
        to.extend(cause.to.iter().flatten().map(|target| target.code));
        to.dedup();
        Ok(Cause {
            number,
            label: voice.say(msg::MAPPING_CAUSE, &[&mapping.name, number])?,
            name: &cause.name,
            gloss: words::plain(&mapping::gloss(voice, mapping, i)?),
            href: Routes::cause(&page, number),
            aka: &cause.aka,
            to: to
                .into_iter()
                .map(|code| book.codes[code].slug.as_str())
                .collect(),
            same: mapping.returns(i),
        })
    };
    mapping.causes.iter().enumerate().map(one).collect()
}
