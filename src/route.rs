//! Every address of the site. No address is spelled anywhere else.
//!
//! The first language stands at the root, the others under their tag. A pair has one address, the lower code first.

use crate::catalog::Catalog;
use crate::diagnostic::{Diagnostic, Id};
use crate::locale::LocaleId;
use crate::slug;
use crate::source::Located;

mod pairs;

pub use pairs::PairAddresses;

/// What a page is about. Numbers are positions in the [`Catalog`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The first page.
    Home,
    /// All codes of a protocol.
    Protocol(usize),
    /// All pairs of a protocol.
    Matrix(usize),
    /// A code.
    Code(usize, usize),
    /// A pair, the lower code first.
    Pair(usize, usize, usize),
    /// The page of a protocol that reads a pasted text.
    Trace(usize),
    /// A mapping of a protocol.
    Mapping(usize, usize),
    /// A free page.
    Page(usize),
    /// How far the translations are.
    Status,
    /// What a browser shows without a connection, for a page that it has not kept.
    Offline,
    /// What the server shows for an address that does not exist; one page for all languages.
    NotFound,
}

/// A file that programs read. Numbers are positions in the [`Catalog`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MachineFile {
    /// The pages of one language, for search engines.
    Sitemap(LocaleId),
    /// Where the sitemaps are.
    SitemapIndex,
    /// What search engines may read.
    Robots,
    /// The domain, for Pages that are published from a branch.
    Domain,
    /// Name, icons and start of the site in one language, for those who install it.
    Manifest(LocaleId),
    /// The script that keeps pages for use offline.
    Worker,
    /// An overview of the site in Markdown, for language models.
    Overview,
    /// What the fields of the data mean.
    Schema,
    /// All codes of a protocol, as JSON.
    Codes(usize),
    /// All codes of a protocol, as CSV.
    Table(usize),
    /// All pairs of a protocol, as JSON.
    Pairs(usize),
    /// A mapping of a protocol, as JSON.
    Mapping(usize, usize),
    /// A code, as JSON.
    Code(usize, usize),
    /// A code as a small picture.
    Badge(usize, usize),
}

/// Where the data of the first version of the format stands.
const DATA: &str = "api/v1";

/// Where the site stands: scheme and host, and the path before every address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base {
    origin: String,
    path: String,
}

impl Base {
    /// Takes an address such as `https://name.github.io/versus/` apart.
    ///
    /// # Errors
    /// When it is no such address, or holds what would have to be escaped on a page.
    pub fn parse(url: &str) -> Result<Self, String> {
        let rest = url
            .strip_prefix("https://")
            .or_else(|| url.strip_prefix("http://"));
        let Some(rest) = rest else {
            return Err("an address begins with https://".into());
        };
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/".contains(c);
        if host.is_empty()
            || !url.chars().all(plain)
            || path.contains("//")
            || path.split('/').any(|part| part == "..")
        {
            return Err("an address is a host and a path of letters, digits and -._~".into());
        }
        let path = path.trim_matches('/');
        Ok(Self {
            origin: url[..url.len() - rest.len() + host.len()].to_owned(),
            path: if path.is_empty() {
                String::new()
            } else {
                format!("/{path}")
            },
        })
    }

    /// The same from `site.toml`, with the place of a mistake.
    ///
    /// # Errors
    /// As [`Base::parse`].
    pub fn read(url: &Located<String>) -> Result<Self, Box<Diagnostic>> {
        Self::parse(&url.value).map_err(|why| {
            Box::new(Diagnostic::new(Id::BadLink, "`base_url` is not an address").at(url.span, why))
        })
    }
}

/// Makes addresses.
#[derive(Debug, Clone, Copy)]
pub struct Routes<'a> {
    catalog: &'a Catalog,
    base: &'a Base,
}

impl<'a> Routes<'a> {
    /// Addresses of the things in a catalog.
    pub fn new(catalog: &'a Catalog, base: &'a Base) -> Self {
        Self { catalog, base }
    }

    /// Path below the base, with a slash at both ends.
    fn path(&self, locale: LocaleId, subject: Subject) -> String {
        let mut path = String::with_capacity(32);
        self.put(locale, subject, &mut path);
        path
    }

    fn put(&self, locale: LocaleId, subject: Subject, path: &mut String) {
        path.push('/');
        if locale != LocaleId::FIRST {
            path.push_str(&self.catalog.locales.get(locale).tag);
            path.push('/');
        }
        let folder = |book: usize| self.catalog.books[book].protocol.slug.as_str();
        let code = |book: usize, code: usize| self.catalog.books[book].codes[code].slug.as_str();
        let parts: &[&str] = match subject {
            Subject::Home | Subject::NotFound => &[],
            Subject::Protocol(book) => &[folder(book), "/"],
            Subject::Matrix(book) => &[folder(book), "/", slug::MATRIX, "/"],
            Subject::Trace(book) => &[folder(book), "/", slug::TRACE, "/"],
            Subject::Mapping(book, at) => &[
                folder(book),
                "/",
                self.catalog.books[book].mappings[at].slug.as_str(),
                "/",
            ],
            Subject::Code(book, one) => &[folder(book), "/", code(book, one), "/"],
            Subject::Pair(book, a, b) => &[
                folder(book),
                "/",
                code(book, a),
                slug::VERSUS,
                code(book, b),
                "/",
            ],
            Subject::Status => &["status/"],
            Subject::Offline => &["offline/"],
            Subject::Page(page) => &[self.catalog.pages[page].slug.as_str(), "/"],
        };
        parts.iter().for_each(|part| path.push_str(part));
    }

