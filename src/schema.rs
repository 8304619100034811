//! JSON Schemas of the content files, so that an editor completes keys and values and marks what is wrong.
//!
//! They are made from the same lists of fields that the parser reads by, and from what each `protocol.toml` declares.
//! `versus schema` writes them; a file that differs is a problem, see [`check`].

use serde_json::{Map, Value, json};

use crate::catalog::fact::allowed;
use crate::catalog::prose::{Form, ProseField};
use crate::catalog::{self, Catalog, Fact, FactKind, Protocol};
use crate::diagnostic::{Diagnostic, Id, Report};
use crate::locale::LocaleId;
use crate::messages::Messages;
use crate::source::Sources;
use crate::toml_file::{Field, HTTPS, Kind};
use crate::words;

/// Where schemas stand.
pub const FOLDER: &str = "schemas/";

/// Adds to the schema of a key, named by its path, what only the content knows.
type Refine<'a> = &'a dyn Fn(&str) -> Option<Value>;

/// All schemas: path and text.
pub fn files(catalog: &Catalog, messages: &Messages) -> Vec<(String, String)> {
    let tags: Vec<&str> = catalog
        .locales
        .ids()
        .map(|id| catalog.locales.get(id).tag.as_str())
        .collect();
    let tagged = |value: Value| {
        let properties: Map<String, Value> = tags
            .iter()
            .map(|tag| ((*tag).to_owned(), value.clone()))
            .collect();
        json!({ "additionalProperties": false, "properties": properties })
    };
    let terms = |path: &str| match path {
        "languages.tag" => Some(json!({ "enum": tags })),
        "terms.write" => Some(tagged(text())),
        "terms.never" => Some(tagged(json!({ "type": "array", "items": text() }))),
        _ => None,
    };
    let plain = |path: &str| match path {
        "status_line" => {
            Some(json!({ "pattern": "\\{code\\}.*\\{phrase\\}|\\{phrase\\}.*\\{code\\}" }))
        }
        "specs.section_url" => Some(json!({ "pattern": "^https://.*\\{section\\}" })),
        _ => None,
    };
    let mut files = vec![
        whole(
            "site",
            "The site: title, address, languages",
            catalog::site::FIELDS,
            &plain,
        ),
        whole(
            "terms",
            "Terms of the trade and rules of languages",
            catalog::terms::FIELDS,
            &terms,
        ),
        whole(
            "specs",
            "Specifications that may be cited",
            catalog::specs::FIELDS,
            &plain,
        ),
        whole(
            "trace",
            "How codes stand in messages and logs",
            catalog::trace::FIELDS,
            &plain,
        ),
        whole(
            "mapping",
            "Codes and the causes of another network",
            catalog::mapping::FIELDS,
            &plain,
        ),
        whole(
            "search",
            "Words that readers look for",
            catalog::keywords::FIELDS,
            &plain,
        ),
        whole(
            "protocol",
            "What codes of a protocol state",
            catalog::protocol::FIELDS,
            &plain,
        ),
    ];
    for book in &catalog.books {
        files.extend(of_protocol(&book.protocol, messages));
    }
    files.sort();
    files
}

/// The name of the schema of a content file, by its path.
pub fn of(content: &str) -> Option<String> {
    let parts: Vec<&str> = content.strip_prefix("content/")?.split('/').collect();
    let kind = |folder: &str| match folder {
        "codes" => Some("code"),
        "pairs" => Some("pair"),
        _ => None,
    };
    Some(match parts[..] {
        [file] => file.strip_suffix(".toml")?.to_owned(),
        [
            _,
            file @ ("protocol.toml" | "specs.toml" | "search.toml" | "trace.toml"),
        ]
        | [_, _, file @ "search.toml"] => file.strip_suffix(".toml")?.to_owned(),
        [_, "mappings", _] => "mapping".to_owned(),
        [protocol, folder, _] => format!("{protocol}/{}", kind(folder)?),
        [protocol, _, folder, _] => format!("{protocol}/{}-translation", kind(folder)?),
        _ => return None,
    })
}

/// The first line of a content file, which names its schema by the way from its folder.
pub fn line(content: &str, schema: &str) -> String {
    let up = "../".repeat(content.matches('/').count());
    format!("#:schema {up}{FOLDER}{schema}.schema.json\n")
}

