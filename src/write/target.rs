//! Which folders may be written.

use std::fs;
use std::path::{Path, PathBuf};

use super::MARKER;

/// Refuses an output folder that would become an input of the next build, or that the inputs stand in.
///
/// # Errors
/// When it does.
pub(crate) fn outside(root: &Path, target: &Path, inputs: &[&str]) -> Result<(), String> {
    let (root, target) = (resolved(root), resolved(target));
    if root.starts_with(&target) {
        return Err(format!(
            "{} holds the sources of the site; name another folder with --out",
            target.display()
        ));
    }
    match inputs
        .iter()
        .find(|folder| target.starts_with(resolved(&root.join(folder))))
    {
        Some(folder) => Err(format!(
            "{} is inside {folder}/, which the site is made from; name another folder with --out",
            target.display()
        )),
        None => Ok(()),
    }
}

/// A path without links, as far as it exists.
fn resolved(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let known = path
        .ancestors()
        .find_map(|known| Some((known.canonicalize().ok()?, known)));
    match known {
        Some((real, known)) => {
            let rest = path.strip_prefix(known).unwrap_or(Path::new(""));
            real.join(rest)
        }
        None => path,
    }
}

/// Whether there is a site of ours. Nothing, and an empty folder, may be taken; anything else is refused.
pub(super) fn check_ours(target: &Path) -> Result<bool, String> {
    let Ok(found) = fs::symlink_metadata(target) else {
        return Ok(false);
    };
    if !found.is_dir() {
        return Err(format!("{} is not a folder", target.display()));
    }
    if target.join(MARKER).is_file() {
        return Ok(true);
    }
    let mut entries = fs::read_dir(target)
        .map_err(|error| format!("cannot read {}: {error}", target.display()))?;
    if entries.next().is_none() {
        return Ok(false);
    }
    Err(format!(
        "{} was not made by Versus and is not empty; name another folder with --out, or delete it",
        target.display()
    ))
}