    /// What a link on a page holds: the path with the base path.
    pub fn href(&self, locale: LocaleId, subject: Subject) -> String {
        let mut href = String::with_capacity(64);
        href.push_str(&self.base.path);
        self.put(locale, subject, &mut href);
        href
    }

    /// The whole address, with scheme and host.
    pub fn url(&self, locale: LocaleId, subject: Subject) -> String {
        match subject {
            Subject::NotFound => format!("{}{}/404.html", self.base.origin, self.base.path),
            _ => {
                let mut url = String::with_capacity(96);
                url.push_str(&self.base.origin);
                url.push_str(&self.base.path);
                self.put(locale, subject, &mut url);
                url
            }
        }
    }

    /// The file that a server gives for the address.
    pub fn file(&self, locale: LocaleId, subject: Subject) -> String {
        match subject {
            Subject::NotFound => "404.html".to_owned(),
            _ => {
                let mut file = self.path(locale, subject);
                file.remove(0);
                file + "index.html"
            }
        }
    }

    /// Path of a file that programs read, below the output folder.
    pub fn machine(&self, file: MachineFile) -> String {
        let book = |at: usize| self.catalog.books[at].protocol.slug.as_str();
        let code = |at: usize, one: usize| self.catalog.books[at].codes[one].slug.as_str();
        let [codes, pairs] = slug::LISTS;
        match file {
            MachineFile::Sitemap(locale) => {
                format!("sitemap-{}.xml", self.catalog.locales.get(locale).tag)
            }
            MachineFile::SitemapIndex => "sitemap.xml".to_owned(),
            MachineFile::Robots => "robots.txt".to_owned(),
            MachineFile::Domain => "CNAME".to_owned(),
            MachineFile::Manifest(locale) => {
                format!("{}site.webmanifest", &self.path(locale, Subject::Home)[1..])
            }
            MachineFile::Worker => "sw.js".to_owned(),
            MachineFile::Overview => "llms.txt".to_owned(),
            MachineFile::Schema => format!("{DATA}/schema.json"),
            MachineFile::Codes(at) => format!("{DATA}/{}/{codes}.json", book(at)),
            MachineFile::Table(at) => format!("{DATA}/{}/{codes}.csv", book(at)),
            MachineFile::Pairs(at) => format!("{DATA}/{}/{pairs}.json", book(at)),
            MachineFile::Mapping(at, one) => format!(
                "{DATA}/{}/{}.json",
                book(at),
                self.catalog.books[at].mappings[one].slug
            ),
            MachineFile::Code(at, one) => format!("{DATA}/{}/{}.json", book(at), code(at, one)),
            MachineFile::Badge(at, one) => format!("badge/{}/{}.svg", book(at), code(at, one)),
        }
    }

    /// The whole address of a file that programs read.
    pub fn machine_url(&self, file: MachineFile) -> String {
        self.asset_url(&self.machine(file))
    }

    /// What a link to a published asset holds.
    pub fn asset(&self, name: &str) -> String {
        format!("{}/{name}", self.base.path)
    }

    /// The whole address of a published file.
    pub fn asset_url(&self, name: &str) -> String {
        format!("{}{}", self.base.origin, self.asset(name))
    }

    /// Pictures for previews of links to a page, by path, the best first: of its code, or of its protocol.
    pub fn cards(&self, subject: Subject) -> impl Iterator<Item = String> + use<> {
        let (book, code) = match subject {
            Subject::Code(book, code) => (Some(book), Some(code)),
            Subject::Protocol(book) | Subject::Matrix(book) | Subject::Pair(book, ..) => {
                (Some(book), None)
            }
            _ => (None, None),
        };
        let found = book.map(|book| &self.catalog.books[book]);
        let folder = found.map_or("", |book| &book.protocol.slug);
        let own = found
            .zip(code)
            .map(|(book, code)| format!("cards/{folder}/{}.png", book.codes[code].slug));
        let whole = found.map(|_| format!("cards/{folder}.png"));
        own.into_iter().chain(whole).chain(["card.png".to_owned()])
    }

    /// The address as it stands in a file at the root of the site: the same under every base path.
    pub fn relative(&self, locale: LocaleId, subject: Subject) -> String {
        self.path(locale, subject)[1..].to_owned()
    }

