//! Markdown to HTML: no raw HTML, only links that may stand on a page, and what looks wrong is reported.

use std::ops::Range;

use pulldown_cmark::{
    CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, TextMergeWithOffset,
};

use crate::diagnostic::Id;
use crate::words;

/// What Markdown may hold besides text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A field of a code: paragraphs, lists, links, code.
    Field,
    /// A page of its own: headings and tables too.
    Page,
}

/// Something wrong in a Markdown text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What kind of problem.
    pub id: Id,
    /// Where, in bytes of the text.
    pub range: Range<usize>,
    /// One sentence.
    pub message: String,
    /// What to do.
    pub help: &'static str,
}

/// A link to another page or a file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageLink {
    /// What stands after `code:`, `pair:` or `file:`.
    pub target: String,
    /// Where, in bytes of the text.
    pub range: Range<usize>,
}

/// What [`check`] found.
#[derive(Debug, Default)]
pub struct Findings {
    /// What is wrong.
    pub problems: Vec<Problem>,
    /// Links to codes and pairs, to be resolved against the catalog.
    pub links: Vec<PageLink>,
    /// Links to published files, on a page of its own.
    pub files: Vec<PageLink>,
}

fn options(place: Place) -> Options {
    match place {
        Place::Field => Options::empty(),
        Place::Page => Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES,
    }
}

/// Looks for raw HTML, links that go nowhere good, and emphasis that would show as asterisks.
pub fn check(text: &str, place: Place) -> Findings {
    let mut found = Findings::default();
    let mut problem = |id, range: Range<usize>, message: String, help| {
        found.problems.push(Problem {
            id,
            range,
            message,
            help,
        });
    };
    let (mut links, mut files) = (Vec::new(), Vec::new());
    for (event, range) in
        TextMergeWithOffset::new(Parser::new_ext(text, options(place)).into_offset_iter())
    {
        match event {
            Event::Html(_) | Event::InlineHtml(_) => problem(
                Id::RawHtml,
                range,
                "raw HTML is not allowed".into(),
                "write Markdown, or put `<` and `>` into back-ticks",
            ),
            Event::Start(Tag::Link { dest_url, .. }) => {
                if let Some(target) = page_target(&dest_url) {
                    links.push(PageLink {
                        target: target.to_owned(),
                        range,
                    });
                } else if let Some(path) = file_target(&dest_url)
                    && place == Place::Page
                {
                    files.push(PageLink {
                        target: path.to_owned(),
                        range,
                    });
                } else if !dest_url.starts_with("https://") {
                    problem(
                        Id::BadLink,
                        range,
                        format!("a link may not go to `{dest_url}`"),
                        "links are `https://…`, `code:486` or `pair:486-600`; put addresses of other kinds into back-ticks",
                    );
                }
            }
            Event::Start(Tag::Image { .. }) => {
                problem(
                    Id::BadMarkdown,
                    range,
                    "images are not supported".into(),
                    "take the image out",
                );
            }
            Event::Start(Tag::Heading { classes, attrs, .. })
                if !classes.is_empty() || !attrs.is_empty() =>
            {
                problem(
                    Id::BadMarkdown,
                    range,
                    "a heading has an attribute that is no id".into(),
                    "write `{#id}`, or nothing, after the heading",
                );
            }
            Event::Start(Tag::Heading {
                level: HeadingLevel::H1,
                ..
            }) if place == Place::Page && range.start > 0 => problem(
                Id::BadMarkdown,
                range,
                "a page has one title".into(),
                "begin the headings inside a page with `##`",
            ),
            Event::Start(Tag::Heading { .. }) if place == Place::Field => problem(
                Id::BadMarkdown,
                range,
                "a heading cannot stand inside this text".into(),
                "the page brings its own headings; begin the paragraph without `#`",
            ),
            Event::Text(run) if run.contains("**") => problem(
                Id::BadMarkdown,
                range,
                "`**` would be shown as two asterisks".into(),
                "no space may stand inside the asterisks, and no punctuation just inside next to a letter outside",
            ),
            _ => {}
        }
    }
    found.links = links;
    found.files = files;
    found
}

/// What a link to a page of the site speaks of: a code, or a pair.
fn page_target(url: &str) -> Option<&str> {
    url.strip_prefix("code:")
        .or_else(|| url.strip_prefix("pair:"))
}

/// The path of a published file that a link leads to.
fn file_target(url: &str) -> Option<&str> {
    url.strip_prefix("file:")
        .filter(|path| !path.starts_with('/'))
}

/// The text with whole addresses in place of `code:…` and `pair:…`, for readers who see it outside the site.
pub fn with_addresses(text: &str, resolve: &dyn Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find("](") {
        let (before, link) = rest.split_at(open + 2);
        out.push_str(before);
        let end = link.find(')').unwrap_or(link.len());
        let address = page_target(&link[..end]).and_then(resolve);
        out.push_str(address.as_deref().unwrap_or(&link[..end]));
        rest = &link[end..];
    }
    out.push_str(rest);
    out
}

