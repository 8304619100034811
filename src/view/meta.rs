//! What search engines and previews of links are told about a page: titles and descriptions that fit, and linked data.

use serde::Serialize;
use unicode_width::UnicodeWidthStr as _;

use crate::diagnostic::{Diagnostic, Id};
use crate::locale::LocaleId;
use crate::route::{self, Routes};
use crate::view::side::Spoken;
use crate::view::voice::Said;
use crate::words;

/// Most columns of a title that search engines show; a full-width character takes two.
pub const TITLE_WIDTH: usize = 65;
/// Most columns of a description that search engines show.
pub const DESCRIPTION_WIDTH: usize = 160;
/// Fewest characters of a description that says something.
pub const DESCRIPTION_LEAST: usize = 50;

const VOCABULARY: &str = "https://schema.org";

/// What a page is, in the vocabulary of schema.org.
#[derive(Debug, Default)]
pub enum Topic {
    /// Nothing but a page.
    #[default]
    Page,
    /// The site itself.
    Site,
    /// All codes of a protocol.
    Codes,
    /// A code.
    Code(Term),
    /// Two codes, by their names.
    Comparison([String; 2]),
}

/// A code, as a term that somebody defined.
#[derive(Debug)]
pub struct Term {
    /// The code.
    pub code: String,
    /// The code and its phrase.
    pub name: String,
    /// What it means.
    pub description: Option<String>,
    /// Whole address of its page.
    pub url: String,
    /// Whole address of all codes of its protocol.
    pub set: String,
}

impl Term {
    /// A code of a protocol, by the positions of both.
    pub fn new(
        routes: &Routes<'_>,
        locale: LocaleId,
        at: (usize, usize),
        spoken: &Spoken,
        description: Option<String>,
    ) -> Self {
        Self {
            code: spoken.side.code.clone(),
            name: spoken.side.name.clone(),
            description,
            url: routes.url(locale, route::Subject::Code(at.0, at.1)),
            set: routes.url(locale, route::Subject::Protocol(at.0)),
        }
    }
}

/// What linked data says of any page.
#[derive(Debug)]
pub struct Subject<'a> {
    /// Tag of the language.
    pub lang: &'a str,
    /// Title.
    pub title: &'a str,
    /// Description.
    pub description: &'a str,
    /// Whole address.
    pub url: &'a str,
    /// Day of the last change.
    pub updated: Option<&'a str>,
    /// Names and whole addresses on the way from the first page to this one; the last has no address.
    pub trail: &'a [(&'a str, Option<String>)],
}

#[derive(Serialize)]
struct Document<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Node<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
enum Node<'a> {
    BreadcrumbList {
        #[serde(rename = "itemListElement")]
        items: Vec<Crumb<'a>>,
    },
    WebSite(Page<'a>),
    DefinedTermSet(Page<'a>),
    TechArticle(Article<'a>),
}

#[derive(Serialize)]
#[serde(tag = "@type", rename = "ListItem")]
struct Crumb<'a> {
    position: usize,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Page<'a> {
    name: &'a str,
    description: &'a str,
    in_language: &'a str,
    url: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Article<'a> {
    headline: &'a str,
    in_language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<&'a str>,
    about: Vec<DefinedTerm<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct DefinedTerm<'a> {
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    term_code: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_defined_term_set: Option<&'a str>,
}

/// The first text that takes at most so many columns, or the last one.
///
/// # Errors
/// When a text could not be said.
pub fn fitting(width: usize, texts: impl IntoIterator<Item = Said<String>>) -> Said<String> {
    let mut last = String::new();
    for text in texts {
        last = text?;
        let columns = if last.is_ascii() {
            last.len()
        } else {
            last.width()
        };
        if columns <= width {
            break;
        }
    }
    Ok(last)
}

/// The first description that is neither too long nor too short, as plain text, or the last one.
///
/// # Errors
/// When a text could not be said.
pub fn description(texts: impl IntoIterator<Item = Said<String>>) -> Said<String> {
    let plain = texts.into_iter().map(|text| Ok(words::unmarked(text?)));
    let short = |text: &Said<String>| {
        text.as_ref()
            .is_ok_and(|text| text.chars().count() < DESCRIPTION_LEAST)
    };
    fitting(DESCRIPTION_WIDTH, plain.filter(|text| !short(text)))
}

/// As many whole sentences of a text as fit a description.
pub fn sentences(text: &str) -> &str {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let after = at + c.len_utf8();
        let stops =
            c == '。' || (c == '.' && text[after..].chars().next().is_none_or(|c| c == ' '));
        if stops && (end == 0 || text[..after].width() <= DESCRIPTION_WIDTH) {
            end = after;
        }
    }
    if end == 0 { text } else { &text[..end] }
}

