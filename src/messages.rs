//! The words of the interface: Fluent messages of every language, loaded, checked against each other, formatted.
//!
//! A message that is missing, has other variables or lacks a plural form is an error of the build; nothing falls back.

mod depth;
mod lint;
mod load;

use std::borrow::Cow;
use std::collections::BTreeMap;

use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};

use rayon::prelude::*;

use crate::catalog::Terms;
use crate::diagnostic::{Diagnostic, Id, Report};
use crate::foreign::Own;
use crate::locale::{LocaleId, Locales};
use crate::source::{Sources, Span};
use crate::words::{self, Typography};

pub use lint::Use;
pub use load::Definition;

/// All messages of all languages.
pub struct Messages {
    bundles: Vec<FluentBundle<FluentResource>>,
    /// How each language sets its text.
    typography: Vec<Typography>,
    /// How each language tells words of others from its own.
    own: Vec<Option<Own>>,
    /// Message ids with what is known of each, by language.
    definitions: Vec<BTreeMap<String, Definition>>,
    /// By language, whether every file could be read to its end: otherwise nothing is known to be missing.
    whole: Vec<bool>,
}

/// A value for a variable of a message.
#[derive(Debug, Clone, Copy)]
pub enum Arg<'a> {
    /// Text, never formatted as a number: codes are names.
    Text(&'a str),
    /// A number, on which a plural form may depend.
    Number(usize),
}

impl Messages {
    /// Loads `locales/<tag>/*.ftl` of every language and checks the languages against the first.
    pub fn read(sources: &Sources, locales: &Locales, terms: &Terms, report: &mut Report) -> Self {
        let mut bundles = Vec::new();
        let mut definitions = Vec::new();
        let ids: Vec<LocaleId> = locales.ids().collect();
        let read = |id: &LocaleId| {
            let (id, mut report) = (*id, Report::default());
            let locale = locales.get(id);
            let mut bundle = FluentBundle::new_concurrent(vec![locale.language.clone()]);
            // Fluent can wrap every variable in marks of isolation (U+2068, U+2069), which keep a right-to-left name
            // from reordering a left-to-right sentence. All our languages run left to right, and the marks would end
            // up in titles, in structured data and in text that people copy. A right-to-left language changes this.
            bundle.set_use_isolating(false);
            let found = load::read_locale(
                &locale.tag,
                sources,
                &terms.rules(id).typography,
                &mut bundle,
                &mut report,
            );
            (bundle, found, report)
        };
        let mut whole = Vec::new();
        for (bundle, found, own) in ids.par_iter().map(read).collect::<Vec<_>>() {
            bundles.push(bundle);
            definitions.push(found);
            whole.push(!own.has(Id::FluentSyntax));
            report.append(own);
        }
        lint::unused_folders(sources, locales, report);
        lint::parity(&definitions, &whole, locales, sources, report);
        let typography = locales
            .ids()
            .map(|id| terms.rules(id).typography.clone())
            .collect();
        Self {
            bundles,
            own: locales
                .ids()
                .map(|id| terms.rules(id).own.clone())
                .collect(),
            typography,
            definitions,
            whole,
        }
    }

    /// Checks that everything used is defined, with the variables it is used with, and that nothing else is.
    pub fn check_uses(&self, uses: &[Use], report: &mut Report) {
        if self.whole.first().is_some_and(|whole| *whole) {
            lint::uses(&self.definitions, uses, report);
        }
    }

    /// Whether the first language defines an attribute of a message.
    pub fn has_attribute(&self, id: &str, attribute: &str) -> bool {
        let first = self
            .definitions
            .first()
            .and_then(|definitions| definitions.get(id));
        first.is_some_and(|definition| definition.attributes.contains_key(attribute))
    }

