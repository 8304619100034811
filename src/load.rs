//! Reads the folders of a site into [`Inputs`].
//!
//! Files and dates are read apart, because a server that watches the files reads them again and again.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use versus::source::Inputs;
use walkdir::WalkDir;

/// The folders that a site is made of.
pub(crate) const FOLDERS: [&str; 5] = ["content", "locales", "templates", "schemas", "static"];

/// Reads everything below `root` that a site is made of, and asks version control when files changed.
///
/// # Errors
/// When a folder or file cannot be read, or a name is not UTF-8.
pub(crate) fn load(root: &Path) -> Result<Inputs, String> {
    let mut inputs = files(root)?;
    inputs.changed = changed(root);
    Ok(inputs)
}

/// Reads `content/`, `locales/`, `templates/`, `schemas/` and `static/` below `root`.
///
/// # Errors
/// When a folder or file cannot be read, or a name is not UTF-8.
pub(crate) fn files(root: &Path) -> Result<Inputs, String> {
    if !root.is_dir() {
        return Err(format!("{} is not a folder", root.display()));
    }
    let mut inputs = Inputs::default();
    for (folder, endings) in [
        ("content", &["toml", "md", "json"][..]),
        ("locales", &["ftl", "md"]),
        ("templates", &["html"]),
        ("schemas", &["json"]),
    ] {
        read_folder(root, folder, Some(endings), &mut inputs.texts)?;
    }
    let mut assets = BTreeMap::new();
    read_folder(root, "static", None, &mut assets)?;
    inputs.assets = assets
        .into_iter()
        .map(|(path, bytes)| (path["static/".len()..].to_owned(), bytes))
        .collect();
    Ok(inputs)
}

fn read_folder(
    root: &Path,
    folder: &str,
    endings: Option<&[&str]>,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), String> {
    let start = root.join(folder);
    if fs::symlink_metadata(&start).is_err() {
        return Ok(());
    }
    // Links are not followed: one could lead out of the site and publish what was never meant to be.
    for entry in WalkDir::new(&start)
        .follow_root_links(false)
        .sort_by_file_name()
    {
        let entry = entry.map_err(|error| format!("cannot read {}: {error}", start.display()))?;
        let path = entry.path();
        let relative = path.strip_prefix(root).unwrap_or(path);
        let hidden = entry.file_name().to_string_lossy().starts_with('.') && folder != "static";
        if entry.file_type().is_symlink() {
            return Err(format!(
                "{} is a link, which Versus does not follow; put the file itself there",
                path.display()
            ));
        }
        if !entry.file_type().is_file() || hidden {
            continue;
        }
        let Some(name) = relative.to_str() else {
            return Err(format!("the name of {} is not UTF-8", path.display()));
        };
        let ending = path
            .extension()
            .and_then(|ending| ending.to_str())
            .unwrap_or_default();
        // What an editor leaves behind is nobody's file.
        if folder != "static" && (name.ends_with('~') || name.ends_with('#')) {
            continue;
        }
        // A file of another kind is named, so that the check can say that nothing reads it, but not read.
        if endings.is_some_and(|endings| !endings.contains(&ending)) {
            files.insert(name.replace('\\', "/"), Vec::new());
            continue;
        }
        let bytes =
            fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
        files.insert(name.replace('\\', "/"), bytes);
    }
    Ok(())
}

/// The day of the last commit of each file, where git knows it. A site outside version control has no dates, nor has
/// one in a shallow clone.
pub(crate) fn changed(root: &Path) -> BTreeMap<String, String> {
    let mut days = BTreeMap::new();
    // Where the history is cut off, every file seems to be as old as the cut: no date is better than a wrong one.
    let shallow = Command::new("git")
        .arg("-C")
        .arg(root)
        .args(["rev-parse", "--is-shallow-repository"])
        .output();
    if !shallow.is_ok_and(|answer| answer.stdout.starts_with(b"false")) {
        return days;
    }
    let log = Command::new("git")
        .arg("-C")
        .arg(root)
        .args([
            "log",
            "--format=%x00%cs",
            "--name-only",
            "--relative",
            "--no-renames",
            "--",
            "content",
        ])
        .output();
    let Ok(log) = log else { return days };
    let mut day = String::new();
    for line in String::from_utf8_lossy(&log.stdout).lines() {
        if let Some(date) = line.strip_prefix('\0') {
            date.clone_into(&mut day);
        } else if !line.is_empty() {
            // The newest commit comes first.
            days.entry(line.to_owned()).or_insert_with(|| day.clone());
        }
    }
    days
}
