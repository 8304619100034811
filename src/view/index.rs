//! Pages that lead to others: home, protocol, matrix; and free pages and the page for what is not there.

use serde::Serialize;

use crate::catalog::{Book, Catalog};
use crate::route::{Routes, Subject};
use crate::view::chrome::Facing;
use crate::view::meta::Topic;
use crate::view::side::{Link, Spoken};
use crate::view::voice::{Said, Voice, msg};
use crate::words;

/// A code in a list.
#[derive(Debug, Serialize)]
pub struct Entry<'a> {
    /// Address.
    pub href: &'a str,
    /// The code.
    pub code: &'a str,
    /// Its phrase.
    pub phrase_html: &'a str,
    /// "486 Busy Here", for places that hold text only.
    pub name: &'a str,
    /// The phrase in the reader's words.
    pub gloss_html: &'a str,
}

/// A class and its codes.
#[derive(Debug, Serialize)]
pub struct ClassGroup<'a> {
    /// Key, for example `4xx`.
    pub key: &'a str,
    /// Position, from 1.
    pub hue: usize,
    /// Name.
    pub name_html: String,
    /// What the class means.
    pub about_html: String,
    /// Codes in order.
    pub codes: Vec<Entry<'a>>,
}

/// A pair in a list of few, with the phrases of its codes.
#[derive(Debug, Serialize)]
pub struct PairCard<'a> {
    /// Address.
    pub href: String,
    /// "486 vs 600", with the codes marked.
    pub name_html: String,
    /// Phrase of the left code.
    pub left_html: &'a str,
    /// Phrase of the right code.
    pub right_html: &'a str,
    /// Position of the left code's class, from 1.
    pub left_hue: usize,
    /// Position of the right code's class, from 1.
    pub right_hue: usize,
}

/// A protocol on the first page.
#[derive(Debug, Serialize)]
pub struct ProtocolCard<'a> {
    /// Short name.
    pub name: &'a str,
    /// Name in full.
    pub long_name: &'a str,
    /// Address.
    pub href: String,
    /// Address of the matrix.
    pub matrix_href: String,
    /// What it is.
    pub intro_html: String,
    /// How many codes and pairs, in words.
    pub count_html: String,
    /// Pages that help with a trace, and mappings.
    pub tools: Vec<Link>,
    /// Classes and codes.
    pub classes: Vec<ClassGroup<'a>>,
    /// Most compared pairs.
    pub popular: Vec<PairCard<'a>>,
}

/// The first page.
#[derive(Debug, Serialize)]
pub struct HomeView<'a> {
    /// Protocols in order.
    pub protocols: Vec<ProtocolCard<'a>>,
}

/// All codes of a protocol.
#[derive(Debug, Serialize)]
pub struct ProtocolView<'a> {
    /// Title.
    pub title_html: String,
    /// The protocol.
    pub protocol: ProtocolCard<'a>,
}

/// A row of the matrix.
#[derive(Debug, Serialize)]
pub struct MatrixRow<'a> {
    /// The code of the row.
    pub code: &'a str,
    /// Its address.
    pub href: &'a str,
    /// "486 Busy Here".
    pub name_html: &'a str,
    /// Position of its class, from 1.
    pub hue: usize,
    /// Pairs with every later code.
    pub pairs: Vec<Cell<'a>>,
}

/// A pair in the matrix.
#[derive(Debug, Serialize)]
pub struct Cell<'a> {
    /// Address.
    pub href: String,
    /// The other code.
    pub code: &'a str,
}

/// All pairs of a protocol.
#[derive(Debug, Serialize)]
pub struct MatrixView<'a> {
    /// Title.
    pub title_html: String,
    /// What is shown, in a sentence.
    pub about_html: String,
    /// Name of the protocol.
    pub protocol: &'a str,
    /// Its address.
    pub protocol_href: String,
    /// The place of its rows ([`matrix_rows`]), which come in one at a time.
    pub rows_html: char,
}

fn counts(
    voice: &Voice<'_>,
    book: &Book,
    message: crate::view::voice::Msg,
    texts: &[&str],
) -> Said<String> {
    let codes = book.codes.len();
    voice.count(
        message,
        texts,
        &[codes, codes * codes.saturating_sub(1) / 2],
    )
}

