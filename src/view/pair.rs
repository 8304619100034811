//! The page of a pair, from the answer at the top to the neighbouring comparisons.

use serde::Serialize;

use crate::catalog::{Book, Pair, PairText, Text, Versions};
use crate::comparison::{self, Row};
use crate::locale::LocaleId;
use crate::route::{Routes, Subject};
use crate::source::FileId;
use crate::view::chrome::Facing;
use crate::view::facts::{self, Labels};
use crate::view::meta::{self, Topic};
use crate::view::side::{self, Link, Reference, Spoken};
use crate::view::voice::{Said, Voice, msg};

/// Most comparisons to offer at the end of a page.
const NEIGHBOURS: usize = 8;

/// A row of the table.
#[derive(Debug, Serialize)]
pub struct TableRow<'a> {
    /// What is compared.
    pub label_html: &'a str,
    /// What both codes state in the same words.
    pub both_html: Option<&'a str>,
    /// Cell of the left code.
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
    /// Without one, the main sections of the right code that the left one does not share.
    pub right_references: Vec<&'a Reference>,
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
    labels: &'a Labels,
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
    let title = [
        &labels.protocol,
        &left.strong_html,
        &left.side.phrase_html,
        &right.strong_html,
        &right.side.phrase_html,
    ];
    let table = |differs: bool| {
        let rows = rows.iter().filter(move |row| row.differs == differs);
        rows.map(|row| {
            let cell = |of: &'a Spoken| of.cells[row.fact].as_deref().unwrap_or(&labels.not_stated);
            let (left, right) = (cell(left), cell(right));
            TableRow {
                label_html: &labels.facts[row.fact],
                both_html: Some(left).filter(|_| left == right),
                left_html: left,
                right_html: right,
            }
        })
    };
    let view = PairView {
        title_html: voice.compose(msg::PAIR_TITLE, &title.map(String::as_str))?,
        protocol: &protocol.name,
        protocol_href: routes.href(voice.locale, Subject::Protocol(at)),
        short_html: voice.compose(msg::PAIR_NAME, &[a, b])?,
        answer_html: answer(voice, two, &rows)?,
        written: written
            .map(|pair| write(voice, routes, two, pair))
            .transpose()?,
        differing: table(true).collect(),
        same: table(false).collect(),
        differences_html: differences(voice, two, &rows, written, labels)?,
        uses_html: [&left.send_html, &right.send_html],
        receipts_html: [&left.receipt_html, &right.receipt_html],
        references: side::references(
            voice,
            protocol,
            written.map_or(&[][..], |pair| &pair.references),
        )?,
        right_references: own_references(left, right)
            .filter(|_| written.is_none())
            .collect(),
        neighbours: neighbours(voice, routes, two)?,
    };
    let facing = facing(voice, two, written)?;
    Ok((view, facing))
}

/// The main references of the right code that the left one does not have.
fn own_references<'a>(left: &Spoken, right: &'a Spoken) -> impl Iterator<Item = &'a Reference> {
    let shared = |href: &str| {
        let mut left = left.side.main_references.iter();
        left.any(|reference| reference.href == href)
    };
    let right = right.side.main_references.iter();
    right.filter(move |reference| !shared(&reference.href))
}

