//! The page of a code.

use serde::Serialize;

use crate::catalog::Book;
use crate::route::{Routes, Subject};
use crate::view::chrome::Facing;
use crate::view::facts::Labels;
use crate::view::meta::{self, Term, Topic};
use crate::view::pair::here;
use crate::view::side::{Link, Side, Spoken};
use crate::view::voice::{Said, Voice, msg};
use crate::words;

/// A row of the table of facts.
#[derive(Debug, Serialize)]
pub struct FactRow<'a> {
    /// Where what is stated is explained.
    pub href: Option<String>,
    /// What is stated.
    pub label_html: &'a str,
    /// What the code states.
    pub cell_html: &'a str,
}

/// The page of a code. The code itself comes as `side`.
#[derive(Debug, Serialize)]
pub struct CodeView<'a> {
    /// "SIP 486 Busy Here".
    pub title_html: String,
    /// Name of the protocol.
    pub protocol: &'a str,
    /// Address of the protocol.
    pub protocol_href: String,
    /// Class and meaning.
    pub answer_html: String,
    /// When it is seen, in a sentence.
    pub seen_html: String,
    /// When to send it, in a sentence.
    pub send_html: String,
    /// Facts by weight.
    pub facts: Vec<FactRow<'a>>,
    /// Comparisons with the codes that are easily confused with it.
    pub near: Vec<Link>,
    /// Comparisons with all the others.
    pub others: Vec<Link>,
    /// The code before it.
    pub previous: Option<Link>,
    /// The code after it.
    pub next: Option<Link>,
}

/// Makes the page of a code; `near_by` are the codes before and after it.
///
/// # Errors
/// When messages do not fit.
pub fn view<'a>(
    voice: &Voice<'_>,
    routes: &Routes<'_>,
    book: &'a Book,
    at: (usize, usize),
    this: &'a Spoken,
    near_by: [Option<&Side>; 2],
    labels: &'a Labels,
) -> Said<(CodeView<'a>, Facing)> {
    let code = &book.codes[at.1];
    let slug = code.slug.as_str();
    let title = voice.say(
        msg::CODE_TITLE,
        &[&book.protocol.name, &words::strong(slug), &this.phrase],
    )?;
    let answer = voice.say(
        msg::CODE_ANSWER,
        &[slug, &this.phrase, &this.class_inline, &this.meaning],
    )?;
    let mut near: Vec<usize> = code
        .related
        .iter()
        .filter_map(|near| book.find(&near.value))
        .collect();
    for (a, b) in &book.popular {
        let other = if *a == at.1 {
            Some(*b)
        } else {
            (*b == at.1).then_some(*a)
        };
        near.extend(other.filter(|other| !near.contains(other)));
    }
    // The heading above names this code, so a link names the other one.
    let link = |other: usize| -> Said<Link> {
        let other_code = &book.codes[other];
        let phrase = words::token(&other_code.phrase);
        let name = voice.say(msg::CODE_NAME, &[&other_code.slug, &phrase])?;
        Ok(Link {
            href: routes.href(voice.locale, Routes::pair(at.0, at.1, other)),
            html: voice.html(&name),
        })
    };
    let others = (0..book.codes.len()).filter(|other| *other != at.1 && !near.contains(other));
    let step = |to: Option<&Side>| {
        to.map(|to| Link {
            href: to.href.clone(),
            html: to.name_html.clone(),
        })
    };
    let [previous, next] = near_by.map(step);
    // A cause is explained where all causes are.
    let explained = |fact: usize| {
        let mut mappings = book.mappings.iter();
        let found = mappings.position(|mapping| mapping.fact == fact)?;
        Some(routes.href(voice.locale, Subject::Mapping(at.0, found)))
    };
    let facts = labels.facts.iter().zip(&this.cells).enumerate();
    let view = CodeView {
        title_html: voice.html(&title),
        protocol: &book.protocol.name,
        protocol_href: routes.href(voice.locale, Subject::Protocol(at.0)),
        answer_html: voice.html(&answer),
        seen_html: this.seen_html.clone(),
        send_html: this.send_html.clone(),
        facts: facts
            .filter_map(|(fact, (label, cell))| {
                Some(FactRow {
                    href: explained(fact),
                    label_html: label,
                    cell_html: cell.as_deref()?,
                })
            })
            .collect(),
        others: others.map(link).collect::<Said<_>>()?,
        near: near.iter().map(|other| link(*other)).collect::<Said<_>>()?,
        previous,
        next,
    };
    let meaning = words::plain(&this.meaning);
    let descriptions = [
        voice.say(msg::CODE_DESCRIPTION, &[slug, &this.phrase, &meaning]),
        voice.say(msg::CODE_DESCRIPTION_SHORT, &[slug, &this.phrase, &meaning]),
        voice.say(
            msg::CODE_DESCRIPTION_BARE,
            &[slug, &this.phrase, &this.gloss],
        ),
    ];
    let long = voice.say(
        msg::CODE_TITLE_LONG,
        &[&book.protocol.name, slug, &this.phrase],
    )?;
    let facing = Facing {
        heads: vec![words::plain(&long), words::plain(&title)],
        title: words::plain(&title),
        label: slug.to_owned(),
        description: meta::description(descriptions)?,
        topic: Topic::Code(Term::new(routes, voice.locale, at, this, Some(meaning))),
        edit: here(&code.prose, voice).take(1).collect(),
        untranslated: this.untranslated,
        stale: this.stale,
    };
    Ok((view, facing))
}
