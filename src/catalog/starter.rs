//! The file a contributor begins with: every key with what it is for, and blanks where only a person knows.

use crate::catalog::code::{FIELDS, PROSE};
use crate::catalog::fact;
use crate::catalog::prose::Form;
use crate::catalog::protocol::{FactKind, Protocol};

/// A starter for a code: it passes the check once its blanks, written `""`, are filled.
pub fn code(protocol: &Protocol, slug: &str, phrase: &str) -> String {
    let class = protocol.classes.iter().find(|class| {
        class
            .prefix
            .as_deref()
            .is_some_and(|prefix| slug.starts_with(prefix))
    });
    let doc = |key: &str| {
        FIELDS
            .iter()
            .find(|field| field.key == key)
            .map_or("", |field| field.doc)
    };
    let classes: Vec<&str> = protocol
        .classes
        .iter()
        .map(|class| class.key.as_str())
        .collect();
    let mut text = format!(
        "phrase = {}\nclass = \"{}\" # {}\nrelated = [] # {}\n",
        quoted(phrase),
        class.map_or("", |class| class.key.as_str()),
        classes.join(", "),
        doc("related"),
    );
    for field in PROSE {
        let blank = if field.form == Form::Markdown {
            "'''\n'''"
        } else {
            "\"\""
        };
        let (comment, hint) = if field.optional {
            ("# ", ", optional")
        } else {
            ("", "")
        };
        let blank = if field.optional { "\"\"" } else { blank };
        text.push_str(&format!(
            "\n# {}; at most {} characters{hint}\n{comment}{} = {blank}\n",
            doc(field.key),
            field.limit,
            field.key
        ));
    }
    text.push_str(&format!(
        "\n# {}; they must be listed in specs.toml\n",
        doc("references")
    ));
    text.push_str("references = [\n  { spec = \"\", section = \"\" },\n]\n");
    let status = protocol.status_line(slug, phrase);
    text.push_str(&format!(
        "\n# {}\nexample = '''\n{status}\n'''\n\n[facts]\n",
        doc("example")
    ));
    for fact in &protocol.facts {
        let comment = if fact.optional { "# " } else { "" };
        let blank = match fact.kind {
            FactKind::Choice | FactKind::Number => "\"\"",
            FactKind::Set => "[\"\"]",
            FactKind::Tokens => "[]",
            FactKind::Citation => "{ spec = \"\", section = \"\" }",
        };
        text.push_str(&format!(
            "# {}\n{comment}{} = {blank}\n",
            fact::allowed(fact),
            fact.key
        ));
    }
    let roles = protocol.roles.values.join(", ");
    text.push_str(&format!(
        "\n# {}; roles: {roles}\n[[flow]]\nfrom = \"\"\nto = \"\"\nmessage = {}\n",
        doc("flow"),
        quoted(&format!("{slug} {phrase}")),
    ));
    text
}

/// A TOML string.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
