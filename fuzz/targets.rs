//! What is fed with arbitrary bytes, and what must hold whatever they are: no panic, a report that can be written in
//! every form, and pages on which nothing of the input is markup, script or an address that was not allowed.
//!
//! `cargo +nightly fuzz run content` runs a target with coverage guidance, from this folder's parent. The tests feed
//! each target a bounded number of mutated inputs (`tests/it/hostile.rs`).

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use versus::diagnostic::Format;
use versus::markdown::{self, Place};
use versus::site::Site;
use versus::source::Inputs;

/// The folder of the project, from the tests and from here.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let inside = here.file_name().is_some_and(|name| name == "fuzz");
    if inside {
        here.join("..")
    } else {
        here.to_owned()
    }
}

fn add(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let key = format!("{prefix}/{name}");
        if entry.path().is_dir() {
            add(&entry.path(), &key, files);
        } else if let Ok(bytes) = fs::read(entry.path()) {
            files.insert(key, bytes);
        }
    }
}

/// A small site with the real templates.
fn site() -> &'static Inputs {
    static SITE: OnceLock<Inputs> = OnceLock::new();
    SITE.get_or_init(|| {
        let mut inputs = Inputs::default();
        let root = root();
        add(&root.join("templates"), "templates", &mut inputs.texts);
        add(&root.join("locales/en"), "locales/en", &mut inputs.texts);
        inputs.texts.remove("locales/en/sip.ftl");
        let parcel = root.join("tests/sites/parcel");
        add(&parcel.join("content"), "content", &mut inputs.texts);
        add(&parcel.join("locales"), "locales", &mut inputs.texts);
        let mut assets = BTreeMap::new();
        add(&root.join("static"), "", &mut assets);
        let assets = assets.into_iter();
        inputs.assets = assets
            .map(|(path, bytes)| (path[1..].to_owned(), bytes))
            .collect();
        inputs
    })
}

/// Reads a site and makes all its pages.
fn build(inputs: &Inputs, trusted_templates: bool) {
    let (site, sources, mut report) = Site::new(inputs);
    if let Some(site) = site {
        report.append(site.speak());
        for page in site.pages() {
            match site.page(*page) {
                Ok(output) if trusted_templates => {
                    inert(&String::from_utf8_lossy(&output.bytes), &output.path);
                }
                Ok(_) => {}
                Err(diagnostic) => report.push(*diagnostic),
            }
        }
        for file in site.machine_files() {
            if let Err(diagnostic) = site.machine_file(file) {
                report.push(*diagnostic);
            }
        }
    }
    for format in [
        Format::Full { color: true },
        Format::Short,
        Format::Json,
        Format::Annotations,
    ] {
        let text = report.write(&sources, format);
        assert_eq!(text.is_empty(), report.is_empty());
    }
}

/// Nothing on a page acts that a template did not put there.
pub(crate) fn inert(html: &str, path: &str) {
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        rest = &rest[open + 1..];
        let end = tag_end(rest);
        let tag = &rest[..end];
        let name: String = tag
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        let scripted = name == "script" && !tag.starts_with('/');
        assert!(
            !scripted || tag.contains(" src=\"") || tag.contains("type=\"application/"),
            "{path} has a script: <{tag}>"
        );
        assert!(
            ![
                "iframe",
                "object",
                "embed",
                "base",
                "style",
                "img",
                "video",
                "audio",
                "foreignObject"
            ]
            .contains(&name.as_str()),
            "{path} has <{tag}>"
        );
        for (attribute, value) in attributes(tag) {
            assert!(
                !attribute.starts_with("on") && attribute != "style" && attribute != "srcdoc",
                "{path} has {attribute} in <{tag}>"
            );
            let address = ["href", "src", "action", "formaction", "xlink:href"];
            let scheme = value.split(['/', '#', '?']).next().unwrap_or_default();
            assert!(
                !address.contains(&attribute)
                    || !scheme.contains(':')
                    || ["https:", "http:"].contains(&scheme),
                "{path} leads to {value}"
            );
        }
        rest = &rest[end..];
    }
}

/// Where a tag ends: quoted values may hold what looks like the end.
fn tag_end(text: &str) -> usize {
    let mut quoted = false;
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return at,
            _ => {}
        }
    }
    text.len()
}

fn attributes(tag: &str) -> Vec<(&str, &str)> {
    let parts: Vec<&str> = tag.split('"').collect();
    let pairs = parts.chunks_exact(2).filter_map(|pair| {
        let name = pair[0].strip_suffix('=')?.rsplit(' ').next()?;
        Some((name, pair[1]))
    });
    pairs.collect()
}

/// Puts `data` in place of a file; its first byte says of which.
fn over(files: &[&str], data: &[u8], trusted_templates: bool) {
    let Some((first, rest)) = data.split_first() else {
        return;
    };
    let mut inputs = site().clone();
    let file = files[usize::from(*first) % files.len()];
    inputs.texts.insert(file.to_owned(), rest.to_vec());
    build(&inputs, trusted_templates);
}

/// A content file.
pub(crate) fn content(data: &[u8]) {
    let files = [
        "content/parcel/codes/lost.toml",
        "content/parcel/protocol.toml",
        "content/site.toml",
        "content/parcel/specs.toml",
        "content/parcel/pairs/lost-not-home.toml",
        "content/terms.toml",
        "content/pages/about.md",
    ];
    over(&files, data, true);
}

/// A file of messages.
pub(crate) fn messages(data: &[u8]) {
    over(
        &["locales/en/parcel.ftl", "locales/en/pair.ftl"],
        data,
        true,
    );
}

/// A template. What it puts on a page is its author's business; that it ends and says what is wrong is ours.
pub(crate) fn template(data: &[u8]) {
    over(&["templates/page.html", "templates/ui.html"], data, false);
}

/// A text in Markdown, checked and set as a field and as a page.
pub(crate) fn markdown(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    for place in [Place::Field, Place::Page] {
        let found = markdown::check(&text, place);
        for problem in found.problems {
            assert!(problem.range.end <= text.len());
        }
        let html = markdown::html(&text, place, None, &|target| {
            (target == "486").then(|| "/sip/486/".to_owned())
        });
        inert(&html, "the text");
        let allowed = [
            "a",
            "blockquote",
            "br",
            "code",
            "dd",
            "dl",
            "dt",
            "em",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "li",
            "ol",
            "p",
            "pre",
            "strong",
            "table",
            "tbody",
            "td",
            "th",
            "thead",
            "tr",
            "ul",
            "div",
            "span",
        ];
        for part in html.split('<').skip(1) {
            let name: String = part
                .trim_start_matches('/')
                .chars()
                .take_while(char::is_ascii_alphanumeric)
                .collect();
            assert!(allowed.contains(&name.as_str()), "<{part}");
        }
        markdown::split_title(&text);
    }
}

/// The example message of a code.
pub(crate) fn example(data: &[u8]) {
    let text = String::from_utf8_lossy(data).replace("'''", "");
    let mut inputs = site().clone();
    let file = "content/parcel/codes/lost.toml";
    let Some(code) = inputs.texts.get(file) else {
        return;
    };
    let code = String::from_utf8_lossy(code);
    let Some((before, rest)) = code.split_once("example = '''") else {
        return;
    };
    let Some((_, after)) = rest.split_once("'''") else {
        return;
    };
    let code = format!("{before}example = '''{text}'''{after}");
    inputs.texts.insert(file.to_owned(), code.into_bytes());
    build(&inputs, true);
}
