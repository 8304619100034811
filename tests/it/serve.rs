//! `versus serve` as a browser and as an attacker meet it: the real program, spoken to over raw connections.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::cli::Place;

/// Long enough for a busy machine; a test that waits so long has failed.
const LIMIT: Duration = Duration::from_secs(30);

/// A running server, ended with the test.
struct Served {
    child: Child,
    port: u16,
    /// What it has printed.
    printed: Arc<Mutex<String>>,
}

impl Served {
    fn start(place: &Place, arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_versus"))
            .arg("--root")
            .arg(&place.0)
            .arg("serve")
            .args(arguments)
            .stderr(Stdio::piped())
            .spawn()
            .expect("runs");
        let mut lines = BufReader::new(child.stderr.take().expect("piped")).lines();
        let printed = Arc::new(Mutex::new(String::new()));
        let mut port = None;
        for line in lines.by_ref() {
            let line = line.expect("UTF-8");
            let address = line.split("http://127.0.0.1:").nth(1);
            port = address.and_then(|rest| rest.split('/').next()?.parse().ok());
            printed.lock().expect("whole").push_str(&(line + "\n"));
            if port.is_some() {
                break;
            }
        }
        let kept = Arc::clone(&printed);
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                kept.lock().expect("whole").push_str(&(line + "\n"));
            }
        });
        let port =
            port.unwrap_or_else(|| panic!("no port in:\n{}", printed.lock().expect("whole")));
        Self {
            child,
            port,
            printed,
        }
    }

    fn new(place: &Place) -> Self {
        Self::start(place, &["--port", "0"])
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("connects");
        stream.set_read_timeout(Some(LIMIT)).expect("settable");
        stream.set_write_timeout(Some(LIMIT)).expect("settable");
        stream
    }

    /// Sends bytes and gives everything that comes back until the other side closes.
    fn raw(&self, bytes: &[u8]) -> Vec<u8> {
        let mut stream = self.connect();
        // A server that has refused already may have closed.
        drop(stream.write_all(bytes));
        let mut answer = Vec::new();
        drop(stream.read_to_end(&mut answer));
        answer
    }

    /// Status, head and body of the answer to a request.
    fn ask(&self, method: &str, path: &str) -> (u16, String, Vec<u8>) {
        let host = format!("127.0.0.1:{}", self.port);
        self.ask_as(&host, method, path)
    }

    fn ask_as(&self, host: &str, method: &str, path: &str) -> (u16, String, Vec<u8>) {
        let request =
            format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        taken_apart(&self.raw(request.as_bytes()))
    }

    /// The page at a path, once it is as wanted.
    fn wait(&self, path: &str, wanted: impl Fn(u16, &str) -> bool) -> String {
        let started = Instant::now();
        loop {
            let (status, _, body) = self.ask("GET", path);
            let body = String::from_utf8_lossy(&body).into_owned();
            if wanted(status, &body) {
                return body;
            }
            assert!(started.elapsed() < LIMIT, "{path} stays {status}:\n{body}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn taken_apart(answer: &[u8]) -> (u16, String, Vec<u8>) {
    let end = answer
        .windows(4)
        .position(|window| window == b"\r\n\r\n")
        .unwrap_or_else(|| panic!("no answer: {:?}", String::from_utf8_lossy(answer)));
    let head = String::from_utf8_lossy(&answer[..end]).to_lowercase();
    let status = head
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok());
    (status.expect("a status"), head, answer[end + 4..].to_vec())
}

/// A page without the line that only a served page has.
fn without_script(page: &[u8]) -> Vec<u8> {
    // Pictures have no lines.
    let Ok(text) = String::from_utf8(page.to_vec()) else {
        return page.to_vec();
    };
    let lines = text.split_inclusive('\n');
    let kept: String = lines.filter(|line| !line.contains("/.versus/")).collect();
    kept.into_bytes()
}

const LOST: &str = "content/parcel/codes/lost.toml";

fn edited(place: &Place, from: &str, to: &str) -> Vec<u8> {
    let text = std::fs::read_to_string(place.path(LOST)).expect("readable");
    assert!(text.contains(from), "{LOST} holds no `{from}`");
    text.replacen(from, to, 1).into_bytes()
}

#[test]
fn everything_that_is_built_is_served_alike() {
    let place = Place::new("serve-alike");
    let served = Served::new(&place);
    let base = format!("http://127.0.0.1:{}/", served.port);
    let output = place.run(&["build", "--base-url", &base]);
    assert!(output.status.success());
    let tree = place.tree("public");
    assert!(tree.len() > 10);
    for (file, bytes) in tree.iter().filter(|(file, _)| *file != ".versus") {
        let path = file.strip_suffix("index.html").unwrap_or(file);
        for path in [path, file] {
            let (status, _, body) = served.ask("GET", &format!("/{path}"));
            assert_eq!(status, 200, "{path}");
            assert!(without_script(&body) == *bytes, "{path} differs");
            let (status, head, body) = served.ask("HEAD", &format!("/{path}"));
            assert_eq!((status, body.len()), (200, 0), "{path}");
            assert!(
                bytes.is_empty() || head.contains("content-length:"),
                "{head}"
            );
        }
    }
    let (status, head, _) = served.ask("GET", "/parcel/lost");
    assert_eq!(status, 302);
    assert!(head.contains("location: /parcel/lost/"), "{head}");
    let (status, _, body) = served.ask("GET", "/parcel/not-home-vs-lost/");
    assert_eq!(status, 404);
    assert!(without_script(&body) == tree["404.html"]);
}

#[test]
fn a_page_follows_its_file_through_every_state() {
    let place = Place::new("serve-states");
    let served = Served::new(&place);
    let path = "/parcel/lost/";
    let good = std::fs::read(place.path(LOST)).expect("readable");
    served.wait(path, |status, _| status == 200);

    // A page that waits for news is told.
    let mut news = served.connect();
    let request = format!(
        "GET /.versus/events HTTP/1.1\r\nHost: localhost:{}\r\n\r\n",
        served.port
    );
    news.write_all(request.as_bytes()).expect("writable");
    let mut lines = BufReader::new(news).lines().map_while(Result::ok);
    let mut told = move || lines.find(|line| line.starts_with("data: "));
    let first = told().expect("the build shown now");

    // Saved in place.
    place.write(LOST, &edited(&place, "A label came off", "Gone astray"));
    served.wait(path, |status, body| {
        status == 200 && body.contains("Gone astray")
    });
    assert_ne!(told().expect("news"), first);

    // Saved as editors do: written beside it and moved over it.
    place.write("content/parcel/codes/.lost.toml.swp", &good);
    std::fs::rename(
        place.path("content/parcel/codes/.lost.toml.swp"),
        place.path(LOST),
    )
    .expect("movable");
    served.wait(path, |status, body| {
        status == 200 && !body.contains("Gone astray")
    });

    // Broken: the report is the page, of every address, and on the terminal.
    place.write(LOST, &edited(&place, "meaning =", "meanign ="));
    let page = served.wait(path, |status, _| status == 500);
    assert!(
        page.contains("error[unknown-key]") && page.contains("error[missing-key]"),
        "{page}"
    );
    assert!(page.contains("/.versus/reload.js"), "{page}");
    served.wait("/", |status, body| {
        status == 500 && body.contains("meanign")
    });
    assert!(
        served
            .printed
            .lock()
            .expect("whole")
            .contains("error[unknown-key]")
    );
    assert_eq!(served.ask("GET", "/.versus/report.css").0, 200);

    // Half a file, an empty file, bytes that are no text.
    for bytes in [&good[..good.len() / 2], b"", b"\xff\xfe\x00"] {
        place.write(LOST, bytes);
        served.wait(path, |status, body| {
            status == 500 && !body.contains("meanign")
        });
    }

    // Folders that go, and come back.
    for folder in [
        "content/parcel/codes",
        "templates",
        "content",
        "locales",
        "static",
    ] {
        let away = place.path("away");
        std::fs::rename(place.path(folder), &away).expect("movable");
        served.wait(path, |status, _| status == 500);
        std::fs::rename(&away, place.path(folder)).expect("movable");
        place.write(LOST, &good);
        served.wait(path, |status, _| status == 200);
    }
    // What has come back is watched again, folders in it too.
    place.write(LOST, &edited(&place, "A label came off", "Gone astray"));
    served.wait(path, |status, body| {
        status == 200 && body.contains("Gone astray")
    });

    // A link is refused, and a template that asks for what is not there spoils its own page only.
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("/etc/passwd", place.path("static/link.txt")).expect("linkable");
        served.wait(path, |status, body| {
            status == 500 && body.contains("is a link")
        });
        std::fs::remove_file(place.path("static/link.txt")).expect("removable");
    }
    served.wait(path, |status, _| status == 200);
    let template = std::fs::read_to_string(place.path("templates/code.html")).expect("readable");
    let broken = template.replacen("page.title_html", "page.titel_html", 1);
    place.write("templates/code.html", broken.as_bytes());
    let page = served.wait(path, |status, _| status == 500);
    assert!(page.contains("templates/code.html"), "{page}");
    assert_eq!(served.ask("GET", "/").0, 200);
    place.write("templates/code.html", template.as_bytes());
    served.wait(path, |status, _| status == 200);
}

