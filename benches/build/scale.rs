//! A larger site out of the real one: every code several times, under numbers that no protocol has.

use std::fs;
use std::path::Path;

/// Gives a copy of the real site so many times the codes, in all languages. Returns how many it has then.
pub(crate) fn multiply(site: &Path, times: usize) -> usize {
    let phrases = phrases(site);
    for language in ["", "ja/", "vi/", "ru/"] {
        let folder = site.join(format!("content/sip/{language}codes"));
        for (code, phrase) in &phrases {
            let text = fs::read_to_string(folder.join(format!("{code}.toml"))).expect("readable");
            for copy in 1..times {
                // A code begins with the digit of its class, and no two have the same phrase.
                let new = format!("{code}{copy}");
                let text = replace_word(&text, code, &new);
                let text = replace_word(&text, phrase, &format!("{phrase} {copy}"));
                fs::write(folder.join(format!("{new}.toml")), text).expect("writable");
            }
        }
    }
    phrases.len() * times
}

/// The codes with their phrases.
fn phrases(site: &Path) -> Vec<(String, String)> {
    let folder = site.join("content/sip/codes");
    let names = crate::support::names(&folder).into_iter();
    let phrase = |name: String| {
        let text = fs::read_to_string(folder.join(&name)).expect("readable");
        let line = text
            .lines()
            .find_map(|line| line.strip_prefix("phrase = \""));
        let phrase = line.expect("a phrase").trim_end_matches('"').to_owned();
        (name.trim_end_matches(".toml").to_owned(), phrase)
    };
    names.map(phrase).collect()
}

/// Replaces a word wherever it stands alone.
fn replace_word(text: &str, word: &str, new: &str) -> String {
    let mut out = String::with_capacity(text.len() + 256);
    let mut rest = text;
    while let Some(at) = rest.find(word) {
        let joins = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '_';
        let before = rest[..at].chars().next_back().is_some_and(joins);
        let after = rest[at + word.len()..]
            .chars()
            .next()
            .is_some_and(|c| c.is_ascii_alphanumeric() || c == '_');
        out.push_str(&rest[..at]);
        out.push_str(if before || after { word } else { new });
        rest = &rest[at + word.len()..];
    }
    out + rest
}
