//! What the search box knows: one file for each language, which the script reads when a reader first turns to the box.
//!
//! It holds words, and addresses that start from its own: the same file serves under every base path. The script names no
//! protocol, it matches text.

use serde::Serialize;

use crate::catalog::{Catalog, CodeText, PairText, Text};
use crate::diagnostic::{Diagnostic, Id};
use crate::route::{Routes, Subject};
use crate::view::mapping;
use crate::view::voice::{Said, Voice, msg};
use crate::words;

/// Most results that the box shows.
const MOST: usize = 8;

/// Everything that the box knows in one language.
#[derive(Debug, Serialize)]
struct Index<'a> {
    /// How many results there are, for every number from none to the most, in words.
    counts: Vec<String>,
    /// Said when there are none.
    nothing: String,
    /// Words that stand between two codes, with a space between.
    between: String,
    /// Words that say nothing, with a space between.
    ignore: String,
    /// Label of the way to the page that reads a pasted text.
    trace: String,
    /// Most results.
    most: usize,
    /// Name of a pair, with `{}` for the name of each code.
    pair: String,
    books: Vec<Shelf<'a>>,
    /// Title and address of other pages.
    pages: Vec<(String, String)>,
}

/// A protocol.
#[derive(Debug, Serialize)]
struct Shelf<'a> {
    /// Short name, which says nothing in a query.
    name: &'a str,
    /// Address of a code, with `{}` for its name.
    code: String,
    /// Address of a pair, with `{}` for each name.
    pair: String,
    /// Address of the page that reads a pasted text.
    trace: Option<String>,
    /// Name, phrase, phrase in the reader's words, words that readers type, and what else speaks of the code.
    codes: Vec<(&'a str, &'a str, String, &'a str, String)>,
    /// Positions of the codes of pairs that people compare, and the difference in one sentence.
    pairs: Vec<(usize, usize, String)>,
}

/// The file of a language.
///
/// # Errors
/// When messages do not fit.
pub fn index(voice: &Voice<'_>, routes: &Routes<'_>, catalog: &Catalog) -> Said<Vec<u8>> {
    let mut books = Vec::new();
    let (mut pages, mut causes) = (Vec::new(), Vec::new());
    let mut page = |title: String, subject| {
        pages.push((words::plain(&title), routes.relative(voice.locale, subject)));
    };
    for (at, book) in catalog.books.iter().enumerate() {
        let name = book.protocol.name.as_str();
        page(
            voice.say(msg::PROTOCOL_TITLE, &[name])?,
            Subject::Protocol(at),
        );
        page(voice.say(msg::MATRIX_TITLE, &[name])?, Subject::Matrix(at));
        if book.trace.is_some() {
            page(voice.say(msg::TRACE_TITLE, &[name])?, Subject::Trace(at));
        }
        for (one, mapping) in book.mappings.iter().enumerate() {
            let subject = Subject::Mapping(at, one);
            page(voice.named(&mapping.message.value, None, &[])?, subject);
            let address = routes.relative(voice.locale, subject);
            for (at, cause) in mapping.causes.iter().enumerate() {
                let number = &cause.number.value;
                let name = voice.say(msg::MAPPING_CAUSE, &[&mapping.name, number])?;
                let gloss = words::plain(&mapping::gloss(voice, mapping, at)?);
                let known = [name, cause.name.clone(), gloss].join(" · ");
                causes.push((known, Routes::cause(&address, number)));
            }
        }
        let words = &book.keywords[voice.locale.index()];
        let codes = book.codes.iter().map(|code| {
            let plain = |field| plain(voice, code.text(field, voice.locale));
            let about = [CodeText::Meaning, CodeText::Trigger, CodeText::Use].map(plain);
            (
                code.slug.as_str(),
                code.phrase.as_str(),
                plain(CodeText::Gloss),
                words.get(&code.slug).map_or("", String::as_str),
                about.join(" "),
            )
        });
        // The pairs that people compare most come first, then the others that somebody wrote about.
        let written = book
            .pairs
            .keys()
            .filter(|pair| !book.popular.contains(pair));
        let pairs = book.popular.iter().chain(written).map(|pair| {
            let written = book.pairs.get(pair);
            let summary = written.and_then(|pair| pair.text(PairText::Summary, voice.locale));
            (pair.0, pair.1, plain(voice, summary))
        });
        books.push(Shelf {
            name,
            code: routes.code_pattern(voice.locale, at),
            pair: routes.pair_pattern(voice.locale, at),
            trace: book
                .trace
                .as_ref()
                .map(|_| routes.relative(voice.locale, Subject::Trace(at))),
            codes: codes.collect(),
            pairs: pairs.collect(),
        });
    }
    for (at, free) in catalog.pages.iter().enumerate() {
        let text = free.texts[voice.locale.index()]
            .as_ref()
            .or(free.texts[0].as_ref());
        page(
            text.map_or_else(|| free.slug.clone(), |text| text.title.clone()),
            Subject::Page(at),
        );
    }
    page(voice.say(msg::STATUS_TITLE, &[])?, Subject::Status);
    pages.extend(causes);
    let counts = (0..=MOST).map(|count| voice.count(msg::SEARCH_COUNT, &[], &[count]));
    let index = Index {
        counts: counts.collect::<Said<_>>()?,
        nothing: voice.say(msg::SEARCH_NOTHING, &[])?,
        between: voice.say(msg::SEARCH_BETWEEN, &[])?,
        ignore: voice.say(msg::SEARCH_IGNORE, &[])?,
        trace: voice.say(msg::SEARCH_TRACE, &[])?,
        most: MOST,
        pair: voice.say(msg::PAIR_NAME, &["{}", "{}"])?,
        books,
        pages,
    };
    serde_json::to_vec(&index).map_err(|error| {
        Box::new(Diagnostic::new(
            Id::TemplateFailed,
            format!("the search data cannot be written: {error}"),
        ))
    })
}

fn plain(voice: &Voice<'_>, text: Option<Text>) -> String {
    text.map_or_else(String::new, |text| words::plain(&voice.clause(&text)))
}
