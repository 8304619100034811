//! Pages that list nothing: free pages, and the page for what is not there.

use serde::Serialize;

use crate::catalog::{Book, Catalog};
use crate::locale::LocaleId;
use crate::markdown::{self, Place};
use crate::route::{Routes, Subject};
use crate::view::chrome::Facing;
use crate::view::meta;
use crate::view::side::Link;
use crate::view::voice::{Said, Voice, msg};
use crate::words;

/// A free page.
#[derive(Debug, Serialize)]
pub struct PageView {
    /// Title.
    pub title_html: String,
    /// Everything below the title.
    pub body_html: String,
    /// Language of title and body, when it is not the page's.
    pub lang: Option<String>,
}

/// One language of the page for what is not there.
#[derive(Debug, Serialize)]
pub struct NotFoundSection {
    /// Tag.
    pub lang: String,
    /// Heading.
    pub title: String,
    /// What to do.
    pub text: String,
    /// Said before suggestions.
    pub suggestion: String,
    /// Where to go.
    pub links: Vec<Link>,
}

/// The page for what is not there.
#[derive(Debug, Serialize)]
pub struct NotFoundView {
    /// One section for each language.
    pub sections: Vec<NotFoundSection>,
    /// For each protocol, its address in the first language and its codes in order, for the script.
    pub protocols: Vec<KnownProtocol>,
}

/// What a script needs to repair an address.
#[derive(Debug, Serialize)]
pub struct KnownProtocol {
    /// Part of the address.
    pub slug: String,
    /// Codes in order, with a space between.
    pub codes: String,
}

/// Makes a free page.
pub fn page(
    voice: &Voice<'_>,
    routes: &Routes<'_>,
    catalog: &Catalog,
    at: usize,
) -> (PageView, Facing) {
    let page = &catalog.pages[at];
    let own = page.texts[voice.locale.index()].as_ref();
    let text = own.or(page.texts[0].as_ref());
    let resolve = |target: &str| {
        if let Some(path) = target.strip_prefix("file:") {
            return Some(routes.asset(path));
        }
        let mut found = (0..catalog.books.len()).filter_map(|book| routes.find(book, target));
        found
            .next()
            .map(|subject| routes.href(voice.locale, subject))
    };
    let (title, body) = text.map_or(("", ""), |text| (text.title.as_str(), text.body.as_str()));
    let first = catalog.locales.get(LocaleId::FIRST);
    let view = PageView {
        title_html: words::escape(title),
        body_html: markdown::html(body, Place::Page, None, &resolve),
        lang: own.is_none().then(|| first.tag.clone()),
    };
    let original = page.texts[0]
        .as_ref()
        .filter(|_| voice.locale != LocaleId::FIRST);
    let files: Vec<_> = own
        .into_iter()
        .chain(original)
        .map(|text| text.file)
        .collect();
    let lead = body
        .trim()
        .split("\n\n")
        .next()
        .unwrap_or_default()
        .replace(['\n', '`', '*'], " ");
    let facing = Facing {
        title: title.to_owned(),
        description: meta::sentences(&lead.split_whitespace().collect::<Vec<_>>().join(" "))
            .to_owned(),
        edit: files.first().copied().into_iter().collect(),
        untranslated: own.is_none(),
        ..Facing::default()
    };
    (view, facing)
}

/// What a browser shows without a connection.
#[derive(Debug, Serialize)]
pub struct OfflineView {
    /// Where to go: all codes of each protocol are kept.
    pub links: Vec<Link>,
}

/// Makes the page that a browser shows without a connection.
///
/// # Errors
/// When messages do not fit.
pub fn offline(
    voice: &Voice<'_>,
    routes: &Routes<'_>,
    catalog: &Catalog,
) -> Said<(OfflineView, Facing)> {
    let books = catalog.books.iter().enumerate();
    let link = |(at, book): (usize, &Book)| {
        Ok(Link {
            href: routes.href(voice.locale, Subject::Protocol(at)),
            html: voice.html(&voice.say(msg::PROTOCOL_TITLE, &[&book.protocol.name])?),
        })
    };
    let facing = Facing {
        title: voice.say(msg::OFFLINE_TITLE, &[])?,
        description: voice.say(msg::OFFLINE_TEXT, &[])?,
        ..Facing::default()
    };
    let view = OfflineView {
        links: books.map(link).collect::<Said<_>>()?,
    };
    Ok((view, facing))
}

/// Makes the page for what is not there, in all languages.
///
/// # Errors
/// When messages do not fit.
pub fn not_found<'a>(
    voices: impl Iterator<Item = Voice<'a>>,
    routes: &Routes<'_>,
    catalog: &Catalog,
) -> Said<(NotFoundView, Facing)> {
    let mut sections = Vec::new();
    let mut titles = Vec::new();
    for voice in voices {
        let title = voice.say(msg::NOT_FOUND_TITLE, &[])?;
        titles.push(title.clone());
        let home = Link {
            href: routes.href(voice.locale, Subject::Home),
            html: voice.html(&voice.say(msg::HOME_TITLE, &[&catalog.site.title])?),
        };
        let mut links = vec![home];
        for (at, book) in catalog.books.iter().enumerate() {
            links.push(Link {
                href: routes.href(voice.locale, Subject::Protocol(at)),
                html: voice.html(&voice.say(msg::PROTOCOL_TITLE, &[&book.protocol.name])?),
            });
        }
        sections.push(NotFoundSection {
            lang: voice.tag.to_owned(),
            title,
            text: voice.say(msg::NOT_FOUND_TEXT, &[])?,
            suggestion: voice.say(msg::NOT_FOUND_SUGGESTION, &[])?,
            links,
        });
    }
    let known = catalog.books.iter().map(|book| KnownProtocol {
        slug: book.protocol.slug.clone(),
        codes: book
            .codes
            .iter()
            .map(|code| code.slug.as_str())
            .collect::<Vec<_>>()
            .join(" "),
    });
    let view = NotFoundView {
        sections,
        protocols: known.collect(),
    };
    let title = titles.first().cloned().unwrap_or_default();
    Ok((
        view,
        Facing {
            description: titles.join(" · "),
            title,
            ..Facing::default()
        },
    ))
}
