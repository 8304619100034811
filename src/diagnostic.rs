//! Problems as values: a stable id, a message, places, help; and the report that gathers them.
//!
//! Nothing here prints and nothing stops at the first problem. A report is sorted by place when it is shown, so that
//! two runs over the same files say the same.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::source::{Sources, Span};

macro_rules! ids {
    ($($variant:ident = $name:literal : $doc:literal;)*) => {
        /// What kind of problem it is. The name is stable; CONTRIBUTING explains each.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[allow(missing_docs)]
        pub enum Id { $(#[doc = $doc] $variant,)* }

        impl Id {
            /// All ids, in the order in which they are declared.
            pub const ALL: &[Id] = &[$(Id::$variant,)*];

            /// The name printed in brackets.
            pub fn name(self) -> &'static str {
                match self { $(Id::$variant => $name,)* }
            }

            /// One sentence on what the problem is.
            pub fn explanation(self) -> &'static str {
                match self { $(Id::$variant => $doc,)* }
            }
        }
    };
}

ids! {
    InvalidUtf8 = "invalid-utf8": "A text file holds bytes that are not UTF-8.";
    TomlSyntax = "toml-syntax": "A TOML file cannot be parsed.";
    UnknownKey = "unknown-key": "A TOML file has a key that means nothing there.";
    MissingKey = "missing-key": "A TOML file lacks a key that it must have.";
    WrongType = "wrong-type": "A TOML value has another type than its key asks for.";
    UnknownValue = "unknown-value": "A value is not among the allowed ones.";
    BadClause = "bad-clause": "A clause does not fit into the sentence that it completes.";
    BadText = "bad-text": "A text is empty, too long, or holds what a text may not hold.";
    MissingFile = "missing-file": "A file that the site needs is not there.";
    UnusedFile = "unused-file": "A file under content or locales is read by nothing.";
    BadFileName = "bad-file-name": "The name of a file is not a code, a pair or a page.";
    DuplicateCode = "duplicate-code": "Two files describe one code.";
    UnknownCode = "unknown-code": "Something refers to a code that no file describes.";
    UnknownSection = "unknown-section": "A reference names a specification or section that is not declared.";
    UnknownRole = "unknown-role": "A call flow uses a role that the protocol does not declare.";
    BadExample = "bad-example": "An example message does not begin with the status line of its code.";
    BadFlow = "bad-flow": "A call flow does not show its code, or a step goes nowhere.";
    MissingTranslation = "missing-translation": "A language that is declared complete lacks a text.";
    MissingMark = "missing-mark": "A translation does not say which text it was made from.";
    RefusedTerm = "refused-term": "A text uses a rendering that terms.toml refuses.";
    LeftOver = "left-over": "A translation holds words of the source language.";
    TokenChanged = "token-changed": "A translation lacks or adds a token of the protocol.";
    OddLength = "odd-length": "A translation is implausibly short or long.";
    MixedWidth = "mixed-width": "Punctuation, digits or letters have the wrong width.";
    NotComposed = "not-composed": "A text is not in Unicode normalization form C.";
    RawHtml = "raw-html": "Markdown holds raw HTML.";
    BadLink = "bad-link": "Markdown links to somewhere it may not.";
    BadMarkdown = "bad-markdown": "Markdown that would not look as meant.";
    FluentSyntax = "fluent-syntax": "A Fluent file cannot be parsed.";
    DuplicateMessage = "duplicate-message": "A Fluent message is defined twice in one language.";
    MissingMessage = "missing-message": "A Fluent message is used, or defined in the first language, but missing in a language.";
    UnusedMessage = "unused-message": "A Fluent message is defined, but nothing uses it.";
    MessageMismatch = "message-mismatch": "A Fluent message has other variables or attributes than it is used with.";
    MissingPlural = "missing-plural": "A Fluent selector lacks a plural form that the language needs.";
    MarkupInMessage = "markup-in-message": "A Fluent message holds markup or an address.";
    MessageFailed = "message-failed": "A Fluent message could not be formatted.";
    TemplateSyntax = "template-syntax": "A template cannot be parsed.";
    TemplateFailed = "template-failed": "A template could not be rendered.";
    AddressTaken = "address-taken": "Two pages want the same address.";
    BrokenLink = "broken-link": "A finished page links to a page that does not exist.";
    PageTooLarge = "page-too-large": "A finished page is larger than its budget.";
}

/// A place and what is said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What is said there; may be empty.
    pub text: String,
}

/// One problem. Everything that is reported is an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of problem.
    pub id: Id,
    /// One sentence without a full stop.
    pub message: String,
    /// The place to look at; absent only when no file is to blame.
    pub place: Option<Label>,
    /// Other places that matter.
    pub others: Vec<Label>,
    /// What to do.
    pub help: Vec<String>,
}

impl Diagnostic {
    /// A problem that has no place yet.
    pub fn new(id: Id, message: impl Into<String>) -> Self {
        Self {
            id,
            message: message.into(),
            place: None,
            others: Vec::new(),
            help: Vec::new(),
        }
    }

    /// Puts it at a place.
    pub fn at(mut self, span: Span, text: impl Into<String>) -> Self {
        let text = text.into();
        self.place = Some(Label { span, text });
        self
    }

    /// Adds a second place, for example where a name was first defined.
    pub fn other(mut self, span: Span, text: impl Into<String>) -> Self {
        let text = text.into();
        self.others.push(Label { span, text });
        self
    }