/// Title, description and files of the page of a pair.
fn facing(voice: &Voice<'_>, two: Two<'_>, written: Option<&Pair>) -> Said<Facing> {
    let Two {
        book,
        codes,
        left,
        right,
        ..
    } = two;
    let name = book.protocol.name.as_str();
    let phrases = [codes.0, codes.1].map(|code| book.codes[code].phrase.as_str());
    let [left_phrase, right_phrase] = phrases;
    let (a, b) = (left.side.code.as_str(), right.side.code.as_str());
    let (left_gloss, right_gloss) = (left.plain_gloss.as_str(), right.plain_gloss.as_str());
    let title = voice.say(msg::PAIR_TITLE, &[name, a, left_phrase, b, right_phrase])?;
    let brief = voice.say(msg::PAIR_TITLE_SHORT, &[name, a, b])?;
    let full = [a, left_phrase, left_gloss, b, right_phrase, right_gloss];
    let bare = [a, left_gloss, b, right_gloss];
    let summary = written.and_then(|pair| pair.text(PairText::Summary, voice.locale));
    let said = [
        (msg::PAIR_DESCRIPTION, &full[..]),
        (msg::PAIR_DESCRIPTION_SHORT, &full[..]),
        (msg::PAIR_DESCRIPTION_BARE, &bare[..]),
    ];
    let said = said
        .iter()
        .map(|(message, values)| voice.say(*message, values));
    let summary = summary.map(|summary| Ok(voice.clause(&summary)));
    let description = meta::description(summary.into_iter().chain(said))?;
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
        edit.extend(here(&book.codes[code].prose, voice).next());
    }
    Ok(Facing {
        heads: vec![title.clone(), brief],
        title,
        label: voice.say(msg::PAIR_NAME, &[a, b])?,
        description,
        topic: Topic::Comparison([left.side.name.clone(), right.side.name.clone()]),
        edit,
        untranslated: untranslated || left.untranslated || right.untranslated,
        stale: stale || left.stale || right.stale,
    })
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
    let (left_phrase, right_phrase) = (&left.side.phrase_html, &right.side.phrase_html);
    let (left_class, right_class) = (&left.class_inline_html, &right.class_inline_html);
    let classes = if book.codes[codes.0].class == book.codes[codes.1].class {
        voice.compose(
            msg::PAIR_SAME_CLASS,
            &[a, left_phrase, b, right_phrase, left_class],
        )?
    } else {
        voice.compose(
            msg::PAIR_CLASSES,
            &[a, left_phrase, left_class, b, right_phrase, right_class],
        )?
    };
    let meanings = [a, &left.meaning_html, b, &right.meaning_html];
    let meanings = voice.compose(msg::PAIR_MEANINGS, &meanings)?;
    let differing = facts::answer(rows, &left.answers, &right.answers);
    let same = rows.iter().filter(|row| !row.differs);
    let same = same.filter_map(|row| left.shared_html.get(row.fact)?.as_deref());
    let mut sentences = vec![classes.as_str(), meanings.as_str()];
    sentences.extend(differing.into_iter().flatten());
    sentences.extend(same);
    voice.composed(&sentences)
}

fn differences(
    voice: &Voice<'_>,
    two: Two<'_>,
    rows: &[Row<'_>],
    written: Option<&Pair>,
    labels: &Labels,
) -> Said<Vec<String>> {
    let Two {
        book,
        codes,
        left,
        right,
        ..
    } = two;
    let (a, b) = (left.side.code.as_str(), right.side.code.as_str());
    let mut items = Vec::with_capacity(rows.len() + 3);
    let mut item = |head: &str, sentences: &[&str]| -> Said<()> {
        items.push(match sentences {
            [one] => voice.compose(msg::ITEM, &[head, one])?,
            more => voice.compose(msg::ITEM, &[head, &voice.composed(more)?])?,
        });
        Ok(())
    };
    if book.codes[codes.0].class != book.codes[codes.1].class {
        let text = voice.compose(
            msg::PAIR_DIFFERENT_CLASSES,
            &[a, &left.class_inline_html, b, &right.class_inline_html],
        )?;
        item(&labels.class, &[&text])?;
    }
    if written.is_none() {
        item(&labels.meaning, &[&left.means_html, &right.means_html])?;
    }
    item(&labels.trigger, &[&left.seen_html, &right.seen_html])?;
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
            let sentences: Vec<&str> = sentences.iter().map(AsRef::as_ref).collect();
            item(&labels.heads[row.fact], &sentences)?;
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
    let block = |text: Text| voice.block(&text, voice.markdown(&text, &resolve), &original);
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
fn neighbours<'a>(voice: &Voice<'_>, routes: &Routes<'_>, two: Two<'a>) -> Said<Vec<Link>> {
    let Two {
        book, at, codes, ..
    } = two;
    let related = |code: usize, spoken: &'a Spoken| {
        let near = spoken.related.iter().copied();
        near.filter(move |near| *near != codes.0 && *near != codes.1)
            .map(move |near| (code.min(near), code.max(near)))
    };
    let (mut left, mut right) = (related(codes.0, two.left), related(codes.1, two.right));
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
    let codes = [&book.codes[pair.0].slug, &book.codes[pair.1].slug];
    Ok(Link {
        href: routes.href(voice.locale, Subject::Pair(at, pair.0, pair.1)),
        html: voice.compose(msg::PAIR_NAME, &codes.map(String::as_str))?,
    })
}
