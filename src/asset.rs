//! Static files, and what is published beside pages: names with a hash, so that browsers may keep the files for ever.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Id, Report};
use crate::route::Routes;
use crate::source::Inputs;

/// A file to publish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// Path below the output folder, with `/`.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// The script that keeps pages for use offline. It is published under its own name, because browsers know it by that,
/// with a list of what to keep before it.
const WORKER: &str = "sw.js";

/// Endings of files that browsers read as text.
const TEXTS: [&str; 5] = ["css", "js", "svg", "json", "txt"];

/// What `static/` holds.
#[derive(Debug, Default)]
pub struct Assets {
    /// Files to publish, by path.
    pub files: Vec<Output>,
    /// The addresses that templates ask for, by name.
    pub addresses: BTreeMap<String, String>,
    /// Keeps pages for use offline.
    pub worker: Worker,
}

/// The script that keeps pages for use offline.
#[derive(Debug, Default)]
pub struct Worker {
    /// Its text; empty when the site has none.
    pub script: String,
    /// Addresses of what every page needs.
    pub shell: Vec<String>,
}

impl Assets {
    /// Names and addresses of all files. Style sheets and scripts get a part of their hash into the name, so that
    /// browsers may keep them for ever.
    pub fn new(inputs: &Inputs, routes: &Routes<'_>, report: &mut Report) -> Self {
        let mut assets = Self::default();
        for (name, bytes) in &inputs.assets {
            let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
            if TEXTS.contains(&ending) && std::str::from_utf8(bytes).is_err() {
                report.push(
                    Diagnostic::new(Id::InvalidUtf8, format!("static/{name} is not valid UTF-8"))
                        .help("save the file in the encoding UTF-8"),
                );
            }
            if name == WORKER {
                assets.worker.script = String::from_utf8_lossy(bytes).into_owned();
                continue;
            }
            let bytes = match ending {
                "js" => without_comments(bytes),
                _ => bytes.clone(),
            };
            let path = match ending {
                "css" | "js" => {
                    let path = hashed(name, &bytes);
                    assets.worker.shell.push(routes.asset(&path));
                    path
                }
                _ => name.clone(),
            };
            assets.addresses.insert(name.clone(), routes.asset(&path));
            assets.files.push(Output { path, bytes });
        }
        // Branch deployments of GitHub Pages would otherwise run Jekyll over the site.
        assets.files.push(Output {
            path: ".nojekyll".to_owned(),
            bytes: Vec::new(),
        });
        assets
    }
}

/// A name with a part of the hash of what it names.
pub fn hashed(name: &str, bytes: &[u8]) -> String {
    let hash = blake3::hash(bytes).to_hex();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}.{}.{ending}", &hash.as_str()[..10])
}

/// Whether a name has a part of the hash of what it names, so that it never names anything else.
pub fn is_hashed(path: &str) -> bool {
    let mut parts = path.rsplit('.');
    let hash = parts.nth(1).unwrap_or_default();
    hash.len() == 10 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) && parts.next().is_some()
}

/// A script without the lines that are nothing but a comment: those are for who reads the source.
fn without_comments(script: &[u8]) -> Vec<u8> {
    let comment = |line: &&[u8]| {
        let line = line.trim_ascii();
        line.starts_with(b"//") || (line.starts_with(b"/**") && line.ends_with(b"*/"))
    };
    let lines = script.split_inclusive(|byte| *byte == b'\n');
    lines
        .filter(|line| !comment(line))
        .flatten()
        .copied()
        .collect()
}
