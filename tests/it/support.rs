//! Loading sites, comparing with what is expected, reading finished pages.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use versus::diagnostic::Format;
use versus::site::Site;
use versus::source::Inputs;

/// The folder of the project.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Says that a test could not be made on this machine: to standard error itself, because the harness keeps what is
/// printed by a test that passes. `build.sh` shows the line.
pub(crate) fn skipped(test: &str, what: &str, why: &str) {
    let line = format!("\nskipped: {test}: {what}: {}\n", why.trim());
    std::io::stderr()
        .write_all(line.as_bytes())
        .expect("writable");
}

/// Names in a folder, sorted.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut names: Vec<String> = entries
        .map(|entry| {
            entry
                .expect("readable")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}

/// Adds every file below `folder` to `files`, under its path after `prefix`.
pub(crate) fn add_folder(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for name in names(folder) {
        let path = folder.join(&name);
        let key = if prefix.is_empty() {
            name
        } else {
            format!("{prefix}/{name}")
        };
        if path.is_dir() {
            add_folder(&path, &key, files);
        } else {
            files.insert(key, fs::read(&path).expect("readable"));
        }
    }
}

fn add_assets(inputs: &mut Inputs) {
    add_folder(&root().join("static"), "", &mut inputs.assets);
}

/// The site in this repository.
pub(crate) fn real_inputs() -> Inputs {
    let mut inputs = Inputs::default();
    for folder in ["content", "locales", "templates", "schemas"] {
        add_folder(&root().join(folder), folder, &mut inputs.texts);
    }
    add_assets(&mut inputs);
    inputs
}

/// The site in this repository, read once for all tests.
pub(crate) fn real_site() -> &'static Site {
    static SITE: OnceLock<Site> = OnceLock::new();
    SITE.get_or_init(|| built(&real_inputs()))
}

/// A fixture under `tests/sites/`, with the real templates and the real words of the interface in its first language.
pub(crate) fn fixture_inputs(name: &str) -> Inputs {
    let mut inputs = Inputs::default();
    add_folder(&root().join("templates"), "templates", &mut inputs.texts);
    for file in ["site.ftl", "code.ftl", "pair.ftl", "tools.ftl"] {
        let path = format!("locales/en/{file}");
        inputs.texts.insert(
            path.clone(),
            fs::read(root().join(&path)).expect("readable"),
        );
    }
    for folder in ["content", "locales"] {
        add_folder(
            &root().join("tests/sites").join(name).join(folder),
            folder,
            &mut inputs.texts,
        );
    }
    add_assets(&mut inputs);
    inputs
}

/// A site that must be without problems.
pub(crate) fn built(inputs: &Inputs) -> Site {
    let (site, sources, report) = Site::new(inputs);
    let text = report.write(&sources, Format::Full { color: false });
    site.unwrap_or_else(|| panic!("the site has problems:\n{text}"))
}

/// Compares with a file, or rewrites it when `BLESS` is set.
pub(crate) fn expect_file(path: &Path, found: &str) {
    if std::env::var_os("BLESS").is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("writable");
        fs::write(path, found).expect("writable");
        return;
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    if expected != found {
        let differs = expected
            .lines()
            .zip(found.lines())
            .position(|(a, b)| a != b);
        let line =
            differs.unwrap_or_else(|| expected.lines().count().min(found.lines().count())) + 1;
        panic!(
            "{} differs from line {line}; look at the change, then run `BLESS=1 cargo test`\n--- expected\n{}\n--- found\n{}",
            path.display(),
            expected
                .lines()
                .skip(line.saturating_sub(2))
                .take(6)
                .collect::<Vec<_>>()
                .join("\n"),
            found
                .lines()
                .skip(line.saturating_sub(2))
                .take(6)
                .collect::<Vec<_>>()
                .join("\n"),
        );
    }
}

/// What stands between the first `from` and the next `to`.
pub(crate) fn between<'a>(text: &'a str, from: &str, to: &str) -> Option<&'a str> {
    let start = text.find(from)? + from.len();
    Some(&text[start..start + text[start..].find(to)?])
}

/// The text of HTML without its tags; a tag that begins a block becomes a line break.
pub(crate) fn text_of(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        text.push_str(&rest[..open]);
        let close = rest[open..]
            .find('>')
            .map_or(rest.len(), |at| open + at + 1);
        let tag = rest[open..close].trim_start_matches(['<', '/']);
        let name: String = tag
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        if ![
            "a", "b", "i", "code", "span", "small", "mark", "abbr", "strong", "em", "cite",
        ]
        .contains(&name.as_str())
        {
            text.push('\n');
        }
        rest = &rest[close..];
    }
    text.push_str(rest);
    text.replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
}
