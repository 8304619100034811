//! What templates get: one typed struct for each kind of page, with finished values only.

pub mod chrome;
pub mod code;
pub mod facts;
pub mod index;
pub mod mapping;
pub mod meta;
pub mod page;
pub mod pair;
pub mod side;
pub mod status;
pub mod trace;
pub mod voice;
