//! The languages of a site, in the order in which `site.toml` lists them.
//!
//! Nothing here knows a particular language: a tag is enough to find the folders, the plural forms and the grammar,
//! which live in the Fluent files.

use intl_pluralrules::{PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

/// Position of a language in [`Locales`]; 0 is the first language, which everything else is translated from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LocaleId(pub u8);

impl LocaleId {
    /// The language that stands at the root of the site and that others are translated from.
    pub const FIRST: LocaleId = LocaleId(0);

    /// Position, for indexing.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// One language.
#[derive(Debug, Clone)]
pub struct Locale {
    /// BCP 47 tag, also the name of its folders and the first part of its addresses.
    pub tag: String,
    /// The tag, parsed.
    pub language: LanguageIdentifier,
    /// The CLDR plural forms that whole numbers take, for example `one few many`.
    pub plurals: Vec<&'static str>,
}

impl Locale {
    /// A language by its tag; `None` when the tag is not well formed.
    pub fn new(tag: &str) -> Option<Self> {
        let language: LanguageIdentifier = tag.parse().ok()?;
        let mut plurals = Vec::new();
        // Every cardinal rule for whole numbers repeats within the first two hundred.
        if let Ok(rules) = PluralRules::create(language.clone(), PluralRuleType::CARDINAL) {
            for n in 0..200_u32 {
                let form = rules.select(n).map_or("other", plural_name);
                if !plurals.contains(&form) {
                    plurals.push(form);
                }
            }
        }
        Some(Self {
            tag: tag.to_owned(),
            language,
            plurals,
        })
    }
}

fn plural_name(category: intl_pluralrules::PluralCategory) -> &'static str {
    use intl_pluralrules::PluralCategory as C;
    match category {
        C::ZERO => "zero",
        C::ONE => "one",
        C::TWO => "two",
        C::FEW => "few",
        C::MANY => "many",
        C::OTHER => "other",
    }
}

/// All languages.
#[derive(Debug, Clone, Default)]
pub struct Locales(Vec<Locale>);

impl Locales {
    /// The languages in order; the first is the one at the root.
    pub fn new(locales: Vec<Locale>) -> Self {
        Self(locales)
    }

    /// Ids in order.
    pub fn ids(&self) -> impl Iterator<Item = LocaleId> + use<> {
        (0..self.0.len() as u8).map(LocaleId)
    }

    /// Ids of the languages that are translated, in order.
    pub fn translated(&self) -> impl Iterator<Item = LocaleId> + use<> {
        self.ids().skip(1)
    }

    /// One language.
    pub fn get(&self, id: LocaleId) -> &Locale {
        &self.0[id.index()]
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none, which [`crate::catalog`] reports.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plural_forms_come_from_the_language() {
        let forms = |tag| Locale::new(tag).map(|locale| locale.plurals);
        assert_eq!(forms("ru"), Some(vec!["many", "one", "few"]));
        assert_eq!(forms("ja"), Some(vec!["other"]));
        assert_eq!(forms("en"), Some(vec!["other", "one"]));
    }
}
