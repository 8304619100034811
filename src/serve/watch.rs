//! Notices that files have changed.
//!
//! The system tells of most changes at once. What it does not tell (a folder that was deleted and made anew, a disk
//! that tells nothing, a limit reached) is found by reading everything again every two seconds, so that a lost message
//! costs two seconds and never the truth.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher as _};
use tokio::sync::watch::Sender;

use super::{Reader, SWEEP, Shown};
use crate::build::say;
use crate::load::FOLDERS;

/// A file was closed, moved or deleted: nothing more is to come of it.
const WHOLE: Duration = Duration::from_millis(2);
/// A file was written to and is still open.
const PARTIAL: Duration = Duration::from_millis(20);
/// Whatever goes on being written, it is read after so long.
const PATIENCE: Duration = Duration::from_millis(200);

/// What a message of the system means here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Change {
    Partial,
    Whole,
    /// A folder may have come or gone, so that what is watched may have to be watched anew.
    Folders,
    /// Messages were lost.
    All,
}

/// What came to the files that it names.
type Message = (Change, Vec<PathBuf>);

/// The system, asked to tell of changes.
pub(super) struct Watching {
    watcher: Option<RecommendedWatcher>,
    messages: Receiver<Message>,
}

impl Watching {
    /// Begins to watch. What changes from now on is told, so the site is read after this.
    pub(super) fn new(root: &Path) -> Self {
        let (sender, messages) = channel();
        let handler = {
            let root = root.to_path_buf();
            move |event: notify::Result<Event>| {
                let Ok(event) = event else { return };
                if let Some(change) = meaning(&event, &root) {
                    // The other end is gone only when the program ends.
                    let _ = sender.send((change, event.paths));
                }
            }
        };
        let mut watcher = notify::recommended_watcher(handler)
            .map_err(|error| {
                say(&format!(
                    "the system does not tell of changes ({error}); looking every {} s",
                    SWEEP.as_secs()
                ))
            })
            .ok();
        attend(watcher.as_mut(), root);
        Self { watcher, messages }
    }

    /// Reads the site whenever it changes, and shows what came of it.
    pub(super) fn run(mut self, mut reader: Reader, shown: &Sender<Arc<Shown>>) {
        let root = reader.root.clone();
        loop {
            let told = match self.messages.recv_timeout(SWEEP) {
                Ok(change) => Some(settle(&self.messages, change)),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => {
                    std::thread::sleep(SWEEP);
                    None
                }
            };
            let (folders, paths) = told.unzip();
            let folders = folders.unwrap_or_default();
            if folders {
                attend(self.watcher.as_mut(), &root);
            }
            if let Some(next) = reader.read(paths.flatten().as_ref()) {
                // The old state is put away after the new one is shown.
                drop(shown.send_replace(next));
                reader.tidy();
                if !folders {
                    attend(self.watcher.as_mut(), &root);
                }
            }
        }
    }
}

/// Watches the root for its folders, and the folders whole. Watching again what is watched already does no harm.
fn attend(watcher: Option<&mut RecommendedWatcher>, root: &Path) {
    let Some(watcher) = watcher else { return };
    // What is not there is noticed when it comes, in the root or by the sweep.
    drop(watcher.watch(root, RecursiveMode::NonRecursive));
    for folder in FOLDERS {
        let folder = root.join(folder);
        if folder.is_dir() {
            drop(watcher.watch(&folder, RecursiveMode::Recursive));
        }
    }
}

/// Nothing when a message does not concern the site, as most: reading the files tells that they were read.
fn meaning(event: &Event, root: &Path) -> Option<Change> {
    let ours = |path: &std::path::PathBuf| {
        FOLDERS
            .iter()
            .any(|folder| path.starts_with(root.join(folder)))
    };
    if event.need_rescan() {
        return Some(Change::All);
    }
    if !event.paths.iter().any(ours) {
        return None;
    }
    match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => Some(Change::Whole),
        EventKind::Access(_) => None,
        EventKind::Modify(ModifyKind::Name(_)) | EventKind::Remove(_) => Some(Change::Folders),
        EventKind::Create(_) if event.paths.iter().any(|path| path.is_dir()) => {
            Some(Change::Folders)
        }
        _ => Some(Change::Partial),
    }
}

/// Waits until nothing more comes. Gives whether a folder was concerned, and the files, where the messages tell.
fn settle(messages: &Receiver<Message>, first: Message) -> (bool, Option<BTreeSet<PathBuf>>) {
    let started = Instant::now();
    let (mut last, paths) = first;
    let mut all = last == Change::All;
    let mut folders = last == Change::Folders;
    let mut files: BTreeSet<PathBuf> = paths.into_iter().collect();
    while started.elapsed() < PATIENCE {
        let quiet = if last == Change::Partial {
            PARTIAL
        } else {
            WHOLE
        };
        match messages.recv_timeout(quiet) {
            Ok((change, paths)) => {
                last = change;
                files.extend(paths);
            }
            Err(_) => break,
        }
        folders |= last == Change::Folders;
        all |= last == Change::All;
    }
    (folders || all, (!all).then_some(files))
}
