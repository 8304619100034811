//! What pages show of one code in one language, made once and placed on the page of the code and on all its pairs.

use std::borrow::Cow;

use serde::Serialize;

use crate::catalog::{Book, Citation, Code, CodeText, FactValue, Protocol, Text};
use crate::figure::{self, Arrow, Ladder};
use crate::locale::LocaleId;
use crate::route::{Routes, Subject};
use crate::view::facts::{self, Answer};
use crate::view::voice::{Said, Voice, msg};
use crate::words;

/// Most sections of a code on the page of a pair; the page of the code has them all.
const MAIN_REFERENCES: usize = 3;

/// A link to another place.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    /// Address.
    pub href: String,
    /// What it says, as HTML.
    pub html: String,
}

/// A section of a specification.
#[derive(Debug, Clone, Serialize)]
pub struct Reference {
    /// Address of the section.
    pub href: String,
    /// "RFC 3261 §21.4.24", as HTML.
    pub html: String,
    /// Its heading, in the language of the document.
    pub heading: String,
}

/// One code, for templates. Everything that ends in `_html` is finished.
#[derive(Debug, Clone, Serialize)]
pub struct Side {
    /// The code as readers know it.
    pub code: String,
    /// "Busy Here", marked as a token.
    pub phrase_html: String,
    /// "486 Busy Here", with the phrase marked as a token.
    pub name_html: String,
    /// "486 Busy Here", for attributes.
    pub name: String,
    /// Address of its page.
    pub href: String,
    /// Key of its class.
    pub class: String,
    /// Position of its class among the classes, from 1: what its colour depends on.
    pub hue: usize,
    /// Name of its class.
    pub class_html: String,
    /// The phrase in the reader's words.
    pub gloss_html: String,
    /// First paragraph of the description, which stands alone.
    pub lead_html: String,
    /// The whole description.
    pub description_html: String,
    /// Situations.
    pub when_html: String,
    /// What to do.
    pub fix_html: String,
    /// What a person hears or sees.
    pub hears_html: Option<String>,
    /// One sentence: what to do on receiving it.
    pub action_html: String,
    /// An example message with its lines marked.
    pub example_html: String,
    /// The call flow.
    pub flow_html: String,
    /// The sections that define it, for pages that show two codes.
    pub main_references: Vec<Reference>,
    /// Sections of specifications.
    pub references: Vec<Reference>,
}

/// What views need of a code besides what templates see: marked text for sentences, finished parts of sentences.
#[derive(Debug)]
pub struct Spoken {
    /// For templates.
    pub side: Side,
    /// The phrase as a token.
    pub phrase: String,
    /// "a 4xx client failure".
    pub class_inline: String,
    /// The phrase in the reader's words.
    pub gloss: String,
    /// The same without marks.
    pub plain_gloss: String,
    /// Clause after "means that".
    pub meaning: String,
    /// The code as the beginning of a line, finished.
    pub strong_html: String,
    /// "a 4xx client failure", finished.
    pub class_inline_html: String,
    /// Clause after "means that", finished.
    pub meaning_html: String,
    /// "486 means that …", finished.
    pub means_html: String,
    /// "You see 486 when …", finished.
    pub seen_html: String,
    /// "Send 486 when …", finished.
    pub send_html: String,
    /// "If you receive 486: …", finished.
    pub receipt_html: String,
    /// What each fact says of this code, finished, for facts that say it whatever the other code is.
    pub says_html: Vec<Option<String>>,
    /// What each fact says of this code in the answer.
    pub answers: Vec<Option<Answer>>,
    /// What each fact says in the answer when the other code states the same.
    pub shared_html: Vec<Option<String>>,
    /// Positions of the codes that are easily confused with it.
    pub related: Vec<usize>,
    /// A cell for each fact, as HTML.
    pub cells: Vec<Option<String>>,
    /// Whether some text is still in the first language.
    pub untranslated: bool,
    /// Whether some text was translated from an older text.
    pub stale: bool,
}

