//! `versus build` and `versus check`: every page rendered, checked and written as it comes, none kept.

use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use rayon::prelude::*;
use versus::diagnostic::{self, Diagnostic, Report};
use versus::route::{Base, Subject};
use versus::site::{Output, Site};
use versus::source::Sources;

use crate::load::Dates;
use crate::write::Staging;
use crate::{Format, Outcome, load, write};

/// Builds the site into a folder.
///
/// # Errors
/// When the disk refuses.
pub(crate) fn build(
    root: &Path,
    out: Option<PathBuf>,
    base_url: Option<String>,
) -> Result<Outcome, String> {
    let started = Instant::now();
    if let Some(url) = &base_url {
        Base::parse(url).map_err(|why| format!("--base-url {url}: {why}"))?;
    }
    let (site, sources, report) = read(root, base_url)?;
    let Some(site) = site else {
        return Ok(show(&report, &sources, Format::Full));
    };
    let loaded = started.elapsed();
    let out = out.unwrap_or_else(|| root.join("public"));
    write::outside(root, &out, &load::FOLDERS)?;
    let staging = Staging::new(&out)?;
    let tally = Tally::default();
    let mut report = each_page(&site, |subject, page| {
        let written = staging.add(&page.path, &page.bytes)?;
        tally.count(Some(subject), page.bytes.len(), written);
        Ok(())
    })?;
    report.append(each_file(&site, &staging, &tally)?);
    if !report.is_empty() {
        return Ok(show(&report, &sources, Format::Full));
    }
    let rendered = started.elapsed();
    staging.publish()?;
    say(&tally.summary(&out, [loaded, rendered, started.elapsed()]));
    // The process ends here: giving back a million small pieces of memory one by one would only delay that.
    std::mem::forget(site);
    Ok(Outcome::Clean)
}

/// Reads and checks a site, and asks for dates meanwhile.
fn read(
    root: &Path,
    base_url: Option<String>,
) -> Result<(Option<Site>, Arc<Sources>, Report), String> {
    let dates = Dates::ask(root);
    let mut inputs = load::load(root)?;
    inputs.base_url = base_url;
    let (mut site, sources, report) = Site::new(&inputs);
    if let Some(site) = &mut site {
        site.date(dates.known());
    }
    Ok((site, sources, report))
}

/// Makes and writes all files that are no pages.
fn each_file(site: &Site, staging: &Staging, tally: &Tally) -> Result<Report, String> {
    let mut report = Report::default();
    let write = |file: &Output| -> Result<(), String> {
        let written = staging.add(&file.path, &file.bytes)?;
        tally.count(None, file.bytes.len(), written);
        Ok(())
    };
    match site.files() {
        Ok(files) => files.into_par_iter().try_for_each(write)?,
        Err(diagnostic) => report.push(*diagnostic),
    }
    let machine = site.machine_files().into_par_iter();
    let failed = machine.map(|file| match site.machine_parts(file) {
        Ok((path, parts)) => {
            let mut bytes = 0;
            let parts = parts.inspect(|part| bytes += part.len());
            let written = staging.add_parts(&path, parts)?;
            tally.count(None, bytes, written);
            Ok(None)
        }
        Err(diagnostic) => Ok(Some(*diagnostic)),
    });
    let failed: Vec<Option<Diagnostic>> = failed.collect::<Result<_, String>>()?;
    report.extend(failed.into_iter().flatten());
    Ok(report)
}

/// Reports every problem without writing.
///
/// # Errors
/// When a folder cannot be read.
pub(crate) fn check(root: &Path, format: Format) -> Result<Outcome, String> {
    let (site, sources, mut report) = read(root, None)?;
    if let Some(site) = &site {
        report.append(each_page(site, |_, _| Ok(()))?);
    }
    Ok(show(&report, &sources, format))
}

/// Renders all pages on all processors and hands each over. One page of each kind and language goes first: what is wrong
/// with a template is wrong with thousands of pages, and has to be found once.
fn each_page(
    site: &Site,
    take: impl Fn(Subject, Output) -> Result<(), String> + Sync,
) -> Result<Report, String> {
    let report = site.speak();
    if !report.is_empty() {
        return Ok(report);
    }
    let report = Mutex::new(report);
    let progress = Progress::new(site.pages().len());
    let (mut kinds, mut first) = (Vec::new(), Vec::new());
    for (at, page) in site.pages().iter().enumerate() {
        let kind = (std::mem::discriminant(&page.subject), page.locale);
        if !kinds.contains(&kind) {
            kinds.push(kind);
            first.push(at);
        }
    }
    for early in [true, false] {
        let pages = site.pages().par_iter().enumerate();
        let pages = pages.filter(|(at, _)| first.binary_search(at).is_ok() == early);
        let pages = pages.map(|(_, page)| page);
        pages.try_for_each(|page| {
            progress.step();
            match site.page(*page) {
                Ok(output) => take(page.subject, output),
                Err(diagnostic) => {
                    if let Ok(mut report) = report.lock() {
                        report.push(*diagnostic);
                    }
                    Ok(())
                }
            }
        })?;
        if report.lock().is_ok_and(|report| !report.is_empty()) {
            break;
        }
    }
    progress.clear();
    report
        .into_inner()
        .map_err(|_| "a page could not be rendered".to_owned())
}

