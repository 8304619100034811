//! `versus new`: starter files for a code, a comparison or a protocol.

use std::fs;
use std::path::Path;

use versus::catalog::{Book, Catalog, starter};
use versus::diagnostic::Report;
use versus::schema;
use versus::slug;
use versus::source::Sources;

use crate::build::say;
use crate::{Outcome, load};

/// Writes starter files, unless there are files already.
///
/// # Errors
/// When the protocol does not exist or a name cannot be what it should be, or a file exists or cannot be written.
pub(crate) fn new(
    root: &Path,
    protocol: &str,
    name: Option<&str>,
    phrase: Option<&str>,
) -> Result<Outcome, String> {
    let inputs = load::load(root)?;
    let (sources, _) = Sources::new(&inputs);
    let catalog = Catalog::read(&sources, None, &mut Report::default());
    let catalog = catalog.ok_or("content/site.toml cannot be read; see `versus check`")?;
    let Some(name) = name else {
        return new_protocol(root, protocol, &catalog);
    };
    let known: Vec<&str> = catalog
        .books
        .iter()
        .map(|book| book.protocol.slug.as_str())
        .collect();
    let book = catalog
        .books
        .iter()
        .find(|book| book.protocol.slug == protocol);
    let book = book.ok_or_else(|| {
        let list = known.join(", ");
        format!("there is no readable protocol `{protocol}` here; there are {list}")
    })?;
    let (path, text) = match phrase {
        Some(phrase) => new_code(book, name, phrase.trim())?,
        None => new_pair(book, name)?,
    };
    write(root, &[(path, text)])
}

fn new_code(book: &Book, code: &str, phrase: &str) -> Result<(String, String), String> {
    if !slug::is_code(code) {
        return Err(format!(
            "`{code}` cannot be a code: use lower-case letters, digits and hyphens"
        ));
    }
    let protocol = &book.protocol;
    let path = format!("content/{}/codes/{code}.toml", protocol.slug);
    Ok((path, starter::code(protocol, code, phrase)))
}

fn new_pair(book: &Book, name: &str) -> Result<(String, String), String> {
    let folder = &book.protocol.slug;
    let Some((a, b)) = book.find_pair(name) else {
        return Err(format!(
            "`{name}` is not two codes that exist; a new code needs its phrase: versus new {folder} {name} \"Phrase\""
        ));
    };
    let (a, b) = (&book.codes[a], &book.codes[b]);
    let path = format!("content/{folder}/pairs/{}-{}.toml", a.slug, b.slug);
    Ok((path, starter::pair(a, b)))
}

fn new_protocol(root: &Path, slug: &str, catalog: &Catalog) -> Result<Outcome, String> {
    let tags: Vec<&str> = catalog
        .locales
        .ids()
        .map(|id| catalog.locales.get(id).tag.as_str())
        .collect();
    if !slug::is_code(slug) || slug == "pages" || tags.contains(&slug) {
        return Err(format!(
            "`{slug}` cannot be a protocol: use lower-case letters, digits and hyphens, and no name that is taken"
        ));
    }
    let mut files = vec![
        (
            format!("content/{slug}/protocol.toml"),
            starter::protocol(slug),
        ),
        (format!("content/{slug}/specs.toml"), starter::specs()),
    ];
    for tag in tags {
        files.push((format!("locales/{tag}/{slug}.ftl"), starter::words(slug)));
    }
    write(root, &files)
}

/// Writes all files or none.
fn write(root: &Path, files: &[(String, String)]) -> Result<Outcome, String> {
    for (path, _) in files {
        if root.join(path).exists() {
            return Err(format!("{path} exists already"));
        }
    }
    for (path, text) in files {
        let failed = |error: std::io::Error| format!("cannot write {path}: {error}");
        let target = root.join(path);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).map_err(failed)?;
        }
        let line = schema::of(path).map_or_else(String::new, |schema| schema::line(path, &schema));
        fs::write(&target, line + text).map_err(failed)?;
        say(&format!("wrote {path}"));
    }
    say("fill the blanks, then run `versus check`");
    Ok(Outcome::Clean)
}
