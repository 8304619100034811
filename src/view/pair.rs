//! The page of a pair, from the answer at the top to the neighbouring comparisons.

use serde::Serialize;

use crate::catalog::{Book, Pair, PairText, Text, Versions};
use crate::comparison::{self, Row};
use crate::locale::LocaleId;
use crate::markdown::{self, Place};
use crate::route::{Routes, Subject};
use crate::source::FileId;
use crate::view::chrome::Facing;
use crate::view::facts;
use crate::view::meta::{self, Term, Topic};
use crate::view::side::{self, Link, Reference, Spoken};
use crate::view::voice::{Said, Voice, msg};
use crate::words;

/// Most comparisons to offer at the end of a page.
const NEIGHBOURS: usize = 8;

/// A row of the table.
#[derive(Debug, Serialize)]
pub struct TableRow<'a> {
    /// What is compared.
    pub label_html: String,
    /// Cell of the left code; empty when the code does not state it.
    pub left_html: &'a str,
    /// Cell of the right code.
    pub right_html: &'a str,
}

/// What a person wrote about the pair.
#[derive(Debug, Serialize)]
pub struct Written {
    /// The difference in one sentence.
    pub summary_html: String,
    /// What to look for in a trace.
    pub trace_html: String,
    /// A list of differences.
    pub differences_html: String,
    /// The number at which the computed differences go on.
    pub next_number: usize,
    /// When to send which.
    pub send_html: String,
    /// What to do on receiving each.
    pub receive_html: String,
    /// Products known to send the wrong one.
    pub products_html: Option<String>,
}

/// The page of a pair. The two codes themselves come as `left` and `right`.
#[derive(Debug, Serialize)]
pub struct PairView<'a> {
    /// "SIP 486 Busy Here vs 600 Busy Everywhere".
    pub title_html: String,
    /// Name of the protocol.
    pub protocol: &'a str,
    /// Address of the protocol.
    pub protocol_href: String,
    /// "486 vs 600", for the breadcrumb.
    pub short_html: String,
    /// Classes, meanings and what follows.
    pub answer_html: String,
    /// What a person wrote.
    pub written: Option<Written>,
    /// Facts that differ.
    pub differing: Vec<TableRow<'a>>,
    /// Facts that are the same.
    pub same: Vec<TableRow<'a>>,
    /// What differs, in sentences.
    pub differences_html: Vec<String>,
    /// When to send the left and the right one, and what to do on receiving each.
    pub uses_html: [&'a str; 2],
    /// What to do on receiving the left and the right one.
    pub receipts_html: [&'a str; 2],
    /// Sections that the written comparison cites.
    pub references: Vec<Reference>,
    /// Comparisons that people need next.
    pub neighbours: Vec<Link>,
}

/// What is needed to speak of a pair.
#[derive(Clone, Copy)]
pub struct Two<'a> {
    /// The protocol.
    pub book: &'a Book,
    /// Position of the protocol.
    pub at: usize,
    /// Positions of the codes, the lower first.
    pub codes: (usize, usize),
    /// The left code in words.
    pub left: &'a Spoken,
    /// The right code in words.
    pub right: &'a Spoken,
}

