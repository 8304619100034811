//! What a code looks like on the wire: its example message, and the call flow in which it appears.

use std::ops::Range;

use crate::catalog::book::Book;
use crate::catalog::fact::FactValue;
use crate::catalog::prose;
use crate::catalog::protocol::Protocol;
use crate::diagnostic::{Diagnostic, Id, Report, nearest};
use crate::source::{Located, Sources, Span};
use crate::toml_file::{Field, Kind, Table, optional, required, unknown_value};

/// A step of a call flow.
pub(super) const STEP: &[Field] = &[
    required("from", Kind::Text, "the role that sends"),
    required("to", Kind::Text, "the role that receives"),
    required(
        "message",
        Kind::Text,
        "the method, or a code and its phrase",
    ),
    optional("detail", Kind::Text, "the telling header field"),
];

/// A step of a call flow.
#[derive(Debug, Clone)]
pub struct Step {
    /// Role that sends.
    pub from: String,
    /// Role that receives.
    pub to: String,
    /// Method, or code and phrase.
    pub message: String,
    /// The telling header field.
    pub detail: Option<String>,
    /// Where the message stands.
    pub span: Span,
    /// Whether this step carries the code that the flow is about.
    pub this_code: bool,
}

/// Reads the example of a code and checks what its protocol declares of examples.
pub(super) fn read_example(
    example: Option<Located<String>>,
    slug: &str,
    phrase: &Located<String>,
    facts: &[Option<FactValue>],
    protocol: &Protocol,
    sources: &Sources,
    report: &mut Report,
) -> String {
    let Some(example) = example else {
        return String::new();
    };
    let expected = protocol.status_line(slug, &phrase.value);
    let first = example.value.lines().next().unwrap_or_default();
    if first != expected {
        report.push(
            Diagnostic::new(Id::BadExample, format!("the example begins with `{first}`"))
                .at(
                    prose::inside(&example, 0..first.len(), sources),
                    format!("must begin with `{expected}`"),
                )
                .other(phrase.span, "the phrase of this code"),
        );
    }
    check_lines(&example, facts, protocol, sources, report);
    example.value.trim_end().replace('\r', "")
}

/// The lines before the first empty one are `Name: …`; those that the protocol asks for are there, some of them once.
fn check_lines(
    example: &Located<String>,
    facts: &[Option<FactValue>],
    protocol: &Protocol,
    sources: &Sources,
    report: &mut Report,
) {
    let asked = !protocol.example.required.is_empty();
    if !asked && !protocol.facts.iter().any(|fact| fact.in_example) {
        return;
    }
    let mut wrong = |range: Range<usize>, message: String, help: &str| {
        report.push(
            Diagnostic::new(Id::BadExample, message)
                .at(prose::inside(example, range, sources), "")
                .help(help),
        );
    };
    let mut names: Vec<&str> = Vec::new();
    let mut at = 0;
    for line in example.value.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        if start == 0 || line.starts_with([' ', '\t']) {
            continue;
        }
        let (name, value) = line.split_once(':').unwrap_or_default();
        let is_name = !name.is_empty() && !name.contains(' ');
        if !is_name || value.trim().is_empty() {
            let message = format!("the line `{line}` of the example is not `Name: value`");
            let help = "an empty line ends the head";
            wrong(start..start + line.len(), message, help);
        }
        let same = |other: &str| other.eq_ignore_ascii_case(name);
        if names.iter().any(|known| same(known))
            && protocol.example.once.iter().any(|once| same(once))
        {
            let message = format!("the example has the line `{name}: …` twice");
            wrong(start..start + name.len(), message, "a message has it once");
        }
        if is_name {
            names.push(name);
        }
    }
    let first = example.value.lines().next().unwrap_or_default().len();
    let lacks = |wanted: &str| !names.iter().any(|name| name.eq_ignore_ascii_case(wanted));
    for name in protocol.example.required.iter().filter(|name| lacks(name)) {
        wrong(
            0..first,
            format!("the example has no line `{name}: …`"),
            "every message has it",
        );
    }
    for (fact, value) in protocol
        .facts
        .iter()
        .zip(facts)
        .filter(|(fact, _)| fact.in_example)
    {
        let Some(FactValue::Tokens(items)) = value else {
            continue;
        };
        for item in items
            .iter()
            .filter(|item| item.when.is_none() && lacks(&item.name))
        {
            let message = format!("the example has no line `{}: …`", item.name);
            let help = format!("`{}` says that the message always has it", fact.key);
            wrong(0..first, message, &help);
        }
    }
}

/// Reads a call flow.
pub(super) fn read_flow(
    steps: &[Table<'_, '_>],
    slug: &str,
    phrase: &Located<String>,
    protocol: &Protocol,
    file: Span,
    report: &mut Report,
) -> Vec<Step> {
    let this = format!("{slug} {}", phrase.value);
    let mut flow = Vec::new();
    for step in steps {
        let (Some(from), Some(to), Some(message)) =
            (step.text("from"), step.text("to"), step.text("message"))
        else {
            continue;
        };
        for role in [&from, &to]
            .into_iter()
            .filter(|role| !protocol.roles.values.contains(&role.value))
        {
            let mut diagnostic = unknown_value(
                role,
                "a role",
                protocol.roles.values.iter().map(String::as_str),
            );
            diagnostic.id = Id::UnknownRole;
            report.push(diagnostic);
        }
        if from.value == to.value {
            let diagnostic = Diagnostic::new(Id::BadFlow, "a step goes from a role to itself");
            report.push(diagnostic.at(to.span, "").other(from.span, "from here"));
        }
        flow.push(Step {
            this_code: message.value == this,
            from: from.value,
            to: to.value,
            message: message.value,
            span: message.span,
            detail: step.text("detail").map(|detail| detail.value),
        });
    }
    if !flow.is_empty() && !flow.iter().any(|step| step.this_code) {
        let place = steps.last().map_or(file, |step| step.span);
        report.push(
            Diagnostic::new(
                Id::BadFlow,
                format!("no step of the call flow carries `{this}`"),
            )
            .at(place, "")
            .help(format!("one step needs `message = \"{this}\"`")),
        );
    }
    flow
}

/// Every step carries a code with its phrase, or a request that the protocol declares.
pub(super) fn check_steps(book: &Book, report: &mut Report) {
    let requests = &book.protocol.requests;
    for step in book.codes.iter().flat_map(|code| &code.flow) {
        let (first, rest) = step.message.split_once(' ').unwrap_or((&step.message, ""));
        let (message, near) = match book.find(first).map(|at| &book.codes[at]) {
            Some(code) if code.phrase == rest => continue,
            Some(code) => (
                format!("`{}` is not `{first}` and its phrase", step.message),
                Some(format!("{first} {}", code.phrase)),
            ),
            None if requests.is_empty()
                || requests.contains(&step.message)
                || book.has_file(first) =>
            {
                continue;
            }
            None => (
                format!(
                    "`{}` is neither a code and its phrase nor a request",
                    step.message
                ),
                nearest(&step.message, requests.iter().map(String::as_str)).map(str::to_owned),
            ),
        };
        let label = near.map_or_else(String::new, |near| format!("did you mean `{near}`?"));
        report.push(
            Diagnostic::new(Id::BadFlow, message)
                .at(step.span, label)
                .help("`requests` in protocol.toml lists what a step may carry besides codes"),
        );
    }
}
