//! What every page has: title, addresses, languages, navigation, where to edit it, when it changed.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::catalog::Catalog;
use crate::locale::LocaleId;
use crate::plan::PlannedPage;
use crate::route::{Routes, Subject};
use crate::source::{FileId, Sources};
use crate::view::voice::{Said, Voice, msg};
use crate::words;

/// The same page in another language.
#[derive(Debug, Serialize)]
pub struct Alternate {
    /// Tag of the language.
    pub lang: String,
    /// The language's own name.
    pub name: String,
    /// Whole address.
    pub url: String,
    /// Address for a link.
    pub href: String,
    /// Whether it is this page.
    pub current: bool,
}

/// An entry of the navigation.
#[derive(Debug, Serialize)]
pub struct NavLink {
    /// Address.
    pub href: String,
    /// Label.
    pub html: String,
    /// Whether it leads to this page.
    pub current: bool,
}

/// A file that the page is made of.
#[derive(Debug, Serialize)]
pub struct EditLink {
    /// Where to edit it.
    pub href: String,
    /// Name of the file, without its folders.
    pub name: String,
}

/// What surrounds a page.
#[derive(Debug, Serialize)]
pub struct Chrome {
    /// Tag of the language.
    pub lang: String,
    /// Title of the page, without the name of the site.
    pub title: String,
    /// Description for search engines.
    pub description: String,
    /// Name of the site.
    pub name: String,
    /// Whole address of this page; none where there is no such address.
    pub canonical: Option<String>,
    /// Whole address in the first language.
    pub default_url: String,
    /// All languages, this one too.
    pub alternates: Vec<Alternate>,
    /// Address of the first page.
    pub home: String,
    /// The path before every address.
    pub root: String,
    /// Address of the page on translations.
    pub status: String,
    /// Navigation.
    pub nav: Vec<NavLink>,
    /// Where to edit the page: one file, or one for each part.
    pub edits: Vec<EditLink>,
    /// Day of the last change.
    pub updated: Option<String>,
    /// Where the project lives.
    pub repository: String,
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
    /// Description for search engines.
    pub description: String,
    /// Files whose change changes the page.
    pub files: Vec<FileId>,
    /// The files among them that somebody who wants to change the page would edit.
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
}

impl Chrome {
    /// The chrome of a page.
    pub fn new(
        around: &Surroundings<'_>,
        voice: &Voice<'_>,
        page: PlannedPage,
        facing: Facing,
    ) -> Self {
        let Surroundings {
            catalog,
            routes,
            sources,
            changed,
            language_names,
        } = *around;
        let found = page.subject != Subject::NotFound;
        let alternates = catalog
            .locales
            .ids()
            .filter(|_| found)
            .map(|locale| Alternate {
                lang: catalog.locales.get(locale).tag.clone(),
                name: language_names[locale.index()].clone(),
                url: routes.url(locale, page.subject),
                href: routes.href(locale, page.subject),
                current: locale == page.locale,
            });
        let paths = facing
            .files
            .iter()
            .map(|file| sources.get(*file).path.as_str());
        let edit = |file: &FileId| {
            let path = sources.get(*file).path.as_str();
            EditLink {
                href: routes.edit(path),
                name: path.rsplit('/').next().unwrap_or(path).to_owned(),
            }
        };
        let updated = paths.filter_map(|path| changed.get(path)).max().cloned();
        Self {
            lang: voice.tag.to_owned(),
            title: facing.title,
            description: facing.description,
            name: catalog.site.title.clone(),
            canonical: found.then(|| routes.url(page.locale, page.subject)),
            default_url: routes.url(LocaleId::FIRST, page.subject),
            alternates: alternates.collect(),
            home: routes.href(page.locale, Subject::Home),
            root: routes.root(),
            status: routes.href(page.locale, Subject::Status),
            nav: nav(catalog, &routes, page),
            edits: facing.edit.iter().map(edit).collect(),
            updated,
            repository: catalog.site.repository.clone(),
            untranslated: facing.untranslated,
            stale: facing.stale,
        }
    }
}

fn nav(catalog: &Catalog, routes: &Routes<'_>, page: PlannedPage) -> Vec<NavLink> {
    let protocols = catalog
        .books
        .iter()
        .enumerate()
        .map(|(i, book)| (Subject::Protocol(i), book.protocol.name.clone()));
    let pages = catalog.pages.iter().enumerate().map(|(i, free)| {
        let text = free.texts[page.locale.index()]
            .as_ref()
            .or(free.texts[0].as_ref());
        (
            Subject::Page(i),
            text.map_or_else(|| free.slug.clone(), |text| text.title.clone()),
        )
    });
    let link = |(subject, label): (Subject, String)| NavLink {
        href: routes.href(page.locale, subject),
        html: words::escape(&label),
        current: subject == page.subject,
    };
    protocols.chain(pages).map(link).collect()
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
