//! The pipeline: inputs to catalog to plan to pages. Whoever reads [`Site::new`] and [`Site::page`] knows the program.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

pub use crate::asset::Output;
use crate::asset::{Assets, Worker};
use crate::catalog::{self, Book, Catalog, Earlier};
use crate::diagnostic::{Diagnostic, Id, Report};
use crate::links::{self, Addresses, PAIR_BUDGET};
use crate::locale::LocaleId;
use crate::machine;
use crate::messages::Messages;
use crate::plan::{Plan, PlannedPage};
use crate::route::{Base, PairAddresses, Routes, Subject};
use crate::schema;
use crate::source::{Inputs, Sources};
use crate::template::{self, Frames, Given, Templates};
use crate::view::chrome::{self, Chrome, Facing, Standing, Surroundings};
use crate::view::pair::Two;
use crate::view::voice::{Said, Voice};
use crate::view::{code, facts, index, mapping, page as free, pair, status, trace, voice};

mod files;
mod known;
mod said;

use known::Known;
use said::Chapter;

/// A site, ready to give its pages.
pub struct Site {
    /// The texts, for reports.
    pub sources: Arc<Sources>,
    catalog: Catalog,
    messages: Arc<Messages>,
    base: Base,
    plan: Plan,
    templates: Arc<Templates>,
    /// Published addresses of static files by name.
    assets: Arc<BTreeMap<String, String>>,
    /// By language, then by protocol.
    chapters: Vec<Vec<Chapter>>,
    language_names: Vec<String>,
    /// What scripts read, by language.
    known: Vec<OnceLock<Said<Known>>>,
    /// What all pages of a language have in common, by language.
    standing: Vec<OnceLock<Said<Standing>>>,
    /// What is known of pages that are alike, by language.
    frames: Vec<Frames>,
    /// Paths of all files that are no pages and are not for scripts.
    published: BTreeSet<String>,
    addresses: Arc<Addresses>,
    /// Day of the last change by path.
    changed: Arc<BTreeMap<String, String>>,
    cards: BTreeSet<String>,
    files: Vec<Output>,
    worker: Worker,
}

impl Site {
    /// Reads and checks everything, short of rendering pages. `None` when the report is not empty.
    pub fn new(inputs: &Inputs) -> (Option<Self>, Arc<Sources>, Report) {
        Self::after(None, inputs)
    }

    /// The same, with what an earlier site of the same folder found taken over where it would be found again.
    pub fn after(earlier: Option<&Self>, inputs: &Inputs) -> (Option<Self>, Arc<Sources>, Report) {
        let mut report = Report::default();
        let (sources, broken) = match earlier {
            Some(earlier) => Sources::after(&earlier.sources, inputs),
            None => Sources::new(inputs),
        };
        let sources = Arc::new(sources);
        let earlier = earlier.and_then(|site| {
            let same = Earlier::new(&site.catalog, &site.sources, &sources)?;
            Some((site, same))
        });
        let same = earlier.map(|(_, same)| same);
        catalog::review::characters(&sources, same, &broken, &mut report);
        for span in broken {
            report.push(
                Diagnostic::new(Id::InvalidUtf8, "this file is not valid UTF-8")
                    .at(span, "this byte belongs to no character")
                    .help("save the file in the encoding UTF-8"),
            );
        }
        let site = Self::read(inputs, &sources, earlier, &mut report);
        (site.filter(|_| report.is_empty()), sources, report)
    }

