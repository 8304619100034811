//! Reading again after a change takes over what has not changed. It must find what reading everything anew finds.

use std::collections::BTreeMap;

use versus::diagnostic::{Format, Report};
use versus::site::Site;
use versus::source::{Inputs, Sources};

use crate::support::{built, fixture_inputs, real_inputs};

/// What a site says and shows, of every `step`th page.
fn everything(
    read: (Option<Site>, std::sync::Arc<Sources>, Report),
    step: usize,
) -> (String, BTreeMap<String, Vec<u8>>) {
    let (site, sources, mut report) = read;
    let mut files = BTreeMap::new();
    if let Some(site) = site {
        for page in site.pages().iter().step_by(step) {
            match site.page(*page) {
                Ok(output) => drop(files.insert(output.path, output.bytes)),
                Err(diagnostic) => report.push(*diagnostic),
            }
        }
        match site.files() {
            Ok(all) => {
                for output in all {
                    files.insert(output.path.clone(), output.bytes.clone());
                }
            }
            Err(diagnostic) => report.push(*diagnostic),
        }
    }
    (report.write(&sources, Format::Full { color: false }), files)
}

fn assert_same(good: &Site, changed: &Inputs, what: &str, step: usize) {
    let (report, files) = everything(Site::after(Some(good), changed), step);
    let (fresh_report, fresh_files) = everything(Site::new(changed), step);
    assert_eq!(report, fresh_report, "{what}");
    assert!(files.keys().eq(fresh_files.keys()), "{what}: other files");
    for (path, bytes) in &files {
        assert!(*bytes == fresh_files[path], "{what}: {path} differs");
    }
}

/// A small generator with a fixed beginning, so that a failure comes again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below as u64) as usize
    }
}

/// Changes a text in one of the ways that people and editors do.
fn change(text: &str, dice: &mut Dice) -> String {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let at = dice.roll(lines.len().max(1));
    let line = lines.get(at).copied().unwrap_or_default();
    let replaced = |new: &str| {
        let mut lines = lines.clone();
        if let Some(line) = lines.get_mut(at) {
            *line = new;
        }
        lines.concat()
    };
    match dice.roll(8) {
        0 => replaced(""),
        1 => replaced(&format!("{line}{line}")),
        2 => replaced(&line.replacen(|c: char| c.is_alphabetic(), "x", 1)),
        3 => replaced(&line.replacen(['"', '\''], "", 1)),
        4 => replaced(&line.replacen(' ', " the ", 1)),
        5 => replaced(&line.replacen("code:", "code:9", 1).replacen('=', "= #", 1)),
        6 => replaced(&line.replacen(|c: char| c.is_ascii_digit(), "7", 1)),
        _ => text[..text.floor_char_boundary(dice.roll(text.len() + 1))].to_owned(),
    }
}

#[test]
fn reading_again_finds_what_reading_anew_finds() {
    let inputs = fixture_inputs("parcel");
    let good = built(&inputs);
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let paths: Vec<&String> = inputs.texts.keys().collect();
    for round in 0..400 {
        let mut changed = inputs.clone();
        for _ in 0..=dice.roll(2) {
            let path = paths[dice.roll(paths.len())];
            let text = String::from_utf8_lossy(&changed.texts[path]).into_owned();
            match dice.roll(12) {
                0 => drop(changed.texts.remove(path)),
                1 => {
                    let name = path.replacen('.', "-x.", 1);
                    changed.texts.insert(name, text.into_bytes());
                }
                2 => drop(changed.texts.insert(path.clone(), vec![0xFF, b'a'])),
                _ => {
                    let text = change(&text, &mut dice);
                    changed.texts.insert(path.clone(), text.into_bytes());
                }
            }
            if !changed.texts.contains_key(path) {
                break;
            }
        }
        assert_same(&good, &changed, &format!("round {round}"), 1);
    }
}

#[test]
fn reading_the_real_site_again_finds_what_reading_it_anew_finds() {
    let inputs = real_inputs();
    let good = built(&inputs);
    let edit = |path: &str, from: &str, to: &str| {
        let mut changed = inputs.clone();
        let text = String::from_utf8(changed.texts[path].clone()).expect("UTF-8");
        assert!(text.contains(from), "{path} holds no {from}");
        changed
            .texts
            .insert(path.to_owned(), text.replacen(from, to, 1).into_bytes());
        assert_same(&good, &changed, path, 97);
    };
    edit(
        "content/sip/codes/486.toml",
        "phrase = \"Busy Here\"",
        "phrase = \"Busy There\"",
    );
    edit(
        "content/sip/codes/486.toml",
        "class = \"4xx\"",
        "class = \"5xx\"",
    );
    edit(
        "content/sip/codes/100.toml",
        "description = '''\n",
        "description = '''\nOne more word. ",
    );
    edit(
        "content/sip/ja/codes/486.toml",
        "gloss = \"",
        "gloss = \"the ",
    );
    edit(
        "content/sip/ru/pairs/486-600.toml",
        "summary = ",
        "sumary = ",
    );
    edit(
        "content/sip/protocol.toml",
        "popular = [",
        "popular = [ \"100-180\", ",
    );
    edit("locales/vi/site.ftl", "\nhome-title", "\nhome-titel");
    edit("templates/pair.html", "{{", "{{ nothing }}{{");
    edit(
        "content/terms.toml",
        "source_words = [",
        "source_words = [\"SIP\", ",
    );
}
