//! `versus schema`: what editors need to complete and check content files.

use std::fs;
use std::path::{Path, PathBuf};

use versus::catalog::Catalog;
use versus::diagnostic::Report;
use versus::messages::Messages;
use versus::schema;
use versus::source::Sources;

use crate::build::say;
use crate::{Outcome, load};

/// Writes the schemas. Works on content with problems too: who changes a declaration needs them to mend the rest.
///
/// # Errors
/// When a folder cannot be read or a file cannot be written.
pub(crate) fn schemas(root: &Path, out: Option<PathBuf>) -> Result<Outcome, String> {
    let inputs = load::load(root)?;
    let (sources, _) = Sources::new(&inputs);
    let mut report = Report::default();
    let catalog = Catalog::read(&sources, None, &mut report)
        .ok_or("content/site.toml cannot be read; see `versus check`")?;
    let messages = Messages::read(&sources, &catalog.locales, &catalog.terms, &mut report);
    let out = out.unwrap_or_else(|| root.join(schema::FOLDER));
    let mut written = 0;
    for (path, text) in schema::files(&catalog, &messages) {
        let target = out.join(path.trim_start_matches(schema::FOLDER));
        if fs::read_to_string(&target).is_ok_and(|there| there == text) {
            continue;
        }
        let failed = |error: std::io::Error| format!("cannot write {}: {error}", target.display());
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).map_err(failed)?;
        }
        fs::write(&target, text).map_err(failed)?;
        written += 1;
    }
    say(&format!("{written} files changed in {}", out.display()));
    Ok(Outcome::Clean)
}
