//! Speaks one language: formats messages and turns marked text into HTML.

use std::borrow::Cow;

use crate::catalog::Text;
use crate::diagnostic::Diagnostic;
use crate::locale::{LocaleId, Locales};
use crate::markdown::{self, Place};
use crate::messages::{Arg, Messages, Use};
use crate::words;

/// Formatting fails only when a message and its use do not fit, which is reported like any other problem.
pub type Said<T> = Result<T, Box<Diagnostic>>;

/// A message that this library uses by name, and the variables that it gives it.
#[derive(Debug, Clone, Copy)]
pub struct Msg {
    /// Id of the message.
    pub id: &'static str,
    /// Names of the variables.
    pub variables: &'static [&'static str],
}

macro_rules! messages {
    ($($name:ident = $id:literal [$($variable:literal),*];)*) => {
        $(pub(crate) const $name: Msg = Msg { id: $id, variables: &[$($variable),*] };)*
        const ALL: &[Msg] = &[$($name),*];
    };
}

/// Messages by name.
pub(crate) mod msg {
    use super::Msg;

    messages! {
        LANGUAGE_NAME = "site-language-name" [];
        LIST_ALL_TWO = "list-all-two" ["a", "b"];
        LIST_ALL_MORE = "list-all-more" ["a", "b"];
        LIST_ANY_TWO = "list-any-two" ["a", "b"];
        LIST_ANY_MORE = "list-any-more" ["a", "b"];
        LIST_CONDITION = "list-condition" ["item", "condition"];
        SENTENCES = "list-sentences" ["a", "b"];
        SECTION = "reference-section" ["spec", "section"];
        INFERRED = "fact-inferred" [];
        HOME_TITLE = "home-title" ["site"];
        HOME_SUMMARY = "home-summary" [];
        NUMBER_GROUP = "site-number-group" [];
        HOME_DESCRIPTION = "home-description" ["codes", "codesText", "pairs", "pairsText"];
        PROTOCOL_TITLE = "protocol-title" ["protocol"];
        PROTOCOL_DESCRIPTION = "protocol-description" ["protocol", "codes", "codesText", "pairs", "pairsText"];
        MATRIX_TITLE = "matrix-title" ["protocol"];
        MATRIX_DESCRIPTION = "matrix-description" ["protocol", "pairs", "pairsText"];
        TEXT_STALE = "text-stale" [];
        STATUS_TITLE = "status-title" [];
        STATUS_ABOUT = "status-about" [];
        STATUS_OF = "status-of" ["count", "all"];
        NOT_FOUND_TITLE = "not-found-title" [];
        NOT_FOUND_TEXT = "not-found-text" [];
        NOT_FOUND_SUGGESTION = "not-found-suggestion" [];
        OFFLINE_TITLE = "offline-title" [];
        OFFLINE_TEXT = "offline-text" [];
        ITEM = "pair-item" ["label", "text"];
        NOT_STATED = "pair-not-stated" [];
        LABEL_CLASS = "pair-label-class" [];
        LABEL_MEANING = "pair-label-meaning" [];
        LABEL_TRIGGER = "pair-label-trigger" [];
        CODE_NAME = "code-name" ["code", "phrase"];
        CODE_TITLE = "code-title" ["protocol", "code", "phrase"];
        CODE_TITLE_LONG = "code-title-long" ["protocol", "code", "phrase"];
        CODE_DESCRIPTION = "code-description" ["code", "phrase", "meaning"];
        CODE_DESCRIPTION_SHORT = "code-description-short" ["code", "phrase", "meaning"];
        CODE_DESCRIPTION_BARE = "code-description-bare" ["code", "phrase", "gloss"];
        CODE_ANSWER = "code-answer" ["code", "phrase", "class", "meaning"];
        FLOW_TITLE = "flow-title" ["code", "phrase"];
        FLOW_STEP = "flow-step" ["from", "to", "message"];
        PAIR_NAME = "pair-name" ["a", "b"];
        MAPPING_TO_CODES = "mapping-to-codes" ["name", "protocol"];
        MAPPING_TO_CAUSES = "mapping-to-causes" ["name", "protocol"];
        MAPPING_CAUSE = "mapping-cause" ["name", "number"];
        TRACE_TITLE = "trace-title" ["protocol"];
        TRACE_ABOUT = "trace-about" ["protocol"];
        TRACE_SAID = "trace-said" ["codes", "causes"];
        SEARCH_TRACE = "search-trace" [];
        SEARCH_COUNT = "search-count" ["count", "countText"];
        SEARCH_NOTHING = "search-nothing" [];
        SEARCH_BETWEEN = "search-between" [];
        SEARCH_IGNORE = "search-ignore" [];
        PAIR_TITLE = "pair-title" ["protocol", "a", "phraseA", "b", "phraseB"];
        PAIR_TITLE_SHORT = "pair-title-short" ["protocol", "a", "b"];
        PAIR_DESCRIPTION = "pair-description" ["a", "phraseA", "glossA", "b", "phraseB", "glossB"];
        PAIR_DESCRIPTION_SHORT = "pair-description-short" ["a", "phraseA", "glossA", "b", "phraseB", "glossB"];
        PAIR_DESCRIPTION_BARE = "pair-description-bare" ["a", "glossA", "b", "glossB"];
        PAIR_CLASSES = "pair-classes" ["a", "phraseA", "classA", "b", "phraseB", "classB"];
        PAIR_SAME_CLASS = "pair-same-class" ["a", "phraseA", "b", "phraseB", "class"];
        PAIR_MEANINGS = "pair-meanings" ["a", "meaningA", "b", "meaningB"];
        PAIR_DIFFERENT_CLASSES = "pair-different-classes" ["a", "classA", "b", "classB"];
        SEEN_WHEN = "code-seen-when" ["code", "trigger"];
        MEANS = "code-means" ["code", "meaning"];
        SEND_WHEN = "code-send-when" ["code", "use"];
        WRITTEN_PAIRS = "data-written-pairs" [];
        DATA_HEADING = "data-heading" [];
        ON_RECEIPT = "code-on-receipt" ["code", "action"];
    }

