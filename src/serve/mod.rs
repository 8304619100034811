//! `versus serve`: the site while somebody edits it. A page is rendered when a browser asks for it; a change is read
//! again and the open page follows; an error is shown as the page. It goes on through any state of the files.

mod answer;
mod connection;
mod problems;
mod watch;

use std::collections::{BTreeMap, BTreeSet};
use std::io::IsTerminal as _;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use tokio::sync::watch as latest;
use versus::diagnostic::{Format, Report};
use versus::site::Site;
use versus::source::{Inputs, Sources};

use crate::build::say;
use crate::{Outcome, load};

/// The port to begin with when none is named, and how many to try.
const PORTS: std::ops::Range<u16> = 8000..8020;

/// What is served at one time.
pub(crate) struct Shown {
    /// Tells this state from every other, those of an earlier run included.
    build: String,
    /// The site, or the page that says why there is none.
    site: Result<Site, String>,
}

/// Serves the site until the program is ended.
///
/// # Errors
/// When the root is no folder, or no port can be had.
pub(crate) fn serve(root: &Path, port: Option<u16>) -> Result<Outcome, String> {
    if !root.is_dir() {
        return Err(format!("{} is not a folder", root.display()));
    }
    let root =
        std::path::absolute(root).map_err(|error| format!("cannot use the root: {error}"))?;
    let started = Instant::now();
    let (listener, port) = listen(port)?;
    let base_url = format!("http://{}:{port}/", Ipv4Addr::LOCALHOST);
    // Watched before it is read: no change falls between.
    let watching = watch::Watching::new(&root);
    let mut reader = Reader::new(root, base_url.clone());
    let first = reader.read(None).unwrap_or_else(|| reader.nothing());
    let (sender, receiver) = latest::channel(first);
    // A browser may look for `localhost` at the other loopback address first. Where that is taken or absent, this one
    // is enough.
    let second = TcpListener::bind(SocketAddr::new(IpAddr::V6(Ipv6Addr::LOCALHOST), port)).ok();
    let listeners = std::iter::once(listener).chain(second).collect();
    say(&format!(
        "Serving {base_url} (ready in {} ms). Ctrl-C ends it.",
        started.elapsed().as_millis()
    ));
    std::thread::Builder::new()
        .name("watch".into())
        .spawn(move || watching.run(reader, &sender))
        .map_err(|error| format!("cannot watch the files: {error}"))?;
    connection::run(listeners, port, receiver)?;
    Ok(Outcome::Clean)
}

/// Takes the port asked for, or the first that is free.
fn listen(port: Option<u16>) -> Result<(TcpListener, u16), String> {
    let bind = |port| TcpListener::bind(SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), port));
    let taken = |port, error| format!("cannot serve on port {port}: {error}");
    let (candidates, named) = match port {
        Some(port) => (port..port.saturating_add(1).max(1), true),
        None => (PORTS, false),
    };
    let mut failure = format!("cannot serve on port {}", u16::MAX);
    for candidate in candidates {
        match bind(candidate) {
            Ok(listener) => {
                let address = listener
                    .local_addr()
                    .map_err(|error| taken(candidate, error))?;
                return Ok((listener, address.port()));
            }
            Err(error) => {
                failure = taken(candidate, error);
                if !named {
                    say(&format!("{failure}; trying the next one"));
                }
            }
        }
    }
    let help = if named {
        "name another one with --port, or none to take the next that is free"
    } else {
        "name a free one with --port"
    };
    Err(format!("{failure}; {help}"))
}

/// Reads the site again and again.
pub(crate) struct Reader {
    root: PathBuf,
    base_url: String,
    /// Tells runs apart.
    run: u128,
    count: u64,
    /// Day of the last change by path.
    changed: Arc<BTreeMap<String, String>>,
    /// What was read last; nothing where reading failed.
    inputs: Result<Inputs, String>,
    /// The last site without problems, from which the next one takes over what has not changed.
    good: Option<Arc<Shown>>,
    /// What the next one has replaced, kept until that is shown.
    old: Option<Arc<Shown>>,
}

