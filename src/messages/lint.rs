//! Checks on messages: language against language, and definitions against uses.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Id, Report, nearest};
use crate::locale::Locales;
use crate::messages::load::Definition;
use crate::source::{FileId, Sources, Span};

/// Something that shows a message.
#[derive(Debug, Clone)]
pub struct Use {
    /// The message.
    pub id: String,
    /// Its attribute, if that is what is shown.
    pub attribute: Option<String>,
    /// The variables it is given; `None` when any may be given.
    pub variables: Option<Vec<String>>,
    /// Where the use stands, when a file asks for it.
    pub span: Option<Span>,
}

impl Use {
    fn name(&self) -> String {
        self.attribute.as_ref().map_or_else(
            || self.id.clone(),
            |attribute| format!("{}.{attribute}", self.id),
        )
    }
}

type Definitions = BTreeMap<String, Definition>;

/// Every language has the messages, attributes and variables of the first, and the plural forms it needs.
pub(super) fn parity(
    all: &[Definitions],
    whole: &[bool],
    locales: &Locales,
    sources: &Sources,
    report: &mut Report,
) {
    let Some(first) = all.first() else { return };
    let first_tag = &locales.get(crate::locale::LocaleId::FIRST).tag;
    for (locale, definitions) in locales.ids().zip(all) {
        let tag = &locales.get(locale).tag;
        for (name, definition) in definitions {
            plurals(
                name,
                definition,
                locales.get(locale).plurals.as_slice(),
                tag,
                report,
            );
            sound(name, definition, definitions, report);
            for refers in definition
                .refers
                .iter()
                .filter(|refers| !definitions.contains_key(*refers))
            {
                let message = format!("`{name}` refers to `{refers}`, which {tag} does not define");
                report.push(Diagnostic::new(Id::MissingMessage, message).at(definition.span, ""));
            }
        }
        if locale.index() == 0 {
            continue;
        }
        // Of a file that was not read to its end nothing is known to be missing.
        if whole[0] && whole[locale.index()] {
            missing(first, definitions, first_tag, tag, sources, report);
            extra(definitions, first, first_tag, sources, report);
        }
        for (name, original) in first {
            if let Some(translated) = definitions.get(name) {
                compare(name, original, translated, tag, report);
            }
        }
    }
}

/// Messages of the first language that another does not have.
fn missing(
    first: &Definitions,
    other: &Definitions,
    first_tag: &str,
    tag: &str,
    sources: &Sources,
    report: &mut Report,
) {
    for (file, all) in by_file(first) {
        let path = &sources.get(file).path;
        let there = path.replacen(
            &format!("locales/{first_tag}/"),
            &format!("locales/{tag}/"),
            1,
        );
        let lacking = all.iter().filter(|(name, _)| !other.contains_key(*name));
        if all.len() > 1 && lacking.clone().count() == all.len() {
            report.push(
                Diagnostic::new(
                    Id::MissingMessage,
                    format!("none of the {} messages of {path} is in `{tag}`", all.len()),
                )
                .at(all[0].1.span, "the first of them")
                .help(format!("write {there}")),
            );
            continue;
        }
        for (name, original) in lacking {
            report.push(
                Diagnostic::new(
                    Id::MissingMessage,
                    format!("the message `{name}` is missing in `{tag}`"),
                )
                .at(original.span, "defined here")
                .help(format!("add it to {there}")),
            );
        }
    }
}

/// Messages of a language that the first does not have.
fn extra(
    other: &Definitions,
    first: &Definitions,
    first_tag: &str,
    sources: &Sources,
    report: &mut Report,
) {
    for (file, all) in by_file(other) {
        let extra = all.iter().filter(|(name, _)| !first.contains_key(*name));
        if all.len() > 1 && extra.clone().count() == all.len() {
            let path = &sources.get(file).path;
            let message = format!(
                "none of the {} messages of {path} is in `{first_tag}`",
                all.len()
            );
            report.push(
                Diagnostic::new(Id::UnusedMessage, message).at(all[0].1.span, "the first of them"),
            );
            continue;
        }
        for (name, extra) in extra {
            let message = format!("the message `{name}` does not exist in `{first_tag}`");
            let near = nearest(name, first.keys().map(String::as_str));
            let label = near.map_or_else(String::new, |near| format!("did you mean `{near}`?"));
            report.push(Diagnostic::new(Id::UnusedMessage, message).at(extra.span, label));
        }
    }
}

