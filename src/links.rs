//! Checks on finished pages: where links lead, ids, weight. Repairs nothing.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use memchr::memchr;
use memchr::memmem::Finder;

use crate::catalog::Catalog;
use crate::diagnostic::{Diagnostic, Id, Report, nearest};
use crate::route::PairAddresses;
use crate::source::{Sources, Span};

/// Most bytes of HTML that the page of a pair may have.
pub const PAIR_BUDGET: usize = 32 * 1024;

/// Every address that a page may link to.
#[derive(Debug, Default)]
pub struct Addresses {
    /// All but those of pairs, by length, in order.
    single: Vec<Vec<String>>,
    pairs: PairAddresses,
}

impl Addresses {
    /// From what links hold, with the base path. Pairs are many, so they are not listed.
    pub fn new(single: impl Iterator<Item = String>, pairs: PairAddresses) -> Self {
        let mut by_length: Vec<Vec<String>> = Vec::new();
        for address in single {
            let least = by_length.len().max(address.len() + 1);
            by_length.resize_with(least, Vec::new);
            by_length[address.len()].push(address);
        }
        by_length.iter_mut().for_each(|same| same.sort_unstable());
        Self {
            single: by_length,
            pairs,
        }
    }

    fn holds(&self, link: &[u8]) -> bool {
        let order = |known: &String| known.as_bytes().cmp(link);
        let same = self.single.get(link.len());
        same.is_some_and(|same| same.binary_search_by(order).is_ok()) || self.pairs.holds(link)
    }

    /// A link of a page that leads nowhere, or an id that stands twice. The page stands in the help, so that what a
    /// template does to a thousand pages is one problem.
    pub fn check(&self, page: &str, html: &[u8], sources: &Sources) -> Result<(), Box<Diagnostic>> {
        let mut ids: Vec<&[u8]> = Vec::with_capacity(48);
        let mut links: Vec<&[u8]> = Vec::with_capacity(64);
        for at in ATTRIBUTE.find_iter(html) {
            let found = match &html[..at] {
                [.., b' ', b'h', b'r', b'e', b'f'] | [.., b' ', b's', b'r', b'c'] => &mut links,
                [.., b' ', b'i', b'd'] => &mut ids,
                _ => continue,
            };
            let value = &html[at + 2..];
            found.extend(memchr(b'"', value).map(|end| &value[..end]));
        }
        ids.sort_unstable();
        if let Some(twice) = ids.windows(2).find(|two| two[0] == two[1]) {
            let id = String::from_utf8_lossy(twice[0]);
            let message = format!("a page has the id `{id}` twice");
            return Err(fault(message, &format!("id=\"{id}\""), page, sources));
        }
        if let Some(link) = links.iter().find(|link| !self.leads_somewhere(link, &ids)) {
            let link = String::from_utf8_lossy(link);
            let message = format!("a page links to `{link}`, which does not exist");
            return Err(fault(message, &format!("=\"{link}\""), page, sources));
        }
        Ok(())
    }

    fn leads_somewhere(&self, link: &[u8], ids: &[&[u8]]) -> bool {
        if link.starts_with(b"https://") {
            return true;
        }
        match memchr(b'#', link) {
            Some(0) => ids.binary_search(&&link[1..]).is_ok(),
            Some(at) => self.holds(&link[..at]),
            None => self.holds(link) || link.starts_with(b"http://"),
        }
    }
}

/// A page that is not a whole document: its template extends nothing, or what it extends lacks its frame.
pub fn check_frame(template: &str, html: &[u8], sources: &Sources) -> Result<(), Box<Diagnostic>> {
    const BEGINNING: &[u8] = b"<!doctype html>";
    let beginning = html.get(..BEGINNING.len());
    if beginning.is_some_and(|beginning| beginning.eq_ignore_ascii_case(BEGINNING)) {
        return Ok(());
    }
    let message = "the page does not begin with `<!doctype html>`";
    let diagnostic = Diagnostic::new(Id::TemplateFailed, message)
        .help("begin the template with `{% extends \"base.html\" %}`");
    Err(Box::new(
        match sources.find(&format!("templates/{template}")) {
            Some(file) => diagnostic.at(sources.first_line(file), ""),
            None => diagnostic,
        },
    ))
}

/// A problem of a finished page, at the place in a template that has the very attribute, where there is one.
fn fault(message: String, words: &str, page: &str, sources: &Sources) -> Box<Diagnostic> {
    let diagnostic = Diagnostic::new(Id::BrokenLink, message).help(format!("the page is {page}"));
    let mut templates = sources.below("templates/", ".html");
    let place = templates.find_map(|(file, source)| {
        let at = source.text.find(words)?;
        let start = source.text[..at]
            .rfind([' ', '\n'])
            .map_or(0, |space| space + 1);
        Some(Span::new(file, start..at + words.len()))
    });
    Box::new(match place {
        Some(span) => diagnostic.at(span, ""),
        None => diagnostic,
    })
}

/// What stands between the name of an attribute and its value.
static ATTRIBUTE: LazyLock<Finder<'_>> = LazyLock::new(|| Finder::new("=\""));

/// Links of free pages to published files must lead to one.
pub fn check_files(catalog: &Catalog, published: &BTreeSet<String>, report: &mut Report) {
    let texts = catalog
        .pages
        .iter()
        .flat_map(|page| page.texts.iter().flatten());
    for link in texts.flat_map(|text| &text.links) {
        if !published.contains(&link.value) {
            let near = nearest(&link.value, published.iter().map(String::as_str));
            let label = near.map(|near| format!("did you mean `file:{near}`?"));
            let message = format!("the site has no file `{}`", link.value);
            report.push(
                Diagnostic::new(Id::BrokenLink, message)
                    .at(link.span, label.unwrap_or_default())
                    .help("a link to a file names its path below the output folder"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_and_ids_are_found_wherever_they_stand() {
        let addresses = Addresses::new(["/a/".to_owned()].into_iter(), PairAddresses::default());
        let (sources, _) = Sources::new(&crate::source::Inputs::default());
        let check = |html: &str| {
            let found = addresses.check("p", html.as_bytes(), &sources);
            found.map_err(|diagnostic| diagnostic.message)
        };
        for good in [
            "<a class=x href=\"/a/\">=</a><i id=\"b\"><a href=\"#b\">",
            "<a href=\"https://x/\"><a href=\"/a/#c\">",
        ] {
            assert_eq!(check(good), Ok(()), "{good}");
        }
        for (bad, link) in [
            ("<a href=\"/b/\">", "/b/"),
            ("<img src=\"b.png\">", "b.png"),
            ("<a href=\"#c\">", "#c"),
            ("<a href=\"/b/#c\">", "/b/#c"),
        ] {
            let says = format!("a page links to `{link}`, which does not exist");
            assert_eq!(check(bad), Err(says), "{bad}");
        }
        let twice = "<i id=\"b\"><i id=\"b\">";
        assert_eq!(check(twice), Err("a page has the id `b` twice".to_owned()));
    }
}