/// Linked data as JSON that may stand in a `script` element.
///
/// # Errors
/// When a value cannot be serialized, which none does.
pub fn linked_data(of: &Subject<'_>, topic: &Topic) -> Said<Option<String>> {
    let page = || Page {
        name: of.title,
        description: of.description,
        in_language: of.lang,
        url: of.url,
    };
    let article = |about| Article {
        headline: of.title,
        in_language: of.lang,
        date_modified: of.updated,
        about,
    };
    let mut graph = Vec::new();
    if of.trail.len() > 1 {
        let items = of
            .trail
            .iter()
            .zip(1..)
            .map(|((name, url), position)| Crumb {
                position,
                name,
                item: url.as_deref(),
            });
        graph.push(Node::BreadcrumbList {
            items: items.collect(),
        });
    }
    match topic {
        Topic::Page => {}
        Topic::Site => graph.push(Node::WebSite(Page {
            name: of.trail.first().map_or(of.title, |(name, _)| name),
            ..page()
        })),
        Topic::Codes => graph.push(Node::DefinedTermSet(page())),
        Topic::Code(term) => graph.push(Node::TechArticle(article(vec![DefinedTerm {
            id: Some(&term.url),
            name: &term.name,
            term_code: Some(&term.code),
            description: term.description.as_deref(),
            in_defined_term_set: Some(&term.set),
        }]))),
        // The page of each code says the rest; there are many pages like this one, so it names the terms and no more.
        Topic::Comparison(names) => {
            let about = names.iter().map(|name| DefinedTerm {
                id: None,
                name,
                term_code: None,
                description: None,
                in_defined_term_set: None,
            });
            graph.push(Node::TechArticle(article(about.collect())));
        }
    }
    if graph.is_empty() {
        return Ok(None);
    }
    let document = Document {
        context: VOCABULARY,
        graph,
    };
    let json = serde_json::to_string(&document).map_err(|error| {
        Box::new(Diagnostic::new(
            Id::TemplateFailed,
            format!("linked data cannot be written: {error}"),
        ))
    })?;
    // Nothing of it may look like the end of the element, a comment or markup.
    if memchr::memchr3(b'<', b'>', b'&', json.as_bytes()).is_none() {
        return Ok(Some(json));
    }
    let plain = json.replace('<', "\\u003c").replace('>', "\\u003e");
    Ok(Some(plain.replace('&', "\\u0026")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_chosen_by_the_columns_they_take() {
        let pick = |width, texts: &[&str]| {
            fitting(width, texts.iter().map(|text| Ok((*text).to_owned()))).ok()
        };
        assert_eq!(pick(4, &["abcde", "abcd", "a"]).as_deref(), Some("abcd"));
        assert_eq!(pick(3, &["話中", "話"]).as_deref(), Some("話"));
        assert_eq!(pick(1, &["abc", "ab"]).as_deref(), Some("ab"));
        let (short, good) = ("short".to_owned(), "x".repeat(DESCRIPTION_LEAST));
        let texts = [short, "x".repeat(DESCRIPTION_WIDTH + 1), good.clone()];
        assert_eq!(description(texts.map(Ok)).ok(), Some(good));
    }

    #[test]
    fn a_long_text_ends_with_a_sentence() {
        let long = format!("One 1.5. Two. {}.", "x".repeat(160));
        assert_eq!(sentences(&long), "One 1.5. Two.");
        assert_eq!(sentences("no stop"), "no stop");
    }

    #[test]
    fn linked_data_cannot_leave_its_element() {
        let subject = Subject {
            lang: "en",
            title: "</script><!--",
            description: "",
            url: "https://a.example/",
            updated: None,
            trail: &[],
        };
        let json = linked_data(&subject, &Topic::Site)
            .ok()
            .flatten()
            .unwrap_or_default();
        assert!(
            json.contains("\\u003c/script\\u003e\\u003c!--") && !json.contains('<'),
            "{json}"
        );
    }
}
