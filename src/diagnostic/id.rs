//! The kinds of problems and what is to be known of each, in one place: `docs/problems.md`.

const PROBLEMS: &str = include_str!("../../docs/problems.md");

macro_rules! ids {
    ($($variant:ident = $name:literal;)*) => {
        /// What kind of problem it is. The name is stable; `docs/problems.md` explains each.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[allow(missing_docs)]
        pub enum Id { $($variant,)* }

        impl Id {
            /// All ids, in the order in which they are declared and explained.
            pub const ALL: &[Id] = &[$(Id::$variant,)*];

            /// The name printed in brackets.
            pub fn name(self) -> &'static str {
                match self { $(Id::$variant => $name,)* }
            }
        }
    };
}

ids! {
    InvalidUtf8 = "invalid-utf8";
    TomlSyntax = "toml-syntax";
    UnknownKey = "unknown-key";
    MissingKey = "missing-key";
    WrongType = "wrong-type";
    UnknownValue = "unknown-value";
    RepeatedValue = "repeated-value";
    BadClause = "bad-clause";
    BadText = "bad-text";
    MissingFile = "missing-file";
    UnusedFile = "unused-file";
    BadFileName = "bad-file-name";
    DuplicateCode = "duplicate-code";
    UnknownCode = "unknown-code";
    UnknownSection = "unknown-section";
    UnknownRole = "unknown-role";
    BadExample = "bad-example";
    BadFlow = "bad-flow";
    BadPattern = "bad-pattern";
    StaleSchema = "stale-schema";
    MissingTranslation = "missing-translation";
    MissingMark = "missing-mark";
    UnusedText = "unused-text";
    RefusedTerm = "refused-term";
    LeftOver = "left-over";
    TokenChanged = "token-changed";
    OddLength = "odd-length";
    MixedWidth = "mixed-width";
    NotComposed = "not-composed";
    RawHtml = "raw-html";
    BadLink = "bad-link";
    BadMarkdown = "bad-markdown";
    FluentSyntax = "fluent-syntax";
    DuplicateMessage = "duplicate-message";
    MissingMessage = "missing-message";
    UnusedMessage = "unused-message";
    MessageMismatch = "message-mismatch";
    MissingPlural = "missing-plural";
    MarkupInMessage = "markup-in-message";
    MessageFailed = "message-failed";
    TemplateSyntax = "template-syntax";
    TemplateFailed = "template-failed";
    AddressTaken = "address-taken";
    BrokenLink = "broken-link";
    PageTooLarge = "page-too-large";
}

impl Id {
    /// The kind of that name.
    pub fn find(name: &str) -> Option<Id> {
        Id::ALL.iter().copied().find(|id| id.name() == name)
    }

    /// What is wrong, why it matters, an example, and how to mend it: a section of `docs/problems.md` without its heading.
    /// Empty when the section is missing, which a test finds.
    pub fn explanation(self) -> &'static str {
        let heading = format!("\n### {}\n", self.name());
        let section = PROBLEMS.split_once(heading.as_str());
        let text = section.map_or("", |(_, rest)| rest.split("\n### ").next().unwrap_or(rest));
        text.split("\n## ").next().unwrap_or(text).trim()
    }

    /// The first sentence of the explanation: what is wrong.
    pub fn summary(self) -> &'static str {
        self.explanation().lines().next().unwrap_or_default()
    }
}