/// Makes the page of a pair.
///
/// # Errors
/// When messages do not fit.
pub fn view<'a>(
    voice: &Voice<'_>,
    routes: &Routes<'_>,
    two: Two<'a>,
    labels: &[String],
) -> Said<(PairView<'a>, Facing)> {
    let Two {
        book,
        at,
        codes,
        left,
        right,
    } = two;
    let protocol = &book.protocol;
    let (a, b) = (left.side.code.as_str(), right.side.code.as_str());
    let rows = comparison::compare(protocol, &book.codes[codes.0], &book.codes[codes.1]);
    let written = book.pairs.get(&codes);
    let title = voice.say(
        msg::PAIR_TITLE,
        &[
            &protocol.name,
            &words::strong(a),
            &left.phrase,
            &words::strong(b),
            &right.phrase,
        ],
    )?;
    let short = voice.say(msg::PAIR_NAME, &[a, b])?;
    let table = |differs: bool| {
        let rows = rows.iter().filter(move |row| row.differs == differs);
        rows.map(|row| TableRow {
            label_html: labels[row.fact].clone(),
            left_html: left.cells[row.fact].as_deref().unwrap_or_default(),
            right_html: right.cells[row.fact].as_deref().unwrap_or_default(),
        })
    };
    let view = PairView {
        title_html: voice.html(&title),
        protocol: &protocol.name,
        protocol_href: routes.href(voice.locale, Subject::Protocol(at)),
        short_html: voice.html(&short),
        answer_html: voice.html(&answer(voice, two, &rows)?),
        written: written
            .map(|pair| write(voice, routes, two, pair))
            .transpose()?,
        differing: table(true).collect(),
        same: table(false).collect(),
        differences_html: differences(voice, two, &rows, written)?,
        uses_html: [&left.send_html, &right.send_html],
        receipts_html: [&left.receipt_html, &right.receipt_html],
        references: side::references(
            voice,
            protocol,
            written.map_or(&[][..], |pair| &pair.references),
        )?,
        neighbours: neighbours(voice, routes, two)?,
    };
    let glosses = [a, &left.phrase, &left.gloss, b, &right.phrase, &right.gloss];
    let summary = written.and_then(|pair| pair.text(PairText::Summary, voice.locale));
    let descriptions = summary
        .map(|summary| Ok(voice.clause(&summary)))
        .into_iter()
        .chain([
            voice.say(msg::PAIR_DESCRIPTION, &glosses),
            voice.say(msg::PAIR_DESCRIPTION_SHORT, &glosses),
            voice.say(
                msg::PAIR_DESCRIPTION_BARE,
                &[a, &left.gloss, b, &right.gloss],
            ),
        ]);
    let description = meta::description(descriptions)?;
    let brief = voice.say(msg::PAIR_TITLE_SHORT, &[&protocol.name, a, b])?;
    let term = |code, spoken| Term::new(routes, voice.locale, (at, code), spoken, None);
    let (mut files, mut untranslated, mut stale) = (Vec::new(), false, false);
    if let Some(pair) = written {
        files.extend(here(&pair.prose, voice));
        let fields = 0..pair.prose.fields.len();
        untranslated = fields
            .clone()
            .filter_map(|i| pair.prose.text(i, voice.locale))
            .any(|text| text.locale != voice.locale);
        stale = fields
            .filter_map(|i| pair.prose.text(i, voice.locale))
            .any(|text| text.stale);
    }
    let mut edit: Vec<FileId> = files.first().copied().into_iter().collect();
    for code in [codes.0, codes.1] {
        let from = files.len();
        files.extend(here(&book.codes[code].prose, voice));
        edit.extend(files.get(from));
    }
    let facing = Facing {
        heads: vec![words::plain(&title), words::plain(&brief)],
        title: words::plain(&title),
        label: words::plain(&short),
        description,
        topic: Topic::Comparison([term(codes.0, left), term(codes.1, right)]),
        edit,
        untranslated: untranslated || left.untranslated || right.untranslated,
        stale: stale || left.stale || right.stale,
    };
    Ok((view, facing))
}

/// The files that a page in this language is made of: the translation first, then the original.
pub fn here(prose: &Versions, voice: &Voice<'_>) -> impl Iterator<Item = FileId> + use<> {
    let own = prose.file(voice.locale);
    let first = prose
        .file(LocaleId::FIRST)
        .filter(|first| Some(*first) != own);
    own.into_iter().chain(first)
}

