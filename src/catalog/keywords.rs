//! Words that readers type when they look for a code, from `search.toml` of each language.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Id, Report, nearest};
use crate::source::{FileId, Sources};
use crate::toml_file::{self, Field, Kind, Table, required};

pub(crate) const FIELDS: &[Field] = &[required(
    "keywords",
    Kind::TextMap,
    "for each code, words that readers type when they look for it",
)];

/// Words by the name of a code.
pub type Keywords = BTreeMap<String, String>;

/// Reads the words of one language. `codes` are the names of all codes.
pub(super) fn read<'a>(
    file: FileId,
    codes: impl Iterator<Item = &'a str> + Clone,
    sources: &Sources,
    report: &mut Report,
) -> Keywords {
    let mut keywords = Keywords::new();
    let Some(root) = toml_file::parse(sources, file, report) else {
        return keywords;
    };
    let table = Table::of_file(&root, file, FIELDS, sources, report);
    let Some(inner) = table.table("keywords") else {
        return keywords;
    };
    for (key, value) in inner.entries() {
        let name = key.get_ref().as_ref();
        let span = inner.key_span(key);
        if !codes.clone().any(|code| code == name) {
            let near = nearest(name, codes.clone());
            let label = near.map_or_else(String::new, |near| format!("did you mean `{near}`?"));
            report.push(
                Diagnostic::new(Id::UnknownCode, format!("there is no code `{name}`"))
                    .at(span, label),
            );
            continue;
        }
        if let Some(words) = inner.as_text(value) {
            keywords.insert(name.to_owned(), words.value);
        }
    }
    keywords
}
