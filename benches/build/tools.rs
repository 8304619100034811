//! Running the program, measuring it, and the files that it takes.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use rayon::prelude::*;
use versus::site::Site;

use crate::support::add_folder;
use crate::{PROGRAM, SOURCES};

/// Everything that a build publishes, in memory.
pub(crate) fn outputs(site: &Site) -> Vec<(String, Vec<u8>)> {
    let pages = site
        .pages()
        .par_iter()
        .filter_map(|page| site.page(*page).ok());
    let pages: Vec<_> = pages.map(|page| (page.path, page.bytes)).collect();
    let made = site.machine_files().into_iter();
    let made = made.filter_map(|file| site.machine_file(file).ok());
    let files = site
        .files()
        .unwrap_or_default()
        .into_iter()
        .cloned()
        .chain(made);
    files
        .map(|file| (file.path, file.bytes))
        .chain(pages)
        .collect()
}

/// The least that writing takes: each thread makes the folders and files of a part, in order.
pub(crate) fn floor(files: &[(String, Vec<u8>)], out: &Path) -> f64 {
    let start = Instant::now();
    files.par_iter().for_each(|(path, bytes)| {
        let to = out.join(path);
        let mut file = File::create_new(&to).unwrap_or_else(|_| {
            fs::create_dir_all(to.parent().expect("a folder")).expect("writable");
            File::create_new(&to).expect("writable")
        });
        file.write_all(bytes).expect("writable");
    });
    seconds(start)
}

pub(crate) struct Build {
    pub(crate) seconds: f64,
    pub(crate) load: f64,
    pub(crate) publish: f64,
    pub(crate) written: usize,
}

pub(crate) fn build(root: &Path, out: &Path) -> Build {
    let start = Instant::now();
    let output = Command::new(PROGRAM)
        .arg("--root")
        .arg(root)
        .args(["build", "--out"])
        .arg(out)
        .output()
        .expect("runs");
    let seconds = seconds(start);
    let says = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{says}");
    let before = |what: &str| {
        let words = says.split(what).next().unwrap_or_default();
        words
            .rsplit([' ', '(', ','])
            .find(|word| !word.is_empty())
            .and_then(|word| word.parse::<f64>().ok())
    };
    Build {
        seconds,
        load: before(" s to load").unwrap_or_default(),
        publish: before(" s to publish").unwrap_or_default(),
        written: before(" written").unwrap_or_default() as usize,
    }
}

/// The most memory that a build holds, in megabytes, as the system counts it for the process.
pub(crate) fn peak(root: &Path, out: &Path) -> f64 {
    let mut child = Command::new(PROGRAM)
        .arg("--root")
        .arg(root)
        .args(["build", "--out"])
        .arg(out)
        .stderr(Stdio::null())
        .spawn()
        .expect("runs");
    let (most, done) = (AtomicU64::new(0), AtomicBool::new(false));
    let status = PathBuf::from(format!("/proc/{}/status", child.id()));
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                let text = fs::read_to_string(&status).unwrap_or_default();
                let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
                let found = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok());
                most.fetch_max(found.unwrap_or(0), Ordering::Relaxed);
                std::thread::sleep(Duration::from_millis(1));
            }
        });
        assert!(child.wait().is_ok_and(|status| status.success()));
        done.store(true, Ordering::Relaxed);
    });
    most.load(Ordering::Relaxed) as f64 / 1024.0
}

/// Lets the disk finish what came before, then measures.
pub(crate) fn quiet<T>(folder: &Path, measure: impl FnOnce() -> T) -> T {
    drop(fs::create_dir_all(folder));
    drop(File::open(folder).map(rustix::fs::syncfs));
    measure()
}

pub(crate) fn read_inputs(root: &Path) -> versus::source::Inputs {
    let mut inputs = versus::source::Inputs::default();
    for folder in SOURCES.into_iter().filter(|folder| *folder != "static") {
        add_folder(&root.join(folder), folder, &mut inputs.texts);
    }
    add_folder(&root.join("static"), "", &mut inputs.assets);
    inputs
}

pub(crate) fn copy_sources(from: &Path, to: &Path) {
    clear(to);
    for folder in SOURCES {
        let mut files = std::collections::BTreeMap::new();
        add_folder(&from.join(folder), folder, &mut files);
        for (path, bytes) in files {
            let path = to.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("writable");
            fs::write(path, bytes).expect("writable");
        }
    }
}

/// A file with a text put after a known one, in place of what was put there before.
pub(crate) struct Edited {
    file: PathBuf,
    original: String,
    after: &'static str,
}

impl Edited {
    pub(crate) fn new(file: PathBuf, after: &'static str) -> Self {
        let original = fs::read_to_string(&file).expect("readable");
        assert!(original.contains(after), "{} has changed", file.display());
        Self {
            file,
            original,
            after,
        }
    }

    pub(crate) fn insert(&self, text: &str) {
        let text = format!("{}{text}", self.after);
        fs::write(&self.file, self.original.replacen(self.after, &text, 1)).expect("writable");
    }
}

pub(crate) fn clear(folder: &Path) {
    if folder.exists() {
        fs::remove_dir_all(folder).expect("removable");
    }
}

pub(crate) fn seconds(start: Instant) -> f64 {
    start.elapsed().as_secs_f64()
}

pub(crate) fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or_default()
}

pub(crate) fn line(what: &str, seconds: f64, note: &str) {
    println!("  {what:28} {seconds:8.3} s  {note}");
}
