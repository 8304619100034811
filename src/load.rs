//! Reads the folders of a site into [`Inputs`].
//!
//! Files and dates are read apart: version control takes half as long to answer as it takes to check everything, and a
//! server that watches the files asks it only once.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::thread::JoinHandle;

use versus::source::Inputs;
use walkdir::WalkDir;

/// The folders that a site is made of.
pub(crate) const FOLDERS: [&str; 5] = ["content", "locales", "templates", "schemas", "static"];

/// Reads `content/`, `locales/`, `templates/`, `schemas/` and `static/` below `root`.
///
/// # Errors
/// When a folder or file cannot be read, or a name is not UTF-8.
pub(crate) fn load(root: &Path) -> Result<Inputs, String> {
    if !root.is_dir() {
        return Err(format!("{} is not a folder", root.display()));
    }
    let mut inputs = Inputs::default();
    for folder in FOLDERS {
        read_folder(root, folder, &mut inputs)?;
    }
    Ok(inputs)
}

/// Reads again the files that are said to have changed. Gives those that have; nothing when only reading everything
/// tells what is there now.
pub(crate) fn again(
    root: &Path,
    inputs: &mut Inputs,
    changed: &BTreeSet<PathBuf>,
) -> Option<Vec<String>> {
    // Everything is read before anything is taken over: what is given up halfway leaves all as it was.
    let mut found = Vec::new();
    for path in changed {
        let name = name(root, path).ok()?;
        let folder = FOLDERS
            .into_iter()
            .find(|folder| name.split('/').next() == Some(folder))?;
        if reading(path, folder) == Reading::No {
            continue;
        }
        let bytes = match fs::symlink_metadata(path) {
            // What a folder that came holds has no message of its own, and a link is refused where all is read.
            Ok(found) if !found.is_file() => return None,
            Ok(_) => Some(read(path, folder).ok()?),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(_) => return None,
        };
        let asset = name.strip_prefix("static/").map(str::to_owned);
        let files = match &asset {
            Some(_) => &inputs.assets,
            None => &inputs.texts,
        };
        let before = files.get(asset.as_ref().unwrap_or(&name));
        // What went without having been a file may have been a folder.
        if bytes.is_none() && before.is_none() {
            return None;
        }
        if before != bytes.as_ref() {
            found.push((name, asset, bytes));
        }
    }
    let mut names = Vec::new();
    for (name, asset, bytes) in found {
        let (files, key) = match asset {
            Some(asset) => (&mut inputs.assets, asset),
            None => (&mut inputs.texts, name.clone()),
        };
        match bytes {
            Some(bytes) => files.insert(key, bytes),
            None => files.remove(&key),
        };
        names.push(name);
    }
    Some(names)
}

/// What is done with a file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reading {
    /// It is read.
    Whole,
    /// It is of another kind: named, so that the check can say that nothing reads it, but not read.
    Name,
    /// An editor left it behind, or it is hidden.
    No,
}

fn reading(path: &Path, folder: &str) -> Reading {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let endings: &[&str] = match folder {
        "static" => return Reading::Whole,
        "content" => &["toml", "md", "json"],
        "locales" => &["ftl", "md"],
        "templates" => &["html"],
        _ => &["json"],
    };
    let ending = path.extension().and_then(|ending| ending.to_str());
    if name.starts_with('.') || name.ends_with(['~', '#']) {
        Reading::No
    } else if endings.contains(&ending.unwrap_or_default()) {
        Reading::Whole
    } else {
        Reading::Name
    }
}

fn read(path: &Path, folder: &str) -> Result<Vec<u8>, String> {
    if reading(path, folder) == Reading::Name {
        return Ok(Vec::new());
    }
    fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

/// The name of a file below `root`, with `/`.
fn name(root: &Path, path: &Path) -> Result<String, String> {
    let relative = path.strip_prefix(root).unwrap_or(path);
    let name = relative
        .to_str()
        .ok_or_else(|| format!("the name of {} is not UTF-8", path.display()))?;
    Ok(name.replace('\\', "/"))
}

fn read_folder(root: &Path, folder: &str, inputs: &mut Inputs) -> Result<(), String> {
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
        if entry.file_type().is_symlink() {
            return Err(format!(
                "{} is a link, which Versus does not follow; put the file itself there",
                path.display()
            ));
        }
        if !entry.file_type().is_file() || reading(path, folder) == Reading::No {
            continue;
        }
        let name = name(root, path)?;
        let bytes = read(path, folder)?;
        match name.strip_prefix("static/") {
            Some(rest) => inputs.assets.insert(rest.to_owned(), bytes),
            None => inputs.texts.insert(name, bytes),
        };
    }
    Ok(())
}

/// Days of changes, asked for while the files are read and checked.
pub(crate) struct Dates(Option<JoinHandle<BTreeMap<String, String>>>);

impl Dates {
    /// Asks version control.
    pub(crate) fn ask(root: &Path) -> Self {
        let root = root.to_owned();
        let asking = std::thread::Builder::new().name("dates".into());
        Self(asking.spawn(move || changed(&root)).ok())
    }

    /// Waits for the answer. A site without dates is a whole site.
    pub(crate) fn known(self) -> Arc<BTreeMap<String, String>> {
        let answer = self.0.and_then(|asking| asking.join().ok());
        Arc::new(answer.unwrap_or_default())
    }
}

/// The day of the last commit of each file, where git knows it. A site outside version control has no dates, nor has
/// one in a shallow clone.
fn changed(root: &Path) -> BTreeMap<String, String> {
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
