//! Reviews texts as an editor would: refused terms, leftovers of the first language, changed tokens, odd lengths, mixed
//! widths, and characters that only look composed.

use std::collections::BTreeSet;

use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};

use crate::catalog::prose::{self, State, Versions};
use crate::catalog::terms::{Rules, Terms};
use crate::catalog::{Book, Catalog, Earlier, spread};
use crate::diagnostic::{Diagnostic, Id, Report};
use crate::locale::LocaleId;
use crate::source::{FileId, Located, Source, Sources, Span};
use crate::words;

/// Characters that no text of the site may hold, whatever the file.
pub fn characters(
    sources: &Sources,
    earlier: Option<Earlier<'_>>,
    broken: &[Span],
    report: &mut Report,
) {
    let files = sources.all().filter(|(file, _)| {
        let kept = earlier.is_some_and(|earlier| earlier.has(*file));
        !kept && !broken.iter().any(|span| span.file == *file)
    });
    let files: Vec<(FileId, &Source)> = files.collect();
    spread::each(&files, report, |(file, source), report| {
        let file = *file;
        let text = source.text.as_str();
        if let Some((at, c)) = words::forbidden(text) {
            let message = format!(
                "this file holds the invisible character U+{:04X}",
                u32::from(c)
            );
            report.push(
                Diagnostic::new(Id::BadText, message)
                    .at(Span::new(file, at..at + c.len_utf8()), "")
                    .help("delete it"),
            );
        }
        let lone = |at: &usize| !text[at + 1..].starts_with('\n');
        if let Some(at) = text.match_indices('\r').map(|(at, _)| at).find(lone) {
            report.push(
                Diagnostic::new(Id::BadText, "a line ends in a carriage return alone")
                    .at(Span::new(file, at..at + 1), "")
                    .help("save the file with Unix or Windows line ends"),
            );
        }
    });
}

/// Reviews everything that an earlier reading has not reviewed already.
pub(super) fn all(
    catalog: &Catalog,
    sources: &Sources,
    earlier: Option<Earlier<'_>>,
    report: &mut Report,
) {
    let Catalog {
        site,
        locales,
        books,
        pages,
        terms,
        ..
    } = catalog;
    let kept = |texts: &Versions| earlier.is_some_and(|earlier| earlier.has_texts(texts));
    let texts = books.iter().flat_map(Book::prose);
    let texts: Vec<&Versions> = texts.filter(|texts| !kept(texts)).collect();
    spread::each(&texts, report, |versions, report| {
        for locale in locales.ids() {
            for i in 0..versions.fields.len() {
                let Some(source) = versions.located(i, LocaleId::FIRST) else {
                    without_source(versions, i, locale, report);
                    continue;
                };
                if let Some(found) = versions.located(i, locale) {
                    text(found, locale, terms, sources, report);
                    if locale != LocaleId::FIRST {
                        translation(source, found, locale, terms, report);
                    }
                }
                let tag = &locales.get(locale).tag;
                if site.complete.contains(tag) {
                    complete(versions, i, locale, tag, source, sources, report);
                }
            }
        }
    });
    let mut files = Vec::new();
    for page in pages {
        for (locale, text) in locales.ids().zip(&page.texts) {
            match text {
                Some(text) => files.push((text.file, locale)),
                None if site.complete.contains(&locales.get(locale).tag) => report.push(
                    Diagnostic::new(
                        Id::MissingTranslation,
                        format!(
                            "the page `{}` is missing in `{}`",
                            page.slug,
                            locales.get(locale).tag
                        ),
                    )
                    .at(page.span, "")
                    .help(
                        "translate it, or take the language out of `complete` in content/site.toml",
                    ),
                ),
                None => {}
            }
        }
    }
    for locale in locales.ids() {
        for (id, _) in sources.below(&format!("locales/{}/", locales.get(locale).tag), ".ftl") {
            files.push((id, locale));
        }
    }
    files.retain(|(id, _)| earlier.is_none_or(|earlier| !earlier.has(*id)));
    spread::each(&files, report, |(id, locale), report| {
        file(*id, *locale, terms, sources, report);
    });
}

/// A text that the first language does not have is a translation of nothing.
fn without_source(versions: &Versions, field: usize, locale: LocaleId, report: &mut Report) {
    let Some(found) = versions.located(field, locale) else {
        return;
    };
    let key = versions.fields[field].key;
    report.push(
        Diagnostic::new(
            Id::UnusedText,
            format!("`{key}` translates a text that the first language does not have"),
        )
        .at(found.span, "")
        .help("write it in the first language first, or delete it here"),
    );
}

