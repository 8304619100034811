//! Problems as values: a stable id, a message, places, help; and the report that gathers them.
//!
//! Nothing here prints and nothing stops at the first problem. A report is sorted by place when it is shown, so that
//! two runs over the same files say the same.

mod id;
mod write;

use std::collections::BTreeMap;

use crate::source::{FileId, Sources, Span};

pub use id::Id;
pub use write::Format;

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
            message: clip(message.into()),
            place: None,
            others: Vec::new(),
            help: Vec::new(),
        }
    }

    /// Puts it at a place.
    pub fn at(mut self, span: Span, text: impl Into<String>) -> Self {
        let text = clip(text.into());
        self.place = Some(Label { span, text });
        self
    }

    /// Adds a second place, for example where a name was first defined.
    pub fn other(mut self, span: Span, text: impl Into<String>) -> Self {
        let text = clip(text.into());
        self.others.push(Label { span, text });
        self
    }

    /// Adds what to do.
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(clip(text.into()));
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

/// A problem as it is shown: repeats of one mistake are one finding.
#[derive(Debug)]
pub struct Finding<'r> {
    /// The first of them.
    pub diagnostic: &'r Diagnostic,
    /// Other places in the same file where the same is wrong.
    pub again: Vec<Span>,
    /// How often the same was found at the same place, for example on many pages made from it.
    pub times: usize,
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

    /// How many problems were noted, repeats included.
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// Whether a problem of this kind is among them.
    pub fn has(&self, id: Id) -> bool {
        self.found.iter().any(|diagnostic| diagnostic.id == id)
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The problems by file and place; the same mistake in one file is one finding.
    pub fn findings(&self) -> Vec<Finding<'_>> {
        let mut all: Vec<&Diagnostic> = self.found.iter().collect();
        all.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()).then(a.help.cmp(&b.help)));
        let mut findings: Vec<Finding<'_>> = Vec::new();
        let mut known: BTreeMap<(Option<FileId>, Id, &str), usize> = BTreeMap::new();
        for diagnostic in all {
            let span = diagnostic.place.as_ref().map(|label| label.span);
            let key = (
                span.map(|span| span.file),
                diagnostic.id,
                diagnostic.message.as_str(),
            );
            let Some(at) = known.get(&key) else {
                known.insert(key, findings.len());
                findings.push(Finding {
                    diagnostic,
                    again: Vec::new(),
                    times: 1,
                });
                continue;
            };
            let finding = &mut findings[*at];
            let first = finding.diagnostic.place.as_ref().map(|label| label.span);
            match span {
                // Sorted by place: what is new is after the last one.
                Some(span) if first != Some(span) && finding.again.last() != Some(&span) => {
                    finding.again.push(span);
                }
                _ => finding.times += 1,
            }
        }
        findings
    }

    /// The whole report as text.
    pub fn write(&self, sources: &Sources, format: Format) -> String {
        write::report(&self.findings(), sources, format)
    }
}

/// Cuts what nobody would read: a message quotes what was written, which may be a whole file.
fn clip(mut text: String) -> String {
    const MOST: usize = 2000;
    if text.len() > MOST {
        let (start, end) = (
            text.floor_char_boundary(MOST / 2),
            text.ceil_char_boundary(text.len() - MOST / 4),
        );
        text.replace_range(start..end, " … ");
    }
    text
}

/// The nearest of `allowed` to a misspelt word, for "did you mean".
pub fn nearest<'a>(word: &str, allowed: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = word.chars().count();
    let limit = (length / 3).max(1);
    allowed
        .into_iter()
        // Comparing takes time with the product of the lengths; where these differ too much, nothing is near.
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= limit)
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
