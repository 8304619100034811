//! Publishes a site: brings a second tree up to date beside the published one and swaps the two in one step.
//!
//! Beside `public` stands `.public.versus-spare`: the tree in the making, and after the swap the one that was published
//! before. What both have in common is linked, so the spare costs little space, and nothing is ever deleted wholesale. A
//! build that changes nothing touches neither tree.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, OnceLock};

use rustix::fs::{CWD, FlockOperation, OFlags, RenameFlags, flock, renameat_with};
use rustix::io::Errno;
use walkdir::WalkDir;

mod placed;
mod target;

use placed::Placed;
use target::check_ours;
pub(crate) use target::outside;

/// Marks a folder as made by Versus, so that only such folders are ever replaced.
const MARKER: &str = ".versus";
const MARKER_TEXT: &str = "This folder is made by `versus build`, which replaces it whole. Do not keep your own files here.\n";

/// A site in the making. Dropped without [`Staging::publish`], it leaves the published folder as it was.
#[derive(Debug)]
pub(crate) struct Staging {
    target: PathBuf,
    spare: PathBuf,
    /// What is published now; none when this is the first build.
    live: Option<Live>,
    /// Whether the spare tree could be prepared; empty while nothing needs it.
    ready: OnceLock<io::Result<()>>,
    /// All files so far, when a tree is published already.
    placed: Mutex<Placed>,
    /// Holds the lock; the system releases it even if the program is killed.
    _lock: File,
    published: bool,
}