fn card<'a>(
    voice: &Voice<'_>,
    routes: &Routes<'_>,
    book: &'a Book,
    at: usize,
    spoken: &[&'a Spoken],
) -> Said<ProtocolCard<'a>> {
    let protocol = &book.protocol;
    let mut classes = Vec::new();
    for (i, class) in protocol.classes.iter().enumerate() {
        let members = book
            .codes
            .iter()
            .zip(spoken.iter().copied())
            .filter(|(code, _)| code.class == i);
        let codes = members.map(|(_, spoken)| Entry {
            href: &spoken.side.href,
            code: &spoken.side.code,
            phrase_html: &spoken.side.phrase_html,
            name: &spoken.side.name,
            gloss_html: &spoken.side.gloss_html,
        });
        classes.push(ClassGroup {
            key: &class.key,
            hue: i + 1,
            name_html: voice.html(&voice.named(&class.message.value, None, &[])?),
            about_html: voice.html(&voice.named(&class.message.value, Some("about"), &[])?),
            codes: codes.collect(),
        });
    }
    let popular = book.popular.iter().map(|(a, b)| {
        let (left, right) = (&spoken[*a].side, &spoken[*b].side);
        let codes = [words::strong(&left.code), words::strong(&right.code)];
        Ok(PairCard {
            href: routes.href(voice.locale, Subject::Pair(at, *a, *b)),
            name_html: voice.html(&voice.say(msg::PAIR_NAME, &[&codes[0], &codes[1]])?),
            left_html: &left.phrase_html,
            right_html: &right.phrase_html,
            left_hue: left.hue,
            right_hue: right.hue,
        })
    });
    let tool = |title: String, subject| Link {
        href: routes.href(voice.locale, subject),
        html: voice.html(&title),
    };
    let mut tools = Vec::new();
    if book.trace.is_some() {
        let title = voice.say(msg::TRACE_TITLE, &[&protocol.name])?;
        tools.push(tool(title, Subject::Trace(at)));
    }
    for (one, mapping) in book.mappings.iter().enumerate() {
        let title = voice.named(&mapping.message.value, None, &[])?;
        tools.push(tool(title, Subject::Mapping(at, one)));
    }
    Ok(ProtocolCard {
        name: &protocol.name,
        long_name: &protocol.long_name,
        href: routes.href(voice.locale, Subject::Protocol(at)),
        matrix_href: routes.href(voice.locale, Subject::Matrix(at)),
        intro_html: voice.html(&voice.named(&protocol.intro.value, None, &[])?),
        count_html: voice.html(&counts(voice, book, msg::HOME_DESCRIPTION, &[])?),
        tools,
        classes,
        popular: popular.collect::<Said<_>>()?,
    })
}

/// Makes the first page.
///
/// # Errors
/// When messages do not fit.
pub fn home<'a: 's, 's>(
    voice: &Voice<'_>,
    routes: &Routes<'_>,
    catalog: &'a Catalog,
    spoken: impl Iterator<Item = &'s [&'a Spoken]>,
) -> Said<(HomeView<'a>, Facing)> {
    let books = catalog.books.iter().enumerate().zip(spoken);
    let cards = books.map(|((at, book), spoken)| card(voice, routes, book, at, spoken));
    let view = HomeView {
        protocols: cards.collect::<Said<_>>()?,
    };
    let facing = Facing {
        title: voice.say(msg::HOME_TITLE, &[&catalog.site.title])?,
        description: voice.say(msg::HOME_SUMMARY, &[])?,
        topic: Topic::Site,
        ..Facing::default()
    };
    Ok((view, facing))
}

/// Makes the page of a protocol.
///
/// # Errors
/// When messages do not fit.
pub fn protocol<'a>(
    voice: &Voice<'_>,
    routes: &Routes<'_>,
    book: &'a Book,
    at: usize,
    spoken: &[&'a Spoken],
) -> Said<(ProtocolView<'a>, Facing)> {
    let name = book.protocol.name.as_str();
    let title = voice.say(msg::PROTOCOL_TITLE, &[name])?;
    let description = counts(voice, book, msg::PROTOCOL_DESCRIPTION, &[name])?;
    let view = ProtocolView {
        title_html: voice.html(&title),
        protocol: card(voice, routes, book, at, spoken)?,
    };
    Ok((
        view,
        Facing {
            title: words::plain(&title),
            label: name.to_owned(),
            description: words::plain(&description),
            topic: Topic::Codes,
            ..Facing::default()
        },
    ))
}

/// Makes the page of all pairs, short of its rows.
///
/// # Errors
/// When messages do not fit.
pub fn matrix<'a>(
    voice: &Voice<'_>,
    routes: &Routes<'_>,
    book: &'a Book,
    at: usize,
) -> Said<(MatrixView<'a>, Facing)> {
    let name = book.protocol.name.as_str();
    let codes = book.codes.len();
    let title = voice.say(msg::MATRIX_TITLE, &[name])?;
    let pairs = codes * codes.saturating_sub(1) / 2;
    let about = voice.count(msg::MATRIX_DESCRIPTION, &[name], &[pairs])?;
    let view = MatrixView {
        title_html: voice.html(&title),
        about_html: voice.html(&about),
        protocol: name,
        protocol_href: routes.href(voice.locale, Subject::Protocol(at)),
        rows_html: words::HOLE,
    };
    Ok((
        view,
        Facing {
            title: words::plain(&title),
            description: words::plain(&about),
            ..Facing::default()
        },
    ))
}

/// The rows of the page of all pairs, one at a time: together they take more memory than all else.
pub fn matrix_rows<'s>(
    voice: &Voice<'_>,
    routes: &Routes<'_>,
    at: usize,
    spoken: &[&'s Spoken],
) -> impl Iterator<Item = MatrixRow<'s>> + Clone {
    spoken.iter().enumerate().map(move |(a, one)| MatrixRow {
        code: &one.side.code,
        href: &one.side.href,
        name_html: &one.side.name_html,
        hue: one.side.hue,
        pairs: (0..spoken.len())
            .filter(|b| *b != a)
            .map(|b| Cell {
                href: routes.href(voice.locale, Routes::pair(at, a, b)),
                code: &spoken[b].side.code,
            })
            .collect(),
    })
}
