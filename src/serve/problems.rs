//! The page that stands for the site while something is wrong with it.

use versus::diagnostic::{Format, Report};
use versus::source::Sources;
use versus::words::escape;

/// The page of a report.
pub(super) fn page(report: &Report, sources: &Sources) -> String {
    let count = report.findings().len();
    let title = if count == 1 {
        "1 error".to_owned()
    } else {
        format!("{count} errors")
    };
    let text = report.write(sources, Format::Full { color: true });
    let body = text
        .rsplit_once("\n\n")
        .map_or(text.as_str(), |(body, _)| body);
    document(&title, &colored(body))
}

/// The page of files that cannot be read at all.
pub(super) fn unreadable(message: &str) -> String {
    document("The site cannot be read", &escape(message))
}

fn document(title: &str, report_html: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<link rel=\"stylesheet\" href=\"{}\">\n</head>\n<body>\n\
         <h1>{title}</h1>\n<pre>{report_html}</pre>\n\
         <p>This page goes as soon as the files are mended and saved.</p>\n</body>\n</html>\n",
        super::answer::STYLE
    )
}

/// A report for terminals as HTML: its colours become classes.
fn colored(text: &str) -> String {
    let mut html = String::with_capacity(text.len() * 2);
    let mut open = 0;
    let mut parts = text.split("\u{1b}[");
    html.push_str(&escape(parts.next().unwrap_or_default()));
    for part in parts {
        let (codes, rest) = part.split_once('m').unwrap_or(("", part));
        for code in codes.split(';') {
            let class = match code {
                "1" => "strong",
                "31" | "91" => "error",
                "32" | "92" | "36" | "96" => "help",
                "34" | "94" => "frame",
                "0" | "" => {
                    html.push_str(&"</span>".repeat(open));
                    open = 0;
                    continue;
                }
                _ => continue,
            };
            html.push_str(&format!("<span class=\"{class}\">"));
            open += 1;
        }
        html.push_str(&escape(rest));
    }
    html.push_str(&"</span>".repeat(open));
    html
}

#[cfg(test)]
mod tests {
    use super::colored;

    #[test]
    fn colours_become_classes_and_text_is_escaped() {
        let text = "a \u{1b}[1m\u{1b}[91merror\u{1b}[0m <b> \u{1b}[94m|";
        let html = "a <span class=\"strong\"><span class=\"error\">error</span></span> &lt;b&gt; <span class=\"frame\">|</span>";
        assert_eq!(colored(text), html);
    }
}