    /// Adds what to do.
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    fn sort_key(&self) -> (Option<Span>, Id, &str) {
        (
            self.place.as_ref().map(|label| label.span),
            self.id,
            &self.message,
        )
    }
}

/// How a report is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// With the line, a caret and help.
    Full {
        /// Whether to use terminal colours.
        color: bool,
    },
    /// One line each: `path:line:column: error[id]: message`.
    Short,
}

/// The problems found so far.
#[derive(Debug, Default)]
pub struct Report {
    found: Vec<Diagnostic>,
}

impl Report {
    /// Notes a problem and goes on.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// Notes several problems, or none.
    pub fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        self.found.extend(diagnostics);
    }

    /// Takes over all problems of another report.
    pub fn append(&mut self, mut other: Report) {
        self.found.append(&mut other.found);
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The problems by file and place, each with how often it was found.
    pub fn sorted(&self) -> Vec<(&Diagnostic, usize)> {
        let mut all: Vec<&Diagnostic> = self.found.iter().collect();
        all.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
        let mut counted: Vec<(&Diagnostic, usize)> = Vec::new();
        for diagnostic in all {
            match counted.last_mut() {
                Some((last, count)) if last.sort_key() == diagnostic.sort_key() => *count += 1,
                _ => counted.push((diagnostic, 1)),
            }
        }
        counted
    }

    /// The whole report as text, ending in a line that counts.
    pub fn write(&self, sources: &Sources, format: Format) -> String {
        let mut text = String::new();
        let sorted = self.sorted();
        for (diagnostic, count) in &sorted {
            match format {
                Format::Full { color } => text.push_str(&full(diagnostic, *count, sources, color)),
                Format::Short => text.push_str(&short(diagnostic, sources)),
            }
        }
        if let Format::Full { .. } = format
            && !sorted.is_empty()
        {
            let plural = if sorted.len() == 1 { "error" } else { "errors" };
            text.push_str(&format!("{} {plural}, nothing was written\n", sorted.len()));
        }
        text
    }
}

fn full(diagnostic: &Diagnostic, count: usize, sources: &Sources, color: bool) -> String {
    let title = Level::ERROR
        .primary_title(diagnostic.message.as_str())
        .id(diagnostic.id.name());
    let mut group = with_places(Group::with_title(title), diagnostic, sources);
    for help in &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    if count > 1 {
        group = group.element(Level::NOTE.message(format!("the same was found {count} times")));
    }
    let renderer = if color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    format!("{}\n\n", renderer.render(&[group]))
}

/// Adds a snippet for each file that the problem speaks of.
fn with_places<'a>(
    mut group: Group<'a>,
    diagnostic: &'a Diagnostic,
    sources: &'a Sources,
) -> Group<'a> {
    let Some(place) = &diagnostic.place else {
        return group;
    };
    let mut files = vec![place.span.file];
    for other in &diagnostic.others {
        if !files.contains(&other.span.file) {
            files.push(other.span.file);
        }
    }
    for file in files {
        let source = sources.get(file);
        let mut snippet = Snippet::source(source.text.as_str()).path(source.path.as_str());
        if place.span.file == file {
            snippet = snippet.annotation(annotation(AnnotationKind::Primary, place, &source.text));
        }
        for other in diagnostic
            .others
            .iter()
            .filter(|other| other.span.file == file)
        {
            snippet = snippet.annotation(annotation(AnnotationKind::Context, other, &source.text));
        }
        group = group.element(snippet);
    }
    group
}

fn annotation<'a>(
    kind: AnnotationKind,
    label: &'a Label,
    text: &str,
) -> annotate_snippets::Annotation<'a> {
    let annotation = kind.span(drawable(label.span, text));
    if label.text.is_empty() {
        annotation
    } else {
        annotation.label(label.text.as_str())
    }
}

/// Cuts a range to whole characters of one line: a caret under thirty lines helps nobody.
fn drawable(span: Span, text: &str) -> std::ops::Range<usize> {
    let floor = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = floor(span.range().start);
    let end = floor(span.range().end).max(start);
    let line_end = text[start..].find('\n').map_or(text.len(), |i| start + i);
    start..end.min(line_end).max(start)
}

fn short(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let name = diagnostic.id.name();
    let message = &diagnostic.message;
    match &diagnostic.place {
        Some(place) => {
            let path = &sources.get(place.span.file).path;
            let (line, column) = sources.line_column(place.span.file, place.span.range().start);
            format!("{path}:{line}:{column}: error[{name}]: {message}\n")
        }
        None => format!("error[{name}]: {message}\n"),
    }
}

/// The nearest of `allowed` to a misspelt word, for "did you mean".
pub fn nearest<'a>(word: &str, allowed: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (word.chars().count() / 3).max(1);
    allowed
        .into_iter()
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Edit distance in characters, ignoring case; a swap of neighbours counts as one.
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.to_lowercase().chars().collect();
    let b: Vec<char> = b.to_lowercase().chars().collect();
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let change = usize::from(a[i - 1] != b[j - 1]);
            row[j] = (rows[i - 1][j] + 1)
                .min(row[j - 1] + 1)
                .min(rows[i - 1][j - 1] + change);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(rows[i - 2][j - 2] + 1);
            }
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearest_forgives_typing_errors_and_nothing_more() {
        let keys = ["meaning", "trigger", "retry"];
        assert_eq!(nearest("meanign", keys), Some("meaning"));
        assert_eq!(nearest("Retyr", keys), Some("retry"));
        assert_eq!(nearest("colour", keys), None);
    }
}