/// The text as HTML. `first` is the tag of the first language, which marked runs are in. `resolve` gives the address
/// behind what follows `code:` or `pair:`, or behind a whole `file:…`.
pub fn html(
    text: &str,
    place: Place,
    first: Option<&str>,
    resolve: &dyn Fn(&str) -> Option<String>,
) -> String {
    let mut previous_wide = false;
    let parser = Parser::new_ext(text, options(place));
    let mut events = Vec::new();
    let mut iter = parser.peekable();
    while let Some(event) = iter.next() {
        let event = match event {
            // A line break in the source is no space between two characters of a script that is written without spaces.
            Event::SoftBreak => {
                let next_wide = match iter.peek() {
                    Some(Event::Text(next)) => next.chars().next().is_some_and(is_wide),
                    _ => false,
                };
                if previous_wide && next_wide {
                    Event::Text(CowStr::Borrowed(""))
                } else {
                    Event::Text(CowStr::Borrowed("\n"))
                }
            }
            Event::Code(code) => Event::InlineHtml(
                format!("{}{}</code>", words::CODE_TAG, words::escape(&code)).into(),
            ),
            Event::Html(html) | Event::InlineHtml(html) => Event::Text(html),
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            }) => Event::Start(link(link_type, dest_url, title, id, resolve)),
            // `check` refuses attributes other than an id: one could be a script.
            Event::Start(Tag::Heading { level, id, .. }) => Event::Start(Tag::Heading {
                level: level.max(HeadingLevel::H2),
                id,
                classes: Vec::new(),
                attrs: Vec::new(),
            }),
            // `check` refuses images; of one that gets here, the words remain.
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => continue,
            Event::End(TagEnd::Heading(level)) => {
                Event::End(TagEnd::Heading(level.max(HeadingLevel::H2)))
            }
            other => other,
        };
        // HTML ends an item where the next one begins.
        if event == Event::End(TagEnd::Item) {
            continue;
        }
        if let Event::Text(run) = &event {
            previous_wide = run.chars().next_back().map_or(previous_wide, is_wide);
            if words::is_marked(run) {
                events.push(Event::InlineHtml(words::html(run, first).into()));
                continue;
            }
        } else if matches!(event, Event::InlineHtml(_)) {
            previous_wide = false;
        }
        events.push(event);
    }
    let mut out = String::with_capacity(text.len() * 2);
    pulldown_cmark::html::push_html(&mut out, events.into_iter());
    out.truncate(out.trim_end().len());
    // What is said of a code is kept.
    out.shrink_to_fit();
    out
}

fn link<'a>(
    link_type: LinkType,
    url: CowStr<'a>,
    title: CowStr<'a>,
    id: CowStr<'a>,
    resolve: &dyn Fn(&str) -> Option<String>,
) -> Tag<'a> {
    let dest_url = match page_target(&url).or(file_target(&url).map(|_| &*url)) {
        Some(target) => resolve(target).map(CowStr::from),
        None if url.starts_with("https://") => Some(url),
        None => None,
    };
    // `check` refuses every other address; should one get here all the same, it leads to the page itself.
    let dest_url = dest_url.unwrap_or(CowStr::Borrowed("#"));
    Tag::Link {
        link_type,
        dest_url,
        title,
        id,
    }
}

fn is_wide(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FF60}' | '\u{20000}'..='\u{3FFFF}')
}

/// The text of the first heading, and what follows it, for a page of its own.
pub fn split_title(text: &str) -> Option<(&str, &str)> {
    let rest = text.trim_start().strip_prefix("# ")?;
    let (title, body) = rest.split_once('\n').unwrap_or((rest, ""));
    Some((title.trim(), body))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(text: &str) -> String {
        html(text, Place::Field, None, &|target| {
            Some(format!("/sip/{target}/"))
        })
    }

    #[test]
    fn raw_html_is_inert_and_reported() {
        assert_eq!(show("a <b>c</b>"), "<p>a &lt;b&gt;c&lt;/b&gt;</p>");
        assert_eq!(show("<script>x</script>"), "&lt;script&gt;x&lt;/script&gt;");
        assert_eq!(check("a <b>c</b>", Place::Field).problems.len(), 2);
    }

    #[test]
    fn links_go_to_pages_or_https_only() {
        assert_eq!(
            show("[600](code:600)"),
            "<p><a href=\"/sip/600/\">600</a></p>"
        );
        assert_eq!(
            show("[x](javascript:alert(1))"),
            "<p><a href=\"#\">x</a></p>"
        );
        for bad in [
            "[x](javascript:alert(1))",
            "<sip:bob@example.com>",
            "[x](http://example.com)",
            "[x](/sip/)",
        ] {
            let found = check(bad, Place::Field).problems;
            assert_eq!(
                found.first().map(|problem| problem.id),
                Some(Id::BadLink),
                "{bad}"
            );
        }
    }

    #[test]
    fn emphasis_that_fails_is_reported_and_lines_join_in_japanese() {
        assert_eq!(
            check("**「話し中」**は", Place::Field).problems[0].id,
            Id::BadMarkdown
        );
        assert_eq!(show("話\n中"), "<p>話中</p>");
        assert_eq!(show("a\nb"), "<p>a\nb</p>");
    }
}
