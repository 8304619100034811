//! What is wrong with templates, as problems at their places.

use std::collections::BTreeMap;

use tera::ErrorKind;

use super::FOLDER;
use crate::diagnostic::{Diagnostic, Id};
use crate::source::{Sources, Span};

/// Components that two templates define. Tera stops at one of them, not always the same.
pub(super) fn repeated_components(sources: &Sources) -> Vec<Diagnostic> {
    let mut first: BTreeMap<&str, Span> = BTreeMap::new();
    let mut problems = Vec::new();
    for (file, source) in sources.below(FOLDER, ".html") {
        let text = source.text.as_str();
        for (at, word) in text.match_indices("component ") {
            let before = text[..at].trim_end().trim_end_matches('-');
            if !before.ends_with("{%") {
                continue;
            }
            let start = at + word.len();
            let name = &text[start..];
            let end = name.find(|c: char| !c.is_alphanumeric() && c != '_');
            let name = &name[..end.unwrap_or(name.len())];
            let span = Span::new(file, start..start + name.len());
            match first.get(name) {
                None => drop(first.insert(name, span)),
                // Twice in one file is found by Tera, with its place.
                Some(other) if other.file == file => {}
                Some(other) => problems.push(
                    Diagnostic::new(
                        Id::TemplateSyntax,
                        format!("two templates define the component `{name}`"),
                    )
                    .at(span, "")
                    .other(*other, "first defined here"),
                ),
            }
        }
    }
    problems
}

/// What Tera found while it compiled. Several unknown names come as one printed text, which is taken apart again by the
/// line `--> name:line:column` of each.
pub(super) fn load_problems(error: &tera::Error, sources: &Sources) -> Vec<Diagnostic> {
    let ErrorKind::Msg(text) = error.kind() else {
        return vec![diagnostic(error, Id::TemplateSyntax, sources, None)];
    };
    let parts = text.split("error: ").filter(|part| part.contains("--> "));
    let problems: Vec<Diagnostic> = parts
        .filter_map(|part| printed_problem(part, sources))
        .collect();
    if problems.is_empty() {
        vec![diagnostic(error, Id::TemplateSyntax, sources, None)]
    } else {
        problems
    }
}

fn printed_problem(part: &str, sources: &Sources) -> Option<Diagnostic> {
    let (message, rest) = part.split_once('\n')?;
    let place = rest.split_once("--> ")?.1.lines().next()?;
    let mut numbers = place.rsplitn(3, ':');
    let column: usize = numbers.next()?.trim().parse().ok()?;
    let line: usize = numbers.next()?.parse().ok()?;
    let file = sources.find(&format!("{FOLDER}{}", numbers.next()?.trim()))?;
    let text = &sources.get(file).text;
    let line_start: usize = text
        .split_inclusive('\n')
        .take(line.checked_sub(1)?)
        .map(str::len)
        .sum();
    let start = text[line_start..]
        .char_indices()
        .nth(column.checked_sub(1)?)
        .map_or(text.len(), |(at, _)| line_start + at);
    let length = rest.lines().find_map(|line| {
        line.split_once('|')
            .map(|(_, rest)| rest)
            .filter(|rest| rest.trim_start().starts_with('^'))
    });
    let length = length.map_or(1, |carets| carets.matches('^').count());
    let span = Span::new(file, start..(start + length).min(text.len()));
    Some(Diagnostic::new(Id::TemplateSyntax, message.trim().to_owned()).at(span, ""))
}

/// A template error as one of ours, at its place.
pub(super) fn diagnostic(
    error: &tera::Error,
    id: Id,
    sources: &Sources,
    template: Option<&str>,
) -> Diagnostic {
    let file_of = |name: &str| sources.find(&format!("{FOLDER}{name}"));
    let (message, place) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let place = file_of(report.filename()).map(|file| {
                let span = report.span();
                Span::new(file, span.range.clone())
            });
            (report.message().to_owned(), place)
        }
        ErrorKind::MissingParent { current, parent } => (
            format!("the template extends `{parent}`, which does not exist"),
            whole(sources, current),
        ),
        ErrorKind::TemplateNotFound(name) => (format!("there is no template `{name}`"), None),
        other => (
            other.to_string(),
            template.and_then(|name| whole(sources, name)),
        ),
    };
    let diagnostic = Diagnostic::new(id, message.trim().to_owned());
    match place.or_else(|| template.and_then(|name| whole(sources, name))) {
        Some(span) => diagnostic.at(span, ""),
        None => diagnostic.help("templates are the .html files under templates/"),
    }
}

fn whole(sources: &Sources, name: &str) -> Option<Span> {
    sources
        .find(&format!("{FOLDER}{name}"))
        .map(|file| sources.first_line(file))
}