impl Spoken {
    /// What a fact says of this code beside another one, finished.
    ///
    /// # Errors
    /// When messages do not fit.
    pub fn beside(
        &self,
        voice: &Voice<'_>,
        protocol: &Protocol,
        fact: usize,
        value: &FactValue,
        other: Option<&FactValue>,
    ) -> Said<Option<Cow<'_, str>>> {
        if facts::depends(&protocol.facts[fact], value) {
            let said = facts::sentence(voice, protocol, fact, &self.side.code, value, other)?;
            return Ok(said.map(|said| voice.html(&said).into()));
        }
        let said = self.says_html.get(fact).and_then(Option::as_deref);
        Ok(said.map(Cow::Borrowed))
    }
}

/// Says everything about a code in one language.
///
/// # Errors
/// When messages do not fit.
pub fn speak(
    voice: &Voice<'_>,
    routes: &Routes<'_>,
    book: &Book,
    at: (usize, usize),
) -> Said<Spoken> {
    let protocol = &book.protocol;
    let code = &book.codes[at.1];
    let class = &protocol.classes[code.class];
    let text = |field| {
        code.text(field, voice.locale)
            .unwrap_or_else(|| empty(voice))
    };
    let clause = |field| voice.clause(&text(field));
    let sentence = |message, field| voice.say(message, &[&code.slug, &clause(field)]);
    let resolve = |target: &str| {
        routes
            .find(at.0, target)
            .map(|subject| routes.href(voice.locale, subject))
    };
    let original = routes.href(LocaleId::FIRST, Subject::Code(at.0, at.1));
    let block = |text: &Text| voice.block(text, voice.markdown(text, &resolve), &original);
    let gloss = clause(CodeText::Gloss);
    let description = text(CodeText::Description);
    let lead = Text {
        value: first_paragraph(&description.value).to_owned(),
        ..description.clone()
    };
    let phrase = words::token(&code.phrase);
    let named = voice.say(msg::CODE_NAME, &[&code.slug, &phrase])?;
    let hears = code.text(CodeText::Hears, voice.locale);
    let every =
        (0..crate::catalog::code::PROSE.len()).filter_map(|i| code.prose.text(i, voice.locale));
    let (mut untranslated, mut stale) = (false, false);
    for one in every {
        untranslated |= one.locale != voice.locale;
        stale |= one.stale;
    }
    let cells = (0..protocol.facts.len())
        .map(|i| facts::cell(voice, protocol, code, i))
        .collect::<Said<_>>()?;
    let related = code.related.iter();
    let class_inline = voice.named(&class.message.value, Some("inline"), &[])?;
    Ok(Spoken {
        side: Side {
            code: code.slug.clone(),
            phrase_html: voice.html(&phrase),
            name_html: voice.html(&named),
            name: words::plain(&named),
            href: routes.href(voice.locale, Subject::Code(at.0, at.1)),
            class: class.key.clone(),
            hue: code.class + 1,
            class_html: voice.html(&voice.named(&class.message.value, None, &[])?),
            gloss_html: voice.html(&gloss),
            lead_html: block(&lead)?,
            description_html: block(&description)?,
            when_html: block(&text(CodeText::When))?,
            fix_html: block(&text(CodeText::Fix))?,
            hears_html: hears.as_ref().map(block).transpose()?,
            action_html: voice.html(&clause(CodeText::Action)),
            example_html: example(code),
            flow_html: flow(voice, protocol, code, &phrase)?,
            main_references: references(
                voice,
                protocol,
                &code.references[..code.references.len().min(MAIN_REFERENCES)],
            )?,
            references: references(voice, protocol, &code.references)?,
        },
        class_inline_html: voice.html(&class_inline),
        class_inline,
        plain_gloss: words::plain(&gloss),
        gloss,
        meaning_html: voice.html(&clause(CodeText::Meaning)),
        meaning: clause(CodeText::Meaning),
        strong_html: voice.html(&words::strong(&code.slug)),
        means_html: voice.html(&sentence(msg::MEANS, CodeText::Meaning)?),
        seen_html: voice.html(&sentence(msg::SEEN_WHEN, CodeText::Trigger)?),
        send_html: voice.html(&sentence(msg::SEND_WHEN, CodeText::Use)?),
        receipt_html: voice.html(&sentence(msg::ON_RECEIPT, CodeText::Action)?),
        related: related.filter_map(|near| book.find(&near.value)).collect(),
        says_html: facts::alone(voice, protocol, code)?,
        answers: facts::answers(voice, protocol, code)?,
        shared_html: facts::shared(voice, protocol, code)?,
        phrase,
        cells,
        untranslated,
        stale,
    })
}

