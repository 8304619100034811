//! `versus translate`: what a language lacks, starter files, and the marks that say which text a translation follows.

use std::fs;
use std::path::Path;

use versus::catalog::prose::mark;
use versus::catalog::{Book, Catalog, State, Versions};
use versus::diagnostic::Report;
use versus::locale::LocaleId;
use versus::schema;
use versus::source::Sources;

use crate::build::{print, say};
use crate::{Outcome, load};

/// Heading of the table of marks, which is always the last of a file and written by nobody else.
const MARKS: &str = "[translated_from]";

/// A file that can be translated.
struct Work<'a> {
    /// `486` or `486-600`.
    name: String,
    /// Its source.
    path: String,
    /// Where its translation stands.
    target: String,
    versions: &'a Versions,
}

/// Lists, starts or accepts translations.
///
/// # Errors
/// When a folder cannot be read or a file cannot be written, or the language or code does not exist.
pub(crate) fn translate(
    root: &Path,
    tag: &str,
    name: Option<&str>,
    accept: bool,
) -> Result<Outcome, String> {
    let inputs = load::load(root)?;
    let (sources, _) = Sources::new(&inputs);
    let mut report = Report::default();
    let catalog = Catalog::read(&sources, None, &mut report)
        .ok_or("content/site.toml cannot be read; see `versus check`")?;
    let mut translated = catalog.locales.translated();
    let locale = translated
        .find(|id| catalog.locales.get(*id).tag == tag)
        .ok_or_else(|| {
            let tags: Vec<&str> = catalog
                .locales
                .translated()
                .map(|id| catalog.locales.get(id).tag.as_str())
                .collect();
            format!(
                "`{tag}` is not a language that is translated here; there are {}",
                tags.join(", ")
            )
        })?;
    let all: Vec<Work<'_>> = catalog
        .books
        .iter()
        .flat_map(|book| works(book, tag, &sources))
        .collect();
    let chosen: Vec<&Work<'_>> = all
        .iter()
        .filter(|work| name.is_none_or(|name| work.name == name))
        .collect();
    if chosen.is_empty() {
        return Err(match name {
            Some(name) => format!("there is no code or pair `{name}`"),
            None => "there is nothing to translate that can be read; see `versus check`".to_owned(),
        });
    }
    if accept {
        return accept_all(root, &chosen, locale);
    }
    match (name, chosen.first()) {
        (Some(_), Some(work)) => start(root, work, locale),
        _ => list(&chosen, locale),
    }
}

/// Codes and pairs, the ones that people ask for first.
fn works<'a>(book: &'a Book, tag: &str, sources: &Sources) -> Vec<Work<'a>> {
    let mut codes: Vec<usize> = Vec::new();
    let popular = book.popular.iter().flat_map(|(a, b)| [*a, *b]);
    for code in popular.chain(0..book.codes.len()) {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for pair in book.popular.iter().chain(book.pairs.keys()) {
        if book.pairs.contains_key(pair) && !pairs.contains(pair) {
            pairs.push(*pair);
        }
    }
    let work = |name: String, versions: &'a Versions| {
        let path = sources.get(versions.file(LocaleId::FIRST)?).path.clone();
        let folder = format!("content/{}/", book.protocol.slug);
        let target = path.replacen(&folder, &format!("{folder}{tag}/"), 1);
        Some(Work {
            name,
            path,
            target,
            versions,
        })
    };
    let codes = codes
        .into_iter()
        .map(|code| (book.codes[code].slug.clone(), &book.codes[code].prose));
    let pairs = pairs.into_iter().map(|pair| {
        let name = format!("{}-{}", book.codes[pair.0].slug, book.codes[pair.1].slug);
        (name, &book.pairs[&pair].prose)
    });
    codes
        .chain(pairs)
        .filter_map(|(name, versions)| work(name, versions))
        .collect()
}

