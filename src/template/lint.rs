//! What can be told of templates before they are compiled: which messages they use, and what they put in as HTML.

use crate::diagnostic::{Diagnostic, Id, Report};
use crate::messages::Use;
use crate::source::{FileId, Sources, Span};

use super::FOLDER;

/// Every `t(id="…")` in the templates, with the variables it gives. An id that is not spelled out is reported: nothing
/// could tell whether it exists. So is whatever goes into a page as HTML without being finished.
pub fn lint(sources: &Sources, report: &mut Report) -> Vec<Use> {
    let mut uses = Vec::new();
    for (file, source) in sources.below(FOLDER, ".html") {
        let text = source.text.as_str();
        for (at, _) in text.match_indices("t(") {
            if text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
                continue;
            }
            let Some(id) = text[at + 2..].trim_start().strip_prefix("id") else {
                continue;
            };
            let Some(id) = id.trim_start().strip_prefix('=') else {
                continue;
            };
            let id = id.trim_start();
            let start = text.len() - id.len();
            let named = id.strip_prefix('"').and_then(|rest| rest.split_once('"'));
            let Some((id, rest)) = named else {
                report.push(
                    Diagnostic::new(
                        Id::TemplateSyntax,
                        "the id of a message must be spelled out",
                    )
                    .at(
                        Span::new(
                            file,
                            start..start + id.chars().next().map_or(0, char::len_utf8),
                        ),
                        "expected a string",
                    )
                    .help("write `t(id=\"…\")`, and choose between messages with `if`"),
                );
                continue;
            };
            uses.push(Use {
                id: id.to_owned(),
                attribute: None,
                variables: Some(argument_names(rest)),
                span: Some(Span::new(file, start + 1..start + 1 + id.len())),
            });
        }
        filters(file, text, report);
    }
    uses
}

/// Only `html` puts a value in as it is, and only one whose name says that it is finished: ending in `html`, or an item
/// of such a list.
fn filters(file: FileId, text: &str, report: &mut Report) {
    let mut problem = |at: usize, length: usize, message: String, help: &str| {
        let span = Span::new(file, at..at + length);
        let diagnostic = Diagnostic::new(Id::TemplateSyntax, message);
        report.push(diagnostic.at(span, "").help(help));
    };
    for (bar, _) in text.match_indices('|') {
        let after = text[bar + 1..].trim_start();
        let at = text.len() - after.len();
        let word = |c: char| c.is_alphanumeric() || c == '_';
        let filter = &after[..after.find(|c| !word(c)).unwrap_or(after.len())];
        if filter == "safe" {
            problem(
                at,
                filter.len(),
                "the filter `safe` is not used here".to_owned(),
                "use `html`, on a value whose name ends in `html`",
            );
        }
        if filter != "html" {
            continue;
        }
        let before = text[..bar].trim_end();
        let path = |c: char| word(c) || matches!(c, '.' | '[' | ']');
        let name = &before[before.trim_end_matches(path).len()..];
        let whole = name.split('[').next().unwrap_or_default();
        let list = format!(" {whole} in ");
        let item = text.find(&list).is_some_and(|at| {
            let list = &text[at + list.len()..];
            list[..list.find([' ', '%']).unwrap_or(list.len())].ends_with("_html")
        });
        if !(whole.ends_with("_html") || whole.ends_with(".html") || item) {
            problem(
                before.len() - name.len(),
                name.len().max(1),
                format!("`{name}` is put in as HTML, and its name does not say that it is"),
                "leave `html` out: the value is then shown as text",
            );
        }
    }
}

/// Names before `=` up to the bracket that closes the call.
fn argument_names(rest: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut depth = 1;
    let mut word = String::new();
    for c in rest.chars() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            '=' if depth == 1 && !word.is_empty() => names.push(std::mem::take(&mut word)),
            _ => {}
        }
        if depth == 0 {
            break;
        }
        if c.is_alphanumeric() || c == '_' {
            word.push(c);
        } else {
            word.clear();
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_end_with_the_call() {
        assert_eq!(argument_names(", a=page.x, b=f(c=1)) }} d=2"), ["a", "b"]);
        assert_eq!(argument_names(")"), Vec::<String>::new());
    }
}
