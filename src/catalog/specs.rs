//! Specifications that codes may cite, with their sections, from `specs.toml`.

use crate::diagnostic::{Diagnostic, Id, Report, nearest};
use crate::source::{FileId, Located, Sources};
use crate::toml_file::{self, Field, Kind, Table, optional, required};

/// What is said of a specification.
pub const SPEC: &[Field] = &[
    required(
        "key",
        Kind::Text,
        "the name that references use, for example `rfc3261`",
    ),
    required(
        "name",
        Kind::Text,
        "the name that readers see, for example `RFC 3261`",
    ),
    required("title", Kind::Text, "the title of the document"),
    required("url", Kind::Https, "the address of the document, https"),
    required(
        "section_url",
        Kind::Https,
        "the address of a section; `{section}` is filled in",
    ),
    optional(
        "sections",
        Kind::TextMap,
        "the sections that may be cited: number = heading",
    ),
];

/// What the file may hold.
pub const FIELDS: &[Field] = &[required("specs", Kind::Tables(SPEC), "the specifications")];

/// A reference, as codes and pairs list them.
pub(super) const REFERENCE: &[Field] = &[
    required("spec", Kind::Text, "a specification declared in specs.toml"),
    required("section", Kind::Text, "the number of a section"),
];

/// A fact that cites: a whole specification, or a section of one.
pub(super) const CITATION: &[Field] = &[
    required("spec", Kind::Text, "a specification declared in specs.toml"),
    optional("section", Kind::Text, "the number of a section"),
];

/// A document with numbered sections.
#[derive(Debug, Clone)]
pub struct Spec {
    /// Name that references use.
    pub key: String,
    /// Name that readers see.
    pub name: String,
    /// Title of the document.
    pub title: String,
    /// Address of the document.
    pub url: String,
    /// Address of a section, with `{section}` in it.
    pub section_url: String,
    /// Number and heading of every section that may be cited, in the order of the file.
    pub sections: Vec<(String, String)>,
}

impl Spec {
    /// The heading of a section.
    pub fn heading(&self, section: &str) -> Option<&str> {
        self.sections
            .iter()
            .find(|(number, _)| number == section)
            .map(|(_, heading)| heading.as_str())
    }

    /// Address of a section, or of the document.
    pub fn address(&self, section: Option<&str>) -> String {
        section.map_or_else(
            || self.url.clone(),
            |section| self.section_url.replace("{section}", section),
        )
    }
}

/// Reads `specs.toml`.
pub(super) fn read(file: FileId, sources: &Sources, report: &mut Report) -> Vec<Spec> {
    let Some(root) = toml_file::parse(sources, file, report) else {
        return Vec::new();
    };
    let table = Table::of_file(&root, file, FIELDS, sources, report);
    let specs = table.tables("specs");
    toml_file::check_unique(&specs, &["key"], report);
    specs
        .iter()
        .filter_map(|spec| read_spec(spec, report))
        .collect()
}

fn read_spec(table: &Table<'_, '_>, report: &mut Report) -> Option<Spec> {
    if let Some(url) = table.text("section_url")
        && !url.value.contains("{section}")
    {
        report.push(
            Diagnostic::new(Id::BadText, "`section_url` lacks `{section}`")
                .at(url.span, "")
                .help("the number of the section is filled in there"),
        );
    }
    let sections = table.table("sections").map_or_else(Vec::new, |sections| {
        let entries = sections.entries().into_iter();
        entries
            .filter_map(|(key, value)| {
                Some((key.get_ref().to_string(), sections.as_text(value)?.value))
            })
            .collect()
    });
    Some(Spec {
        key: table.text("key")?.value,
        name: table.text("name")?.value,
        title: table.text("title")?.value,
        url: table.text("url")?.value,
        section_url: table.text("section_url")?.value,
        sections,
    })
}

/// A reference to a specification, or to a section of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// Position in [`crate::catalog::Protocol::specs`].
    pub spec: usize,
    /// Section number.
    pub section: Option<String>,
}

/// Finds what a `{ spec, section }` table speaks of; reports what is not declared.
pub(super) fn resolve(
    spec: Option<Located<String>>,
    section: Option<Located<String>>,
    specs: &[Spec],
    report: &mut Report,
) -> Option<Citation> {
    let spec = spec?;
    let Some(found) = specs.iter().position(|known| known.key == spec.value) else {
        let near = nearest(&spec.value, specs.iter().map(|known| known.key.as_str()));
        let label = near.map_or_else(String::new, |near| format!("did you mean `{near}`?"));
        report.push(
            Diagnostic::new(
                Id::UnknownSection,
                format!("the specification `{}` is not declared", spec.value),
            )
            .at(spec.span, label)
            .help("declare it in specs.toml"),
        );
        return None;
    };
    if let Some(section) = &section
        && specs[found].heading(&section.value).is_none()
    {
        let name = &specs[found].name;
        report.push(
            Diagnostic::new(
                Id::UnknownSection,
                format!("{name} has no section `{}`", section.value),
            )
            .at(section.span, "")
            .help("if it has one, add its number and heading to specs.toml"),
        );
        return None;
    }
    Some(Citation {
        spec: found,
        section: section.map(|section| section.value),
    })
}

/// Reads the references of a code or pair.
pub(super) fn read_references(
    table: &Table<'_, '_>,
    specs: &[Spec],
    report: &mut Report,
) -> Vec<Citation> {
    let references = table.tables("references");
    toml_file::check_unique(&references, &["spec", "section"], report);
    references
        .into_iter()
        .filter_map(|item| resolve(item.text("spec"), item.text("section"), specs, report))
        .collect()
}
