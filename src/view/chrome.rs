//! What every page has: title, addresses, languages, navigation, where to edit it, when it changed.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::catalog::Catalog;
use crate::locale::LocaleId;
use crate::plan::PlannedPage;
use crate::route::{MachineFile, Routes, Subject};
use crate::source::{FileId, Sources};
use crate::view::meta::{self, TITLE_WIDTH, Topic};
use crate::view::voice::{Said, Voice, msg};
use crate::words;

/// What stands on every page of a language as it is, so that frames of pages can hold it.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename = "fixed")]
pub struct Fixed<T>(T);

/// The same page in another language.
#[derive(Debug, Serialize)]
pub struct Alternate<'a> {
    /// Tag of the language.
    pub lang: &'a str,
    /// The language's own name.
    pub name: &'a str,
    /// Whole address.
    pub url: String,
    /// Address for a link.
    pub href: String,
    /// Whether it is this page.
    pub current: bool,
}

/// An entry of the navigation.
#[derive(Debug, Clone, Serialize)]
pub struct NavLink {
    /// Address.
    pub href: String,
    /// Label.
    pub html: String,
    /// Whether it leads to this page.
    pub current: bool,
}

/// What all pages of a language have in common.
#[derive(Debug)]
pub struct Standing {
    home: String,
    root: String,
    manifest: String,
    status: String,
    /// Address of what the search box knows.
    search: String,
    nav: Vec<NavLink>,
    /// What the entries of the navigation lead to.
    subjects: Vec<Subject>,
}

impl Standing {
    /// What all pages of a language have in common; `search` is the address of what the search box knows.
    pub fn new(catalog: &Catalog, routes: &Routes<'_>, locale: LocaleId, search: &str) -> Self {
        let (subjects, nav) = nav(catalog, routes, locale).unzip();
        Self {
            home: routes.href(locale, Subject::Home),
            root: routes.root(),
            manifest: routes.asset(&routes.machine(MachineFile::Manifest(locale))),
            status: routes.href(locale, Subject::Status),
            search: search.to_owned(),
            nav,
            subjects,
        }
    }
}

/// The navigation, with a sign at the page itself.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Nav<'a> {
    /// On most pages.
    Standing(Fixed<&'a [NavLink]>),
    /// On a page that it leads to.
    Here(Vec<NavLink>),
}

/// A file that the page is made of.
#[derive(Debug, Serialize)]
pub struct EditLink<'a> {
    /// Where to edit it.
    pub href: String,
    /// Name of the file, without its folders.
    pub name: &'a str,
}

/// What surrounds a page.
#[derive(Debug, Serialize)]
pub struct Chrome<'a> {
    /// Tag of the language.
    pub lang: Fixed<&'a str>,
    /// Title of the page, without the name of the site.
    pub title: String,
    /// What the browser's tab and search results show.
    pub head_title: String,
    /// Description for search engines.
    pub description: String,
    /// Name of the site.
    pub name: Fixed<&'a str>,
    /// Whole address of this page; none where there is no such address.
    pub canonical: Option<String>,
    /// Whole address in the first language.
    pub default_url: String,
    /// All languages, this one too.
    pub alternates: Vec<Alternate<'a>>,
    /// Whole address of the picture for previews of links.
    pub card: Option<String>,
    /// Linked data, as JSON for a `script` element.
    pub linked_html: Option<String>,
    /// Address of the first page.
    pub home: Fixed<&'a str>,
    /// The path before every address.
    pub root: Fixed<&'a str>,
    /// Address of the manifest, for those who install the site.
    pub manifest: Fixed<&'a str>,
    /// Address of the page on translations.
    pub status: Fixed<&'a str>,
    /// Address of what the search box knows in this language.
    pub search: Fixed<&'a str>,
    /// Navigation.
    pub nav: Nav<'a>,
    /// Where to edit the page: one file, or one for each part.
    pub edits: Vec<EditLink<'a>>,
    /// Day of the last change.
    pub updated: Option<&'a str>,
    /// Where the project lives.
    pub repository: Fixed<&'a str>,
    /// Whether some text is still in the first language.
    pub untranslated: bool,
    /// Whether some text was translated from an older text.
    pub stale: bool,
}

/// Title and description of a page, and the files that it is made of.
#[derive(Debug, Default)]
pub struct Facing {
    /// Title.
    pub title: String,
    /// Titles for search results, the best first: the first that fits is shown. The title itself when there is none.
    pub heads: Vec<String>,
    /// What the page is called in the trail that leads to it. The title when it is empty.
    pub label: String,
    /// Description for search engines.
    pub description: String,
    /// What the page is, for linked data.
    pub topic: Topic,
    /// The files that somebody who wants to change the page would edit.
    pub edit: Vec<FileId>,
    /// Whether some text is still in the first language.
    pub untranslated: bool,
    /// Whether some text was translated from an older text.
    pub stale: bool,
}

/// All that is needed to make the chrome of any page.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
    /// The content.
    pub catalog: &'a Catalog,
    /// Addresses.
    pub routes: Routes<'a>,
    /// Texts, for paths.
    pub sources: &'a Sources,
    /// Day of the last change by path.
    pub changed: &'a BTreeMap<String, String>,
    /// The languages' own names.
    pub language_names: &'a [String],
    /// Published files that no page but the previews of links show.
    pub cards: &'a BTreeSet<String>,
    /// What all pages of the language have in common.
    pub standing: &'a Standing,
}

