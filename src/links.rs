//! Checks on finished pages: where links lead, ids, weight. Repairs nothing.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Id};
use crate::source::{Sources, Span};

/// Most bytes of HTML that the page of a pair may have.
pub const PAIR_BUDGET: usize = 32 * 1024;

/// Every address that a page may link to.
#[derive(Debug, Default)]
pub struct Addresses(BTreeSet<String>);

impl Addresses {
    /// From what links hold, with the base path.
    pub fn new(hrefs: impl Iterator<Item = String>) -> Self {
        Self(hrefs.collect())
    }

    /// The first link of a page that leads nowhere, or an id that stands twice. The page stands in the help, so that what
    /// a template does to a thousand pages is one problem.
    pub fn check(&self, page: &str, html: &str, sources: &Sources) -> Result<(), Box<Diagnostic>> {
        let ids = attribute_values(html, " id=\"");
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        for id in ids {
            if !seen.insert(id) {
                let message = format!("a page has the id `{id}` twice");
                return Err(fault(message, &format!(" id=\"{id}\""), page, sources));
            }
        }
        for attribute in [" href=\"", " src=\""] {
            for link in attribute_values(html, attribute) {
                let good = match link.split_once('#') {
                    Some(("", fragment)) => seen.contains(fragment),
                    Some((path, _)) => self.0.contains(path) || path.starts_with("https://"),
                    None => {
                        self.0.contains(link)
                            || link.starts_with("https://")
                            || link.starts_with("http://")
                    }
                };
                if !good {
                    let message = format!("a page links to `{link}`, which does not exist");
                    return Err(fault(
                        message,
                        &format!("{attribute}{link}\""),
                        page,
                        sources,
                    ));
                }
            }
        }
        Ok(())
    }
}

/// A problem of a finished page, at the place in a template that has the very words, where there is one.
fn fault(message: String, words: &str, page: &str, sources: &Sources) -> Box<Diagnostic> {
    let diagnostic = Diagnostic::new(Id::BrokenLink, message).help(format!("the page is {page}"));
    let place = sources
        .below("templates/", ".html")
        .find_map(|(file, source)| {
            let at = source.text.find(words)?;
            Some(Span::new(file, at + 1..at + words.len()))
        });
    Box::new(match place {
        Some(span) => diagnostic.at(span, ""),
        None => diagnostic,
    })
}

fn attribute_values<'a>(html: &'a str, attribute: &'a str) -> impl Iterator<Item = &'a str> {
    html.split(attribute)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
}
