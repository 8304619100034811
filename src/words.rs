//! Text with marks: which run is a token, which is code, which is in another language.
//!
//! Composed sentences are made by Fluent out of such texts, so a mark has to survive formatting. The marks are eight
//! private-use characters, which content and locale files may not contain ([`forbidden`]); at the very end they become
//! elements ([`html`]) or vanish ([`plain`]).

use std::borrow::Cow;

const TOKEN: char = '\u{E000}';
const TOKEN_END: char = '\u{E001}';
const CODE: char = '\u{E002}';
const CODE_END: char = '\u{E003}';
const FOREIGN: char = '\u{E004}';
const FOREIGN_END: char = '\u{E005}';
const STRONG: char = '\u{E006}';
const STRONG_END: char = '\u{E007}';
/// The first of the characters that stand for variables while a message is formatted.
pub(crate) const PLACES: u32 = 0xE020;
/// Begins what stands for a text while a page is made for many.
pub(crate) const HOLE: char = '\u{E010}';
/// The first byte of every mark in UTF-8.
const MARK_START: u8 = 0xEE;

/// Protocol text is no word of any language; a browser that translates a page must leave it alone.
pub(crate) const CODE_TAG: &str = "<code translate=no>";

/// Marks a name that is never translated, such as a reason phrase.
pub fn token(text: &str) -> String {
    format!("{TOKEN}{text}{TOKEN_END}")
}

/// Marks a piece of protocol text, such as a method.
pub fn code(text: &str) -> String {
    format!("{CODE}{text}{CODE_END}")
}

/// Marks text in the first language on a page in another one.
pub fn foreign(text: &str) -> String {
    format!("{FOREIGN}{text}{FOREIGN_END}")
}

/// Marks what a line begins with.
pub fn strong(text: &str) -> String {
    format!("{STRONG}{text}{STRONG_END}")
}

/// Turns the back-ticks of a clause into marks. A clause is one line of text; [`crate::markdown::check`] has seen it.
pub fn clause(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut inside = false;
    for c in text.chars() {
        if c == '`' {
            out.push(if inside { CODE_END } else { CODE });
            inside = !inside;
        } else {
            out.push(c);
        }
    }
    out
}

/// The text as HTML. `first` is the tag of the first language when the page is in another one.
pub fn html(marked: &str, first: Option<&str>) -> String {
    let mut out = String::with_capacity(marked.len() + marked.len() / 4);
    html_into(marked, first, &mut out);
    out
}

/// The same, added to what is there.
pub fn html_into(marked: &str, first: Option<&str>, out: &mut String) {
    let mut rest = marked;
    while let Some(at) = rest.bytes().position(is_special) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let Some(c) = rest.chars().next() else { break };
        rest = &rest[c.len_utf8()..];
        match (c, first) {
            ('&', _) => out.push_str("&amp;"),
            ('<', _) => out.push_str("&lt;"),
            ('>', _) => out.push_str("&gt;"),
            ('"', _) => out.push_str("&quot;"),
            (CODE, _) => out.push_str(CODE_TAG),
            (CODE_END, _) => out.push_str("</code>"),
            (STRONG, _) => out.push_str("<b>"),
            (STRONG_END, _) => out.push_str("</b>"),
            // `i` is the element for a phrase in another language, and a short one for what stands on a page so often.
            (TOKEN, Some(tag)) => {
                out.push_str("<i lang=");
                out.push_str(tag);
                out.push_str(" translate=no>");
            }
            (TOKEN_END, Some(_)) => out.push_str("</i>"),
            (FOREIGN, Some(tag)) => {
                out.push_str("<span lang=");
                out.push_str(tag);
                out.push('>');
            }
            (FOREIGN_END, Some(_)) => out.push_str("</span>"),
            (TOKEN | TOKEN_END | FOREIGN | FOREIGN_END, None) => {}
            (c, _) => out.push(c),
        }
    }
    out.push_str(rest);
}

/// Whether a character that [`html`] replaces may begin with this byte. All marks begin with the same one.
fn is_special(byte: u8) -> bool {
    matches!(byte, b'&' | b'<' | b'>' | b'"' | MARK_START)
}

/// Whether a text has a mark.
pub fn is_marked(text: &str) -> bool {
    text.as_bytes().contains(&MARK_START)
}

/// The text without marks, for titles and attributes. Not escaped.
pub fn plain(marked: &str) -> String {
    unmarked(marked.to_owned())
}

/// The same of a text that is not needed any more.
pub fn unmarked(mut text: String) -> String {
    if is_marked(&text) {
        text.retain(|c| !(TOKEN..=STRONG_END).contains(&c));
    }
    text
}

/// Escapes text for an element or a quoted attribute.
pub fn escape(text: &str) -> String {
    html(&plain(text), None)
}

/// The first character that no text of the site may hold, with its byte offset: controls, marks of direction that
/// would reorder the line, invisible spaces, and the private-use characters of this module.
pub fn forbidden(text: &str) -> Option<(usize, char)> {
    text.char_indices().find(|(_, c)| {
        // Nearly all characters are of these, so they are not compared with each range below.
        let usual = matches!(c, ' '..='~' | '\n' | 'А'..='я' | 'ぁ'..='ゖ' | 'ァ'..='ヺ' | '一'..='鿿');
        !usual && matches!(c,
            '\u{0}'..='\u{8}' | '\u{B}'..='\u{C}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{9F}'
            | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{E000}'..='\u{F8FF}' | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFF}' | '\u{E0000}'..='\u{10FFFF}')
    })
}

