//! The forms of a report: for people, for editors, for programs, for annotations beside a change.

use std::collections::BTreeMap;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use serde::Serialize;

use crate::diagnostic::{Diagnostic, Finding, Id, Label};
use crate::source::{FileId, Sources, Span};

/// How a report is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// With the line, a caret and help, ending in a line that counts.
    Full {
        /// Whether to use terminal colours.
        color: bool,
    },
    /// One line each: `path:line:column: error[id]: message`.
    Short,
    /// One JSON object a line; `docs/problems.md` names its members.
    Json,
    /// One workflow command of GitHub Actions a line, which it shows beside the changed line.
    Annotations,
}

/// A mistake that is in more files than this is shown once, with the names of the others.
const FILES_SHOWN: usize = 3;

/// Most findings that people are shown; programs get them all.
const FINDINGS_SHOWN: usize = 500;

/// Most bytes of a line that are underlined.
const MARKED: usize = 300;

/// Most places or files that a note lists.
const LISTED: usize = 8;

pub(super) fn report(findings: &[Finding<'_>], sources: &Sources, format: Format) -> String {
    let line = |finding: &Finding<'_>| match format {
        Format::Short => short(finding, sources),
        Format::Json => json(finding, sources),
        _ => annotation(finding, sources),
    };
    match format {
        Format::Full { color } => full_report(findings, sources, color),
        _ => findings.iter().map(line).collect(),
    }
}

fn full_report(findings: &[Finding<'_>], sources: &Sources, color: bool) -> String {
    let mut text = String::new();
    let mut same: BTreeMap<(Id, &str), Vec<&Finding<'_>>> = BTreeMap::new();
    for finding in findings {
        let key = (finding.diagnostic.id, finding.diagnostic.message.as_str());
        same.entry(key).or_default().push(finding);
    }
    for finding in findings.iter().take(FINDINGS_SHOWN) {
        let key = (finding.diagnostic.id, finding.diagnostic.message.as_str());
        let kin = same.get(&key).map_or(&[][..], Vec::as_slice);
        let many = kin.len() > FILES_SHOWN;
        if many && !std::ptr::eq(kin[0], finding) {
            continue;
        }
        let elsewhere = kin.iter().skip(1).filter(|_| many);
        let elsewhere: Vec<&str> = elsewhere
            .filter_map(|kin| kin.diagnostic.place.as_ref())
            .map(|place| path(place.span.file, sources))
            .collect();
        text.push_str(&full(finding, &elsewhere, sources, color));
    }
    if findings.len() > FINDINGS_SHOWN {
        let more = findings.len() - FINDINGS_SHOWN;
        text.push_str(&format!(
            "and {more} more; `--format short` shows them all\n\n"
        ));
    }
    let count: usize = findings.iter().map(|finding| 1 + finding.again.len()).sum();
    if count > 0 {
        let plural = if count == 1 { "error" } else { "errors" };
        text.push_str(&format!(
            "{count} {plural}, nothing was written; `versus explain {}` says more\n",
            findings[0].diagnostic.id.name()
        ));
    }
    text
}

fn full(finding: &Finding<'_>, elsewhere: &[&str], sources: &Sources, color: bool) -> String {
    let diagnostic = finding.diagnostic;
    let title = Level::ERROR
        .primary_title(diagnostic.message.as_str())
        .id(diagnostic.id.name());
    let mut group = with_places(Group::with_title(title), diagnostic, sources);
    for help in &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    if !finding.again.is_empty() {
        let lines = finding
            .again
            .iter()
            .map(|span| line_column(*span, sources).0.to_string());
        let plural = if finding.again.len() == 1 { "" } else { "s" };
        let note = format!("the same again on line{plural} {}", listed(lines));
        group = group.element(Level::NOTE.message(note));
    }
    if finding.times > 1 {
        let note = format!("the same was found {} times", finding.times);
        group = group.element(Level::NOTE.message(note));
    }
    if !elsewhere.is_empty() {
        let note = format!("the same in {}", listed(elsewhere.iter()));
        group = group.element(Level::NOTE.message(note));
    }
    let renderer = if color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    format!("{}\n\n", renderer.render(&[group]))
}

/// A list that says how much of it is left out.
fn listed(items: impl ExactSizeIterator<Item = impl AsRef<str>>) -> String {
    let total = items.len();
    let shown: Vec<String> = items
        .take(LISTED)
        .map(|item| item.as_ref().to_owned())
        .collect();
    let mut text = shown.join(", ");
    if total > shown.len() {
        text.push_str(&format!(" and {} more", total - shown.len()));
    }
    text
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
            snippet = snippet.annotation(mark(AnnotationKind::Primary, place, &source.text));
        }
        for other in diagnostic
            .others
            .iter()
            .filter(|other| other.span.file == file && !endless(other.span, &source.text))
        {
            snippet = snippet.annotation(mark(AnnotationKind::Context, other, &source.text));
        }
        group = group.element(snippet);
    }
    group
}

