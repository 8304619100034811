//! `llms.txt`: an overview of the site in Markdown, in the first language, with an address for everything.

use std::fmt::Write;

use crate::catalog::{CodeText, PairText};
use crate::locale::LocaleId;
use crate::machine::Scene;
use crate::markdown;
use crate::route::{MachineFile, Subject};
use crate::view::voice::{Said, msg};
use crate::words;

/// Writes the overview.
///
/// # Errors
/// When a message does not fit.
pub(super) fn write(scene: &Scene<'_>) -> Said<String> {
    let first = LocaleId::FIRST;
    let voice = scene.voice(first);
    let routes = scene.routes;
    let mut out = format!("# {}\n", scene.catalog.site.title);
    for (at, book) in scene.catalog.books.iter().enumerate() {
        let protocol = &book.protocol;
        let intro = words::plain(&voice.named(&protocol.intro.value, None, &[])?);
        let title = words::plain(&voice.say(msg::PROTOCOL_TITLE, &[&protocol.name])?);
        // Writing to a string cannot fail.
        let _ = write!(out, "\n> {intro}\n\n## {title}\n\n");
        for (one, code) in book.codes.iter().enumerate() {
            let phrase = words::token(&code.phrase);
            let name = voice.say(msg::CODE_TITLE, &[&protocol.name, &code.slug, &phrase])?;
            let meaning = code.text(CodeText::Meaning, first);
            let meaning = meaning.map(|text| text.value).unwrap_or_default();
            let url = routes.url(first, Subject::Code(at, one));
            let _ = writeln!(out, "- [{}]({url}): {meaning}", words::plain(&name));
        }
        if !book.pairs.is_empty() {
            let heading = words::plain(&voice.say(msg::WRITTEN_PAIRS, &[])?);
            let _ = write!(out, "\n## {heading}\n\n");
        }
        for ((a, b), pair) in &book.pairs {
            let (left, right) = (&book.codes[*a], &book.codes[*b]);
            let phrases = [words::token(&left.phrase), words::token(&right.phrase)];
            let name = voice.say(
                msg::PAIR_TITLE,
                &[
                    &protocol.name,
                    &left.slug,
                    &phrases[0],
                    &right.slug,
                    &phrases[1],
                ],
            )?;
            let url = routes.url(first, Subject::Pair(at, *a, *b));
            let summary = pair.text(PairText::Summary, first);
            let summary = summary.map_or_else(String::new, |text| {
                markdown::with_addresses(&text.value, &|target| {
                    Some(routes.url(first, routes.find(at, target)?))
                })
            });
            let summary = summary.split_whitespace().collect::<Vec<_>>().join(" ");
            let _ = writeln!(out, "- [{}]({url}): {summary}", words::plain(&name));
        }
        let heading = words::plain(&voice.say(msg::DATA_HEADING, &[])?);
        let _ = write!(out, "\n## {heading}\n\n");
        let lists = [
            MachineFile::Codes(at),
            MachineFile::Table(at),
            MachineFile::Pairs(at),
        ];
        let mappings = (0..book.mappings.len()).map(|one| MachineFile::Mapping(at, one));
        for file in lists
            .into_iter()
            .chain(mappings)
            .chain([MachineFile::Schema])
        {
            let path = routes.machine(file);
            let _ = writeln!(out, "- [{path}]({})", routes.machine_url(file));
        }
    }
    Ok(out)
}