/// How a language sets its text: which spaces do not break, and which quotes it has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typography {
    /// Words that hold on to the next one.
    pub no_break_after: Vec<String>,
    /// Signs that hold on to the word before.
    pub no_break_before: Vec<String>,
    /// Whether a number holds on to a word of the language after it.
    pub no_break_numbers: bool,
    /// Opening quote, closing quote and apostrophe, in place of the typewriter's.
    pub quotes: Option<[char; 3]>,
}

/// Sets a text: typewriter signs become those of the language. What stands in back-ticks or in the address of a link
/// stays as it is. Setting a text twice changes nothing more.
pub fn typeset<'a>(text: &'a str, rules: &Typography) -> Cow<'a, str> {
    if *rules == Typography::default() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    let longest = rules.no_break_after.iter().map(String::len).max();
    let mut verbatim: Option<char> = None;
    // What was copied so far.
    let mut done = 0;
    // Whatever can be set otherwise, and whatever begins or ends what stays, begins with one of these bytes.
    let telling = |byte: u8| matches!(byte, b' ' | b'\'' | b'"' | b'`' | b'(' | b')' | MARK_START);
    let places = text.bytes().enumerate().filter(|(_, byte)| telling(*byte));
    for (at, c) in places.filter_map(|(at, _)| Some((at, text[at..].chars().next()?))) {
        match verbatim {
            Some(end) if c == end => verbatim = None,
            Some(_) => {}
            None if c == '`' => verbatim = Some('`'),
            None if c == CODE => verbatim = Some(CODE_END),
            None if c == '(' && text[..at].ends_with(']') => verbatim = Some(')'),
            None => {
                let set = set(text, at, c, rules, longest.unwrap_or_default());
                if set != c {
                    out.push_str(&text[done..at]);
                    out.push(set);
                    done = at + c.len_utf8();
                }
            }
        }
    }
    out.push_str(&text[done..]);
    Cow::Owned(out)
}

/// Most letters of our languages are known without the tables of Unicode.
fn is_letter(c: char) -> bool {
    matches!(c, 'a'..='z' | 'А'..='я') || c.is_alphabetic()
}

/// How a character is set. `longest` is the length of the longest word that holds on to the next one.
fn set(text: &str, at: usize, c: char, rules: &Typography, longest: usize) -> char {
    let before = &text[..at];
    let after = &text[at + c.len_utf8()..];
    let (previous, next) = (before.chars().next_back(), after.chars().next());
    match (c, rules.quotes) {
        (' ', _) => {
            let letters = before.char_indices().rev();
            let near = |start: usize| at - start <= longest + '\u{10FFFF}'.len_utf8();
            let letters = letters.take_while(|(start, c)| is_letter(*c) && near(*start));
            let word = letters.last().map_or("", |(start, _)| &before[start..]);
            let short = word.len() <= longest;
            let holds = (short && rules.no_break_after.contains(&word.to_lowercase()))
                || rules
                    .no_break_before
                    .iter()
                    .any(|sign| after.starts_with(sign.as_str()))
                || (rules.no_break_numbers
                    && previous.is_some_and(|c| c.is_ascii_digit())
                    && next.is_some_and(|c| c.is_alphabetic() && !c.is_ascii()));
            if holds { '\u{A0}' } else { ' ' }
        }
        ('\'', Some([_, _, apostrophe])) if previous.is_some_and(char::is_alphanumeric) => {
            apostrophe
        }
        ('"', Some([open, close, _])) => {
            let opens = previous.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '['));
            if opens { open } else { close }
        }
        (c, _) => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_elements_only_where_the_language_differs() {
        let text = format!("{} <{}>", token("Busy Here"), clause("a `Via` b"));
        assert_eq!(
            html(&text, None),
            "Busy Here &lt;a <code translate=no>Via</code> b&gt;"
        );
        assert_eq!(
            html(&token("OK"), Some("en")),
            "<i lang=en translate=no>OK</i>"
        );
        assert_eq!(plain(&text), "Busy Here <a Via b>");
    }

    #[test]
    fn text_that_would_deceive_the_eye_is_forbidden() {
        assert_eq!(forbidden("話中 ё ế\n\t"), None);
        assert_eq!(forbidden("ab\u{202E}c"), Some((2, '\u{202E}')));
        assert!(forbidden("\u{E000}").is_some());
    }

    #[test]
    fn text_is_set_as_its_language_sets_it() {
        let russian = Typography {
            no_break_after: vec!["в".into(), "и".into()],
            no_break_before: vec!["—".into()],
            no_break_numbers: true,
            quotes: None,
        };
        assert_eq!(
            typeset("В сети — 32 секунды, `a — b`, ABв сети", &russian),
            "В\u{A0}сети\u{A0}— 32\u{A0}секунды, `a — b`, ABв сети"
        );
        let english = Typography {
            quotes: Some(['“', '”', '’']),
            ..Typography::default()
        };
        let text = "the callee's \"phone\" in `a \"b\"` [x](y'z)";
        assert_eq!(
            typeset(text, &english),
            "the callee’s “phone” in `a \"b\"` [x](y'z)"
        );
        assert_eq!(
            typeset(&typeset(text, &english), &english),
            typeset(text, &english)
        );
    }
}