/// Messages by their file, in its order. A language may do without the terms of another: they are words of its own
/// grammar.
fn by_file(definitions: &Definitions) -> BTreeMap<FileId, Vec<(&String, &Definition)>> {
    let mut files: BTreeMap<FileId, Vec<_>> = BTreeMap::new();
    let messages = definitions
        .iter()
        .filter(|(name, _)| !name.starts_with('-'));
    for (name, definition) in messages {
        let file = files.entry(definition.span.file).or_default();
        file.push((name, definition));
    }
    for file in files.values_mut() {
        file.sort_by_key(|(_, definition)| definition.span);
    }
    files
}

/// A message says something, and everything that it is made of exists.
fn sound(name: &str, definition: &Definition, all: &Definitions, report: &mut Report) {
    let mut wrong = |id, message: String, help: &str| {
        report.push(
            Diagnostic::new(id, message)
                .at(definition.span, "")
                .help(help),
        );
    };
    if definition.blank {
        let help = "write the words; a message that is not wanted is deleted in every language";
        wrong(Id::BadText, format!("`{name}` says nothing"), help);
    }
    for function in &definition.functions {
        wrong(
            Id::MessageFailed,
            format!("`{name}` calls the function `{function}`"),
            "there are no functions here: numbers arrive written out",
        );
    }
    for (id, attribute) in &definition.refers_attributes {
        let found = all.get(id);
        if found.is_some_and(|found| !found.attributes.contains_key(attribute)) {
            wrong(
                Id::MessageFailed,
                format!("`{name}` refers to `{id}.{attribute}`, which does not exist"),
                "refer to an attribute that the message has",
            );
        }
    }
    let mut reached: BTreeSet<&str> = BTreeSet::new();
    let mut open: Vec<&str> = definition.refers.iter().map(String::as_str).collect();
    while let Some(next) = open.pop() {
        if next == name {
            wrong(
                Id::MessageFailed,
                format!("`{name}` refers to itself"),
                "say it in words",
            );
            break;
        }
        if reached.insert(next) {
            let refers = all.get(next).into_iter().flat_map(|found| &found.refers);
            open.extend(refers.map(String::as_str));
        }
    }
}

fn compare(
    name: &str,
    original: &Definition,
    translated: &Definition,
    tag: &str,
    report: &mut Report,
) {
    let mut mismatch = |message: String| {
        report.push(
            Diagnostic::new(Id::MessageMismatch, message)
                .at(translated.span, "")
                .other(original.span, "what it translates"),
        );
    };
    if name.starts_with('-') {
        return;
    }
    if original.has_value != translated.has_value {
        mismatch(format!(
            "`{name}` has a value in one language and none in `{tag}`"
        ));
    }
    for variable in translated.variables.difference(&original.variables) {
        mismatch(format!("`{name}` has no variable `${variable}`"));
    }
    for variable in original.variables.difference(&translated.variables) {
        mismatch(format!("`{name}` does not use its variable `${variable}`"));
    }
    for (attribute, variables) in &original.attributes {
        match translated.attributes.get(attribute) {
            None => mismatch(format!("`{name}` lacks its attribute `.{attribute}`")),
            Some(found) if found != variables => {
                let list: Vec<String> = variables
                    .iter()
                    .map(|variable| format!("${variable}"))
                    .collect();
                mismatch(format!(
                    "`{name}.{attribute}` must use the variables [{}]",
                    list.join(", ")
                ));
            }
            Some(_) => {}
        }
    }
    for attribute in translated
        .attributes
        .keys()
        .filter(|attribute| !original.attributes.contains_key(*attribute))
    {
        mismatch(format!("`{name}` has no attribute `.{attribute}`"));
    }
}