    pub(crate) fn all() -> &'static [Msg] {
        ALL
    }
}

/// The uses of all messages that are named here.
pub fn uses() -> impl Iterator<Item = Use> {
    msg::all().iter().map(|message| Use {
        id: message.id.to_owned(),
        attribute: None,
        variables: Some(
            message
                .variables
                .iter()
                .map(|variable| (*variable).to_owned())
                .collect(),
        ),
        span: None,
    })
}

/// One language of the site.
#[derive(Clone, Copy)]
pub struct Voice<'a> {
    messages: &'a Messages,
    /// The language.
    pub locale: LocaleId,
    /// Its tag.
    pub tag: &'a str,
    /// Tag of the first language, when this is another one.
    first: Option<&'a str>,
}

impl<'a> Voice<'a> {
    /// The voice of a language.
    pub fn new(messages: &'a Messages, locales: &'a Locales, locale: LocaleId) -> Self {
        let first = (locale != LocaleId::FIRST).then(|| locales.get(LocaleId::FIRST).tag.as_str());
        Self {
            messages,
            locale,
            tag: &locales.get(locale).tag,
            first,
        }
    }

    /// A message with texts for its variables, in the order in which [`Msg`] names them.
    ///
    /// # Errors
    /// When message and variables do not fit.
    pub fn say(&self, message: Msg, values: &[&str]) -> Said<String> {
        debug_assert_eq!(message.variables.len(), values.len(), "{}", message.id);
        let pairs = message.variables.iter().zip(values);
        let args: Vec<(&str, Arg<'_>)> =
            pairs.map(|(key, value)| (*key, Arg::Text(value))).collect();
        self.messages.format(self.locale, message.id, None, &args)
    }

    /// The same with finished HTML for its variables, as HTML.
    ///
    /// # Errors
    /// When message and variables do not fit.
    pub fn compose(&self, message: Msg, values: &[&str]) -> Said<String> {
        debug_assert_eq!(message.variables.len(), values.len(), "{}", message.id);
        let escape = |text: &str, out: &mut String| words::html_into(text, self.first, out);
        self.messages
            .compose(self.locale, message.id, message.variables, values, &escape)
    }

    /// A message with a text and numbers: each number comes as itself, for plural forms, and as text with its digits
    /// grouped as the language does.
    ///
    /// # Errors
    /// When message and variables do not fit.
    pub fn count(&self, message: Msg, texts: &[&str], numbers: &[usize]) -> Said<String> {
        let group = self.say(msg::NUMBER_GROUP, &[])?;
        let written: Vec<String> = numbers
            .iter()
            .map(|number| grouped(*number, &group))
            .collect();
        let numbers = numbers.iter().zip(&written);
        let numbers = numbers.flat_map(|(number, text)| [Arg::Number(*number), Arg::Text(text)]);
        let values = texts.iter().map(|text| Arg::Text(text)).chain(numbers);
        let args: Vec<(&str, Arg<'_>)> = message.variables.iter().copied().zip(values).collect();
        self.messages.format(self.locale, message.id, None, &args)
    }

    /// A message that a protocol names.
    ///
    /// # Errors
    /// When message and variables do not fit.
    pub fn named(&self, id: &str, attribute: Option<&str>, args: &[(&str, &str)]) -> Said<String> {
        let args: Vec<(&str, Arg<'_>)> = args
            .iter()
            .map(|(key, value)| (*key, Arg::Text(value)))
            .collect();
        self.messages.format(self.locale, id, attribute, &args)
    }

    /// Whether a message that a protocol names has an attribute.
    pub fn has(&self, id: &str, attribute: &str) -> bool {
        self.messages.has_attribute(id, attribute)
    }

    /// A clause of a code as marked text, marked as foreign when it is not translated.
    pub fn clause(&self, text: &Text) -> String {
        let marked = words::clause(&self.set(text));
        if text.locale == self.locale {
            marked
        } else {
            words::foreign(&marked)
        }
    }

    /// Marked text as HTML of a page in this language.
    pub fn html(&self, marked: &str) -> String {
        words::html(marked, self.first)
    }

    /// A text set as its own language does, with marks around runs of another.
    fn set<'t>(&self, text: &'t Text) -> Cow<'t, str> {
        let set = self.messages.typeset(text.locale, &text.value);
        match self.first {
            Some(_) if text.locale == self.locale => self.messages.mark_foreign(self.locale, set),
            _ => set,
        }
    }

    /// A field of Markdown as HTML. `resolve` gives the addresses of links.
    pub fn markdown(&self, text: &Text, resolve: &dyn Fn(&str) -> Option<String>) -> String {
        markdown::html(&self.set(text), Place::Field, self.first, resolve)
    }

    /// A block of HTML in the language of a text. One that was translated from an older text says so, with a link to
    /// `original`.
    ///
    /// # Errors
    /// When the message of old texts does not fit.
    pub fn block(&self, text: &Text, html: String, original: &str) -> Said<String> {
        let Some(first) = self.first else {
            return Ok(html);
        };
        if text.locale != self.locale {
            return Ok(format!("<div lang={first}>{html}</div>"));
        }
        if text.stale {
            let note = self.html(&self.say(msg::TEXT_STALE, &[])?);
            return Ok(format!(
                "{html}<p class=\"note\"><a href=\"{original}\" hreflang=\"{first}\">{note}</a></p>"
            ));
        }
        Ok(html)
    }

    /// Texts joined so that all hold: "A, B and C".
    ///
    /// # Errors
    /// When the messages of lists do not fit.
    pub fn all(&self, items: &[String]) -> Said<String> {
        self.join(items, msg::LIST_ALL_MORE, msg::LIST_ALL_TWO)
    }

    /// Texts joined so that one holds: "A, B or C".
    ///
    /// # Errors
    /// When the messages of lists do not fit.
    pub fn any(&self, items: &[String]) -> Said<String> {
        self.join(items, msg::LIST_ANY_MORE, msg::LIST_ANY_TWO)
    }

    /// Sentences one after the other.
    ///
    /// # Errors
    /// When the message of lists does not fit.
    pub fn sentences(&self, sentences: &[impl AsRef<str>]) -> Said<String> {
        self.join(sentences, msg::SENTENCES, msg::SENTENCES)
    }

    /// Finished sentences one after the other.
    ///
    /// # Errors
    /// When the message of lists does not fit.
    pub fn composed(&self, sentences: &[impl AsRef<str>]) -> Said<String> {
        let Some((first, rest)) = sentences.split_first() else {
            return Ok(String::new());
        };
        let mut all = rest.iter();
        let add =
            |text: String, next: &_| self.compose(msg::SENTENCES, &[&text, AsRef::as_ref(next)]);
        all.try_fold(first.as_ref().to_owned(), add)
    }

    fn join(&self, items: &[impl AsRef<str>], more: Msg, last: Msg) -> Said<String> {
        let Some((first, rest)) = items.split_first() else {
            return Ok(String::new());
        };
        let mut text = first.as_ref().to_owned();
        for (i, item) in rest.iter().enumerate() {
            let message = if i + 1 == rest.len() { last } else { more };
            text = self.say(message, &[&text, item.as_ref()])?;
        }
        Ok(text)
    }
}

/// A number with a sign between groups of three digits.
fn grouped(number: usize, sign: &str) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push_str(sign);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn digits_are_grouped_by_three() {
        assert_eq!(grouped(75, ","), "75");
        assert_eq!(grouped(2775, ","), "2,775");
        assert_eq!(grouped(1234567, "."), "1.234.567");
    }
}
