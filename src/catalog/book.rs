//! A protocol with its codes and pairs: the folder read whole, names checked against each other.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::code::{self, Code};
use crate::catalog::keywords::{self, Keywords};
use crate::catalog::mapping::{self, Mapping};
use crate::catalog::message;
use crate::catalog::pair::{self, Pair};
use crate::catalog::prose::{self, Translation, Versions};
use crate::catalog::protocol::Protocol;
use crate::catalog::trace::{self, Trace};
use crate::catalog::{Earlier, specs, spread};
use crate::diagnostic::{Diagnostic, Id, Report, nearest};
use crate::locale::Locales;
use crate::markdown;
use crate::slug;
use crate::source::{FileId, Sources, Span};
use crate::toml_file::repeated;

/// A protocol and everything that is known of its codes.
#[derive(Debug)]
pub struct Book {
    /// What `protocol.toml` declares.
    pub protocol: Protocol,
    /// Codes in the order in which they are listed and paired: by class, then by number or name.
    pub codes: Vec<Code>,
    /// Written comparisons by the positions of their codes, the lower first.
    pub pairs: BTreeMap<(usize, usize), Pair>,
    /// The pairs that people compare most, in order.
    pub popular: Vec<(usize, usize)>,
    /// Mappings to causes of other networks.
    pub mappings: Vec<Mapping>,
    /// How to read a trace.
    pub trace: Option<Trace>,
    /// Words that readers look for, by language.
    pub keywords: Vec<Keywords>,
    /// Names of all files of codes, those too that could not be read: a reference to one of them is not unknown.
    names: BTreeSet<String>,
}

impl Book {
    /// Names of the codes in order.
    pub fn slugs(&self) -> impl Iterator<Item = &str> {
        self.codes.iter().map(|code| code.slug.as_str())
    }

    /// Position of a code.
    pub fn find(&self, slug: &str) -> Option<usize> {
        self.codes.iter().position(|code| code.slug == slug)
    }

    /// Positions of the codes of `A-B`, the lower first.
    pub fn find_pair(&self, name: &str) -> Option<(usize, usize)> {
        name.match_indices('-').find_map(|(at, _)| {
            let a = self.find(&name[..at])?;
            let b = self.find(&name[at + 1..])?;
            (a != b).then_some((a.min(b), a.max(b)))
        })
    }