    /// Formats a message, or an attribute of one.
    ///
    /// # Errors
    /// When the message does not exist or a variable is missing. [`Messages::check_uses`] finds that beforehand.
    pub fn format(
        &self,
        locale: LocaleId,
        id: &str,
        attribute: Option<&str>,
        args: &[(&str, Arg<'_>)],
    ) -> Result<String, Box<Diagnostic>> {
        let bundle = &self.bundles[locale.index()];
        let message = bundle.get_message(id);
        let pattern = message.as_ref().and_then(|message| match attribute {
            None => message.value(),
            Some(attribute) => message
                .get_attribute(attribute)
                .map(|attribute| attribute.value()),
        });
        let name =
            || attribute.map_or_else(|| id.to_owned(), |attribute| format!("{id}.{attribute}"));
        let Some(pattern) = pattern else {
            return Err(self.failed(
                locale,
                id,
                format!("the message `{}` is not defined", name()),
            ));
        };
        if let Some(text) = joined(pattern, args) {
            return Ok(text);
        }
        let hole = |(_, arg): &(&str, Arg<'_>)| matches!(arg, Arg::Text(text) if text.contains(words::HOLE));
        if args.iter().any(hole) {
            let message = format!("the message `{}` may depend on a text", name());
            return Err(self.failed(locale, id, message));
        }
        let mut values = FluentArgs::with_capacity(args.len());
        for (key, arg) in args {
            let value = match arg {
                Arg::Text(text) => FluentValue::String(Cow::Borrowed(*text)),
                Arg::Number(number) => FluentValue::from(*number),
            };
            values.set(Cow::Borrowed(*key), value);
        }
        let mut errors = Vec::new();
        let text = bundle
            .format_pattern(pattern, Some(&values), &mut errors)
            .into_owned();
        match errors.first() {
            None => Ok(text),
            Some(error) => Err(self.failed(
                locale,
                id,
                format!("the message `{}` fails: {error}", name()),
            )),
        }
    }

    /// Formats a message whose variables are finished HTML. Its own words become HTML by `escape`.
    ///
    /// # Errors
    /// As [`Messages::format`].
    pub fn compose(
        &self,
        locale: LocaleId,
        id: &str,
        variables: &[&str],
        values: &[&str],
        escape: &dyn Fn(&str, &mut String),
    ) -> Result<String, Box<Diagnostic>> {
        let value = |name: &str| {
            let known = variables.iter().position(|known| *known == name);
            known.map(|at| values[at])
        };
        let message = self.bundles[locale.index()].get_message(id);
        let pattern = message.as_ref().and_then(|message| message.value());
        let length: usize = values.iter().map(|value| value.len()).sum();
        let mut html = String::with_capacity(length + 128);
        if pattern.is_some_and(|pattern| each_part(pattern, value, escape, &mut html).is_some()) {
            return Ok(html);
        }
        // Fluent has to see the variables. Marks stand for those with markup until its words are escaped.
        let marks = values.iter().zip(words::PLACES..);
        let marks: Vec<String> = marks
            .map(|(value, mark)| match char::from_u32(mark) {
                Some(mark) if value.contains(['<', '&']) => mark.to_string(),
                _ => (*value).to_owned(),
            })
            .collect();
        let args = variables.iter().zip(&marks);
        let args: Vec<(&str, Arg<'_>)> = args.map(|(key, mark)| (*key, Arg::Text(mark))).collect();
        let text = self.format(locale, id, None, &args)?;
        html.clear();
        escape(&text, &mut html);
        let marked = marks
            .iter()
            .zip(values)
            .filter(|(mark, value)| mark != *value);
        Ok(marked.fold(html, |html, (mark, value)| html.replace(mark, value)))
    }

    /// Sets a text as its language does.
    pub fn typeset<'a>(&self, locale: LocaleId, text: &'a str) -> Cow<'a, str> {
        words::typeset(text, &self.typography[locale.index()])
    }

    /// Marks runs of the first language inside a text of another.
    pub fn mark_foreign<'a>(&self, locale: LocaleId, text: Cow<'a, str>) -> Cow<'a, str> {
        let runs = self.own[locale.index()]
            .as_ref()
            .map_or_else(Vec::new, |own| own.runs(&text));
        if runs.is_empty() {
            return text;
        }
        let mut marked = String::with_capacity(text.len() + 16);
        let mut end = 0;
        for run in runs {
            marked.push_str(&text[end..run.start]);
            marked.push_str(&words::foreign(&text[run.clone()]));
            end = run.end;
        }
        Cow::Owned(marked + &text[end..])
    }

    fn failed(&self, locale: LocaleId, id: &str, message: String) -> Box<Diagnostic> {
        let diagnostic = Diagnostic::new(Id::MessageFailed, message);
        Box::new(match self.span(locale, id) {
            Some(span) => diagnostic.at(span, ""),
            None => diagnostic,
        })
    }

    fn span(&self, locale: LocaleId, id: &str) -> Option<Span> {
        self.definitions
            .get(locale.index())?
            .get(id)
            .map(|definition| definition.span)
    }
}

/// Formats a message of texts and variables, as nearly all are: such a message is its parts one after the other. `None`
/// when there is more to it, a plural form or another message, which is Fluent's to resolve.
fn joined(pattern: &Pattern<&str>, args: &[(&str, Arg<'_>)]) -> Option<String> {
    let value = |name: &str| {
        args.iter().find_map(|(key, arg)| match arg {
            Arg::Text(text) if *key == name => Some(*text),
            _ => None,
        })
    };
    let length = args.iter().map(|(_, arg)| match arg {
        Arg::Text(text) => text.len(),
        Arg::Number(_) => 0,
    });
    let mut text = String::with_capacity(length.sum::<usize>() + 128);
    let own = |own: &str, text: &mut String| text.push_str(own);
    each_part(pattern, value, &own, &mut text)?;
    Some(text)
}

/// The parts of a simple message one after the other: its own words by `own`, and the values of variables.
fn each_part<'a>(
    pattern: &Pattern<&str>,
    value: impl Fn(&str) -> Option<&'a str>,
    own: &dyn Fn(&str, &mut String),
    out: &mut String,
) -> Option<()> {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => own(value, out),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => out.push_str(value(id.name)?),
            PatternElement::Placeable { .. } => return None,
        }
    }
    Some(())
}