/// Reports schemas that are not as `versus schema` would write them; a site without schemas does without.
pub fn check(catalog: &Catalog, messages: &Messages, sources: &Sources, report: &mut Report) {
    let help = "run `versus schema`, and send the change along";
    let there: Vec<_> = sources.below(FOLDER, "").collect();
    if there.is_empty() {
        return;
    }
    let files = files(catalog, messages);
    for (path, text) in &files {
        let problem = match there.iter().find(|(_, source)| source.path == *path) {
            Some((_, source)) if source.text == *text => continue,
            Some((file, _)) => {
                Diagnostic::new(Id::StaleSchema, "this schema does not follow the content")
                    .at(sources.first_line(*file), "")
            }
            None => Diagnostic::new(Id::StaleSchema, format!("there is no {path}")),
        };
        report.push(problem.help(help));
    }
    for (file, source) in there {
        if !files.iter().any(|(path, _)| *path == source.path) {
            let message = format!("nothing has the schema {}", source.path);
            report.push(
                Diagnostic::new(Id::StaleSchema, message)
                    .at(sources.first_line(file), "")
                    .help("delete it"),
            );
        }
    }
}

fn of_protocol(protocol: &Protocol, messages: &Messages) -> Vec<(String, String)> {
    let facts = || protocol.facts.iter().map(|fact| fact.key.as_str());
    let specs: Vec<&str> = protocol
        .specs
        .iter()
        .map(|spec| spec.key.as_str())
        .collect();
    let name = "^[a-z0-9]+(-[a-z0-9]+)*$";
    let common = |path: &str| match path {
        "class" => {
            let classes: Vec<&str> = protocol
                .classes
                .iter()
                .map(|class| class.key.as_str())
                .collect();
            Some(json!({ "enum": classes }))
        }
        "related" => Some(json!({ "items": { "type": "string", "pattern": name } })),
        "inferred" | "covers" => Some(json!({ "items": { "enum": facts().collect::<Vec<_>>() } })),
        "references.spec" => Some(json!({ "enum": specs })),
        "flow.from" | "flow.to" => Some(json!({ "enum": protocol.roles.values })),
        "example" => Some(json!({ "pattern": status_pattern(&protocol.status_line) })),
        "facts" => Some(facts_schema(protocol, &specs, messages)),
        _ => None,
    };
    let code = |path: &str| prose(catalog::code::PROSE, path).or_else(|| common(path));
    let pair = |path: &str| prose(catalog::pair::PROSE, path).or_else(|| common(path));
    // A translated text is for what its source is for.
    let translated = |fields: &[Field], schema: Option<Value>, path: &str| {
        let mut schema = schema?;
        if let Some(field) = fields.iter().find(|field| field.key == path) {
            merge(&mut schema, json!({ "description": field.doc }));
        }
        Some(schema)
    };
    let code_text = |path: &str| translated(catalog::code::FIELDS, code(path), path);
    let pair_text = |path: &str| translated(catalog::pair::FIELDS, pair(path), path);
    let title = |what: &str| format!("{} {what}", protocol.name);
    let named = |name: &str| format!("{}/{name}", protocol.slug);
    vec![
        whole(&named("code"), &title("code"), catalog::code::FIELDS, &code),
        whole(
            &named("code-translation"),
            &title("code, translated"),
            catalog::code::OVERLAY,
            &code_text,
        ),
        whole(
            &named("pair"),
            &title("comparison"),
            catalog::pair::FIELDS,
            &pair,
        ),
        whole(
            &named("pair-translation"),
            &title("comparison, translated"),
            catalog::pair::OVERLAY,
            &pair_text,
        ),
    ]
}

fn whole(name: &str, title: &str, fields: &[Field], refine: Refine<'_>) -> (String, String) {
    let mut schema = object(fields, "", refine);
    merge(
        &mut schema,
        json!({
            "$schema": "http://json-schema.org/draft-07/schema#",
            "$comment": "Written by `versus schema`; do not edit.",
            "title": title,
        }),
    );
    // Maps of texts and numbers always become JSON.
    let text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    (format!("{FOLDER}{name}.schema.json"), text + "\n")
}

fn object(fields: &[Field], at: &str, refine: Refine<'_>) -> Value {
    let properties: Map<String, Value> = fields
        .iter()
        .map(|field| (field.key.to_owned(), property(field, at, refine)))
        .collect();
    let required: Vec<&str> = fields
        .iter()
        .filter(|field| field.required)
        .map(|field| field.key)
        .collect();
    json!({
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
        "required": required,
    })
}

