//! What a request gets. Nothing here opens a file: a path is looked up among the pages and files of the site, so that
//! no path leads anywhere else.

use std::borrow::Cow;

use hyper::body::Bytes;
use hyper::header::{
    ALLOW, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, HeaderValue, LOCATION,
    X_CONTENT_TYPE_OPTIONS,
};
use hyper::http::request::Parts;
use hyper::{Method, Response, StatusCode};
use versus::asset;
use versus::diagnostic::{Diagnostic, Report};
use versus::locale::LocaleId;
use versus::plan::PlannedPage;
use versus::route::Subject;
use versus::site::{Output, Site};

use super::{Shown, problems};

/// The style sheet of the page of errors. No page of a site can stand here: names of folders begin with no dot.
pub(super) const STYLE: &str = "/.versus/report.css";
const SCRIPT: &str = "/.versus/reload.js";
const EVENTS: &str = "/.versus/events";

const HTML: &str = "text/html; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";
const INDEX: &str = "index.html";

/// What a request gets.
pub(super) enum Answer {
    /// An answer in one piece.
    Done(Response<Bytes>),
    /// News as they come.
    News(Response<()>),
}

/// The names by which this server may be called. A page of another site that has its own name lead here gets nothing.
pub(super) struct Hosts(Vec<String>);

impl Hosts {
    /// The names of loopback, with the port.
    pub(super) fn new(port: u16) -> Self {
        let mut names: Vec<String> = ["127.0.0.1", "localhost", "[::1]"]
            .iter()
            .map(|name| format!("{name}:{port}"))
            .collect();
        if port == 80 {
            names.extend(["127.0.0.1", "localhost", "[::1]"].map(str::to_owned));
        }
        Self(names)
    }

    fn knows(&self, head: &Parts) -> bool {
        let known = |name: &str| self.0.iter().any(|host| host.eq_ignore_ascii_case(name));
        let mut named = head.headers.get_all(HOST).iter();
        let (Some(host), None) = (named.next(), named.next()) else {
            return false;
        };
        host.to_str().is_ok_and(known)
            && head
                .uri
                .authority()
                .is_none_or(|named| known(named.as_str()))
    }
}

/// Answers a request.
pub(super) fn answer(head: &Parts, hosts: &Hosts, shown: &Shown) -> Answer {
    if !hosts.knows(head) {
        let text = "This server answers to 127.0.0.1 and localhost only.\n";
        return Answer::Done(plain(StatusCode::FORBIDDEN, text));
    }
    if head.method != Method::GET && head.method != Method::HEAD {
        let mut response = plain(StatusCode::METHOD_NOT_ALLOWED, "GET and HEAD only.\n");
        response
            .headers_mut()
            .insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
        return Answer::Done(response);
    }
    let Some(path) = decode(head.uri.path()) else {
        return Answer::Done(plain(StatusCode::BAD_REQUEST, "This is not an address.\n"));
    };
    if path == EVENTS && head.method == Method::GET {
        let mut response = Response::new(());
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        return Answer::News(response);
    }
    if head
        .headers
        .get("service-worker")
        .is_some_and(|asked| asked == "script")
    {
        let script = include_str!("worker.js");
        return Answer::Done(whole(StatusCode::OK, "text/javascript", script));
    }
    Answer::Done(match &*path {
        SCRIPT => whole(StatusCode::OK, "text/javascript", include_str!("reload.js")),
        STYLE => whole(StatusCode::OK, "text/css", include_str!("report.css")),
        path => match &shown.site {
            Ok(site) => from_site(site, path, &shown.build),
            Err(page) => wrong(page, &shown.build),
        },
    })
}

/// What is said when the server itself failed.
pub(super) fn failed() -> Response<Bytes> {
    plain(
        StatusCode::INTERNAL_SERVER_ERROR,
        "The page could not be made. This is a mistake in versus itself.\n",
    )
}