fn plurals(
    name: &str,
    definition: &Definition,
    needed: &[&'static str],
    tag: &str,
    report: &mut Report,
) {
    for keys in &definition.plurals {
        // `other` is the default variant in every selector that Fluent accepts, under whichever name.
        let missing: Vec<&str> = needed
            .iter()
            .copied()
            .filter(|form| *form != "other" && !keys.contains(*form))
            .collect();
        if !missing.is_empty() {
            let message = format!(
                "`{name}` lacks the plural form `{}` that `{tag}` needs",
                missing.join("`, `")
            );
            report.push(Diagnostic::new(Id::MissingPlural, message).at(definition.span, ""));
        }
    }
}

/// Every message that is used exists and gets its variables; every message that exists is used.
pub(super) fn uses(all: &[Definitions], uses: &[Use], report: &mut Report) {
    let Some(first) = all.first() else { return };
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for one in uses {
        used.insert(&one.id);
        let definition = first.get(&one.id);
        let variables = definition.and_then(|definition| match &one.attribute {
            None => definition.has_value.then_some(&definition.variables),
            Some(attribute) => definition.attributes.get(attribute),
        });
        // What another language has was reported there.
        let elsewhere = all.iter().any(|language| language.contains_key(&one.id));
        let Some(variables) = variables else {
            if definition.is_none() && elsewhere {
                continue;
            }
            let near = nearest(
                &one.id,
                first.keys().map(String::as_str).filter(|id| *id != one.id),
            );
            let label = near.map_or_else(String::new, |near| format!("did you mean `{near}`?"));
            let mut diagnostic = Diagnostic::new(
                Id::MissingMessage,
                format!("the message `{}` is used but not defined", one.name()),
            )
            .help("define it in every language under locales/");
            if let Some(span) = one.span.or(definition.map(|definition| definition.span)) {
                diagnostic = diagnostic.at(span, label);
            }
            report.push(diagnostic);
            continue;
        };
        let Some(given) = &one.variables else {
            continue;
        };
        let branches = definition.map(|definition| &definition.selectors);
        let branches = branches.filter(|_| one.attribute.is_none());
        for variable in variables
            .iter()
            .chain(branches.into_iter().flatten())
            .filter(|variable| !given.contains(variable))
        {
            let message = format!(
                "`{}` uses the variable `${variable}`, which it is not given",
                one.name()
            );
            let list: Vec<String> = given.iter().map(|given| format!("${given}")).collect();
            let mut diagnostic = Diagnostic::new(Id::MessageMismatch, message);
            if let Some(span) = definition.map(|definition| definition.span).or(one.span) {
                diagnostic = diagnostic.at(span, "");
            }
            report.push(diagnostic.help(format!("it is given [{}]", list.join(", "))));
        }
    }
    let mut reached: BTreeSet<&str> = used.clone();
    let mut open: Vec<&str> = used.into_iter().collect();
    while let Some(name) = open.pop() {
        for refers in first
            .get(name)
            .into_iter()
            .flat_map(|definition| &definition.refers)
        {
            if reached.insert(refers) {
                open.push(refers);
            }
        }
    }
    for (name, definition) in first
        .iter()
        .filter(|(name, _)| !reached.contains(name.as_str()))
    {
        report.push(
            Diagnostic::new(
                Id::UnusedMessage,
                format!("nothing uses the message `{name}`"),
            )
            .at(definition.span, "")
            .help("delete it in every language, or use it"),
        );
    }
}

/// Files under `locales/` that belong to no language.
pub(super) fn unused_folders(sources: &Sources, locales: &Locales, report: &mut Report) {
    for (id, source) in sources.below("locales/", "") {
        let rest = source.path.trim_start_matches("locales/");
        let folder = rest.split('/').next().unwrap_or_default();
        let known = locales
            .ids()
            .any(|locale| locales.get(locale).tag == folder);
        if !(rest.ends_with("README.md") || known && rest.ends_with(".ftl")) {
            report.push(
                Diagnostic::new(Id::UnusedFile, format!("nothing reads {}", source.path))
                    .at(sources.first_line(id), "")
                    .help("list the language in content/site.toml, or delete the file"),
            );
        }
    }
}
