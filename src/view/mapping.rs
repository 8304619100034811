//! The page of a mapping: the causes of another network and what they become, and the way back.

use serde::Serialize;

use crate::catalog::{Book, Mapping};
use crate::route::{Routes, Subject};
use crate::view::chrome::Facing;
use crate::view::side::{self, Link, Reference};
use crate::view::voice::{Said, Voice, msg};
use crate::words;

/// A code that a cause becomes.
#[derive(Debug, Serialize)]
pub struct Becomes {
    /// The code.
    pub link: Link,
    /// Under which condition.
    pub when_html: Option<String>,
}

/// A cause.
#[derive(Debug, Serialize)]
pub struct CauseRow<'a> {
    /// Id of the row.
    pub id: String,
    /// Its number.
    pub number: &'a str,
    /// Its name in the specification, as a token.
    pub name_html: String,
    /// Its name in the reader's words.
    pub gloss_html: String,
    /// What it becomes.
    pub to: Vec<Becomes>,
    /// Whether it becomes that only because nothing else is said.
    pub by_default: bool,
    /// What happens instead.
    pub note_html: Option<String>,
    /// The causes that come back.
    pub back: Vec<Link>,
    /// Whether the same comes back.
    pub same: bool,
}

/// A code.
#[derive(Debug, Serialize)]
pub struct CodeRow {
    /// The code.
    pub link: Link,
    /// The causes that it becomes.
    pub to: Vec<Link>,
    /// The codes that come back.
    pub back: Vec<Link>,
    /// Whether the same comes back.
    pub same: bool,
}

/// The page of a mapping.
#[derive(Debug, Serialize)]
pub struct MappingView<'a> {
    /// Title.
    pub title_html: String,
    /// Name of the protocol.
    pub protocol: &'a str,
    /// Its address.
    pub protocol_href: String,
    /// Name of the other side.
    pub name: &'a str,
    /// What the page shows.
    pub about_html: String,
    /// Heading of the way to codes.
    pub to_codes_html: String,
    /// Heading of the way to causes.
    pub to_causes_html: String,
    /// The causes.
    pub causes: Vec<CauseRow<'a>>,
    /// The codes that have one.
    pub codes: Vec<CodeRow>,
    /// Sections that say so.
    pub references: Vec<Reference>,
}

/// Makes the page of a mapping.
///
/// # Errors
/// When messages do not fit.
pub fn view<'a>(
    voice: &Voice<'_>,
    routes: &Routes<'_>,
    book: &'a Book,
    at: (usize, usize),
) -> Said<(MappingView<'a>, Facing)> {
    let mapping = &book.mappings[at.1];
    let protocol = &book.protocol;
    let names = [mapping.name.as_str(), protocol.name.as_str()];
    let said = |attribute: &str| -> Said<String> {
        Ok(voice.html(&voice.named(&mapping.message.value, Some(attribute), &[])?))
    };
    let code = |one: usize| -> Said<Link> {
        let code = &book.codes[one];
        let name = voice.say(msg::CODE_NAME, &[&code.slug, &words::token(&code.phrase)])?;
        Ok(Link {
            href: routes.href(voice.locale, Subject::Code(at.0, one)),
            html: voice.html(&name),
        })
    };
    let cause = |one: &usize| {
        let number = &mapping.causes[*one].number.value;
        Link {
            href: Routes::cause("", number),
            html: words::escape(number),
        }
    };
    let causes_of = |code: usize| mapping.from[code].iter().flatten();
    let mut causes = Vec::new();
    for (one, of) in mapping.causes.iter().enumerate() {
        let mut to = Vec::new();
        for target in of.to.iter().flatten() {
            to.push(Becomes {
                link: code(target.code)?,
                when_html: target.when.as_deref().map(said).transpose()?,
            });
        }
        if of.to.is_none() {
            to.push(Becomes {
                link: code(mapping.otherwise)?,
                when_html: None,
            });
        }
        causes.push(CauseRow {
            id: Routes::cause_id(&of.number.value),
            number: &of.number.value,
            name_html: voice.html(&words::token(&of.name)),
            gloss_html: voice.html(&gloss(voice, mapping, one)?),
            to,
            by_default: of.to.is_none(),
            note_html: of.note.as_deref().map(said).transpose()?,
            back: mapping
                .usual(one)
                .map_or_else(Vec::new, |code| causes_of(code).map(cause).collect()),
            same: mapping.returns(one),
        });
    }
    let mut codes = Vec::new();
    for one in (0..book.codes.len()).filter(|one| causes_of(*one).count() > 0) {
        let mut back: Vec<usize> = causes_of(one)
            .filter_map(|one| mapping.usual(*one))
            .collect();
        back.dedup();
        codes.push(CodeRow {
            link: code(one)?,
            to: causes_of(one).map(cause).collect(),
            back: back.into_iter().map(code).collect::<Said<_>>()?,
            same: mapping.comes_back(one),
        });
    }
    let title = voice.named(&mapping.message.value, None, &[])?;
    let about = voice.named(&mapping.message.value, Some("about"), &[])?;
    let view = MappingView {
        title_html: voice.html(&title),
        protocol: &protocol.name,
        protocol_href: routes.href(voice.locale, Subject::Protocol(at.0)),
        name: &mapping.name,
        about_html: voice.html(&about),
        to_codes_html: voice.html(&voice.say(msg::MAPPING_TO_CODES, &names)?),
        to_causes_html: voice.html(&voice.say(msg::MAPPING_TO_CAUSES, &names)?),
        causes,
        codes,
        references: side::references(voice, protocol, &mapping.references)?,
    };
    let facing = Facing {
        title: words::plain(&title),
        label: mapping.name.clone(),
        description: words::plain(&voice.named(
            &mapping.message.value,
            Some("description"),
            &[],
        )?),
        edit: vec![mapping.file],
        ..Facing::default()
    };
    Ok((view, facing))
}

/// A cause in the reader's words.
///
/// # Errors
/// When messages do not fit.
pub fn gloss(voice: &Voice<'_>, mapping: &Mapping, cause: usize) -> Said<String> {
    let number = &mapping.causes[cause].number.value;
    voice.named(&mapping.glosses.value, Some(&format!("c{number}")), &[])
}
