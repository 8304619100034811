//! Files of `static/` under the names they are published by.

use std::collections::BTreeMap;

use crate::route::Routes;
use crate::source::Inputs;

/// The script that keeps pages for use offline. It is published under its own name, because browsers know it by that,
/// with a list of what to keep before it.
const WORKER: &str = "sw.js";

/// What `static/` holds.
#[derive(Debug, Default)]
pub struct Assets {
    /// Files to publish, by path.
    pub files: Vec<(String, Vec<u8>)>,
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
    /// Changes when anything changes that the site is made from.
    pub version: String,
    /// Addresses of what every page needs.
    pub shell: Vec<String>,
}

impl Assets {
    /// Names and addresses of all files. Style sheets and scripts get a part of their hash into the name, so that
    /// browsers may keep them for ever.
    pub fn new(inputs: &Inputs, routes: &Routes<'_>) -> Self {
        let mut assets = Self::default();
        for (name, bytes) in &inputs.assets {
            if name == WORKER {
                assets.worker.script = String::from_utf8_lossy(bytes).into_owned();
                continue;
            }
            let path = match name.rsplit_once('.') {
                Some((stem, ending @ ("css" | "js"))) => {
                    let hash = blake3::hash(bytes).to_hex();
                    let path = format!("{stem}.{}.{ending}", &hash.as_str()[..10]);
                    assets.worker.shell.push(routes.asset(&path));
                    path
                }
                _ => name.clone(),
            };
            assets.addresses.insert(name.clone(), routes.asset(&path));
            assets.files.push((path, bytes.clone()));
        }
        // Branch deployments of GitHub Pages would otherwise run Jekyll over the site.
        assets.files.push((".nojekyll".to_owned(), Vec::new()));
        assets.worker.version = version(inputs, routes);
        assets
    }
}

/// A short hash of everything that pages are made from.
fn version(inputs: &Inputs, routes: &Routes<'_>) -> String {
    let mut hash = blake3::Hasher::new();
    hash.update(env!("CARGO_PKG_VERSION").as_bytes());
    hash.update(routes.root().as_bytes());
    for (path, bytes) in inputs.texts.iter().chain(&inputs.assets) {
        hash.update(path.as_bytes());
        hash.update(&(bytes.len() as u64).to_le_bytes());
        hash.update(bytes);
    }
    hash.finalize().to_hex()[..10].to_owned()
}