/// In a language that is declared complete, every text is there and says what it was made from.
fn complete(
    versions: &Versions,
    field: usize,
    locale: LocaleId,
    tag: &str,
    source: &Located<String>,
    sources: &Sources,
    report: &mut Report,
) {
    let key = versions.fields[field].key;
    let place = versions
        .file(locale)
        .map_or(source.span, |file| sources.first_line(file));
    match versions.state(field, locale) {
        Some(State::Missing) => report.push(
            Diagnostic::new(
                Id::MissingTranslation,
                format!("`{key}` is not translated into `{tag}`"),
            )
            .at(place, "")
            .other(source.span, "the source")
            .help(format!(
                "write it; `versus translate {tag}` lists what is missing and makes starter files"
            )),
        ),
        Some(State::Unmarked) => report.push(
            Diagnostic::new(
                Id::MissingMark,
                format!("`{key}` does not say which text it was made from"),
            )
            .at(
                versions
                    .located(field, locale)
                    .map_or(place, |text| text.span),
                "",
            )
            .help(format!(
                "when it says what its source says, run `versus translate --accept {tag}`"
            )),
        ),
        Some(State::Stale | State::Current) | None => {}
    }
}

/// Reviews a text of any language on its own.
fn text(
    text: &Located<String>,
    locale: LocaleId,
    terms: &Terms,
    sources: &Sources,
    report: &mut Report,
) {
    let rules = terms.rules(locale);
    let at = |range| prose::inside(text, range, sources);
    composed(&text.value, at, report);
    refused(&text.value, rules, at, report);
    if rules.wide_punctuation {
        widths(&text.value, at, report);
    }
    if locale != LocaleId::FIRST {
        leftovers(&text.value, terms, rules, at, report);
        if rules.own_script {
            untouched(text, report);
        }
    }
}

/// Reviews a whole file, such as one of Fluent messages.
fn file(file: FileId, locale: LocaleId, terms: &Terms, sources: &Sources, report: &mut Report) {
    let text = &sources.get(file).text;
    let at = |range| Span::new(file, range);
    composed(text, at, report);
    refused(text, terms.rules(locale), at, report);
}

/// Reviews a translation beside its source.
fn translation(
    source: &Located<String>,
    text: &Located<String>,
    locale: LocaleId,
    terms: &Terms,
    report: &mut Report,
) {
    let (wanted, found) = (tokens(&source.value), tokens(&text.value));
    let missing: Vec<String> = wanted
        .difference(&found)
        .map(|token| format!("`{token}`"))
        .collect();
    let extra: Vec<String> = found
        .difference(&wanted)
        .map(|token| format!("`{token}`"))
        .collect();
    if !missing.is_empty() || !extra.is_empty() {
        let lacks = if missing.is_empty() {
            String::new()
        } else {
            format!("it lacks {}", missing.join(", "))
        };
        let adds = if extra.is_empty() {
            String::new()
        } else {
            format!("it adds {}", extra.join(", "))
        };
        let both = if lacks.is_empty() || adds.is_empty() {
            ""
        } else {
            "; "
        };
        report.push(
            Diagnostic::new(
                Id::TokenChanged,
                "the translation has other tokens than its source",
            )
            .at(text.span, format!("{lacks}{both}{adds}"))
            .other(source.span, "the source")
            .help("tokens in back-ticks are names of the protocol: they stay as they are"),
        );
    }
    let (length, of) = (
        text.value.trim().chars().count(),
        source.value.trim().chars().count().max(1),
    );
    if let Some((least, greatest)) = terms.rules(locale).length
        // A few words can be much shorter or longer in another language; a paragraph cannot.
        && of >= 120
        && !(least * of..=greatest * of).contains(&(length * 100))
    {
        let percent = length * 100 / of;
        report.push(
            Diagnostic::new(
                Id::OddLength,
                format!("the translation has {percent} % of the length of its source"),
            )
            .at(text.span, format!("plausible are {least} to {greatest} %"))
            .other(source.span, "the source")
            .help("look whether something is missing or was added"),
        );
    }
}

fn tokens(text: &str) -> BTreeSet<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