/// Prints a report to standard error, and for GitHub Actions annotations to standard output.
fn show(report: &Report, sources: &Sources, format: Format) -> Outcome {
    let color = std::io::stderr().is_terminal()
        && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let format = match format {
        Format::Full => diagnostic::Format::Full { color },
        Format::Short => diagnostic::Format::Short,
        Format::Json => diagnostic::Format::Json,
    };
    let text = report.write(sources, format);
    // Nobody is left to tell when standard error is closed.
    let _ = std::io::stderr().write_all(text.as_bytes());
    if std::env::var_os("GITHUB_ACTIONS").is_some_and(|value| value == "true") {
        let annotations = report.write(sources, diagnostic::Format::Annotations);
        let _ = std::io::stdout().write_all(annotations.as_bytes());
    }
    if report.is_empty() {
        Outcome::Clean
    } else {
        Outcome::Problems
    }
}

/// Prints a line to standard error.
pub(crate) fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// Prints to standard output.
///
/// # Errors
/// When it cannot be written to.
pub(crate) fn print(text: &str) -> Result<(), String> {
    match std::io::stdout().write_all(text.as_bytes()) {
        // Whoever reads only the first lines of a list has what they want.
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(format!("cannot print: {error}"))
        }
        _ => Ok(()),
    }
}

/// A counter on a terminal; nothing in a pipe.
struct Progress {
    total: usize,
    done: AtomicUsize,
    shown: bool,
}

impl Progress {
    fn new(total: usize) -> Self {
        Self {
            total,
            done: AtomicUsize::new(0),
            shown: std::io::stderr().is_terminal(),
        }
    }

    fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.shown && done.is_multiple_of(500) {
            let _ = write!(std::io::stderr(), "\r{done} of {} pages", self.total);
        }
    }

    fn clear(&self) {
        if self.shown {
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
    }
}

/// What was built, in numbers.
#[derive(Default)]
struct Tally {
    pages: AtomicUsize,
    pairs: AtomicUsize,
    files: AtomicUsize,
    written: AtomicUsize,
    bytes: AtomicU64,
    pair_bytes: AtomicU64,
    largest: AtomicU64,
}

impl Tally {
    fn count(&self, subject: Option<Subject>, bytes: usize, written: bool) {
        let bytes = bytes as u64;
        self.files.fetch_add(1, Ordering::Relaxed);
        self.pages
            .fetch_add(usize::from(subject.is_some()), Ordering::Relaxed);
        self.written
            .fetch_add(usize::from(written), Ordering::Relaxed);
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
        if let Some(Subject::Pair(..)) = subject {
            self.pairs.fetch_add(1, Ordering::Relaxed);
            self.pair_bytes.fetch_add(bytes, Ordering::Relaxed);
            self.largest.fetch_max(bytes, Ordering::Relaxed);
        }
    }

    /// The times are those at which all was loaded, all pages were there, and all was published.
    fn summary(&self, out: &Path, [loaded, rendered, published]: [Duration; 3]) -> String {
        let pairs = self.pairs.load(Ordering::Relaxed);
        let kilobytes = |bytes: u64| bytes as f64 / 1024.0;
        let average = kilobytes(self.pair_bytes.load(Ordering::Relaxed)) / pairs.max(1) as f64;
        format!(
            "{} pages ({pairs} comparisons, {average:.1} KB on average, {:.1} KB at most), {:.1} MB in {}\n\
             {} files, {} written, in {:.2} s ({:.2} s to load and check, {:.2} s to publish)",
            self.pages.load(Ordering::Relaxed),
            kilobytes(self.largest.load(Ordering::Relaxed)),
            kilobytes(self.bytes.load(Ordering::Relaxed)) / 1024.0,
            out.display(),
            self.files.load(Ordering::Relaxed),
            self.written.load(Ordering::Relaxed),
            published.as_secs_f64(),
            loaded.as_secs_f64(),
            (published - rendered).as_secs_f64(),
        )
    }
}