    fn read(
        inputs: &Inputs,
        sources: &Arc<Sources>,
        earlier: Option<(&Self, Earlier<'_>)>,
        report: &mut Report,
    ) -> Option<Self> {
        let catalog = Catalog::read(sources, earlier.map(|(_, same)| same), report)?;
        let words = earlier.filter(|(_, same)| same.has_all("locales/"));
        let messages = match words {
            Some((site, _)) => Arc::clone(&site.messages),
            None => Arc::new(Messages::read(
                sources,
                &catalog.locales,
                &catalog.terms,
                report,
            )),
        };
        let mut uses: Vec<crate::messages::Use> = voice::uses().collect();
        uses.extend(catalog.books.iter().flat_map(facts::uses));
        uses.extend(template::lint(sources, report));
        if catalog.whole {
            messages.check_uses(&uses, report);
        }
        let base = match &inputs.base_url {
            Some(url) => Base::parse(url).map_err(|why| {
                Box::new(
                    Diagnostic::new(Id::BadLink, format!("`{url}` is not an address: {why}"))
                        .help("see --base-url"),
                )
            }),
            None => Base::read(&catalog.site.base_url),
        };
        let base = base.map_err(|diagnostic| report.push(*diagnostic)).ok()?;
        let routes = Routes::new(&catalog, &base);
        let plan = Plan::new(&catalog, &routes, report);
        let Assets {
            files,
            addresses,
            worker,
        } = Assets::new(inputs, &routes, report);
        let assets = Arc::new(addresses);
        let compiled =
            words.filter(|(site, same)| same.has_all("templates/") && site.assets == assets);
        let templates = match compiled {
            Some((site, _)) => Arc::clone(&site.templates),
            None => Arc::new(Templates::new(
                sources,
                &catalog.locales,
                &messages,
                &assets,
                report,
            )?),
        };
        if report.is_empty() {
            schema::check(&catalog, &messages, sources, report);
        }
        if !report.is_empty() {
            return None;
        }
        let voices = || {
            catalog
                .locales
                .ids()
                .map(|locale| Voice::new(&messages, &catalog.locales, locale))
        };
        let language_names = chrome::language_names(voices())
            .map_err(|diagnostic| report.push(*diagnostic))
            .ok()?;
        let chapter = || catalog.books.iter().map(Chapter::new).collect();
        let chapters = catalog.locales.ids().map(|_| chapter()).collect();
        let known = catalog.locales.ids().map(|_| OnceLock::new()).collect();
        let machine_files = machine::files(&catalog, &worker);
        let published = files.iter().map(|file| file.path.clone());
        let published: BTreeSet<String> = published
            .chain(machine_files.iter().map(|file| routes.machine(*file)))
            .collect();
        links::check_files(&catalog, &published, report);
        let as_before = earlier.filter(|(site, _)| {
            let names = site.catalog.books.iter().flat_map(Book::slugs);
            site.base == base
                && site.published == published
                && names.eq(catalog.books.iter().flat_map(Book::slugs))
        });
        let addresses = match as_before {
            Some((site, _)) => Arc::clone(&site.addresses),
            None => {
                let pages = plan.pages().iter();
                let single = pages.filter(|page| !matches!(page.subject, Subject::Pair(..)));
                let single = single.map(|page| routes.href(page.locale, page.subject));
                let files = published.iter().map(|path| routes.asset(path));
                let single = single.chain(files).chain([routes.root()]);
                Arc::new(Addresses::new(single, PairAddresses::new(&routes)))
            }
        };
        Some(Self {
            sources: Arc::clone(sources),
            messages,
            plan,
            templates,
            assets,
            chapters,
            language_names,
            published,
            known,
            frames: catalog.locales.ids().map(|_| Frames::default()).collect(),
            standing: catalog.locales.ids().map(|_| OnceLock::new()).collect(),
            addresses,
            changed: Arc::default(),
            cards: files.iter().map(|file| file.path.clone()).collect(),
            files,
            worker,
            base,
            catalog,
        })
    }

    /// Says on which day (ISO 8601, `2026-11-20`) each file changed last, as far as version control knows. Pages that were
    /// made before have no dates.
    pub fn date(&mut self, changed: Arc<BTreeMap<String, String>>) {
        self.changed = changed;
    }

    /// The pages that exist.
    pub fn pages(&self) -> &[PlannedPage] {
        self.plan.pages()
    }

    /// What the site is made from.
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// Addresses of this site.
    pub fn routes(&self) -> Routes<'_> {
        Routes::new(&self.catalog, &self.base)
    }

    /// How many pages were put together from pieces so far, instead of running their templates.
    pub fn put_together(&self) -> usize {
        self.frames.iter().map(Frames::filled).sum()
    }

    /// Makes one page and checks it.
    ///
    /// # Errors
    /// When a template or message fails, a link leads nowhere, or the page is too large.
    pub fn page(&self, page: PlannedPage) -> Result<Output, Box<Diagnostic>> {
        let routes = self.routes();
        let path = routes.file(page.locale, page.subject);
        let bytes = self.render(page, &routes)?;
        if matches!(page.subject, Subject::Pair(..)) && bytes.len() > PAIR_BUDGET {
            let message = format!("a comparison has more than {PAIR_BUDGET} bytes");
            return Err(Box::new(
                Diagnostic::new(Id::PageTooLarge, message)
                    .help(format!("{path} has {}", bytes.len()))
                    .help("shorten the texts of its codes, or the template"),
            ));
        }
        self.addresses.check(&path, &bytes, &self.sources)?;
        Ok(Output { path, bytes })
    }

