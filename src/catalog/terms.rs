//! Words of the trade in every language, and what `terms.toml` says about languages: data for the checks in
//! [`crate::catalog::review`].

use memchr::memmem::Finder;

use crate::diagnostic::{Diagnostic, Id, Report};
use crate::foreign::Own;
use crate::locale::{LocaleId, Locales};
use crate::source::{FileId, Sources};
use crate::toml_file::{self, Field, Kind, Table, optional, required, unknown_key, unknown_value};
use crate::words::Typography;
use regex_lite::Regex;

const LANGUAGE: &[Field] = &[
    required("tag", Kind::Text, "the language"),
    optional(
        "length",
        Kind::Range,
        "least and greatest length of a translation, in percent of the source",
    ),
    optional(
        "own_words",
        Kind::Texts,
        "words of this language that are spelled like one of `source_words`",
    ),
    optional(
        "no_break_after",
        Kind::Texts,
        "words that hold on to the next one",
    ),
    optional(
        "no_break_before",
        Kind::Texts,
        "signs that hold on to the word before",
    ),
    optional(
        "no_break_numbers",
        Kind::OneOf(&["yes", "no"]),
        "`yes` where a number holds on to the word after it",
    ),
    optional(
        "quotes",
        Kind::Text,
        "opening quote, closing quote and apostrophe, in place of the typewriter's",
    ),
    optional(
        "latin",
        Kind::OneOf(&["yes", "no"]),
        "`no` where the language is not written in Latin letters: a text that has no others was not translated",
    ),
    optional(
        "latin_words",
        Kind::Text,
        "an expression for words of the language, in small letters: two others in Latin letters side by side are of another language",
    ),
    optional(
        "wide_punctuation",
        Kind::OneOf(&["yes", "no"]),
        "`yes` where half-width punctuation may not stand next to full-width characters",
    ),
];

const TERM: &[Field] = &[
    required("term", Kind::Text, "the term in the first language"),
    required("write", Kind::TextMap, "what each language writes"),
    optional(
        "never",
        Kind::TextsMap,
        "what a language must not write: a list for each",
    ),
];

/// What the file may hold.
pub const FIELDS: &[Field] = &[
    optional(
        "source_words",
        Kind::Texts,
        "words that give away a sentence of the first language",
    ),
    optional(
        "languages",
        Kind::Tables(LANGUAGE),
        "what holds for a language",
    ),
    optional("terms", Kind::Tables(TERM), "the terms"),
];

/// A rendering that is refused.
#[derive(Debug, Clone)]
pub struct Refused {
    /// What must not be written.
    pub words: String,
    /// The term that it stands for.
    pub term: String,
    /// What to write instead.
    pub write: String,
    finder: Finder<'static>,
}

impl Refused {
    /// Where a text has these words.
    pub(super) fn places(&self, text: &str) -> impl Iterator<Item = usize> {
        self.finder.find_iter(text.as_bytes())
    }
}

/// What is asked of the texts of one language.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    /// Renderings that are refused.
    pub refused: Vec<Refused>,
    /// Words that are spelled like a word of the source language and are none.
    pub own_words: Vec<String>,
    /// Least and greatest length in percent of the source.
    pub length: Option<(usize, usize)>,
    /// How the language sets its text.
    pub typography: Typography,
    /// Whether a text needs letters that are not Latin.
    pub own_script: bool,
    /// How words of other languages are told from its own.
    pub own: Option<Own>,
    /// Whether half-width punctuation next to full-width characters is refused.
    pub wide_punctuation: bool,
}

/// What `terms.toml` says.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    /// Words that give away a sentence of the first language.
    pub source_words: Vec<String>,
    /// Finds each of those words, wherever it stands.
    finders: Vec<Finder<'static>>,
    rules: Vec<Rules>,
    none: Rules,
}

impl Terms {
    /// The rules of a language.
    pub fn rules(&self, locale: LocaleId) -> &Rules {
        self.rules.get(locale.index()).unwrap_or(&self.none)
    }

    /// Whether a text holds a word of the first language, perhaps as a part of another word.
    pub(super) fn may_hold_source_words(&self, text: &str) -> bool {
        let mut finders = self.finders.iter();
        finders.any(|finder| finder.find(text.as_bytes()).is_some())
    }
}

