//! Publishes a site: builds a new tree beside the old one and swaps it in whole.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, FlockOperation, RenameFlags, flock, renameat_with};

/// Marks a folder as made by Versus, so that only such folders are ever replaced.
const MARKER: &str = ".versus";
const MARKER_TEXT: &str = "This folder is made by `versus build`, which replaces it whole. Do not keep your own files here.\n";

/// A site in the making. Dropped without [`Staging::publish`], it leaves the published folder as it was.
#[derive(Debug)]
pub(crate) struct Staging {
    target: PathBuf,
    fresh: PathBuf,
    /// Holds the lock; the system releases it even if the program is killed.
    _lock: File,
    published: bool,
}

impl Staging {
    /// Prepares to publish into `target`.
    ///
    /// # Errors
    /// When the folder is not ours, another build is running, or the disk refuses.
    pub(crate) fn new(target: &Path) -> Result<Self, String> {
        let target = std::path::absolute(target)
            .map_err(|error| format!("cannot use {}: {error}", target.display()))?;
        let (Some(parent), Some(name)) = (target.parent(), target.file_name()) else {
            return Err(format!("{} cannot be an output folder", target.display()));
        };
        let name = name.to_string_lossy();
        let say =
            |what: &str, error: io::Error| format!("cannot {what} {}: {error}", parent.display());
        fs::create_dir_all(parent).map_err(|error| say("create", error))?;
        let lock = File::create(parent.join(format!(".{name}.versus-lock")))
            .map_err(|error| say("write to", error))?;
        flock(&lock, FlockOperation::NonBlockingLockExclusive)
            .map_err(|_| format!("another build into {} is running", target.display()))?;
        let fresh = parent.join(format!(".{name}.versus-new"));
        // What an interrupted build left behind.
        remove(&fresh).map_err(|error| say("clean up in", error))?;
        check_ours(&target)?;
        fs::create_dir(&fresh).map_err(|error| say("write to", error))?;
        fs::write(fresh.join(MARKER), MARKER_TEXT).map_err(|error| say("write to", error))?;
        Ok(Self {
            target,
            fresh,
            _lock: lock,
            published: false,
        })
    }

    /// Adds a file. One that the published site has with the same content is linked, not written.
    ///
    /// Returns whether it was written.
    ///
    /// # Errors
    /// When the disk refuses, or the path would leave the folder.
    pub(crate) fn add(&self, path: &str, bytes: &[u8]) -> Result<bool, String> {
        if path
            .split('/')
            .any(|part| part.is_empty() || part == "." || part == "..")
        {
            return Err(format!("`{path}` is not a path inside the site"));
        }
        let to = self.fresh.join(path);
        let say = |error: io::Error| format!("cannot write {}: {error}", to.display());
        if let Some(folder) = to.parent()
            && !folder.is_dir()
        {
            fs::create_dir_all(folder).map_err(say)?;
        }
        let old = self.target.join(path);
        let same = fs::symlink_metadata(&old)
            .is_ok_and(|old| old.is_file() && old.len() == bytes.len() as u64)
            && fs::read(&old).is_ok_and(|old| old == bytes);
        if same && fs::hard_link(&old, &to).is_ok() {
            return Ok(false);
        }
        let mut file = File::create_new(&to).map_err(say)?;
        file.write_all(bytes).map_err(say)?;
        Ok(true)
    }

    /// Puts the new tree where the old one was.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) fn publish(mut self) -> Result<(), String> {
        let say = |error: io::Error| format!("cannot publish {}: {error}", self.target.display());
        if self.target.exists() {
            // One step in the file system: whoever looks sees the old site or the new one.
            let swapped = renameat_with(CWD, &self.fresh, CWD, &self.target, RenameFlags::EXCHANGE);
            if swapped.is_err() {
                let old = self.fresh.with_extension("versus-old");
                remove(&old).map_err(say)?;
                fs::rename(&self.target, &old).map_err(say)?;
                fs::rename(&self.fresh, &self.target).map_err(say)?;
                fs::rename(&old, &self.fresh).map_err(say)?;
            }
            remove(&self.fresh).map_err(say)?;
        } else {
            fs::rename(&self.fresh, &self.target).map_err(say)?;
        }
        self.published = true;
        Ok(())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if !self.published {
            // The report of what went wrong is already on its way; the next build cleans up what stays.
            let _ = remove(&self.fresh);
        }
    }
}

fn check_ours(target: &Path) -> Result<(), String> {
    let Ok(found) = fs::symlink_metadata(target) else {
        return Ok(());
    };
    if !found.is_dir() {
        return Err(format!("{} is not a folder", target.display()));
    }
    let empty = fs::read_dir(target).is_ok_and(|mut entries| entries.next().is_none());
    if empty || target.join(MARKER).is_file() {
        return Ok(());
    }
    Err(format!(
        "{} was not made by Versus and is not empty; name another folder with --out, or delete it",
        target.display()
    ))
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}