    /// Whether there is a file for a code, readable or not.
    pub(super) fn has_file(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// Whether files are there for both codes of `A-B`, readable or not.
    fn names_pair(&self, name: &str) -> bool {
        name.match_indices('-')
            .any(|(at, _)| self.names.contains(&name[..at]) && self.names.contains(&name[at + 1..]))
    }

    /// The texts of all codes and pairs.
    pub fn prose(&self) -> impl Iterator<Item = &Versions> {
        let codes = self.codes.iter().map(|code| &code.prose);
        codes.chain(self.pairs.values().map(|pair| &pair.prose))
    }
}

/// Reads the folder of a protocol.
pub(super) fn read(
    (slug, file): (&str, FileId),
    locales: &Locales,
    sources: &Sources,
    earlier: Option<Earlier<'_>>,
    used: &mut BTreeSet<FileId>,
    report: &mut Report,
) -> Option<Book> {
    let root = format!("content/{slug}/");
    let before = report.len();
    let specs = match sources.find(&format!("{root}specs.toml")) {
        Some(id) => {
            used.insert(id);
            specs::read(id, sources, report)
        }
        None => {
            report.push(
                Diagnostic::new(Id::MissingFile, format!("there is no {root}specs.toml"))
                    .help("it lists the specifications that codes cite"),
            );
            Vec::new()
        }
    };
    let protocol = Protocol::read(slug, file, specs, sources, report)?;
    if report.len() > before {
        // Whatever codes say would be held against declarations that are wrong: first things first.
        return None;
    }
    let mut files = Vec::new();
    let mut names = BTreeSet::new();
    let folder = format!("{root}codes/");
    for (id, source) in sources.below(&folder, ".toml") {
        used.insert(id);
        let name = file_name(&source.path);
        names.insert(name.to_owned());
        if !slug::is_code(name) {
            report.push(bad_file_name(
                id,
                name,
                sources,
                "lower-case letters, digits and hyphens",
                report_example(slug),
            ));
        } else {
            files.push((name, id, &protocol));
        }
    }
    let kept = |name: &str| earlier.and_then(|earlier| earlier.code(slug, name));
    let found = spread::each(&files, report, |(name, id, protocol), report| {
        let kept = kept(name).cloned();
        kept.or_else(|| code::read(name, *id, protocol, sources, report))
    });
    let mut found: Vec<Code> = found.into_iter().flatten().collect();
    let mut translations = Vec::new();
    for locale in locales.translated() {
        let tag = &locales.get(locale).tag;
        for (id, source) in sources.below(&format!("{root}{tag}/codes/"), ".toml") {
            used.insert(id);
            let name = file_name(&source.path);
            let Some(code) = found.iter().position(|code| code.slug == name) else {
                let original = sources.find(&format!("{root}codes/{name}.toml"));
                // A code whose own file is broken has been reported there.
                if original.is_none() {
                    report.push(orphan(
                        id,
                        name,
                        sources,
                        found.iter().map(|code| code.slug.as_str()),
                    ));
                }
                continue;
            };
            if kept(name).is_none() {
                translations.push((locale, id, code));
            }
        }
    }
    let read = spread::each(&translations, report, |(_, id, _), report| {
        Translation::read(*id, code::PROSE, code::OVERLAY, sources, report)
    });
    for ((locale, _, code), translation) in translations.into_iter().zip(read) {
        found[code].prose.add(locale, translation);
    }
    found.sort_by(|a, b| (a.class, natural(&a.slug)).cmp(&(b.class, natural(&b.slug))));
    check_phrases(&found, report);
    let mut book = Book {
        protocol,
        codes: found,
        pairs: BTreeMap::new(),
        popular: Vec::new(),
        mappings: Vec::new(),
        trace: None,
        keywords: Vec::new(),
        names,
    };
    for (id, source) in sources.below(&format!("{root}mappings/"), ".toml") {
        used.insert(id);
        let name = file_name(&source.path);
        if slug::is_code(name) {
            let codes = (&*book.codes, &book.names);
            let mapping = mapping::read(name, id, &book.protocol, codes, sources, report);
            book.mappings.extend(mapping);
        } else {
            report.push(bad_file_name(
                id,
                name,
                sources,
                "lower-case letters, digits and hyphens",
                format!("content/{slug}/mappings/q850.toml"),
            ));
        }
    }
    if let Some(id) = sources.find(&format!("{root}trace.toml")) {
        used.insert(id);
        let (protocol, names, mappings) = (&book.protocol, &book.names, &book.mappings);
        book.trace = trace::read(id, protocol, names, mappings, sources, report);
    }
    for locale in locales.ids() {
        let folder = match locale.index() {
            0 => root.clone(),
            _ => format!("{root}{}/", locales.get(locale).tag),
        };
        let file = sources.find(&format!("{folder}search.toml"));
        let codes = book.names.iter().map(String::as_str);
        let words = file.map(|file| keywords::read(file, codes, sources, report));
        used.extend(file);
        book.keywords.push(words.unwrap_or_default());
    }
    read_pairs(&mut book, &root, locales, sources, earlier, used, report);
    check_references(&mut book, sources, earlier, report);
    message::check_steps(&book, report);
    Some(book)
}

fn read_pairs(
    book: &mut Book,
    root: &str,
    locales: &Locales,
    sources: &Sources,
    earlier: Option<Earlier<'_>>,
    used: &mut BTreeSet<FileId>,
    report: &mut Report,
) {
    let mut kept = BTreeSet::new();
    for locale in locales.ids() {
        let tag = &locales.get(locale).tag;
        let folder = if locale.index() == 0 {
            format!("{root}pairs/")
        } else {
            format!("{root}{tag}/pairs/")
        };
        for (id, source) in sources.below(&folder, ".toml") {
            used.insert(id);
            let name = file_name(&source.path);
            let Some(positions) = book.find_pair(name) else {
                // A pair whose code could not be read has been reported there.
                if book.names_pair(name) {
                    continue;
                }
                report.push(bad_file_name(
                    id,
                    name,
                    sources,
                    "two codes that exist, the lower first",
                    "486-600.toml".into(),
                ));
                continue;
            };
            let canonical = format!(
                "{}-{}",
                book.codes[positions.0].slug, book.codes[positions.1].slug
            );
            if canonical != name {
                report.push(bad_file_name(
                    id,
                    name,
                    sources,
                    "the lower code first",
                    format!("{canonical}.toml"),
                ));
                continue;
            }
            if locale.index() == 0 {
                let folder = book.protocol.slug.as_str();
                let same = earlier.and_then(|earlier| earlier.pair(folder, id));
                if let Some(same) = same.cloned() {
                    kept.insert(positions);
                    book.pairs.insert(positions, same);
                } else if let Some(pair) = pair::read(id, &book.protocol, sources, report) {
                    book.pairs.insert(positions, pair);
                }
            } else if let Some(pair) = book.pairs.get_mut(&positions) {
                if !kept.contains(&positions) {
                    let (fields, overlay) = (pair::PROSE, pair::OVERLAY);
                    let read = Translation::read(id, fields, overlay, sources, report);
                    pair.prose.add(locale, read);
                }
            } else if sources.find(&format!("{root}pairs/{name}.toml")).is_none() {
                report.push(orphan(id, name, sources, std::iter::empty()));
            }
        }
    }
}

fn check_phrases(codes: &[Code], report: &mut Report) {
    for (i, code) in codes.iter().enumerate() {
        // The same phrase twice is most often a file that was copied and not finished; protocols that do repeat a
        // phrase repeat it in another class, as SIP does with 406 and 606.
        if let Some(first) = codes[..i]
            .iter()
            .find(|first| first.phrase == code.phrase && first.class == code.class)
        {
            report.push(
                Diagnostic::new(
                    Id::DuplicateCode,
                    format!("`{}` and `{}` have the same phrase", first.slug, code.slug),
                )
                .at(code.span, "")
                .other(first.span, "first used here")
                .help("one code has one file; delete the copy or correct its phrase"),
            );
        }
    }
}

/// Everything that names a code must name one that exists.
fn check_references(
    book: &mut Book,
    sources: &Sources,
    earlier: Option<Earlier<'_>>,
    report: &mut Report,
) {
    for code in &book.codes {
        for related in &code.related {
            if book.find(&related.value).is_none() {
                report.extend(unknown_code(related.span, &related.value, book));
            } else if related.value == code.slug {
                report.push(
                    Diagnostic::new(Id::UnknownCode, "a code is not related to itself")
                        .at(related.span, ""),
                );
            }
        }
    }
    // Texts that have not changed led to codes whose files are all there still.
    let kept = |texts: &Versions| earlier.is_some_and(|earlier| earlier.has_texts(texts));
    let texts = book.prose().filter(|texts| !kept(texts));
    let texts: Vec<_> = texts.flat_map(Versions::all).collect();
    spread::each(&texts, report, |text, report| {
        for link in markdown::check(&text.value, markdown::Place::Field).links {
            if book.find(&link.target).is_none() && book.find_pair(&link.target).is_none() {
                let place = prose::inside(text, link.range, sources);
                report.extend(unknown_code(place, &link.target, book));
            }
        }
    });
    let mut popular: Vec<(usize, usize)> = Vec::new();
    for (i, name) in book.protocol.popular.iter().enumerate() {
        match book.find_pair(&name.value) {
            Some(pair) if popular.contains(&pair) => {
                // The same name twice is reported as such; this is the same pair the other way round.
                let first = book.protocol.popular[..i]
                    .iter()
                    .find(|first| book.find_pair(&first.value) == Some(pair));
                if let Some(first) = first.filter(|first| first.value != name.value) {
                    let message = format!("`{}` is `{}` again", name.value, first.value);
                    report.push(repeated(&message, name.span, first.span));
                }
            }
            Some(pair) => popular.push(pair),
            None => report.extend(unknown_code(name.span, &name.value, book)),
        }
    }
    book.popular = popular;
}

/// The report of a name that is no code and no pair; nothing when it names files that are there but could not be read.
fn unknown_code(span: Span, name: &str, book: &Book) -> Option<Diagnostic> {
    if book.names.contains(name) || book.names_pair(name) {
        return None;
    }
    let near = nearest(name, book.codes.iter().map(|code| code.slug.as_str()));
    let label = near.map_or_else(String::new, |near| format!("did you mean `{near}`?"));
    let folder = &book.protocol.slug;
    let diagnostic =
        Diagnostic::new(Id::UnknownCode, format!("there is no code `{name}`")).at(span, label);
    Some(diagnostic.help(format!("codes are the files in content/{folder}/codes/")))
}

fn orphan<'a>(
    id: FileId,
    name: &str,
    sources: &Sources,
    known: impl Iterator<Item = &'a str>,
) -> Diagnostic {
    let near =
        nearest(name, known).map_or_else(String::new, |near| format!("did you mean `{near}`?"));
    Diagnostic::new(
        Id::UnknownCode,
        format!("this translates `{name}`, which does not exist"),
    )
    .at(sources.first_line(id), near)
    .help("write the text in the first language first, or rename the file")
}

fn bad_file_name(
    id: FileId,
    name: &str,
    sources: &Sources,
    rule: &str,
    example: String,
) -> Diagnostic {
    Diagnostic::new(
        Id::BadFileName,
        format!("`{name}` cannot be the name of this file"),
    )
    .at(sources.first_line(id), "")
    .help(format!("the name must be {rule}, for example {example}"))
}

fn report_example(slug: &str) -> String {
    format!("content/{slug}/codes/486.toml")
}

fn file_name(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".toml").unwrap_or(name)
}

/// Sorts numbers by value and everything else by letters.
fn natural(slug: &str) -> (u64, &str) {
    (slug.parse().unwrap_or(u64::MAX), slug)
}