fn property(field: &Field, at: &str, refine: Refine<'_>) -> Value {
    let path = if at.is_empty() {
        field.key.to_owned()
    } else {
        format!("{at}.{}", field.key)
    };
    let some = usize::from(field.required);
    let mut schema = match field.kind {
        Kind::Text => text(),
        Kind::OneOf(values) => json!({ "type": "string", "enum": values }),
        Kind::Https => json!({ "type": "string", "pattern": HTTPS }),
        Kind::Integer => json!({ "type": "integer" }),
        Kind::Texts => {
            json!({ "type": "array", "items": text(), "uniqueItems": true, "minItems": some })
        }
        Kind::Range => json!({
            "type": "array", "items": { "type": "integer", "minimum": 0 }, "minItems": 2, "maxItems": 2,
        }),
        Kind::Table(fields) => object(fields, &path, refine),
        Kind::Tables(fields) => {
            json!({ "type": "array", "items": object(fields, &path, refine), "minItems": some })
        }
        Kind::TextMap => json!({ "type": "object", "additionalProperties": text() }),
        Kind::TextsMap => json!({
            "type": "object", "additionalProperties": { "type": "array", "items": text() },
        }),
        Kind::Map => json!({ "type": "object" }),
    };
    merge(&mut schema, json!({ "description": field.doc }));
    if let Some(more) = refine(&path) {
        merge(&mut schema, more);
    }
    schema
}

/// A text that is not blank.
fn text() -> Value {
    json!({ "type": "string", "pattern": "\\S" })
}

fn merge(schema: &mut Value, more: Value) {
    if let (Some(schema), Value::Object(more)) = (schema.as_object_mut(), more) {
        schema.extend(more);
    }
}

/// What a prose field must look like. A schema counts the line end after the last line too.
fn prose(fields: &[ProseField], key: &str) -> Option<Value> {
    let field = fields.iter().find(|field| field.key == key)?;
    Some(match field.form {
        Form::Markdown => json!({ "maxLength": field.limit + 2 }),
        Form::Words | Form::Sentence => {
            json!({ "maxLength": field.limit, "pattern": "^\\S(.*\\S)?$" })
        }
        Form::Clause => json!({ "maxLength": field.limit, "pattern": "^\\S(.*[^\\s.。;,、])?$" }),
    })
}

/// A pattern for the first line of an example.
fn status_pattern(status_line: &str) -> String {
    let mut pattern = String::from("^");
    for c in status_line.chars() {
        if "\\^$.|?*+()[]".contains(c) {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    let pattern = pattern.replace("{code}", "[a-z0-9-]+");
    pattern.replace("{phrase}", "\\S.*")
}

/// `[facts]`, as the protocol declares it, with the words of the first language beside each value.
fn facts_schema(protocol: &Protocol, specs: &[&str], messages: &Messages) -> Value {
    let properties: Map<String, Value> = protocol
        .facts
        .iter()
        .map(|fact| {
            (
                fact.key.clone(),
                fact_schema(fact, protocol, specs, messages),
            )
        })
        .collect();
    let required: Vec<&str> = protocol
        .facts
        .iter()
        .filter(|fact| !fact.optional)
        .map(|fact| fact.key.as_str())
        .collect();
    json!({ "additionalProperties": false, "properties": properties, "required": required })
}

fn fact_schema(fact: &Fact, protocol: &Protocol, specs: &[&str], messages: &Messages) -> Value {
    let said = |attribute: Option<&str>| {
        let text = messages.format(LocaleId::FIRST, &fact.message.value, attribute, &[]);
        text.map_or_else(|_| String::new(), |text| words::plain(&text))
    };
    let values: Vec<&String> = fact.values.iter().chain(&fact.tokens).collect();
    let worded = || {
        let docs: Vec<String> = fact
            .values
            .iter()
            .map(|value| said(Some(value)))
            .chain(fact.tokens.iter().cloned())
            .collect();
        json!({ "enum": values, "x-taplo": { "docs": { "enumValues": docs } } })
    };
    let conditions = protocol
        .conditions
        .as_ref()
        .map_or(&[][..], |conditions| conditions.values.as_slice());
    let mut schema = match fact.kind {
        FactKind::Choice => worded(),
        FactKind::Set => json!({
            "type": "array", "items": worded(), "uniqueItems": true, "minItems": 1,
        }),
        FactKind::Number if values.is_empty() => json!({ "type": "integer" }),
        FactKind::Number => json!({ "anyOf": [{ "type": "integer" }, worded()] }),
        FactKind::Tokens => json!({ "type": "array", "items": {
            "type": "object",
            "additionalProperties": false,
            "properties": { "name": { "enum": fact.tokens }, "when": { "enum": conditions } },
            "required": ["name"],
        } }),
        FactKind::Citation => json!({
            "type": "object",
            "additionalProperties": false,
            "properties": { "spec": { "enum": specs }, "section": text() },
            "required": ["spec"],
        }),
    };
    let description = format!("{}: {}", said(None), allowed(fact));
    merge(&mut schema, json!({ "description": description }));
    schema
}
