//! How far each language is: what is translated, what is out of date, what is missing.

use serde::Serialize;

use crate::catalog::{Catalog, State};
use crate::locale::LocaleId;
use crate::route::Routes;
use crate::source::Sources;
use crate::view::chrome::Facing;
use crate::view::voice::{Said, Voice, msg};

/// How far one language is.
#[derive(Debug, Serialize)]
pub struct Coverage {
    /// Tag.
    pub lang: String,
    /// The language's own name.
    pub name: String,
    /// Texts that follow their source, out of all.
    pub current: String,
    /// Texts whose source has changed since.
    pub stale: usize,
    /// Texts that are not there.
    pub missing: usize,
}

/// A file of this page's language that needs work.
#[derive(Debug, Serialize)]
pub struct OpenFile {
    /// Where to edit it, or its source where there is no translation yet.
    pub href: String,
    /// Its path.
    pub path: String,
    /// Keys of the texts that need work.
    pub keys: String,
}

/// The page.
#[derive(Debug, Serialize)]
pub struct StatusView {
    /// Title.
    pub title_html: String,
    /// Languages in order, without the first.
    pub languages: Vec<Coverage>,
    /// Files of this language that need work.
    pub open: Vec<OpenFile>,
}

/// Makes the page.
///
/// # Errors
/// When messages do not fit.
pub fn view(
    voice: &Voice<'_>,
    routes: &Routes<'_>,
    catalog: &Catalog,
    sources: &Sources,
    names: &[String],
) -> Said<(StatusView, Facing)> {
    let title = voice.say(msg::STATUS_TITLE, &[])?;
    let mut languages = Vec::new();
    let mut open = Vec::new();
    for locale in catalog.locales.translated() {
        let (mut current, mut stale, mut missing) = (0, 0, 0);
        for versions in catalog.books.iter().flat_map(|book| book.prose()) {
            let mut keys = Vec::new();
            for (i, field) in versions.fields.iter().enumerate() {
                match versions.state(i, locale) {
                    Some(State::Current) => current += 1,
                    Some(State::Stale | State::Unmarked) => stale += 1,
                    Some(State::Missing) => missing += 1,
                    None => continue,
                }
                if versions.state(i, locale) != Some(State::Current) {
                    keys.push(field.key);
                }
            }
            let file = versions
                .file(locale)
                .or_else(|| versions.file(LocaleId::FIRST));
            if let Some(file) = file.filter(|_| locale == voice.locale && !keys.is_empty()) {
                let path = sources.get(file).path.clone();
                open.push(OpenFile {
                    href: routes.edit(&path),
                    path,
                    keys: keys.join(", "),
                });
            }
        }
        languages.push(Coverage {
            lang: catalog.locales.get(locale).tag.clone(),
            name: names[locale.index()].clone(),
            current: voice.say(
                msg::STATUS_OF,
                &[
                    &current.to_string(),
                    &(current + stale + missing).to_string(),
                ],
            )?,
            stale,
            missing,
        });
    }
    let facing = Facing {
        title: title.clone(),
        description: voice.say(msg::STATUS_ABOUT, &[])?,
        ..Facing::default()
    };
    Ok((
        StatusView {
            title_html: voice.html(&title),
            languages,
            open,
        },
        facing,
    ))
}
