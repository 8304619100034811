//! Versus turns one TOML file per protocol response code, plus Fluent locale files, into a static website.
//!
//! This library does no I/O and reads no clock: it takes [`source::Inputs`] and gives pages, one at a time. The order
//! of the modules below is the architecture: a module imports only modules listed above it.

pub mod catalog;
pub mod comparison;
pub mod diagnostic;
pub mod figure;
pub mod links;
pub mod locale;
pub mod markdown;
pub mod messages;
pub mod plan;
pub mod route;
pub mod site;
pub mod source;
pub mod template;
pub mod toml_file;
pub mod view;
pub mod words;
