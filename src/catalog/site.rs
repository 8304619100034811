//! What `site.toml` says, and the free pages under `content/pages/`.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Id, Report};
use crate::locale::{Locale, Locales};
use crate::markdown::{self, Place};
use crate::source::{FileId, Located, Sources, Span};
use crate::toml_file::{self, Field, Kind, Table, optional, required, unknown_value};

/// What the file may hold.
pub const FIELDS: &[Field] = &[
    required("title", Kind::Text, "the name of the site"),
    required(
        "base_url",
        Kind::Text,
        "where the site will stand, for example https://name.github.io/versus/",
    ),
    optional(
        "domain",
        Kind::Text,
        "your own domain, for GitHub Pages that are published from a branch: it goes into the file CNAME",
    ),
    required(
        "repository",
        Kind::Https,
        "where the content can be edited, for example https://github.com/name/versus",
    ),
    optional(
        "branch",
        Kind::Text,
        "the branch that edits go to; main if left out",
    ),
    required(
        "locales",
        Kind::Texts,
        "tags of the languages; the first stands at the root",
    ),
    required(
        "license",
        Kind::Text,
        "the SPDX identifier of the license of the texts, for example CC-BY-4.0",
    ),
    required(
        "license_url",
        Kind::Https,
        "where the license of the texts can be read",
    ),
    optional(
        "complete",
        Kind::Texts,
        "tags of the languages in which every text must be translated",
    ),
];

/// What `site.toml` says.
#[derive(Debug, Clone)]
pub struct SiteFile {
    /// Name of the site.
    pub title: String,
    /// Where it will stand.
    pub base_url: Located<String>,
    /// Its own domain, when it is published from a branch of GitHub Pages.
    pub domain: Option<String>,
    /// Where content can be edited, without a slash at the end.
    pub repository: String,
    /// Branch that edits go to.
    pub branch: String,
    /// SPDX identifier of the license of the texts.
    pub license: String,
    /// Where the license can be read.
    pub license_url: String,
    /// Tags of the languages in which every text must be translated.
    pub complete: Vec<String>,
}

/// Reads `site.toml`.
pub(super) fn read(
    file: FileId,
    sources: &Sources,
    report: &mut Report,
) -> Option<(SiteFile, Locales)> {
    let root = toml_file::parse(sources, file, report)?;
    let table = Table::of_file(&root, file, FIELDS, sources, report);
    let tags = table.texts("locales");
    let mut locales = Vec::new();
    for (i, tag) in tags.iter().enumerate() {
        // A tag that stands twice has been reported.
        if tags[..i].iter().any(|first| first.value == tag.value) {
            continue;
        }
        match Locale::new(&tag.value) {
            Some(locale) => locales.push(locale),
            None => {
                let message = format!("`{}` is not the tag of a language", tag.value);
                report.push(
                    Diagnostic::new(Id::UnknownValue, message)
                        .at(tag.span, "")
                        .help("a BCP 47 tag such as `ja`"),
                );
            }
        }
    }
    if locales.is_empty() || locales.len() > 100 {
        if table.has("locales") {
            report.push(
                Diagnostic::new(Id::BadText, "`locales` must list at least one language")
                    .at(table.span, ""),
            );
        }
        return None;
    }
    let repository = table.text("repository")?;
    let license_url = table.text("license_url");
    let complete = table.texts("complete");
    for tag in complete
        .iter()
        .filter(|tag| !tags.iter().any(|known| known.value == tag.value))
    {
        report.push(unknown_value(
            tag,
            "a language of this site",
            tags.iter().map(|tag| tag.value.as_str()),
        ));
    }
    let base_url = table.text("base_url")?;
    let domain = table.text("domain");
    if let Some(domain) = &domain {
        let host = base_url.value.trim_end_matches('/').split("://").nth(1);
        if host != Some(domain.value.as_str()) {
            report.push(
                Diagnostic::new(Id::BadLink, "`domain` and `base_url` name different places")
                    .at(domain.span, "a host, and nothing else")
                    .other(
                        base_url.span,
                        "a site with its own domain stands at its root",
                    )
                    .help(format!(
                        "write `base_url = \"https://{}/\"`, or leave `domain` out",
                        domain.value
                    )),
            );
        }
    }
    let site = SiteFile {
        title: table.text("title")?.value,
        domain: domain.map(|domain| domain.value),
        base_url,
        repository: repository.value.trim_end_matches('/').to_owned(),
        branch: table
            .text("branch")
            .map_or_else(|| "main".to_owned(), |branch| branch.value),
        license: table.text("license")?.value,
        license_url: license_url?.value,
        complete: complete.into_iter().map(|tag| tag.value).collect(),
    };
    Some((site, Locales::new(locales)))
}

/// One language of a free page.
#[derive(Debug, Clone)]
pub struct PageText {
    /// The file.
    pub file: FileId,
    /// Its first heading.
    pub title: String,
    /// Markdown after the first heading.
    pub body: String,
    /// Published files that it links to.
    pub links: Vec<Located<String>>,
}

/// A free page.
#[derive(Debug)]
pub struct Page {
    /// Name, also its address.
    pub slug: String,
    /// Its texts by language; the first is always there.
    pub texts: Vec<Option<PageText>>,
    /// Where it begins.
    pub span: Span,
}

/// Reads everything under `content/pages/`.
pub(super) fn read_pages(
    locales: &Locales,
    sources: &Sources,
    used: &mut BTreeSet<FileId>,
    report: &mut Report,
) -> Vec<Page> {
    let mut pages: Vec<Page> = Vec::new();
    for locale in locales.ids() {
        let folder = match locale.index() {
            0 => "content/pages/".to_owned(),
            _ => format!("content/pages/{}/", locales.get(locale).tag),
        };
        for (file, source) in sources.below(&folder, ".md") {
            let slug = source.path[folder.len()..].trim_end_matches(".md");
            if slug.contains('/') {
                continue;
            }
            used.insert(file);
            let text = read_page(file, sources, report);
            let position = pages.iter().position(|page| page.slug == slug);
            match (position, locale.index()) {
                (None, 0) => pages.push(Page {
                    slug: slug.to_owned(),
                    texts: vec![text],
                    span: sources.first_line(file),
                }),
                (Some(i), at) => {
                    pages[i].texts.resize(at, None);
                    pages[i].texts.push(text);
                }
                (None, _) => report.push(
                    Diagnostic::new(
                        Id::UnusedFile,
                        format!("this translates the page `{slug}`, which does not exist"),
                    )
                    .at(sources.first_line(file), "")
                    .help("write the page in the first language first, or rename the file"),
                ),
            }
        }
    }
    for page in &mut pages {
        page.texts.resize(locales.len(), None);
    }
    pages
}

fn read_page(file: FileId, sources: &Sources, report: &mut Report) -> Option<PageText> {
    let text = &sources.get(file).text;
    let found = markdown::check(text, Place::Page);
    for problem in found.problems {
        let place = Span::new(file, problem.range);
        report.push(
            Diagnostic::new(problem.id, problem.message)
                .at(place, "")
                .help(problem.help),
        );
    }
    let Some((title, body)) = markdown::split_title(text) else {
        report.push(
            Diagnostic::new(Id::BadMarkdown, "a page must begin with its title")
                .at(sources.first_line(file), "")
                .help("make the first line `# Title`"),
        );
        return None;
    };
    Some(PageText {
        file,
        title: title.to_owned(),
        body: body.to_owned(),
        links: found
            .files
            .into_iter()
            .map(|link| Located {
                value: link.target,
                span: Span::new(file, link.range),
            })
            .collect(),
    })
}
