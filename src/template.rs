//! Templates: compiled once for each language, rendered from typed views.
//!
//! A template sees `site` (the [`crate::view::chrome::Chrome`]), `page` (its view) and, where its page is about codes,
//! `left` and `right` or `side`. It can call `t(id="…")` for words and `asset(name="…")` for files, and nothing else:
//! it cannot ask for other pages.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

use crate::diagnostic::{Diagnostic, Id, Report};
use crate::locale::{LocaleId, Locales};
use crate::messages::{Arg, Messages};
use crate::source::Sources;
use crate::words;

mod apart;
mod faults;
mod frame;
mod lint;
mod plain;
mod walk;

pub use apart::Shown;
use faults::{diagnostic, load_problems, repeated_components};
pub use frame::Frames;
pub use lint::lint;

const FOLDER: &str = "templates/";

/// The compiled templates of every language.
pub struct Templates {
    by_locale: Vec<Compiled>,
    /// Names of the templates that only place their values.
    plain: Vec<String>,
    language: Language,
}

/// The templates of one language.
struct Compiled {
    tera: Tera,
    /// The same with signs around what loops make, for frames.
    marked: Option<Tera>,
}

/// What templates can call, and what it takes to answer.
struct Language {
    messages: Arc<Messages>,
    assets: Arc<BTreeMap<String, String>>,
    /// Tag of the first language.
    first: String,
}

/// A value that is taken apart once and shown on many pages.
pub struct Shared(Option<apart::Walked>);

impl Shared {
    /// Takes a value apart.
    pub fn new(value: &impl serde::Serialize) -> Self {
        Self(walk::apart(value).ok().map(apart::Walked::kept))
    }
}

/// What a template gets by one name.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    /// The name.
    pub name: &'static str,
    /// The value.
    pub value: &'a dyn Shown,
    /// The same taken apart, when many pages show it.
    pub shared: Option<&'a Shared>,
}

impl<'a> Given<'a> {
    /// What one page shows.
    pub fn once(name: &'static str, value: &'a dyn Shown) -> Self {
        Self {
            name,
            value,
            shared: None,
        }
    }

    /// What many pages show.
    pub fn shared(name: &'static str, value: &'a dyn Shown, shared: &'a Shared) -> Self {
        Self {
            name,
            value,
            shared: Some(shared),
        }
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
        let texts = sources.below(FOLDER, ".html");
        let texts = texts.map(|(_, source)| (&source.path[FOLDER.len()..], source.text.as_str()));
        let texts: BTreeMap<&str, &str> = texts.collect();
        let plain = texts.keys().filter(|name| plain::is_plain(&texts, name));
        let plain: Vec<String> = plain.map(|name| (*name).to_owned()).collect();
        let ids: Vec<LocaleId> = locales.ids().collect();
        let by_locale = ids.into_par_iter().map(|locale| {
            let settled = || {
                let files = written(sources);
                files.map(|(name, text)| (name, language.settle(locale, text)))
            };
            let looped = settled().map(|(name, text)| (name, frame::with_loops(&text)));
            let marked = language.compile(locale, looped).ok();
            let tera = language.compile(locale, settled())?;
            Ok(Compiled { tera, marked })
        });
        match by_locale.collect::<TeraResult<_>>() {
            Ok(by_locale) => Some(Self {
                by_locale,
                plain,
                language,
            }),
            Err(error) => {
                report.push(diagnostic(&error, Id::TemplateSyntax, sources, None));
                None
            }
        }
    }

    /// Renders a page; with `frames`, those of pages that are alike.
    ///
    /// # Errors
    /// When the template asks for something that its view does not have.
    pub fn render(
        &self,
        locale: LocaleId,
        template: &str,
        values: &[Given<'_>],
        frames: Option<&Frames>,
        sources: &Sources,
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        let Compiled { tera, marked } = &self.by_locale[locale.index()];
        let plain = self.plain.iter().any(|name| name == template);
        let known = frames.zip(marked.as_ref()).filter(|_| plain);
        let mut out = Vec::with_capacity(32 * 1024);
        let alone = |out: &mut Vec<u8>| self.run(tera, locale, template, values, out, sources);
        match known.and_then(|known| Some((known, frame::apart(values)?))) {
            Some(((frames, marked), page)) => {
                frames.fill(marked, template, values, &page, &mut out, alone)?;
            }
            None => alone(&mut out)?,
        }
        Ok(out)
    }

    fn run(
        &self,
        tera: &Tera,
        locale: LocaleId,
        template: &str,
        values: &[Given<'_>],
        out: &mut Vec<u8>,
        sources: &Sources,
    ) -> Result<(), Box<Diagnostic>> {
        let mut context = Context::new();
        for given in values {
            let value = given.value.value().map_err(|error| {
                let message = format!("a value cannot be given to a template: {error}");
                Box::new(Diagnostic::new(Id::TemplateFailed, message))
            })?;
            context.insert_value(given.name, value);
        }
        let Err(error) = tera.render_to(template, &context, out) else {
            return Ok(());
        };
        // Once more with the template as it is written, which knows the place of the mistake.
        let written = self.language.compile(locale, written(sources));
        let again = written.and_then(|tera| tera.render(template, &context));
        let error = again.err().unwrap_or(error);
        let id = Id::TemplateFailed;
        Err(Box::new(diagnostic(&error, id, sources, Some(template))))
    }
}

/// Puts lines in at the hole ([`words::HOLE`]) of a page, so that a large page stands in memory only once.
///
/// # Errors
/// That of the first line that has one.
pub fn put_lines<E>(
    html: &[u8],
    lines: impl Iterator<Item = Result<Vec<u8>, E>> + Clone,
) -> Result<Vec<u8>, E> {
    let hole = words::HOLE.to_string();
    let (mut out, mut end) = (Vec::new(), 0);
    for at in memchr::memmem::find_iter(html, &hole) {
        out.extend_from_slice(&html[end..at]);
        for (number, line) in lines.clone().enumerate() {
            out.extend((number > 0).then_some(b'\n'));
            out.append(&mut line?);
        }
        end = at + hole.len();
    }
    out.extend_from_slice(&html[end..]);
    Ok(out)
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