impl Reader {
    fn new(root: PathBuf, base_url: String) -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        Self {
            changed: load::Dates::ask(&root).known(),
            root,
            base_url,
            run: now.map_or(0, |now| now.as_millis()),
            count: 0,
            inputs: Err(String::new()),
            good: None,
            old: None,
        }
    }

    /// Reads what has changed, or everything where that is not known; gives nothing when all is as it was.
    fn read(&mut self, changed: Option<&BTreeSet<PathBuf>>) -> Option<Arc<Shown>> {
        let started = Instant::now();
        let news = self.count > 0;
        let known = changed
            .zip(self.inputs.as_mut().ok())
            .and_then(|(changed, inputs)| load::again(&self.root, inputs, changed));
        let names = match known {
            Some(names) => names,
            None => self.read_all()?,
        };
        if news && names.is_empty() {
            return None;
        }
        let earlier = self.good.as_ref().and_then(|good| good.site.as_ref().ok());
        let site = match &self.inputs {
            Err(message) => {
                say(&format!("error: {message}"));
                Err(problems::unreadable(message))
            }
            Ok(inputs) => match Site::after(earlier, inputs) {
                (Some(mut site), _, _) => {
                    site.date(Arc::clone(&self.changed));
                    Ok(site)
                }
                (None, sources, report) => {
                    print(&report, &sources);
                    Err(problems::page(&report, &sources))
                }
            },
        };
        if news {
            let names = match &names[..] {
                [] => "The files of the site".to_owned(),
                [one] => one.clone(),
                [one, rest @ ..] => format!("{one} and {} more", rest.len()),
            };
            let what = match &site {
                Ok(_) => "ready",
                Err(_) => "errors found",
            };
            say(&format!(
                "{names}: {what} in {} ms",
                started.elapsed().as_millis()
            ));
        }
        Some(self.shown(site))
    }

    /// Reads all files, and names those that differ; nothing when they are as they were.
    fn read_all(&mut self) -> Option<Vec<String>> {
        let inputs = load::load(&self.root).map(|mut inputs| {
            inputs.base_url = Some(self.base_url.clone());
            inputs
        });
        let names = match (&inputs, &self.inputs) {
            (Ok(new), Ok(old)) if new.texts == old.texts && new.assets == old.assets => {
                return None;
            }
            (Err(new), Err(old)) if new == old => return None,
            (Ok(new), Ok(old)) => changed_files(new, old),
            _ => vec!["The files of the site".to_owned()],
        };
        self.inputs = inputs;
        Some(names)
    }

    /// The state before anything could be read.
    fn nothing(&mut self) -> Arc<Shown> {
        self.shown(Err(problems::unreadable("nothing could be read")))
    }

    fn shown(&mut self, site: Result<Site, String>) -> Arc<Shown> {
        self.count += 1;
        let shown = Arc::new(Shown {
            build: format!("{:x}-{}", self.run, self.count),
            site,
        });
        if shown.site.is_ok() {
            self.old = self.good.replace(Arc::clone(&shown));
        }
        shown
    }

    /// Puts away what is no longer shown, which takes longer than one might think.
    fn tidy(&mut self) {
        self.old = None;
    }
}

/// Names the files that differ, for the line on the terminal.
fn changed_files(new: &Inputs, old: &Inputs) -> Vec<String> {
    let differing =
        |new: &BTreeMap<String, Vec<u8>>, old: &BTreeMap<String, Vec<u8>>, prefix: &str| {
            let gone = old.keys().filter(|path| !new.contains_key(*path));
            let other = new
                .iter()
                .filter(|(path, bytes)| old.get(*path) != Some(bytes));
            let paths = gone.chain(other.map(|(path, _)| path));
            paths
                .map(|path| format!("{prefix}{path}"))
                .collect::<Vec<_>>()
        };
    let mut names = differing(&new.texts, &old.texts, "");
    names.extend(differing(&new.assets, &old.assets, "static/"));
    names
}

/// Prints a report to the terminal.
fn print(report: &Report, sources: &Sources) {
    let color = std::io::stderr().is_terminal()
        && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    say(report.write(sources, Format::Full { color }).trim_end());
}

/// How long to wait for files that are still being written, and how often to look without being told.
pub(crate) const SWEEP: Duration = Duration::from_secs(2);