    fn render(&self, page: PlannedPage, routes: &Routes<'_>) -> Result<Vec<u8>, Box<Diagnostic>> {
        let voice = self.voice(page.locale);
        let entry = |at, code| self.entry(page.locale, at, code);
        let all = |at| self.all(page.locale, at);
        let labels = |at| self.labels(page.locale, at);
        let book = |at: usize| &self.catalog.books[at];
        match page.subject {
            Subject::Home => {
                let books = 0..self.catalog.books.len();
                let spoken = books.map(all).collect::<Said<Vec<_>>>()?;
                let (view, facing) = index::home(
                    &voice,
                    routes,
                    &self.catalog,
                    spoken.iter().map(Vec::as_slice),
                )?;
                self.fill("home.html", page, facing, &view, &[])
            }
            Subject::Protocol(at) => {
                let spoken = all(at)?;
                let (view, facing) = index::protocol(&voice, routes, book(at), at, &spoken)?;
                self.fill("protocol.html", page, facing, &view, &[])
            }
            Subject::Matrix(at) => {
                let spoken = all(at)?;
                let (view, facing) = index::matrix(&voice, routes, book(at), at)?;
                let html = self.fill("matrix.html", page, facing, &view, &[])?;
                let rows = index::matrix_rows(&voice, routes, at, &spoken).map(|row| {
                    let frames = Some(&self.frames[page.locale.index()]);
                    let row = [Given::once("row", &row)];
                    self.run(page.locale, "matrix-row.html", &row, frames)
                });
                template::put_lines(&html, rows)
            }
            Subject::Trace(at) => {
                let data = self.known(page.locale)?.trace(at, routes);
                let (view, facing) = trace::view(&voice, routes, book(at), at, &data)?;
                self.fill("trace.html", page, facing, &view, &[])
            }
            Subject::Mapping(at, one) => {
                let (view, facing) = mapping::view(&voice, routes, book(at), (at, one))?;
                self.fill("mapping.html", page, facing, &view, &[])
            }
            Subject::Code(at, one) => {
                let this = entry(at, one)?;
                let name = |near| entry(at, near).map(|entry| &entry.spoken.side);
                let previous = one.checked_sub(1).map(name).transpose()?;
                let next = Some(one + 1).filter(|next| *next < book(at).codes.len());
                let next = next.map(name).transpose()?;
                let (view, facing) = code::view(
                    &voice,
                    routes,
                    book(at),
                    (at, one),
                    &this.spoken,
                    [previous, next],
                    labels(at)?,
                )?;
                let side = Given::shared("side", &this.spoken.side, &this.side);
                self.fill("code.html", page, facing, &view, &[side])
            }
            Subject::Pair(at, a, b) => {
                let (left, right) = (entry(at, a)?, entry(at, b)?);
                let two = Two {
                    book: book(at),
                    at,
                    codes: (a, b),
                    left: &left.spoken,
                    right: &right.spoken,
                };
                let (view, facing) = pair::view(&voice, routes, two, labels(at)?)?;
                let left = Given::shared("left", &left.spoken.side, &left.side);
                let right = Given::shared("right", &right.spoken.side, &right.side);
                self.fill("pair.html", page, facing, &view, &[left, right])
            }
            Subject::Status => {
                let (view, facing) = status::view(
                    &voice,
                    routes,
                    &self.catalog,
                    &self.sources,
                    &self.language_names,
                )?;
                self.fill("status.html", page, facing, &view, &[])
            }
            Subject::Page(at) => {
                let (view, facing) = free::page(&voice, routes, &self.catalog, at);
                self.fill("page.html", page, facing, &view, &[])
            }
            Subject::Offline => {
                let (view, facing) = free::offline(&voice, routes, &self.catalog)?;
                self.fill("offline.html", page, facing, &view, &[])
            }
            Subject::NotFound => {
                let voices = self.catalog.locales.ids().map(|locale| self.voice(locale));
                let (view, facing) = free::not_found(voices, routes, &self.catalog)?;
                self.fill("404.html", page, facing, &view, &[])
            }
        }
    }

    fn voice(&self, locale: LocaleId) -> Voice<'_> {
        Voice::new(&self.messages, &self.catalog.locales, locale)
    }

    fn fill(
        &self,
        template: &str,
        page: PlannedPage,
        facing: Facing,
        view: &impl serde::Serialize,
        shared: &[Given<'_>],
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        let around = Surroundings {
            catalog: &self.catalog,
            routes: self.routes(),
            sources: &self.sources,
            changed: &self.changed,
            language_names: &self.language_names,
            cards: &self.cards,
            standing: self.standing(page.locale)?,
        };
        let chrome = Chrome::new(&around, &self.voice(page.locale), page, facing)?;
        let mut values = vec![Given::once("site", &chrome), Given::once("page", view)];
        values.extend(shared);
        // A page that shares nothing with others is one of a kind.
        let frames = Some(&self.frames[page.locale.index()]).filter(|_| !shared.is_empty());
        let html = self.run(page.locale, template, &values, frames)?;
        links::check_frame(template, &html, &self.sources)?;
        Ok(html)
    }

    fn run(
        &self,
        locale: LocaleId,
        template: &str,
        values: &[Given<'_>],
        frames: Option<&Frames>,
    ) -> Said<Vec<u8>> {
        self.templates
            .render(locale, template, values, frames, &self.sources)
    }
}
