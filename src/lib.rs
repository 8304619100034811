//! Versus turns one TOML file per protocol response code, plus Fluent locale files, into a static website.
//!
//! This library does no I/O and reads no clock: it takes [`source::Inputs`] and gives pages, one at a time, see
//! [`site::Site`]. The order of the modules below is the architecture: a module imports only modules listed above it.

// Texts of all files, and places in them.
pub mod source;

// Problems: stable id, places, help; the report that gathers them.
pub mod diagnostic;

// Text with marks for tokens, code and other languages.
pub mod words;

// Runs of another language inside a text.
pub mod foreign;

// TOML tables read by lists of fields.
pub mod toml_file;

// Languages by their tags.
pub mod locale;

// Markdown to HTML, with raw HTML inert.
pub mod markdown;

// Names that become parts of addresses.
pub mod slug;

// All content, checked together.
pub mod catalog;

// Fluent messages of every language, checked against each other and against their uses.
pub mod messages;

// JSON Schemas of the content files, for editors.
pub mod schema;

// Two codes, fact by fact.
pub mod comparison;

// Every address.
pub mod route;

// Files of static/ under the names they are published by.
pub mod asset;

// Every page that will exist.
pub mod plan;

// Ladder diagrams.
pub mod figure;

// Typed structs for templates, with finished values.
pub mod view;

// Compiled templates.
pub mod template;

// Checks on finished pages.
pub mod links;

// Sitemaps and robots.txt.
pub mod machine;

// The pipeline.
pub mod site;