#[test]
fn only_loopback_by_its_own_name_is_answered() {
    let place = Place::new("serve-hosts");
    let served = Served::new(&place);
    let port = served.port;
    for host in ["127.0.0.1", "localhost", "[::1]", "LocalHost"] {
        let (status, _, _) = served.ask_as(&format!("{host}:{port}"), "GET", "/");
        assert_eq!(status, 200, "{host}");
    }
    for host in [
        "",
        "evil.example",
        "127.0.0.1",
        "localhost",
        "localhost.evil.example",
        "127.0.0.1:1",
        "[::1]",
        "0.0.0.0",
    ] {
        let host = if host.contains("evil") || host.starts_with('0') {
            format!("{host}:{port}")
        } else {
            host.to_owned()
        };
        for path in ["/", "/.versus/events", "/.versus/reload.js"] {
            let (status, _, _) = served.ask_as(&host, "GET", path);
            assert_eq!(status, 403, "{host} {path}");
        }
    }
    for request in [
        "GET / HTTP/1.1\r\nConnection: close\r\n\r\n".to_owned(),
        "GET / HTTP/1.0\r\n\r\n".to_owned(),
        format!(
            "GET http://evil.example/ HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n"
        ),
        format!(
            "GET / HTTP/1.1\r\nHost: localhost:{port}\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
        ),
    ] {
        let (status, _, _) = taken_apart(&served.raw(request.as_bytes()));
        assert_eq!(status, 403, "{request}");
    }
    // Another address of this machine is not listened on.
    for other in ["127.0.0.2", "0.0.0.0"] {
        let answer = TcpStream::connect((other, port));
        assert!(other == "0.0.0.0" || answer.is_err(), "{other} answers");
    }
}

