//! The page that reads a pasted text: what it recognizes, and the places that a script fills.

use serde::Serialize;

use crate::catalog::Book;
use crate::route::{Routes, Subject};
use crate::view::chrome::Facing;
use crate::view::voice::{Said, Voice, msg};
use crate::words;

/// A line that is recognized.
#[derive(Debug, Serialize)]
pub struct Recognized<'a> {
    /// What prints it.
    pub source: &'a str,
    /// Such lines.
    pub examples: Vec<&'a str>,
}

/// The page that reads a pasted text.
#[derive(Debug, Serialize)]
pub struct TraceView<'a> {
    /// Title.
    pub title_html: String,
    /// What the page does.
    pub about_html: String,
    /// Name of the protocol.
    pub protocol: &'a str,
    /// Its address.
    pub protocol_href: String,
    /// Address of what the script knows.
    pub data: &'a str,
    /// What is recognized, by what prints it.
    pub recognized: Vec<Recognized<'a>>,
}

/// Makes the page.
///
/// # Errors
/// When messages do not fit.
pub fn view<'a>(
    voice: &Voice<'_>,
    routes: &Routes<'_>,
    book: &'a Book,
    at: usize,
    data: &'a Option<String>,
) -> Said<(TraceView<'a>, Facing)> {
    let name = book.protocol.name.as_str();
    let title = voice.say(msg::TRACE_TITLE, &[name])?;
    let about = voice.say(msg::TRACE_ABOUT, &[name])?;
    let mut recognized: Vec<Recognized<'a>> = Vec::new();
    for pattern in book.trace.iter().flat_map(|trace| &trace.patterns) {
        match recognized
            .iter_mut()
            .find(|known| known.source == pattern.source)
        {
            Some(known) => known.examples.push(&pattern.example),
            None => recognized.push(Recognized {
                source: &pattern.source,
                examples: vec![&pattern.example],
            }),
        }
    }
    let view = TraceView {
        title_html: voice.html(&title),
        about_html: voice.html(&about),
        protocol: name,
        protocol_href: routes.href(voice.locale, Subject::Protocol(at)),
        data: data.as_deref().unwrap_or_default(),
        recognized,
    };
    let facing = Facing {
        title: words::plain(&title),
        description: words::plain(&about),
        edit: book.trace.iter().map(|trace| trace.file).collect(),
        ..Facing::default()
    };
    Ok((view, facing))
}