fn from_site(site: &Site, path: &str, build: &str) -> Response<Bytes> {
    // A file server gives the page of a folder by its file, too.
    let asked = path.strip_suffix(INDEX).filter(|path| path.ends_with('/'));
    if let Some((locale, subject)) = site.routes().page_at(asked.unwrap_or(path)) {
        return page(site, PlannedPage { locale, subject }, StatusCode::OK, build);
    }
    let name = &path[1..];
    match site.file_at(name) {
        Ok(Some(file)) => return file_of(file),
        Ok(None) => {}
        Err(diagnostic) => return faulty(site, *diagnostic, build),
    }
    if let Some(file) = site.machine_file_at(name) {
        return match site.machine_file(file) {
            Ok(output) => file_of(&output),
            Err(diagnostic) => faulty(site, *diagnostic, build),
        };
    }
    let folder = format!("{path}/");
    if site.routes().page_at(&folder).is_some()
        && let Ok(folder) = HeaderValue::try_from(folder)
    {
        let mut response = plain(StatusCode::FOUND, "The address ends in a slash.\n");
        response.headers_mut().insert(LOCATION, folder);
        return response;
    }
    let missing = PlannedPage {
        locale: LocaleId::FIRST,
        subject: Subject::NotFound,
    };
    let asked_for = site.routes().file(missing.locale, missing.subject) == name;
    let status = if asked_for {
        StatusCode::OK
    } else {
        StatusCode::NOT_FOUND
    };
    page(site, missing, status, build)
}

/// A page of the site, or what is wrong with it.
fn page(site: &Site, page: PlannedPage, status: StatusCode, build: &str) -> Response<Bytes> {
    match site.page(page) {
        Ok(output) => whole(status, HTML, live(output.bytes, build)),
        Err(diagnostic) => faulty(site, *diagnostic, build),
    }
}

/// What is wrong with one page of a site that is otherwise whole.
fn faulty(site: &Site, diagnostic: Diagnostic, build: &str) -> Response<Bytes> {
    let mut report = Report::default();
    report.push(diagnostic);
    super::print(&report, &site.sources);
    wrong(&problems::page(&report, &site.sources), build)
}

/// A page of errors. It may load nothing but what it needs.
fn wrong(page: &str, build: &str) -> Response<Bytes> {
    let html = live(page.as_bytes().to_vec(), build);
    let mut response = whole(StatusCode::INTERNAL_SERVER_ERROR, HTML, html);
    response.headers_mut().insert(
        CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'",
        ),
    );
    response
}

/// A page with the script that keeps it up to date, which is nowhere but here. It runs before the other scripts that
/// wait for the end of the page, so that it sees the page as it was sent.
fn live(mut html: Vec<u8>, build: &str) -> Vec<u8> {
    let script = format!("<script src=\"{SCRIPT}\" data-build=\"{build}\" defer></script>\n");
    let first = |tag: &[u8]| html.windows(tag.len()).position(|window| window == tag);
    let at = [first(b"<script"), first(b"</head>")];
    let at = at.into_iter().flatten().min().unwrap_or(html.len());
    html.splice(at..at, script.into_bytes());
    html
}

fn file_of(file: &Output) -> Response<Bytes> {
    let ending = file.path.rsplit_once('.').map_or("", |(_, ending)| ending);
    let kind = match ending {
        "html" => HTML,
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "webmanifest" => "application/json",
        "xml" => "application/xml",
        "txt" | "md" => TEXT,
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    };
    let mut response = whole(StatusCode::OK, kind, file.bytes.clone());
    if asset::is_hashed(&file.path) {
        // Another content has another name: the browser need not ask for this one again.
        let forever = HeaderValue::from_static("max-age=31536000, immutable");
        response.headers_mut().insert(CACHE_CONTROL, forever);
    }
    response
}

fn plain(status: StatusCode, text: &'static str) -> Response<Bytes> {
    whole(status, TEXT, text)
}

fn whole(status: StatusCode, kind: &'static str, body: impl Into<Bytes>) -> Response<Bytes> {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    // What was true a moment ago is of no use to somebody who edits.
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(
        "cross-origin-resource-policy",
        HeaderValue::from_static("same-origin"),
    );
    response
}

/// A path with its escapes undone; nothing when it is no text, or holds what no path holds.
fn decode(path: &str) -> Option<Cow<'_, str>> {
    if !path.starts_with('/') {
        return None;
    }
    if !path.contains('%') {
        return Some(Cow::Borrowed(path));
    }
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
            let (high, low) = (digit(rest.next())?, digit(rest.next())?);
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    let text = String::from_utf8(bytes).ok()?;
    (!text.contains(char::is_control)).then_some(Cow::Owned(text))
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn paths_are_decoded_or_refused() {
        assert_eq!(decode("/a%20b/%E8%A9%B1").as_deref(), Some("/a b/話"));
        assert_eq!(decode("/%2e%2e/x").as_deref(), Some("/../x"));
        for bad in [
            "", "*", "a", "/%", "/%4", "/%zz", "/%ff", "/a%00b", "/%0d%0a",
        ] {
            assert_eq!(decode(bad), None, "{bad}");
        }
    }
}