/// What stands in the published folder.
#[derive(Debug)]
struct Live {
    files: usize,
    /// Whether there is nothing but files and folders. Otherwise somebody was here, and nothing is taken over.
    plain: bool,
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
        let beside = |what: &str| parent.join(format!(".{}.versus-{what}", name.to_string_lossy()));
        let say =
            |what: &str, error: io::Error| format!("cannot {what} {}: {error}", parent.display());
        fs::create_dir_all(parent).map_err(|error| say("create", error))?;
        let lock = File::create(beside("lock")).map_err(|error| say("write to", error))?;
        flock(&lock, FlockOperation::NonBlockingLockExclusive).map_err(|error| match error {
            Errno::WOULDBLOCK => format!("another build into {} is running", target.display()),
            other => say("lock a file in", other.into()),
        })?;
        let (spare, old) = (beside("spare"), beside("old"));
        check_ours(&old)?;
        check_ours(&spare)?;
        if fs::symlink_metadata(&target).is_err() && old.exists() {
            // A build was killed between the two renames of a file system that cannot swap.
            fs::rename(&old, &target).map_err(|error| say("clean up in", error))?;
        }
        remove(&old).map_err(|error| say("clean up in", error))?;
        let live = if check_ours(&target)? {
            Some(survey(&target).map_err(|error| say("read", error))?)
        } else {
            // What an interrupted first build left behind.
            remove(&spare).map_err(|error| say("clean up in", error))?;
            None
        };
        Ok(Self {
            target,
            spare,
            live,
            ready: OnceLock::new(),
            placed: Mutex::default(),
            _lock: lock,
            published: false,
        })
    }

    /// Adds a file. Returns whether it was written: one that the published site has with the same content is not.
    ///
    /// # Errors
    /// When the disk refuses, or the path would leave the folder.
    pub(crate) fn add(&self, path: &str, bytes: &[u8]) -> Result<bool, String> {
        self.place(path, || {
            let write = self.old(path).is_none_or(|file| !holds(file, bytes));
            if write {
                self.write(path, bytes)?;
            }
            Ok(write)
        })
    }

    /// The same for a file that comes in parts.
    ///
    /// # Errors
    /// As [`Staging::add`].
    pub(crate) fn add_parts(
        &self,
        path: &str,
        mut parts: impl Iterator<Item = String>,
    ) -> Result<bool, String> {
        self.place(path, || {
            let (mut same, mut other) = (0, None);
            if let Some(mut old) = self.old(path) {
                other = parts.find(|part| {
                    let equal = continues(&mut old, part.as_bytes()).unwrap_or(false);
                    same += if equal { part.len() as u64 } else { 0 };
                    !equal
                });
                if other.is_none() && same > 0 && old.metadata()?.len() == same {
                    return Ok(false);
                }
            }
            let mut file = self.put(path, |to| File::create_new(to))?;
            if let Some(old) = self.old(path).filter(|_| same > 0) {
                io::copy(&mut old.take(same), &mut file)?;
            }
            for part in other.into_iter().chain(parts) {
                file.write_all(part.as_bytes())?;
            }
            Ok(true)
        })
    }

    /// Notes where a file goes, after `write` has seen to it that it is there and told whether it had to be written.
    fn place(&self, path: &str, write: impl FnOnce() -> io::Result<bool>) -> Result<bool, String> {
        if path
            .split('/')
            .any(|part| part.is_empty() || part == "." || part == "..")
        {
            return Err(format!("`{path}` is not a path inside the site"));
        }
        let written = write().map_err(|error| {
            format!(
                "cannot write {path} below {}: {error}",
                self.target.display()
            )
        })?;
        if self.live.is_some() {
            let mut placed = self.placed.lock().map_err(|_| "a thread failed")?;
            if !placed.add(path, written) {
                return Err("there are too many files".to_owned());
            }
        }
        Ok(written)
    }

    /// A file of the published tree, if that can be trusted.
    fn old(&self, path: &str) -> Option<File> {
        self.live.as_ref().filter(|live| live.plain)?;
        File::open(self.target.join(path)).ok()
    }

    /// Makes the new tree whole and puts it where the old one was.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) fn publish(mut self) -> Result<(), String> {
        let done = match &self.live {
            None => self
                .prepare()
                .and_then(|()| fs::rename(&self.spare, &self.target)),
            Some(live) => self.replace(live),
        };
        done.map_err(|error| format!("cannot publish {}: {error}", self.target.display()))?;
        self.published = true;
        Ok(())
    }

    fn replace(&self, live: &Live) -> io::Result<()> {
        let placed = self.placed.lock();
        let mut placed = placed.map_err(|_| io::Error::other("a thread failed"))?;
        if placed.unchanged() == Some(live.files) {
            return Ok(());
        }
        self.prepare()?;
        placed.each_unchanged(|path| self.take_over(path))?;
        if let Some(path) = placed.sort() {
            return Err(io::Error::other(format!("two files want to be {path}")));
        }
        self.drop_extra(|path| placed.has(path))?;
        // One step in the file system: whoever looks sees the old site or the new one.
        if renameat_with(CWD, &self.spare, CWD, &self.target, RenameFlags::EXCHANGE).is_err() {
            let old = self.spare.with_extension("versus-old");
            fs::rename(&self.target, &old)?;
            fs::rename(&self.spare, &self.target)?;
            fs::rename(&old, &self.spare)?;
        }
        Ok(())
    }

    /// Links a file of the published tree into the spare one, unless it is there already.
    fn take_over(&self, path: &str) -> io::Result<()> {
        let from = self.target.join(path);
        let inode =
            |path: &Path| fs::symlink_metadata(path).map(|found| (found.dev(), found.ino()));
        let there = inode(&self.spare.join(path))
            .is_ok_and(|there| inode(&from).is_ok_and(|from| from == there));
        if there {
            return Ok(());
        }
        self.put(path, |to| {
            // Some file systems have no links.
            fs::hard_link(&from, to).or_else(|error| match error.kind() {
                ErrorKind::NotFound | ErrorKind::AlreadyExists => Err(error),
                _ => fs::copy(&from, to).map(drop),
            })
        })
    }

    /// Writes a file of the spare tree: into the one that stands there, which is sooner done than to make another, or anew.
    fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        self.prepare()?;
        if self.live.is_some() && overwrite(&self.spare.join(path), bytes)? {
            return Ok(());
        }
        self.put(path, |to| File::create_new(to)?.write_all(bytes))
    }

    /// Makes a file in the spare tree. What stands there before is taken away first and never written into: the
    /// published tree may share it.
    fn put<T>(&self, path: &str, make: impl Fn(&Path) -> io::Result<T>) -> io::Result<T> {
        self.prepare()?;
        let to = self.spare.join(path);
        if self.live.is_none() {
            // Nearly every page has a folder of its own, so that folder is made first.
            let folder = to.parent().unwrap_or(&self.spare);
            match fs::create_dir(folder) {
                Err(error) if error.kind() == ErrorKind::NotFound => fs::create_dir_all(folder)?,
                Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error),
                _ => {}
            }
        }
        match make(&to) {
            Ok(made) => Ok(made),
            Err(error) if error.kind() == ErrorKind::StorageFull || self.live.is_none() => {
                Err(error)
            }
            Err(_) => {
                make_way(&self.spare, Path::new(path))?;
                make(&to)
            }
        }
    }

    /// Makes sure that the spare tree is there and holds only files and folders, whatever a killed build left.
    fn prepare(&self) -> io::Result<()> {
        let ready = self.ready.get_or_init(|| {
            if fs::symlink_metadata(&self.spare).is_ok() {
                for entry in WalkDir::new(&self.spare) {
                    let entry = entry?;
                    if !entry.file_type().is_dir() && !entry.file_type().is_file() {
                        fs::remove_file(entry.path())?;
                    }
                }
            } else {
                fs::create_dir(&self.spare)?;
            }
            // A build that was killed just then leaves an empty mark.
            let marker = self.spare.join(MARKER);
            if fs::read(&marker).is_ok_and(|text| text == MARKER_TEXT.as_bytes()) {
                return Ok(());
            }
            fs::write(marker, MARKER_TEXT)
        });
        ready
            .as_ref()
            .copied()
            .map_err(|error| io::Error::new(error.kind(), error.to_string()))
    }

    /// Removes what is not wanted from the spare tree, and folders that are empty then.
    fn drop_extra(&self, wanted: impl Fn(&str) -> bool) -> io::Result<()> {
        for entry in WalkDir::new(&self.spare) {
            let entry = entry?;
            let path = entry.path();
            let name = path.strip_prefix(&self.spare).unwrap_or(path);
            let keep = name
                .to_str()
                .is_some_and(|name| name == MARKER || wanted(name));
            if entry.file_type().is_dir() || keep {
                continue;
            }
            fs::remove_file(path)?;
            let folders = path.ancestors().skip(1);
            for folder in folders.take_while(|folder| *folder != self.spare) {
                if fs::remove_dir(folder).is_err() {
                    break;
                }
            }
        }
        Ok(())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if !self.published && self.ready.get().is_some() {
            // The report of what went wrong is already on its way; the next build cleans up what stays.
            let _ = remove(&self.spare);
        }
    }
}