    /// Relative address of any code of a protocol, with `{}` where its name goes, for scripts.
    pub fn code_pattern(&self, locale: LocaleId, book: usize) -> String {
        format!("{}{{}}/", self.relative(locale, Subject::Protocol(book)))
    }

    /// Relative address of any pair of a protocol, with `{}` where the name of each code goes, the lower code first.
    pub fn pair_pattern(&self, locale: LocaleId, book: usize) -> String {
        let folder = self.relative(locale, Subject::Protocol(book));
        format!("{folder}{{}}{}{{}}/", slug::VERSUS)
    }

    /// What a link to a cause of a mapping holds; on the page of the mapping itself, without the page.
    pub fn cause(page: &str, number: &str) -> String {
        format!("{page}#{}", Self::cause_id(number))
    }

    /// The id of a cause on the page of its mapping.
    pub fn cause_id(number: &str) -> String {
        format!("cause-{number}")
    }

    /// Position of the two codes of a pair in the order of its address.
    pub fn pair(book: usize, a: usize, b: usize) -> Subject {
        Subject::Pair(book, a.min(b), a.max(b))
    }

    /// The page behind the target of a Markdown link, `486` or `486-600`.
    pub fn find(&self, book: usize, target: &str) -> Option<Subject> {
        let found = &self.catalog.books[book];
        found
            .find(target)
            .map(|code| Subject::Code(book, code))
            .or_else(|| {
                found
                    .find_pair(target)
                    .map(|(a, b)| Subject::Pair(book, a, b))
            })
    }

    /// The page at a path as a browser asks for it, below the base: `/sip/486/`. The opposite of [`Routes::href`].
    pub fn page_at(&self, path: &str) -> Option<(LocaleId, Subject)> {
        let rest = path.strip_prefix('/')?;
        let locales = &self.catalog.locales;
        let tagged = locales.translated().find_map(|id| {
            let rest = rest.strip_prefix(locales.get(id).tag.as_str())?;
            Some((id, rest.strip_prefix('/')?))
        });
        let (locale, rest) = tagged.unwrap_or((LocaleId::FIRST, rest));
        let parts: Vec<&str> = rest.split_terminator('/').collect();
        let book = |slug: &str| {
            let mut books = self.catalog.books.iter();
            books.position(|book| book.protocol.slug == slug)
        };
        let subject = match parts[..] {
            [] => Subject::Home,
            [name] => {
                let mut pages = self.catalog.pages.iter();
                let page = pages.position(|page| page.slug == name).map(Subject::Page);
                let other = [Subject::Status, Subject::Offline];
                let other = other
                    .into_iter()
                    .find(|other| self.path(locale, *other) == path);
                let named =
                    || book(name).map_or(other.unwrap_or(Subject::Status), Subject::Protocol);
                page.unwrap_or_else(named)
            }
            [folder, name] => {
                let at = book(folder)?;
                let content = &self.catalog.books[at];
                let find = |slug| content.find(slug);
                let mapping = || content.mappings.iter().position(|one| one.slug == name);
                match name.split_once(slug::VERSUS) {
                    Some((a, b)) => Subject::Pair(at, find(a)?, find(b)?),
                    None if name == slug::MATRIX => Subject::Matrix(at),
                    None if name == slug::TRACE && content.trace.is_some() => Subject::Trace(at),
                    None => match find(name) {
                        Some(code) => Subject::Code(at, code),
                        None => Subject::Mapping(at, mapping()?),
                    },
                }
            }
            _ => return None,
        };
        // What was recognised must be spelled exactly so: not the higher code first, not without the slash at the end.
        let ordered = !matches!(subject, Subject::Pair(_, a, b) if a >= b);
        (ordered && self.path(locale, subject) == path).then_some((locale, subject))
    }

    /// Where the source of a page can be edited.
    pub fn edit(&self, path: &str) -> String {
        let site = &self.catalog.site;
        [&site.repository, "/edit/", &site.branch, "/", path].concat()
    }

    /// The path before every address, with a slash at the end.
    pub fn root(&self) -> String {
        format!("{}/", self.base.path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_is_taken_apart_or_refused() {
        let parts = |url| Base::parse(url).map(|base| (base.origin, base.path));
        assert_eq!(
            parts("https://a.github.io/versus/"),
            Ok(("https://a.github.io".into(), "/versus".into()))
        );
        assert_eq!(
            parts("https://example.com"),
            Ok(("https://example.com".into(), String::new()))
        );
        assert_eq!(
            parts("http://127.0.0.1:8000/"),
            Ok(("http://127.0.0.1:8000".into(), String::new()))
        );
        for bad in [
            "",
            "example.com",
            "https://",
            "https:///x",
            "https://a/\"b",
            "https://a/../b",
            "ftp://a",
        ] {
            assert!(Base::parse(bad).is_err(), "{bad}");
        }
    }
}