/// Fields of a file that need work, each with what is the matter.
fn open(work: &Work<'_>, locale: LocaleId) -> Vec<(&'static str, &'static str)> {
    let fields = work.versions.fields.iter().enumerate();
    fields
        .filter_map(|(i, field)| match work.versions.state(i, locale)? {
            State::Missing => Some((field.key, "missing")),
            State::Stale => Some((field.key, "out of date")),
            State::Unmarked => Some((field.key, "not accepted")),
            State::Current => None,
        })
        .collect()
}

fn list(works: &[&Work<'_>], locale: LocaleId) -> Result<Outcome, String> {
    let mut out = String::new();
    let mut count = 0;
    for work in works {
        for (key, what) in open(work, locale) {
            out.push_str(&format!("{}: {key}: {what}\n", work.target));
            count += 1;
        }
    }
    print(&out)?;
    say(&match count {
        0 => "every text is translated and follows its source".to_owned(),
        1 => "1 text needs work".to_owned(),
        _ => format!("{count} texts need work"),
    });
    Ok(Outcome::Clean)
}

/// Writes a starter file, or shows what the file that is there still needs.
fn start(root: &Path, work: &Work<'_>, locale: LocaleId) -> Result<Outcome, String> {
    let open = open(work, locale);
    let line = schema::of(&work.target)
        .map_or_else(String::new, |schema| schema::line(&work.target, &schema));
    let mut starter = format!(
        "{line}# Translation of {}. The source of each text stands above it.\n",
        work.path
    );
    for (i, field) in work.versions.fields.iter().enumerate() {
        let Some(source) = work.versions.located(i, LocaleId::FIRST) else {
            continue;
        };
        let Some((key, what)) = open.iter().find(|(key, _)| *key == field.key) else {
            continue;
        };
        starter.push_str(&format!("\n# {key} ({what}):\n"));
        for line in source.value.lines() {
            starter.push_str(format!("# {line}").trim_end());
            starter.push('\n');
        }
        let empty = if source.value.contains('\n') {
            "'''\n'''"
        } else {
            "\"\""
        };
        starter.push_str(&format!("{key} = {empty}\n"));
    }
    let target = root.join(&work.target);
    if open.is_empty() {
        say(&format!("{} needs nothing", work.target));
    } else if target.exists() {
        print(&starter)?;
        say(&format!(
            "{} exists; put what is shown above into it",
            work.target
        ));
    } else {
        let failed = |error: std::io::Error| format!("cannot write {}: {error}", work.target);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).map_err(failed)?;
        }
        fs::write(&target, starter).map_err(failed)?;
        say(&format!(
            "wrote {}; when it is done, run `versus translate --accept` for it",
            work.target
        ));
    }
    Ok(Outcome::Clean)
}

/// Records for every text that is there that it follows its source as it is now.
fn accept_all(root: &Path, works: &[&Work<'_>], locale: LocaleId) -> Result<Outcome, String> {
    let mut written = 0;
    for work in works
        .iter()
        .filter(|work| work.versions.file(locale).is_some())
    {
        let path = root.join(&work.target);
        let text = fs::read_to_string(&path)
            .map_err(|error| format!("cannot read {}: {error}", work.target))?;
        let body = text
            .split_once(&format!("\n{MARKS}"))
            .map_or(text.as_str(), |(body, _)| body)
            .trim_end();
        let mut marked = format!("{body}\n\n{MARKS}\n");
        for (i, field) in work.versions.fields.iter().enumerate() {
            let source = work.versions.located(i, LocaleId::FIRST);
            if let Some(source) = source.filter(|_| work.versions.located(i, locale).is_some()) {
                marked.push_str(&format!("{} = \"{}\"\n", field.key, mark(&source.value)));
            }
        }
        if marked != text {
            fs::write(&path, marked)
                .map_err(|error| format!("cannot write {}: {error}", work.target))?;
            written += 1;
        }
    }
    say(&format!("{written} files changed"));
    Ok(Outcome::Clean)
}
