//! Reads Fluent files: into a bundle for formatting, and into [`Definition`]s for the checks.

use std::collections::{BTreeMap, BTreeSet};

use fluent::FluentResource;
use fluent::concurrent::FluentBundle;
use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::{parser, serializer};

use crate::diagnostic::{Diagnostic, Id, Report};
use crate::messages::depth;
use crate::source::{FileId, Sources, Span};
use crate::words::{self, Typography};

/// Names of plural forms, by which a selector over a number is known.
pub(super) const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// What the checks need to know of one message or term.
#[derive(Debug, Clone)]
pub struct Definition {
    /// Where its name stands.
    pub span: Span,
    /// Whether it has a value besides attributes.
    pub has_value: bool,
    /// Variables that its value shows.
    pub variables: BTreeSet<String>,
    /// Variables that it branches on: each language does so as its grammar needs.
    pub selectors: BTreeSet<String>,
    /// Variables of each attribute.
    pub attributes: BTreeMap<String, BTreeSet<String>>,
    /// Messages and terms that it refers to.
    pub refers: BTreeSet<String>,
    /// Functions that it calls; there are none here.
    pub functions: BTreeSet<String>,
    /// Attributes of messages that it refers to.
    pub refers_attributes: BTreeSet<(String, String)>,
    /// Whether its value, or an attribute, is nothing but space.
    pub blank: bool,
    /// Variant keys of every selector that branches on a plural form.
    pub plurals: Vec<BTreeSet<String>>,
}

/// Reads the files of one language into `bundle`. Names of terms begin with `-`.
pub(super) fn read_locale(
    tag: &str,
    sources: &Sources,
    typography: &Typography,
    bundle: &mut FluentBundle<FluentResource>,
    report: &mut Report,
) -> BTreeMap<String, Definition> {
    let mut definitions: BTreeMap<String, Definition> = BTreeMap::new();
    for (file, source) in sources.below(&format!("locales/{tag}/"), ".ftl") {
        let (text, deep) = depth::limited(&source.text);
        let text = &*text;
        for at in deep {
            let problem = "this is not valid Fluent: braces and brackets nest too deeply";
            report.push(
                Diagnostic::new(Id::FluentSyntax, problem)
                    .at(Span::new(file, at..at + 1), "")
                    .help("make several messages of it"),
            );
        }
        let (resource, errors) = match parser::parse(text) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => (resource, errors),
        };
        for error in errors {
            let at = error.pos.start.min(text.len());
            let start = text[..at]
                .rfind(|c: char| !c.is_whitespace())
                .map_or(0, |i| i + 1)
                .min(at);
            let place = if text[at..].starts_with(char::is_whitespace) || at == text.len() {
                start
            } else {
                at
            };
            report.push(
                Diagnostic::new(
                    Id::FluentSyntax,
                    format!("this is not valid Fluent: {}", error.kind),
                )
                .at(Span::new(file, place..place + 1), ""),
            );
        }
        check_text(file, text, report);
        for entry in &resource.body {
            let (name, definition) = match entry {
                Entry::Message(message) => {
                    let mut definition =
                        blank(file, text, message.id.name, message.value.is_some());
                    if let Some(value) = &message.value {
                        let mut variables = BTreeSet::new();
                        visit(value, &mut definition, &mut variables);
                        definition.variables = variables;
                        definition.blank = is_blank(value);
                    }
                    read_attributes(&message.attributes, &mut definition);
                    (message.id.name.to_owned(), definition)
                }
                Entry::Term(term) => {
                    let mut definition = blank(file, text, term.id.name, true);
                    let mut variables = BTreeSet::new();
                    visit(&term.value, &mut definition, &mut variables);
                    read_attributes(&term.attributes, &mut definition);
                    (format!("-{}", term.id.name), definition)
                }
                _ => continue,
            };
            if let Some(first) = definitions.get(&name) {
                report.push(
                    Diagnostic::new(
                        Id::DuplicateMessage,
                        format!("the message `{name}` is defined twice"),
                    )
                    .at(definition.span, "")
                    .other(first.span, "first defined here")
                    .help("delete one, or give one another name"),
                );
            } else {
                definitions.insert(name, definition);
            }
        }
        let set = if *typography == Typography::default() {
            text.to_owned()
        } else {
            typeset(text, typography)
        };
        let resource = FluentResource::try_new(set).unwrap_or_else(|(resource, _)| resource);
        // Every name that this could refuse has been reported above.
        drop(bundle.add_resource(resource));
    }
    definitions
}