fn finder(words: &str) -> Finder<'static> {
    Finder::new(words.as_bytes()).into_owned()
}

/// Reads `terms.toml`.
pub(super) fn read(
    file: FileId,
    locales: &Locales,
    sources: &Sources,
    report: &mut Report,
) -> Terms {
    let mut terms = Terms {
        rules: vec![Rules::default(); locales.len()],
        ..Terms::default()
    };
    let Some(root) = toml_file::parse(sources, file, report) else {
        return terms;
    };
    let table = Table::of_file(&root, file, FIELDS, sources, report);
    terms.source_words = table
        .texts("source_words")
        .into_iter()
        .map(|word| word.value)
        .collect();
    let finders = terms.source_words.iter();
    terms.finders = finders.map(|word| finder(word)).collect();
    let of = |tag: &str| locales.ids().find(|id| locales.get(*id).tag == tag);
    let tags: Vec<&str> = locales
        .ids()
        .map(|id| locales.get(id).tag.as_str())
        .collect();
    let languages = table.tables("languages");
    toml_file::check_unique(&languages, &["tag"], report);
    for language in languages {
        let Some(tag) = language.text("tag") else {
            continue;
        };
        let Some(locale) = of(&tag.value) else {
            report.push(unknown_value(
                &tag,
                "a language of this site",
                tags.iter().copied(),
            ));
            continue;
        };
        let rules = &mut terms.rules[locale.index()];
        if let [least, greatest] = language.integers("length")[..] {
            rules.length = Some((
                usize::try_from(least).unwrap_or(0),
                usize::try_from(greatest).unwrap_or(usize::MAX),
            ));
        }
        let plain = |key| {
            language
                .texts(key)
                .into_iter()
                .map(|text| text.value)
                .collect()
        };
        let quotes = language.text("quotes");
        let signs: Vec<char> = quotes
            .iter()
            .flat_map(|quotes| quotes.value.chars())
            .collect();
        if let Some(quotes) = quotes.filter(|_| signs.len() != 3) {
            report.push(
                Diagnostic::new(Id::BadText, "`quotes` must be three characters")
                    .at(quotes.span, "")
                    .help("an opening quote, a closing quote and an apostrophe"),
            );
        }
        rules.own_words = plain("own_words");
        rules.typography = Typography {
            no_break_after: plain("no_break_after"),
            no_break_before: plain("no_break_before"),
            no_break_numbers: language
                .text("no_break_numbers")
                .is_some_and(|text| text.value == "yes"),
            quotes: signs.try_into().ok(),
        };
        rules.own_script = language
            .text("latin")
            .is_some_and(|text| text.value == "no");
        rules.own = rules.own_script.then_some(Own::NoLatin);
        if let Some(words) = language.text("latin_words") {
            match Regex::new(&words.value) {
                Ok(own) => rules.own = Some(Own::Words(own)),
                Err(error) => report.push(
                    Diagnostic::new(Id::BadPattern, format!("this is no expression: {error}"))
                        .at(words.span, ""),
                ),
            }
        }
        rules.wide_punctuation = language
            .text("wide_punctuation")
            .is_some_and(|text| text.value == "yes");
    }
    let list = table.tables("terms");
    toml_file::check_unique(&list, &["term"], report);
    for term in list {
        for words in [term.table("write"), term.table("never")]
            .into_iter()
            .flatten()
        {
            for (tag, _) in words.entries() {
                if of(tag.get_ref()).is_none() {
                    let place = words.key_span(tag);
                    report.push(unknown_key(place, tag.get_ref(), tags.iter().copied()));
                }
            }
        }
        let (Some(name), Some(write), Some(never)) =
            (term.text("term"), term.table("write"), term.table("never"))
        else {
            continue;
        };
        for locale in locales.ids() {
            let tag = &locales.get(locale).tag;
            let instead = write.text(tag).map_or_else(String::new, |text| text.value);
            terms.rules[locale.index()]
                .refused
                .extend(never.texts(tag).into_iter().map(|words| Refused {
                    finder: finder(&words.value),
                    words: words.value,
                    term: name.value.clone(),
                    write: instead.clone(),
                }));
        }
    }
    terms
}
