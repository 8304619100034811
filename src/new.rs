//! `versus new`: a starter file for a code.

use std::fs;
use std::path::Path;

use versus::catalog::{Catalog, starter};
use versus::diagnostic::Report;
use versus::schema;
use versus::slug;
use versus::source::Sources;

use crate::build::say;
use crate::{Outcome, load};

/// Writes a starter file for a code, unless there is a file already.
///
/// # Errors
/// When the protocol does not exist, the name cannot be a code, or the file exists or cannot be written.
pub(crate) fn new(
    root: &Path,
    protocol: &str,
    code: &str,
    phrase: &str,
) -> Result<Outcome, String> {
    let inputs = load::load(root)?;
    let (sources, _) = Sources::new(&inputs);
    let catalog = Catalog::read(&sources, None, &mut Report::default());
    let catalog = catalog.ok_or("content/site.toml cannot be read; see `versus check`")?;
    let book = catalog
        .books
        .iter()
        .find(|book| book.protocol.slug == protocol)
        .ok_or_else(|| {
            let known: Vec<&str> = catalog
                .books
                .iter()
                .map(|book| book.protocol.slug.as_str())
                .collect();
            format!(
                "there is no protocol `{protocol}` here; there are {}",
                known.join(", ")
            )
        })?;
    if !slug::is_code(code) {
        return Err(format!(
            "`{code}` cannot be a code: use lower-case letters, digits and hyphens"
        ));
    }
    let path = format!("content/{protocol}/codes/{code}.toml");
    let target = root.join(&path);
    if target.exists() {
        return Err(format!("{path} exists already"));
    }
    let line = schema::of(&path).map_or_else(String::new, |schema| schema::line(&path, &schema));
    let text = line + &starter::code(&book.protocol, code, phrase.trim());
    fs::write(&target, text).map_err(|error| format!("cannot write {path}: {error}"))?;
    say(&format!(
        "wrote {path}; fill its blanks, then run `versus check`"
    ));
    Ok(Outcome::Clean)
}