fn answer(voice: &Voice<'_>, two: Two<'_>, rows: &[Row<'_>]) -> Said<String> {
    let Two {
        book,
        codes,
        left,
        right,
        ..
    } = two;
    let (a, b) = (left.side.code.as_str(), right.side.code.as_str());
    let classes = if book.codes[codes.0].class == book.codes[codes.1].class {
        voice.say(
            msg::PAIR_SAME_CLASS,
            &[a, &left.phrase, b, &right.phrase, &left.class_inline],
        )?
    } else {
        let values = [
            a,
            &left.phrase,
            &left.class_inline,
            b,
            &right.phrase,
            &right.class_inline,
        ];
        voice.say(msg::PAIR_CLASSES, &values)?
    };
    let meanings = voice.say(msg::PAIR_MEANINGS, &[a, &left.meaning, b, &right.meaning])?;
    let mut sentences = vec![classes, meanings];
    sentences.extend(facts::answer(voice, book, rows, [a, b])?);
    voice.sentences(&sentences)
}

fn differences(
    voice: &Voice<'_>,
    two: Two<'_>,
    rows: &[Row<'_>],
    written: Option<&Pair>,
) -> Said<Vec<String>> {
    let Two {
        book,
        codes,
        left,
        right,
        ..
    } = two;
    let (a, b) = (left.side.code.as_str(), right.side.code.as_str());
    let mut items = Vec::new();
    let mut item = |label: &str, sentences: &[&String]| -> Said<()> {
        let text = voice.sentences(sentences)?;
        items.push(voice.html(&voice.say(msg::ITEM, &[&words::strong(label), &text])?));
        Ok(())
    };
    if book.codes[codes.0].class != book.codes[codes.1].class {
        let text = voice.say(
            msg::PAIR_DIFFERENT_CLASSES,
            &[a, &left.class_inline, b, &right.class_inline],
        )?;
        item(&voice.say(msg::LABEL_CLASS, &[])?, &[&text])?;
    }
    if written.is_none() {
        item(
            &voice.say(msg::LABEL_MEANING, &[])?,
            &[&left.means, &right.means],
        )?;
    }
    item(
        &voice.say(msg::LABEL_TRIGGER, &[])?,
        &[&left.seen, &right.seen],
    )?;
    for row in rows.iter().filter(|row| row.differs) {
        let fact = &book.protocol.facts[row.fact];
        if written.is_some_and(|pair| pair.covers.contains(&fact.key)) {
            continue;
        }
        let mut sides = [(left, row.left, row.right), (right, row.right, row.left)];
        // "… has no such effect" follows the effect that it speaks of.
        if facts::adds_nothing(fact, row.left, row.right) {
            sides.reverse();
        }
        let mut sentences = Vec::new();
        for (spoken, value, other) in sides {
            if let Some(value) = value {
                let protocol = &book.protocol;
                sentences.extend(spoken.beside(voice, protocol, row.fact, value, other)?);
            }
        }
        if !sentences.is_empty() {
            let sentences: Vec<&String> = sentences.iter().collect();
            item(&voice.named(&fact.message.value, None, &[])?, &sentences)?;
        }
    }
    Ok(items)
}

fn write(voice: &Voice<'_>, routes: &Routes<'_>, two: Two<'_>, pair: &Pair) -> Said<Written> {
    let resolve = |target: &str| {
        routes
            .find(two.at, target)
            .map(|subject| routes.href(voice.locale, subject))
    };
    let original = routes.href(
        LocaleId::FIRST,
        Subject::Pair(two.at, two.codes.0, two.codes.1),
    );
    let block = |text: Text| {
        voice.block(
            &text,
            markdown::html(&voice.set(&text), Place::Field, &resolve),
            &original,
        )
    };
    let field = |field| pair.text(field, voice.locale).map(block).transpose();
    let summary = pair.text(PairText::Summary, voice.locale);
    let differences_html = field(PairText::Differences)?.unwrap_or_default();
    Ok(Written {
        next_number: differences_html.matches("<li>").count() + 1,
        differences_html,
        summary_html: summary.map_or_else(String::new, |text| voice.html(&voice.clause(&text))),
        trace_html: field(PairText::Trace)?.unwrap_or_default(),
        send_html: field(PairText::Send)?.unwrap_or_default(),
        receive_html: field(PairText::Receive)?.unwrap_or_default(),
        products_html: field(PairText::Products)?,
    })
}

/// Pairs of either code with the codes that are easily confused with it, the other code's first in turn.
fn neighbours(voice: &Voice<'_>, routes: &Routes<'_>, two: Two<'_>) -> Said<Vec<Link>> {
    let Two {
        book, at, codes, ..
    } = two;
    let related = |code: usize| {
        let near = book.codes[code]
            .related
            .iter()
            .filter_map(|near| book.find(&near.value));
        near.filter(|near| *near != codes.0 && *near != codes.1)
            .map(move |near| (code.min(near), code.max(near)))
    };
    let (mut left, mut right) = (related(codes.0), related(codes.1));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    loop {
        let next = [left.next(), right.next()];
        if next.iter().all(Option::is_none) {
            break;
        }
        pairs.extend(next.into_iter().flatten());
    }
    pairs.truncate(NEIGHBOURS);
    pairs
        .iter()
        .map(|pair| pair_link(voice, routes, book, at, *pair))
        .collect()
}

/// A link to a pair: "486 vs 600".
///
/// # Errors
/// When messages do not fit.
pub fn pair_link(
    voice: &Voice<'_>,
    routes: &Routes<'_>,
    book: &Book,
    at: usize,
    pair: (usize, usize),
) -> Said<Link> {
    let name = voice.say(
        msg::PAIR_NAME,
        &[&book.codes[pair.0].slug, &book.codes[pair.1].slug],
    )?;
    Ok(Link {
        href: routes.href(voice.locale, Subject::Pair(at, pair.0, pair.1)),
        html: voice.html(&name),
    })
}
