//! The files a contributor begins with: every key with what it is for, and blanks where only a person knows.

use crate::catalog::code::{Code, FIELDS, PROSE};
use crate::catalog::fact;
use crate::catalog::prose::Form;
use crate::catalog::protocol::{self, FactKind, Protocol};
use crate::catalog::{pair, specs};
use crate::toml_file::Field;

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
    let head = protocol.example.required.iter();
    let head: String = head.map(|name| format!("{name}:\n")).collect();
    text.push_str(&format!(
        "\n# {}\nexample = '''\n{status}\n{head}'''\n\n[facts]\n",
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

/// A starter for a comparison: it passes the check once its blanks are filled.
pub fn pair(a: &Code, b: &Code) -> String {
    let doc = |key: &str| {
        pair::FIELDS
            .iter()
            .find(|field| field.key == key)
            .map_or("", |field| field.doc)
    };
    let mut text = format!("# {} {} or {} {}?\n", a.slug, a.phrase, b.slug, b.phrase);
    for field in pair::PROSE {
        let blank = match field.form {
            Form::Markdown if !field.optional => "'''\n'''",
            _ => "\"\"",
        };
        let (comment, hint) = if field.optional {
            ("# ", ", optional")
        } else {
            ("", "")
        };
        text.push_str(&format!(
            "\n# {}; at most {} characters{hint}\n{comment}{} = {blank}\n",
            doc(field.key),
            field.limit,
            field.key
        ));
    }
    for key in ["covers", "references"] {
        text.push_str(&format!("\n# {}, optional\n# {key} = []\n", doc(key)));
    }
    text
}

/// A starter for the declarations of a protocol, with one class, two roles and one fact to begin with.
pub fn protocol(slug: &str) -> String {
    let doc = |fields: &[Field], key: &str| {
        let field = fields.iter().find(|field| field.key == key);
        field.map_or("", |field| field.doc).to_owned()
    };
    let top = |key: &str| doc(protocol::FIELDS, key);
    format!(
        "# What makes this protocol differ from another; the words for it are in locales/*/{slug}.ftl.\n\n\
         # {}\nname = \"\"\n# {}\nlong_name = \"\"\n\
         # {}\nstatus_line = \"\"\nintro = \"{slug}-intro\"\n\n\
         # {}; add more like this one\n[[classes]]\nkey = \"\"\nmessage = \"{slug}-class-1\"\n\n\
         # {}\n[roles]\nmessage = \"{slug}-role\"\nvalues = [\"client\", \"server\"]\n\n\
         # {}; add more like this one, of the kinds `choice`, `set`, `number`, `tokens` and `citation`\n\
         [[facts]]\nkey = \"final\"\nkind = \"choice\"\nvalues = [\"yes\", \"no\"]\nweight = 100\n\
         message = \"{slug}-final\"\n",
        top("name"),
        top("long_name"),
        top("status_line"),
        top("classes"),
        top("roles"),
        top("facts"),
    )
}

/// A starter for the specifications of a protocol.
pub fn specs() -> String {
    let mut text = String::from(
        "# The specifications that codes may cite, and the sections that they cite.\n\n[[specs]]\n",
    );
    for field in specs::SPEC.iter().filter(|field| field.required) {
        text.push_str(&format!("# {}\n{} = \"\"\n", field.doc, field.key));
    }
    text.push_str("\n# number = heading\n[specs.sections]\n\"1\" = \"\"\n");
    text
}

/// A starter for the words of a protocol in one language.
pub fn words(slug: &str) -> String {
    let blank = "{ \"\" }";
    format!(
        "### Words for what content/{slug}/protocol.toml declares. Write over each {{ \"\" }}.\n\n\
         {slug}-intro = {blank}\n\n\
         # The value is the name. `.inline` completes “404 is …”. `.about` says on the index what the class means.\n\
         {slug}-class-1 = {blank}\n    .inline = {blank}\n    .about = {blank}\n\n\
         # Who takes part in a call flow.\n{slug}-role =\n    .client = {blank}\n    .server = {blank}\n\n\
         # The value is the label of the row, an attribute words each value.\n\
         {slug}-final = {blank}\n    .yes = {blank}\n    .no = {blank}\n"
    )
}

/// A TOML string.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
