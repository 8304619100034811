//! Templates: compiled once for each language, rendered from typed views.
//!
//! A template sees `site` (the [`crate::view::chrome::Chrome`]), `page` (its view) and, where its page is about codes,
//! `left` and `right` or `side`. It can call `t(id="…")` for words and `asset(name="…")` for files, and nothing else:
//! it cannot ask for other pages.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;
use tera::{Context, ErrorKind, Kwargs, State, Tera, TeraResult, Value};

use crate::diagnostic::{Diagnostic, Id, Report};
use crate::locale::{LocaleId, Locales};
use crate::messages::{Arg, Messages};
use crate::source::{Sources, Span};
use crate::words;

mod lint;

pub use lint::lint;

const FOLDER: &str = "templates/";

/// The compiled templates of every language.
pub struct Templates {
    by_locale: Vec<Tera>,
    language: Language,
}

/// What templates can call, and what it takes to answer.
struct Language {
    messages: Arc<Messages>,
    assets: Arc<BTreeMap<String, String>>,
    /// Tag of the first language.
    first: String,
}

/// A value that is converted once and shown on many pages.
#[derive(Clone)]
pub struct Shared(Value);

impl Shared {
    /// Converts a value for templates.
    ///
    /// # Errors
    /// When it cannot be serialized, which no view does.
    pub fn new<T: Serialize>(value: &T) -> Result<Self, Box<Diagnostic>> {
        Value::try_from_serializable(value)
            .map(Self)
            .map_err(|error| {
                Box::new(Diagnostic::new(
                    Id::TemplateFailed,
                    format!("a value cannot be given to a template: {error}"),
                ))
            })
    }
}

impl Templates {
    /// Compiles everything under `templates/`. `assets` are the published addresses of static files by name.
    pub fn new(
        sources: &Sources,
        locales: &Locales,
        messages: &Arc<Messages>,
        assets: &Arc<BTreeMap<String, String>>,
        report: &mut Report,
    ) -> Option<Self> {
        let language = Language {
            messages: Arc::clone(messages),
            assets: Arc::clone(assets),
            first: locales.get(LocaleId::FIRST).tag.clone(),
        };
        let repeated = repeated_components(sources);
        if !repeated.is_empty() {
            report.extend(repeated);
            return None;
        }
        // Mistakes are looked for in the templates as they are written.
        if let Err(error) = language.compile(LocaleId::FIRST, written(sources)) {
            for diagnostic in load_problems(&error, sources) {
                report.push(diagnostic);
            }
            return None;
        }
        let ids: Vec<LocaleId> = locales.ids().collect();
        let by_locale = ids.into_par_iter().map(|locale| {
            let settled =
                written(sources).map(|(name, text)| (name, language.settle(locale, text)));
            language.compile(locale, settled)
        });
        match by_locale.collect() {
            Ok(by_locale) => Some(Self {
                by_locale,
                language,
            }),
            Err(error) => {
                report.push(diagnostic(&error, Id::TemplateSyntax, sources, None));
                None
            }
        }
    }

    /// Renders a page.
    ///
    /// # Errors
    /// When the template asks for something that its view does not have.
    pub fn render(
        &self,
        locale: LocaleId,
        template: &str,
        site: &impl Serialize,
        page: &impl Serialize,
        shared: &[(&'static str, &Shared)],
        sources: &Sources,
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        let mut context = Context::new();
        context.insert_value("site", Shared::new(site)?.0);
        context.insert_value("page", Shared::new(page)?.0);
        for (name, value) in shared {
            context.insert_value(*name, value.0.clone());
        }
        let mut out = Vec::with_capacity(32 * 1024);
        match self.by_locale[locale.index()].render_to(template, &context, &mut out) {
            Ok(()) => Ok(out),
            Err(error) => {
                // Once more with the template as it is written, which knows the place of the mistake.
                let written = self.language.compile(locale, written(sources));
                let again = written.and_then(|tera| tera.render(template, &context));
                let error = again.err().unwrap_or(error);
                let id = Id::TemplateFailed;
                Err(Box::new(diagnostic(&error, id, sources, Some(template))))
            }
        }
    }
}

/// Templates by name, as they are written.
fn written(sources: &Sources) -> impl Iterator<Item = (&str, String)> {
    let files = sources.below(FOLDER, ".html");
    files.map(|(_, source)| (&source.path[FOLDER.len()..], source.text.clone()))
}

impl Language {
    fn compile<'a>(
        &self,
        locale: LocaleId,
        files: impl Iterator<Item = (&'a str, String)>,
    ) -> TeraResult<Tera> {
        let mut tera = Tera::new();
        tera.register_function(
            "t",
            translate(Arc::clone(&self.messages), locale, self.first(locale)),
        );
        let assets = Arc::clone(&self.assets);
        tera.register_function(
            "asset",
            move |kwargs: Kwargs, _: &State<'_>| -> TeraResult<Value> {
                let name: &str = kwargs.must_get("name")?;
                let found = assets.get(name).map(|address| Value::safe_string(address));
                found.ok_or_else(|| {
                    tera::Error::message(format!("there is no file `static/{name}`"))
                })
            },
        );
        // Tera's own filter `safe` lets an undefined value pass as nothing.
        tera.register_filter(
            "html",
            |value: Value, _: Kwargs, _: &State<'_>| -> TeraResult<Value> {
                if value.is_string() {
                    Ok(value.mark_safe())
                } else {
                    Err(tera::Error::message(
                        "only a finished text can be put in as HTML, and this is none",
                    ))
                }
            },
        );
        tera.add_raw_templates(files)?;
        Ok(tera)
    }

