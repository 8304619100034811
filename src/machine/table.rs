//! All codes as a table: one line a code, as RFC 4180 has it.

use crate::catalog::{Book, Code, CodeText, FactValue, code};
use crate::locale::LocaleId;
use crate::machine::Scene;
use crate::machine::data::{VERSION, section};
use crate::route::Subject;

/// Writes the table of a protocol.
pub(super) fn write(scene: &Scene<'_>, at: usize) -> String {
    let book = &scene.catalog.books[at];
    let fields = [CodeText::Gloss, CodeText::Meaning, CodeText::Action];
    let mut header: Vec<String> = ["code", "phrase", "class", "url"].map(String::from).into();
    header.extend(book.protocol.facts.iter().map(|fact| fact.key.clone()));
    header.push("inferred".to_owned());
    for field in fields {
        let key = code::PROSE[field as usize].key;
        header.extend(scene.tags().map(|tag| format!("{key}_{tag}")));
    }
    header.extend(["version", "license"].map(String::from));
    let mut csv = String::new();
    push_row(&mut csv, &header);
    for (one, code) in book.codes.iter().enumerate() {
        let mut row = vec![
            code.slug.clone(),
            code.phrase.clone(),
            book.protocol.classes[code.class].key.clone(),
            scene.routes.url(LocaleId::FIRST, Subject::Code(at, one)),
        ];
        row.extend((0..book.protocol.facts.len()).map(|fact| cell(book, code, fact)));
        row.push(code.inferred.join("; "));
        for field in fields {
            row.extend(scene.catalog.locales.ids().map(|locale| {
                let text = code.prose.located(field as usize, locale);
                text.map_or_else(String::new, |text| text.value.clone())
            }));
        }
        row.extend([VERSION.to_owned(), scene.catalog.site.license.clone()]);
        push_row(&mut csv, &row);
    }
    csv
}

fn push_row(csv: &mut String, cells: &[String]) {
    for (i, cell) in cells.iter().enumerate() {
        if i > 0 {
            csv.push(',');
        }
        if cell.contains([',', '"', '\n', '\r']) {
            csv.push('"');
            csv.push_str(&cell.replace('"', "\"\""));
            csv.push('"');
        } else {
            csv.push_str(cell);
        }
    }
    csv.push_str("\r\n");
}

/// A fact in one cell: several values stand behind one another.
fn cell(book: &Book, code: &Code, fact: usize) -> String {
    match code.facts.get(fact).and_then(Option::as_ref) {
        None => String::new(),
        Some(FactValue::Choice(value)) => value.clone(),
        Some(FactValue::Set(values)) => values.join("; "),
        Some(FactValue::Number(number)) => number.to_string(),
        Some(FactValue::Tokens(items)) => {
            let items = items.iter().map(|item| match &item.when {
                Some(when) => format!("{} ({when})", item.name),
                None => item.name.clone(),
            });
            items.collect::<Vec<_>>().join("; ")
        }
        Some(FactValue::Citation(citation)) => {
            let section = section(book, citation);
            [Some(section.spec), section.section]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" ")
        }
    }
}
