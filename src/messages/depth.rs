//! Keeps the parser of Fluent, which calls itself for every brace and bracket, from what would exhaust its stack.

use std::borrow::Cow;
use std::ops::Range;

/// Most braces and brackets inside each other. What people write has four or five.
const LIMIT: usize = 40;

/// The text with every message that nests too deeply taken out, and where each goes too far. Everything else keeps its
/// place.
pub(super) fn limited(text: &str) -> (Cow<'_, str>, Vec<usize>) {
    let mut places = Vec::new();
    let mut out = Cow::Borrowed(text);
    for entry in entries(text) {
        let Some(at) = too_deep(&text[entry.clone()]) else {
            continue;
        };
        places.push(entry.start + at);
        let blank = text[entry.clone()].bytes();
        let blank: String = blank
            .map(|byte| if byte == b'\n' { '\n' } else { ' ' })
            .collect();
        out.to_mut().replace_range(entry, &blank);
    }
    (out, places)
}

/// Messages, terms and comments: each begins at the beginning of a line, and goes on in lines that are indented.
fn entries(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    std::iter::from_fn(move || {
        if start >= text.len() {
            return None;
        }
        let mut end = start;
        for line in text[start..].split_inclusive('\n') {
            let begins =
                line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-' || c == '#');
            if end > start && begins {
                break;
            }
            end += line.len();
        }
        let entry = start..end;
        start = end;
        Some(entry)
    })
}

/// Where an entry has more open braces and brackets than anybody needs.
fn too_deep(entry: &str) -> Option<usize> {
    if entry.starts_with('#') {
        return None;
    }
    let mut depth: usize = 0;
    let mut string = false;
    let mut bytes = entry.bytes().enumerate();
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'\\' if string => drop(bytes.next()),
            b'"' if depth > 0 => string = !string,
            b'\n' => string = false,
            _ if string => {}
            b'{' => depth += 1,
            // Brackets mean something inside braces only.
            b'(' if depth > 0 => depth += 1,
            b'}' | b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > LIMIT {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deep_messages_are_taken_out_and_nothing_moves() {
        let before = "a = { $x }\nb = ";
        let after = "\nc = { \"{{{{\" } (((\n";
        let text = format!("{before}{}\n  more{after}", "{ ".repeat(100));
        let (limited, places) = limited(&text);
        assert_eq!(limited.len(), text.len());
        assert!(limited.starts_with("a = { $x }\n   ") && limited.ends_with(after));
        assert_eq!(places, [before.len() + 2 * LIMIT]);
    }

    #[test]
    fn what_people_write_is_left_alone() {
        let text =
            "# {{{\na = { $n ->\n    [one] { $x } b\n   *[other] { -term(case: \"x\") }\n}\n";
        assert!(matches!(limited(text), (Cow::Borrowed(_), places) if places.is_empty()));
    }
}