fn empty(voice: &Voice<'_>) -> Text {
    Text {
        value: String::new(),
        locale: voice.locale,
        stale: false,
    }
}

fn first_paragraph(text: &str) -> &str {
    text.find("\n\n")
        .or_else(|| text.find("\r\n\r\n"))
        .map_or(text, |at| &text[..at])
}

/// Links to sections, in the order of the file.
///
/// # Errors
/// When messages do not fit.
pub fn references(
    voice: &Voice<'_>,
    protocol: &Protocol,
    citations: &[Citation],
) -> Said<Vec<Reference>> {
    let one = |citation: &Citation| {
        let spec = &protocol.specs[citation.spec];
        let section = citation.section.as_deref();
        let text = match section {
            Some(section) => voice.say(msg::SECTION, &[&spec.name, section])?,
            None => spec.name.clone(),
        };
        let heading = section
            .and_then(|section| spec.heading(section))
            .unwrap_or(&spec.title);
        Ok(Reference {
            href: spec.address(section),
            html: voice.html(&text),
            heading: heading.to_owned(),
        })
    };
    citations.iter().map(one).collect()
}

/// The example with its status line and the names of header fields marked.
fn example(code: &Code) -> String {
    let mut html = String::with_capacity(code.example.len() * 2);
    let telling: Vec<&str> = code.telling_tokens().collect();
    let mut body = false;
    for (i, line) in code.example.lines().enumerate() {
        if i > 0 {
            html.push('\n');
        }
        body |= line.is_empty();
        let escaped = words::escape(line);
        let name = line.split(':').next().unwrap_or_default();
        if i == 0 || (!body && telling.contains(&name)) {
            html.push_str(&format!("<mark>{escaped}</mark>"));
        } else {
            html.push_str(&escaped);
        }
    }
    html
}

fn flow(voice: &Voice<'_>, protocol: &Protocol, code: &Code, phrase: &str) -> Said<String> {
    let mut roles: Vec<&str> = Vec::new();
    for role in code
        .flow
        .iter()
        .flat_map(|step| [step.from.as_str(), step.to.as_str()])
    {
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    let label = |role: &&str| voice.named(&protocol.roles.message.value, Some(role), &[]);
    let columns = roles.iter().map(label).collect::<Said<Vec<String>>>()?;
    let column = |role: &str| {
        roles
            .iter()
            .position(|known| *known == role)
            .unwrap_or_default()
    };
    let mut steps = Vec::new();
    let mut arrows = Vec::new();
    for step in &code.flow {
        let (from, to) = (column(&step.from), column(&step.to));
        let spoken = |at: usize| columns[at].replace(figure::BREAK, "");
        steps.push(voice.say(msg::FLOW_STEP, &[&spoken(from), &spoken(to), &step.message])?);
        arrows.push(Arrow {
            from,
            to,
            message: &step.message,
            detail: step.detail.as_deref(),
            marked: step.this_code,
        });
    }
    let ladder = Ladder {
        title: &words::plain(&voice.say(msg::FLOW_TITLE, &[&code.slug, phrase])?),
        description: &voice.sentences(&steps)?,
        columns: &columns,
        arrows: &arrows,
    };
    Ok(ladder.svg())
}
