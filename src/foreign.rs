//! Runs of another language inside a text: a speaking browser reads "event package" otherwise than the sentence around it.

use std::ops::Range;

use regex_lite::Regex;

/// How a language tells its own words from others in Latin letters.
#[derive(Debug, Clone)]
pub enum Own {
    /// It is not written in Latin letters: every such word is from elsewhere.
    NoLatin,
    /// A word that this expression matches whole may be its own.
    Words(Regex),
}

impl Own {
    fn has(&self, word: &str) -> bool {
        match self {
            Own::NoLatin => false,
            Own::Words(own) => own.is_match(word),
        }
    }

    /// Whether a word is of another language. Letters that are all capitals are an abbreviation, of no language.
    fn is_foreign(&self, word: &str) -> bool {
        word.len() > 1
            && word.bytes().any(|byte| byte.is_ascii_lowercase())
            && !self.has(&word.to_ascii_lowercase())
    }

    /// Where two or more words of another language follow each other, outside of back-ticks and addresses of links. One
    /// alone is a term of the trade or a name.
    pub fn runs(&self, text: &str) -> Vec<Range<usize>> {
        let mut runs: Vec<(Range<usize>, usize)> = Vec::new();
        for word in words(text) {
            if !self.is_foreign(&text[word.clone()]) {
                continue;
            }
            match runs.last_mut() {
                Some((run, count)) if matches!(&text[run.end..word.start], " " | "\u{A0}") => {
                    run.end = word.end;
                    *count += 1;
                }
                _ => runs.push((word, 1)),
            }
        }
        let long = runs.into_iter().filter(|(_, count)| *count > 1);
        long.map(|(run, _)| run).collect()
    }
}

/// Whether it is a letter or digit. Most letters of our languages are known without the tables of Unicode.
fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, 'А'..='я' | 'ぁ'..='ゖ' | 'ァ'..='ヺ' | '一'..='鿿' | 'Ạ'..='ỹ')
        || (!c.is_ascii() && c.is_alphanumeric())
}

/// Words of ASCII letters, hyphens and apostrophes that no other letter or digit touches, as far as they are read.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start: Option<usize> = None;
    // What ends a part that is no text: a back-tick, or the bracket after the address of a link.
    let mut verbatim: Option<char> = None;
    let mut whole = true;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if let Some(end) = verbatim {
            if c == end {
                verbatim = None;
            }
            continue;
        }
        if is_word(c) || matches!(c, '-' | '\'' | '’') {
            start.get_or_insert(at);
            whole &= c.is_ascii_alphabetic() || !is_word(c);
            continue;
        }
        if let Some(start) = start.take()
            && whole
        {
            words.push(start..at);
        }
        whole = true;
        verbatim = match c {
            '`' => Some('`'),
            '(' if text[..at].ends_with(']') => Some(')'),
            _ => None,
        };
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(own: &Own, text: &'t str) -> Vec<&'t str> {
        own.runs(text).into_iter().map(|run| &text[run]).collect()
    }

    #[test]
    fn runs_of_two_words_and_more_are_found() {
        let text = "пакет (event package) `event package` [early media](code:early media) DNS SRV proxy 486 Busy Here";
        let expected = ["event package", "early media", "Busy Here"];
        assert_eq!(found(&Own::NoLatin, text), expected);
        let own = Regex::new("^(th|tr|ch?)?(eo|ong|an|o)$").expect("an expression");
        let text = "theo trong can refer target cho can";
        assert_eq!(found(&Own::Words(own), text), ["refer target"]);
    }
}