fn mark<'a>(kind: AnnotationKind, label: &'a Label, text: &str) -> Annotation<'a> {
    let annotation = kind.span(drawable(label.span, text));
    if label.text.is_empty() {
        annotation
    } else {
        annotation.label(label.text.as_str())
    }
}

/// Whether the line of a second place is longer than anybody reads. The line of the first place is shown in part.
fn endless(span: Span, text: &str) -> bool {
    const MOST: usize = 5000;
    let range = drawable(span, text);
    let before = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let after = text[range.end..]
        .find('\n')
        .unwrap_or(text.len() - range.end);
    range.start - before + after > MOST
}

/// Cuts a range to whole characters of one line, and not too many: a caret under thirty lines helps nobody.
fn drawable(span: Span, text: &str) -> std::ops::Range<usize> {
    let floor = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = floor(span.range().start);
    let end = floor(span.range().end.min(start + MARKED)).max(start);
    let line_end = text[start..].find('\n').map_or(text.len(), |i| start + i);
    start..end.min(line_end).max(start)
}

fn line_column(span: Span, sources: &Sources) -> (usize, usize) {
    sources.line_column(span.file, span.range().start)
}

/// What comes behind the message where one line stands for several places.
fn repeats(finding: &Finding<'_>) -> String {
    match finding.again.len() {
        0 => String::new(),
        more => format!(" ({} times in this file)", more + 1),
    }
}

fn short(finding: &Finding<'_>, sources: &Sources) -> String {
    let Diagnostic {
        id, message, place, ..
    } = finding.diagnostic;
    let rest = format!("error[{}]: {message}{}\n", id.name(), repeats(finding));
    match place {
        Some(place) => {
            let (line, column) = line_column(place.span, sources);
            format!("{}:{line}:{column}: {rest}", path(place.span.file, sources))
        }
        None => rest,
    }
}

fn path(file: FileId, sources: &Sources) -> &str {
    &sources.get(file).path
}

/// A place in JSON: lines and columns from 1, columns in characters, the end behind the last character.
#[derive(Serialize)]
struct JsonPlace<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    label: &'a str,
}

/// A finding in JSON.
#[derive(Serialize)]
struct JsonFinding<'a> {
    id: &'static str,
    message: &'a str,
    #[serde(flatten)]
    place: Option<JsonPlace<'a>>,
    others: Vec<JsonPlace<'a>>,
    again: Vec<JsonPlace<'a>>,
    help: &'a [String],
    text: String,
}

fn json(finding: &Finding<'_>, sources: &Sources) -> String {
    let diagnostic = finding.diagnostic;
    let object = JsonFinding {
        id: diagnostic.id.name(),
        message: &diagnostic.message,
        place: diagnostic
            .place
            .as_ref()
            .map(|label| json_place(label.span, &label.text, sources)),
        others: diagnostic
            .others
            .iter()
            .map(|label| json_place(label.span, &label.text, sources))
            .collect(),
        again: finding
            .again
            .iter()
            .map(|span| json_place(*span, "", sources))
            .collect(),
        help: &diagnostic.help,
        text: full(finding, &[], sources, false).trim_end().to_owned(),
    };
    // Strings and numbers always become JSON.
    serde_json::to_string(&object).map_or_else(|_| String::new(), |text| text + "\n")
}

fn json_place<'a>(span: Span, label: &'a str, sources: &'a Sources) -> JsonPlace<'a> {
    let (line, column) = line_column(span, sources);
    let (end_line, end_column) = sources.line_column(span.file, span.range().end);
    JsonPlace {
        path: path(span.file, sources),
        line,
        column,
        end_line,
        end_column,
        label,
    }
}

/// `::error file=…,line=…,col=…,title=…::message`, as GitHub documents it: percent signs and line ends are escaped, in
/// properties colons and commas too.
fn annotation(finding: &Finding<'_>, sources: &Sources) -> String {
    let data = |text: &str| {
        text.replace('%', "%25")
            .replace('\r', "%0D")
            .replace('\n', "%0A")
    };
    let property = |text: &str| data(text).replace(':', "%3A").replace(',', "%2C");
    let diagnostic = finding.diagnostic;
    let mut place = String::new();
    let mut message = format!("{}{}", diagnostic.message, repeats(finding));
    if let Some(label) = &diagnostic.place {
        let JsonPlace {
            path,
            line,
            column,
            end_line,
            end_column,
            ..
        } = json_place(label.span, &label.text, sources);
        place = format!("file={},line={line},endLine={end_line},", property(path));
        // GitHub refuses columns for a range of several lines; its last column is the last character itself.
        if line == end_line {
            let last = end_column.saturating_sub(1).max(column);
            place.push_str(&format!("col={column},endColumn={last},"));
        }
        if !label.text.is_empty() {
            message.push_str(&format!("\n{}", label.text));
        }
    }
    for help in &diagnostic.help {
        message.push_str(&format!("\nhelp: {help}"));
    }
    format!(
        "::error {place}title={}::{}\n",
        property(diagnostic.id.name()),
        data(&message)
    )
}