/// Sets the words of every message as the language does; what stands in braces stays as it is. Done once here, it costs
/// nothing on any page.
fn typeset(text: &str, typography: &Typography) -> String {
    let mut resource =
        parser::parse_runtime(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
    for entry in &mut resource.body {
        let (value, attributes) = match entry {
            Entry::Message(message) => (message.value.as_mut(), &mut message.attributes),
            Entry::Term(term) => (Some(&mut term.value), &mut term.attributes),
            _ => continue,
        };
        for pattern in value
            .into_iter()
            .chain(attributes.iter_mut().map(|attribute| &mut attribute.value))
        {
            typeset_pattern(pattern, typography);
        }
    }
    serializer::serialize(&resource)
}

fn typeset_pattern(pattern: &mut Pattern<String>, typography: &Typography) {
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => {
                *value = words::typeset(value, typography).into_owned()
            }
            PatternElement::Placeable {
                expression: Expression::Select { variants, .. },
            } => {
                variants
                    .iter_mut()
                    .for_each(|variant| typeset_pattern(&mut variant.value, typography));
            }
            PatternElement::Placeable { .. } => {}
        }
    }
}

fn blank(file: FileId, text: &str, name: &str, has_value: bool) -> Definition {
    // The parser keeps no positions, but the name is a slice of the text, so its address tells where it stands.
    let start = (name.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    Definition {
        span: Span::new(file, start..start + name.len()),
        has_value,
        variables: BTreeSet::new(),
        selectors: BTreeSet::new(),
        attributes: BTreeMap::new(),
        refers: BTreeSet::new(),
        functions: BTreeSet::new(),
        refers_attributes: BTreeSet::new(),
        blank: false,
        plurals: Vec::new(),
    }
}

fn read_attributes(
    attributes: &[fluent_syntax::ast::Attribute<&str>],
    definition: &mut Definition,
) {
    for attribute in attributes {
        let mut variables = BTreeSet::new();
        visit(&attribute.value, definition, &mut variables);
        definition.blank |= is_blank(&attribute.value);
        definition
            .attributes
            .insert(attribute.id.name.to_owned(), variables);
    }
}

/// Whether a pattern shows nothing: `{ "" }` is how Fluent writes an empty text.
fn is_blank(pattern: &Pattern<&str>) -> bool {
    pattern.elements.iter().all(|element| match element {
        PatternElement::TextElement { value } => value.trim().is_empty(),
        PatternElement::Placeable {
            expression: Expression::Inline(InlineExpression::StringLiteral { value }),
        } => value.trim().is_empty(),
        PatternElement::Placeable { .. } => false,
    })
}

fn visit(pattern: &Pattern<&str>, definition: &mut Definition, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            visit_expression(expression, definition, variables);
        }
    }
}

fn visit_expression(
    expression: &Expression<&str>,
    definition: &mut Definition,
    variables: &mut BTreeSet<String>,
) {
    match expression {
        Expression::Inline(inline) => visit_inline(inline, definition, variables),
        Expression::Select { selector, variants } => {
            match selector {
                InlineExpression::VariableReference { id } => {
                    definition.selectors.insert(id.name.to_owned());
                }
                other => visit_inline(other, definition, variables),
            }
            let keys: BTreeSet<String> = variants
                .iter()
                .map(|variant| match &variant.key {
                    VariantKey::Identifier { name } => (*name).to_owned(),
                    VariantKey::NumberLiteral { value } => (*value).to_owned(),
                })
                .collect();
            let over_variable = matches!(selector, InlineExpression::VariableReference { .. });
            if over_variable
                && keys
                    .iter()
                    .any(|key| key != "other" && PLURALS.contains(&key.as_str()))
            {
                definition.plurals.push(keys);
            }
            for variant in variants {
                visit(&variant.value, definition, variables);
            }
        }
    }
}

fn visit_inline(
    inline: &InlineExpression<&str>,
    definition: &mut Definition,
    variables: &mut BTreeSet<String>,
) {
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, attribute } => {
            definition.refers.insert(id.name.to_owned());
            if let Some(attribute) = attribute {
                let pair = (id.name.to_owned(), attribute.name.to_owned());
                definition.refers_attributes.insert(pair);
            }
        }
        InlineExpression::TermReference { id, arguments, .. } => {
            definition.refers.insert(format!("-{}", id.name));
            for named in arguments.iter().flat_map(|arguments| &arguments.named) {
                visit_inline(&named.value, definition, variables);
            }
        }
        InlineExpression::FunctionReference { id, arguments } => {
            definition.functions.insert(id.name.to_owned());
            for positional in &arguments.positional {
                visit_inline(positional, definition, variables);
            }
        }
        InlineExpression::Placeable { expression } => {
            visit_expression(expression, definition, variables)
        }
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
    }
}

/// Markup and addresses belong into templates.
fn check_text(file: FileId, text: &str, report: &mut Report) {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if !line.starts_with('#') {
            for markup in [
                "</", "<a", "<b", "<c", "<e", "<s", "<p", "&amp;", "&lt;", "&nbsp;", "http://",
                "https://",
            ] {
                if let Some(at) = line.find(markup) {
                    let span = Span::new(file, start + at..start + at + markup.len());
                    report.push(
                        Diagnostic::new(
                            Id::MarkupInMessage,
                            "a message holds words, not markup or addresses",
                        )
                        .at(span, "")
                        .help("put the markup into the template, round the message"),
                    );
                }
            }
        }
        start += line.len();
    }
}