#[test]
fn odd_requests_get_nothing() {
    let place = Place::new("serve-odd");
    place.write("secret.txt", b"the secret");
    place.write("content/.secret.txt", b"the secret");
    let served = Served::new(&place);
    let host = format!("Host: 127.0.0.1:{}\r\nConnection: close\r\n", served.port);
    for method in [
        "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW", "get",
    ] {
        let (status, head, _) = served.ask(method, "/");
        assert_eq!(status, 405, "{method}");
        assert!(head.contains("allow: get, head"), "{head}");
    }
    for path in [
        "/../secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/%2e%2e%2fsecret.txt",
        "/..\\secret.txt",
        "/..%5csecret.txt",
        "/parcel/../../secret.txt",
        "/static/../secret.txt",
        "//secret.txt",
        "/./secret.txt",
        "/secret.txt%00.html",
        "/secret.txt%00",
        "/.versus/../secret.txt",
        "/.secret.txt",
        "/content/.secret.txt",
        "/content/site.toml",
        "/%c0%ae%c0%ae/secret.txt",
        "/%uff0e%uff0e/secret.txt",
        "/file:///etc/passwd",
        "/parcel//lost/",
        "/parcel/lost//",
        "/PARCEL/lost/",
        "/parcel/lost/?x=../../secret.txt#y",
        "/parcel/lost/index.html/",
        "*",
    ] {
        let (status, _, body) = served.ask("GET", path);
        let text = String::from_utf8_lossy(&body);
        assert!(
            !text.contains("the secret") && !text.contains("base_url"),
            "{path}: {text}"
        );
        let wanted: &[u16] = if path.contains('?') {
            &[200]
        } else {
            &[400, 403, 404]
        };
        assert!(wanted.contains(&status), "{path} gets {status}");
    }
    let long = "x".repeat(300_000);
    let many: String = (0..5000).map(|i| format!("h{i}: x\r\n")).collect();
    for (what, request) in [
        ("a long path", format!("GET /{long} HTTP/1.1\r\n{host}\r\n")),
        (
            "a long field",
            format!("GET / HTTP/1.1\r\n{host}X: {long}\r\n\r\n"),
        ),
        ("many fields", format!("GET / HTTP/1.1\r\n{host}{many}\r\n")),
        ("no version", format!("GET /\r\n{host}\r\n")),
        (
            "another protocol",
            "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}".to_owned(),
        ),
        ("no request", "\r\n\r\n\r\n".to_owned()),
        ("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_owned()),
        (
            "a tunnel",
            format!("CONNECT evil.example:443 HTTP/1.1\r\n{host}\r\n"),
        ),
        (
            "two lengths",
            format!("GET / HTTP/1.1\r\n{host}Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc"),
        ),
        (
            "a folded field",
            format!("GET / HTTP/1.1\r\n{host}X: a\r\n b\r\n\r\n"),
        ),
    ] {
        let answer = served.raw(request.as_bytes());
        assert!(
            !answer.starts_with(b"HTTP/1.1 2"),
            "{what} is answered: {}",
            String::from_utf8_lossy(&answer)
        );
    }
    assert_eq!(served.ask("GET", "/parcel/").0, 200);
}

#[test]
fn slow_and_many_connections_do_not_keep_others_out() {
    let place = Place::new("serve-many");
    let served = Served::new(&place);
    // Some say nothing, some send a request that never ends, some wait for news and read none.
    let half = format!("GET / HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nX: ", served.port);
    let mut idle: Vec<TcpStream> = (0..300)
        .filter_map(|_| TcpStream::connect(("127.0.0.1", served.port)).ok())
        .collect();
    for (i, stream) in idle.iter_mut().enumerate() {
        if i % 2 == 0 {
            drop(stream.write_all(half.as_bytes()));
        }
    }
    // While all places are taken, a new connection is closed at once; it must not stay so.
    let welcome = |idle: &mut [TcpStream]| {
        let started = Instant::now();
        let request = format!(
            "GET / HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n",
            served.port
        );
        while !served.raw(request.as_bytes()).starts_with(b"HTTP/1.1 200") {
            assert!(started.elapsed() < LIMIT, "nobody else gets in");
            std::thread::sleep(Duration::from_millis(200));
            for stream in idle.iter_mut().step_by(2) {
                drop(stream.write_all(b"x"));
            }
        }
    };
    welcome(&mut idle);
    // One that went away in the middle of its answer is forgotten.
    for _ in 0..200 {
        let mut stream = served.connect();
        let request = format!(
            "GET /parcel/compare/ HTTP/1.1\r\nHost: localhost:{}\r\n\r\n",
            served.port
        );
        drop(stream.write_all(request.as_bytes()));
        drop(stream.shutdown(Shutdown::Both));
    }
    welcome(&mut []);
}

#[test]
fn a_taken_port_is_said_and_the_next_one_used() {
    let place = Place::new("serve-port");
    let first = Served::start(&place, &[]);
    let second = Served::start(&place, &[]);
    assert_ne!(first.port, second.port);
    let printed = second.printed.lock().expect("whole").clone();
    assert!(
        printed.contains(&format!("cannot serve on port {}", first.port)),
        "{printed}"
    );
    assert!(printed.contains("trying the next one"), "{printed}");
    let output = place.run(&["serve", "--port", &first.port.to_string()]);
    assert_eq!(output.status.code(), Some(2));
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        errors.contains("cannot serve on port") && errors.contains("--port"),
        "{errors}"
    );
    assert_eq!(
        place.run(&["--root", "/nowhere", "serve"]).status.code(),
        Some(2)
    );
}