    /// Puts words that are the same on every page of a language, and addresses of files, into a template before it is
    /// compiled, so that they are not asked for again by every page. Anything unusual is left to the call.
    fn settle(&self, locale: LocaleId, text: String) -> String {
        let mut settled = String::with_capacity(text.len() * 2);
        let mut rest = text.as_str();
        while let Some(at) = rest.find("{{ ") {
            settled.push_str(&rest[..at]);
            let answer = self.constant(locale, &rest[at + 3..]);
            // Spaces at its ends, or none of it, would meet the signs that take spaces away; braces would be read.
            match answer.filter(|(value, _)| {
                !value.is_empty() && value.trim() == value && !value.contains(['{', '}'])
            }) {
                Some((value, after)) => {
                    settled.push_str(&value);
                    rest = after;
                }
                None => {
                    settled.push_str("{{ ");
                    rest = &rest[at + 3..];
                }
            }
        }
        settled.push_str(rest);
        settled
    }

    /// The value of a call that depends on nothing, and what follows it.
    fn constant<'a>(&self, locale: LocaleId, call: &'a str) -> Option<(String, &'a str)> {
        let (function, rest) = call.split_once("=\"")?;
        let (name, rest) = rest.split_once('"')?;
        let after = rest.strip_prefix(") }}")?;
        let value = match function {
            "t(id" => {
                let text = self.messages.format(locale, name, None, &[]).ok()?;
                words::html(&text, self.first(locale))
            }
            "asset(name" => self.assets.get(name)?.clone(),
            _ => return None,
        };
        Some((value, after))
    }

    /// Tag of the first language, when this is another one.
    fn first(&self, locale: LocaleId) -> Option<&str> {
        (locale != LocaleId::FIRST).then_some(self.first.as_str())
    }
}

/// The function `t(id="…", name=value, …)` of one language.
fn translate(
    messages: Arc<Messages>,
    locale: LocaleId,
    first: Option<&str>,
) -> impl Fn(Kwargs, &State<'_>) -> TeraResult<Value> + Send + Sync + use<> + 'static {
    let first = first.map(str::to_owned);
    move |kwargs: Kwargs, _: &State<'_>| {
        let id: &str = kwargs.must_get("id")?;
        let mut texts: Vec<(String, String)> = Vec::new();
        for (key, value) in kwargs.iter() {
            if let (Some(key), Some(text)) = (key.as_str(), value.as_str())
                && key != "id"
            {
                texts.push((key.to_owned(), text.to_owned()));
            }
        }
        let args: Vec<(&str, Arg<'_>)> = texts
            .iter()
            .map(|(key, text)| (key.as_str(), Arg::Text(text.as_str())))
            .collect();
        match messages.format(locale, id, None, &args) {
            Ok(text) => Ok(Value::safe_string(&words::html(&text, first.as_deref()))),
            Err(diagnostic) => Err(tera::Error::message(diagnostic.message)),
        }
    }
}

/// Components that two templates define. Tera stops at one of them, not always the same.
fn repeated_components(sources: &Sources) -> Vec<Diagnostic> {
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
fn load_problems(error: &tera::Error, sources: &Sources) -> Vec<Diagnostic> {
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
fn diagnostic(
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