impl<'a> Chrome<'a> {
    /// The chrome of a page.
    ///
    /// # Errors
    /// When linked data cannot be written.
    pub fn new(
        around: &Surroundings<'a>,
        voice: &Voice<'a>,
        page: PlannedPage,
        facing: Facing,
    ) -> Said<Self> {
        let Surroundings {
            catalog,
            routes,
            sources,
            changed,
            language_names,
            cards,
            standing,
        } = *around;
        let found = page.listed();
        let other = |locale: LocaleId| Alternate {
            lang: &catalog.locales.get(locale).tag,
            name: &language_names[locale.index()],
            url: routes.url(locale, page.subject),
            href: routes.href(locale, page.subject),
            current: locale == page.locale,
        };
        let alternates = catalog.locales.ids().filter(|_| found).map(other);
        let edit = |file: &FileId| {
            let path = sources.get(*file).path.as_str();
            EditLink {
                href: routes.edit(path),
                name: path.rsplit('/').next().unwrap_or(path),
            }
        };
        let updated = page.updated(catalog, sources, changed);
        let name = &catalog.site.title;
        let canonical = found.then(|| routes.url(page.locale, page.subject));
        let linked = canonical.as_ref().map(|url| {
            let subject = meta::Subject {
                lang: voice.tag,
                title: &facing.title,
                description: &facing.description,
                url,
                updated,
                trail: &trail(catalog, &routes, page, &facing),
            };
            meta::linked_data(&subject, &facing.topic)
        });
        let here = standing.subjects.iter();
        let nav = match here.clone().position(|subject| *subject == page.subject) {
            None => Nav::Standing(Fixed(standing.nav.as_slice())),
            Some(here) => {
                let mut nav = standing.nav.clone();
                nav[here].current = true;
                Nav::Here(nav)
            }
        };
        Ok(Self {
            lang: Fixed(voice.tag),
            head_title: head_title(&facing, name)?,
            linked_html: linked.transpose()?.flatten(),
            card: routes
                .cards(page.subject)
                .find(|card| cards.contains(card))
                .map(|card| routes.asset_url(&card)),
            title: facing.title,
            description: facing.description,
            name: Fixed(name),
            canonical,
            default_url: routes.url(LocaleId::FIRST, page.subject),
            alternates: alternates.collect(),
            home: Fixed(&standing.home),
            root: Fixed(&standing.root),
            manifest: Fixed(&standing.manifest),
            status: Fixed(&standing.status),
            search: Fixed(&standing.search),
            nav,
            edits: facing.edit.iter().map(edit).collect(),
            updated,
            repository: Fixed(&catalog.site.repository),
            untranslated: facing.untranslated,
            stale: facing.stale,
        })
    }
}

/// The first title that fits, with the name of the site where there is room for it.
fn head_title(facing: &Facing, name: &str) -> Said<String> {
    let title = std::slice::from_ref(&facing.title);
    let heads = if facing.heads.is_empty() {
        title
    } else {
        &facing.heads
    };
    let named = heads
        .iter()
        .flat_map(|head| [format!("{head} | {name}"), head.clone()])
        .filter(|head| head.matches(name).count() < 2);
    meta::fitting(TITLE_WIDTH, named.map(Ok))
}

/// From the first page to this one.
fn trail<'a>(
    catalog: &'a Catalog,
    routes: &Routes<'_>,
    page: PlannedPage,
    facing: &'a Facing,
) -> Vec<(&'a str, Option<String>)> {
    let step = |name: &'a str, subject| (name, Some(routes.url(page.locale, subject)));
    let mut trail = vec![step(&catalog.site.title, Subject::Home)];
    match page.subject {
        Subject::Home => return trail,
        Subject::Matrix(book) | Subject::Code(book, _) | Subject::Pair(book, ..) => trail.push(
            step(&catalog.books[book].protocol.name, Subject::Protocol(book)),
        ),
        _ => {}
    }
    let label = if facing.label.is_empty() {
        &facing.title
    } else {
        &facing.label
    };
    trail.push((label, None));
    trail
}

fn nav(
    catalog: &Catalog,
    routes: &Routes<'_>,
    locale: LocaleId,
) -> impl Iterator<Item = (Subject, NavLink)> {
    let protocols = catalog
        .books
        .iter()
        .enumerate()
        .map(|(i, book)| (Subject::Protocol(i), book.protocol.name.clone()));
    let pages = catalog.pages.iter().enumerate().map(move |(i, free)| {
        let text = free.texts[locale.index()]
            .as_ref()
            .or(free.texts[0].as_ref());
        (
            Subject::Page(i),
            text.map_or_else(|| free.slug.clone(), |text| text.title.clone()),
        )
    });
    let link = move |(subject, label): (Subject, String)| {
        let link = NavLink {
            href: routes.href(locale, subject),
            html: words::escape(&label),
            current: false,
        };
        (subject, link)
    };
    protocols.chain(pages).map(link)
}

/// The languages' own names, in order.
///
/// # Errors
/// When the message is missing.
pub fn language_names<'a>(voices: impl Iterator<Item = Voice<'a>>) -> Said<Vec<String>> {
    voices
        .map(|voice| voice.say(msg::LANGUAGE_NAME, &[]))
        .collect()
}