/// Counts the files of the published tree without our mark.
fn survey(target: &Path) -> io::Result<Live> {
    let mut live = Live {
        files: 0,
        plain: true,
    };
    for entry in WalkDir::new(target) {
        let kind = entry?.file_type();
        live.files += usize::from(!kind.is_dir());
        live.plain &= kind.is_dir() || kind.is_file();
    }
    live.files -= 1;
    Ok(live)
}

/// Whether a file has exactly this content.
fn holds(mut file: File, bytes: &[u8]) -> bool {
    let length = file.metadata().map(|found| found.len());
    length.is_ok_and(|length| length == bytes.len() as u64)
        && continues(&mut file, bytes).unwrap_or(false)
}

/// Whether a file goes on with these bytes, which are read.
fn continues(file: &mut File, bytes: &[u8]) -> io::Result<bool> {
    let mut buffer = [0; 32 * 1024];
    for part in bytes.chunks(buffer.len()) {
        let found = &mut buffer[..part.len()];
        file.read_exact(found)?;
        if found != part {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Writes into a file that has no other name: one that the published tree shares has two. Tells whether it did.
fn overwrite(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    let mut options = OpenOptions::new();
    options
        .write(true)
        .custom_flags(OFlags::NOFOLLOW.bits().cast_signed());
    let Ok(mut file) = options.open(path) else {
        return Ok(false);
    };
    let found = file.metadata()?;
    if !found.is_file() || found.nlink() != 1 {
        return Ok(false);
    }
    file.write_all(bytes)?;
    if found.len() > bytes.len() as u64 {
        file.set_len(bytes.len() as u64)?;
    }
    Ok(true)
}

/// Takes away what stands at a path, or where one of its folders should be, and makes the folders.
fn make_way(root: &Path, path: &Path) -> io::Result<()> {
    let mut at = root.to_owned();
    let mut parts = path.components().peekable();
    while let Some(Component::Normal(part)) = parts.next() {
        at.push(part);
        let last = parts.peek().is_none();
        match fs::symlink_metadata(&at) {
            Ok(found) if found.is_dir() && last => fs::remove_dir_all(&at)?,
            Ok(found) if !found.is_dir() => fs::remove_file(&at)?,
            _ => {}
        }
        if !last && !at.is_dir() {
            match fs::create_dir(&at) {
                Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error),
                _ => {}
            }
        }
    }
    Ok(())
}

/// Removes a folder of ours, the mark last: a build that is killed here leaves what the next one knows as ours.
fn remove(path: &Path) -> io::Result<()> {
    let entries = match fs::read_dir(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        other => other?,
    };
    for entry in entries {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        } else if entry.file_name() != MARKER {
            fs::remove_file(entry.path())?;
        }
    }
    fs::remove_dir_all(path)
}