fn composed(text: &str, at: impl Fn(std::ops::Range<usize>) -> Span, report: &mut Report) {
    // Nearly every text is seen to be composed without composing it.
    if is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return;
    }
    let composed: String = text.nfc().collect();
    if composed == text {
        return;
    }
    let same = text
        .bytes()
        .zip(composed.bytes())
        .take_while(|(a, b)| a == b)
        .count();
    let start = (0..=same)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0);
    let end = text[start..]
        .char_indices()
        .nth(2)
        .map_or(text.len(), |(i, _)| start + i);
    report.push(
        Diagnostic::new(
            Id::NotComposed,
            "a letter and its mark are two characters here",
        )
        .at(at(start..end), "")
        .help("save the text in Unicode normalization form C; then search and sorting find it"),
    );
}

fn refused(
    text: &str,
    rules: &Rules,
    at: impl Fn(std::ops::Range<usize>) -> Span,
    report: &mut Report,
) {
    for refused in &rules.refused {
        for start in refused.places(text) {
            let before = text[..start].chars().next_back();
            let spaced = refused
                .words
                .starts_with(|c: char| c.is_alphabetic() && (c as u32) < 0x2E80);
            // In scripts with spaces a refused word must begin a word; elsewhere there are no words to begin.
            if spaced && before.is_some_and(char::is_alphabetic) {
                continue;
            }
            let found = refused.words.as_str();
            let end = start + found.trim_end().len();
            report.push(
                Diagnostic::new(
                    Id::RefusedTerm,
                    format!("`{}` is refused for “{}”", found.trim(), refused.term),
                )
                .at(at(start..end), format!("write `{}`", refused.write))
                .help("content/terms.toml holds the terms of every language"),
            );
        }
    }
}

fn widths(text: &str, at: impl Fn(std::ops::Range<usize>) -> Span, report: &mut Report) {
    let wide = |c: char| matches!(c, '\u{3040}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}');
    let mut previous = ' ';
    let mut inside = false;
    for (start, c) in text.char_indices() {
        if c == '`' {
            inside = !inside;
        }
        let wrong = (wide(previous) && matches!(c, ',' | ';' | ':' | '?' | '!'))
            || matches!(c, '，' | '．');
        let fullwidth = matches!(c, '\u{FF10}'..='\u{FF19}' | '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}');
        if !inside && (wrong || fullwidth) {
            report.push(
                Diagnostic::new(Id::MixedWidth, format!("`{c}` has the wrong width here"))
                    .at(at(start..start + c.len_utf8()), "")
                    .help("punctuation of this language is full-width (、。：！？), digits and Latin letters are half-width"),
            );
        }
        previous = c;
    }
}

/// A text of Latin letters alone, outside of tokens, in a language that is written in others.
fn untouched(text: &Located<String>, report: &mut Report) {
    let words = || text.value.split('`').step_by(2).flat_map(str::chars);
    let latin = words().any(|c| c.is_ascii_alphabetic());
    if latin && !words().any(|c| c.is_alphabetic() && !c.is_ascii()) {
        report.push(
            Diagnostic::new(Id::LeftOver, "this text has no letter of its own script")
                .at(text.span, "")
                .help("translate it; names of the protocol stand in back-ticks"),
        );
    }
}

/// Words of the first language, outside of tokens, quotations and addresses.
fn leftovers(
    text: &str,
    terms: &Terms,
    rules: &Rules,
    at: impl Fn(std::ops::Range<usize>) -> Span,
    report: &mut Report,
) {
    if !terms.may_hold_source_words(text) {
        return;
    }
    let mut start = 0;
    let mut quoted = false;
    let mut word = String::new();
    for (i, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match c {
            '`' => quoted = !quoted,
            '(' if text[..i].ends_with(']') => quoted = true,
            // A quotation may be in any language.
            '«' | '“' | '「' => quoted = true,
            ')' | '»' | '”' | '」' => quoted = false,
            _ => {}
        }
        if c.is_alphabetic() {
            if word.is_empty() {
                start = i;
            }
            word.push(c);
        } else if !word.is_empty() {
            if !quoted && terms.source_words.contains(&word) && !rules.own_words.contains(&word) {
                report.push(
                    Diagnostic::new(
                        Id::LeftOver,
                        format!("`{word}` is a word of the source language"),
                    )
                    .at(at(start..i), "")
                    .help("translate the sentence; names of the protocol stand in back-ticks"),
                );
                return;
            }
            word.clear();
        }
    }
}
