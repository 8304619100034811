//! Whether a template only places values, repeats and leaves out: then its pages can be filled into frames.
//!
//! A template may do more, compare two texts for example. Its pages come out the same; they take a little longer.

use std::collections::BTreeMap;

/// Whether a template is plain, with everything that it is made of. `files` are all templates by name.
pub(super) fn is_plain(files: &BTreeMap<&str, &str>, name: &str) -> bool {
    let mut waiting: Vec<Piece<'_>> = vec![Piece::File(name)];
    let mut seen: Vec<Piece<'_>> = Vec::new();
    while let Some(piece) = waiting.pop() {
        if seen.contains(&piece) {
            continue;
        }
        seen.push(piece);
        let text = match piece {
            Piece::File(name) => files.get(name).copied(),
            Piece::Component(name) => files.values().find_map(|text| component(text, name)),
        };
        let Some(needs) = text.and_then(needed) else {
            return false;
        };
        waiting.extend(needs);
    }
    true
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Piece<'a> {
    File(&'a str),
    Component(&'a str),
}

/// The text of a component, without the tags around it.
fn component<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let start = text.find(&format!("component {name}("))?;
    let rest = &text[start..];
    let rest = &rest[rest.find("%}")? + 2..];
    let end = rest.find(&format!("endcomponent {name}"))?;
    Some(&rest[..rest[..end].rfind("{%")?])
}

/// What a text is made of beside itself, or nothing when it is not plain.
fn needed(text: &str) -> Option<Vec<Piece<'_>>> {
    let mut needs = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        rest = &rest[at..];
        let close = match rest.get(1..2) {
            Some("{") => "}}",
            Some("%") => "%}",
            Some("#") => "#}",
            _ => {
                rest = &rest[1..];
                continue;
            }
        };
        let end = rest.find(close)?;
        let inside = rest[2..end].trim_matches('-').trim();
        let fits = match close {
            "}}" => places(inside, &mut needs),
            "%}" => steers(inside, &mut needs),
            _ => true,
        };
        if !fits {
            return None;
        }
        rest = &rest[end + 2..];
    }
    Some(needs)
}

/// A value, a call or a component.
fn places<'a>(inside: &'a str, needs: &mut Vec<Piece<'a>>) -> bool {
    if let Some(rest) = inside.strip_prefix('<') {
        let name = rest.split([' ', '/']).next().unwrap_or_default();
        needs.push(Piece::Component(name));
        let Some(arguments) = rest[name.len()..].strip_suffix("/>") else {
            return false;
        };
        return arguments.split_whitespace().all(|argument| {
            let Some((_, value)) = argument.split_once('=') else {
                return false;
            };
            let path = value
                .strip_prefix('{')
                .and_then(|rest| rest.strip_suffix('}'));
            path.map_or_else(|| is_quoted(value), is_path)
        });
    }
    if let Some(arguments) = inside.strip_suffix(')') {
        let known = ["t(", "asset("];
        let arguments = known.iter().find_map(|name| arguments.strip_prefix(name));
        return arguments.is_some_and(|arguments| {
            arguments.split(',').all(|argument| {
                let value = argument.split_once('=').map(|(_, value)| value);
                value.is_some_and(|value| is_quoted(value) || is_path(value))
            })
        });
    }
    is_path(inside.strip_suffix("| html").map_or(inside, str::trim_end))
}

fn steers<'a>(inside: &'a str, needs: &mut Vec<Piece<'a>>) -> bool {
    let (word, rest) = inside.split_once(' ').unwrap_or((inside, ""));
    match word {
        "block" | "endblock" | "endfor" | "endif" | "else" => true,
        "extends" => {
            needs.push(Piece::File(rest.trim().trim_matches('"')));
            true
        }
        "for" => rest
            .split_once(" in ")
            .is_some_and(|(one, all)| is_path(one) && is_path(all)),
        "if" | "elif" => rest
            .split_whitespace()
            .all(|word| matches!(word, "and" | "or" | "not") || is_path(word)),
        _ => false,
    }
}

/// A name with fields and fixed positions. What a loop knows of itself does not count as such.
fn is_path(text: &str) -> bool {
    let plain = |part: &str| {
        let name = part.split('[').next().unwrap_or_default();
        let places = part[name.len()..].chars();
        !name.is_empty()
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
            && !matches!(name, "loop" | "in" | "is")
            && places
                .into_iter()
                .all(|c| c.is_ascii_digit() || c == '[' || c == ']')
    };
    text.trim().split('.').all(plain)
}

fn is_quoted(text: &str) -> bool {
    let inner = text.trim().strip_prefix('"');
    inner
        .and_then(|rest| rest.strip_suffix('"'))
        .is_some_and(|inner| !inner.contains('"'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_of_a_pair_and_of_a_code_are_plain() {
        let files = BTreeMap::from([
            ("base.html", include_str!("../../templates/base.html")),
            ("pair.html", include_str!("../../templates/pair.html")),
            ("code.html", include_str!("../../templates/code.html")),
            ("ui.html", include_str!("../../templates/ui.html")),
        ]);
        for name in ["pair.html", "code.html"] {
            let why = "thousands of pages are made faster when a template compares nothing";
            assert!(is_plain(&files, name), "{name}: {why}");
        }
    }

    #[test]
    fn templates_that_compare_are_not_plain() {
        let judge = |text: &str| {
            let parts = "{% component a(x: map) %}{{ x.y }}{% endcomponent a %}\
                         {% component b(x: map) %}{{ x.y | upper }}{% endcomponent b %}";
            let base = "{% block main %}{% endblock main %}";
            let files = [("p", text), ("ui", parts), ("base", base)];
            is_plain(&BTreeMap::from(files), "p")
        };
        for good in [
            "{% extends \"base\" %}{{ a.b[0] }}{{ a.b_html | html }}{#- == -#}",
            "{%- for a in b.c -%}{% if not a.b and c %}{{ <a x={b} /> }}{% endif %}{% endfor %}",
            "{{ t(id=\"a\", b=c.d) }}{{ asset(name=\"a.js\") }} {a: 1}",
        ] {
            assert!(judge(good), "{good}");
        }
        for bad in [
            "{% if a == b %}{% endif %}",
            "{{ a ~ b }}",
            "{{ a | upper }}",
            "{{ <b x={a} /> }}",
            "{{ <c x={a} /> }}",
            "{% for a, b in c %}{% endfor %}",
            "{% for a in c[1:] %}{% endfor %}",
            "{% for a in c %}{{ loop.index }}{% endfor %}",
            "{% set a = b %}",
            "{% extends \"other\" %}",
            "{{ f(a=b) }}",
            "{{ a[b] }}",
        ] {
            assert!(!judge(bad), "{bad}");
        }
    }
}
