//! `versus cards`: draws the pictures of previews and the icons into `static/`.
//!
//! They change when a code or its phrase does, which is rare, and drawing them takes longer than building the site. So
//! they are committed, this command is left out of the usual program (feature `cards`), and the tests run it with
//! `--check`.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use versus::catalog::{Book, Catalog};
use versus::diagnostic::{self, Report};
use versus::route::{Routes, Subject};
use versus::site::Site;

use crate::build::say;
use crate::{Outcome, load};

const FONTS: [&str; 2] = ["InterDisplay-Bold.otf", "Inter-Medium.otf"];
/// What previews show at full size.
const CARD: (u32, u32) = (1200, 630);
/// One colour for each class in turn, as the style sheet has them in the dark.
const HUES: [&str; 6] = [
    "#a9bccf", "#7fd3a0", "#7ccbdd", "#f2b365", "#ff9c98", "#d2a8f5",
];
/// How far a colour may differ between processors before a picture counts as another.
const TOLERANCE: u8 = 24;

/// A picture and where it belongs.
struct Picture {
    path: String,
    svg: String,
    size: (u32, u32),
}

/// Draws everything, or tells what is out of date.
///
/// # Errors
/// When a file cannot be read or written.
pub(crate) fn cards(root: &Path, check: bool) -> Result<Outcome, String> {
    let inputs = load::load(root)?;
    let (site, sources, report) = Site::new(&inputs);
    let Some(site) = site else {
        let text = Report::write(&report, &sources, diagnostic::Format::Short);
        return Err(format!("the content has problems:\n{text}"));
    };
    let folder = root.join("cards");
    let read = |name: &str| {
        let path = folder.join(name);
        fs::read(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))
    };
    let mut fonts = fontdb::Database::new();
    for name in FONTS {
        fonts.load_font_data(read(name)?);
    }
    let options = Options {
        fontdb: Arc::new(fonts),
        ..Options::default()
    };
    let icon = String::from_utf8(read("icon.svg")?).map_err(|_| "icon.svg is not UTF-8")?;
    let pictures = pictures(site.catalog(), site.routes(), &icon);
    let drawn: Vec<(String, Vec<u8>)> = pictures
        .par_iter()
        .map(|picture| Ok((picture.path.clone(), draw(picture, &options)?)))
        .collect::<Result<_, String>>()?;
    let mut files = vec![("icon.svg".to_owned(), icon.into_bytes())];
    for (path, png) in drawn {
        if path == "favicon.png" {
            files.push(("favicon.ico".to_owned(), ico(&png)));
        } else {
            files.push((path, png));
        }
    }
    let stale: Vec<&(String, Vec<u8>)> = files
        .iter()
        .filter(|(path, bytes)| {
            fs::read(root.join("static").join(path)).map_or(true, |old| !alike(&old, bytes))
        })
        .collect();
    if check {
        for (path, _) in &stale {
            say(&format!("static/{path} is out of date"));
        }
        return Ok(if stale.is_empty() {
            Outcome::Clean
        } else {
            say("draw them anew: cargo run --release --features cards -- cards");
            Outcome::Problems
        });
    }
    for (path, bytes) in &stale {
        let to = root.join("static").join(path);
        let written = to
            .parent()
            .map_or(Ok(()), fs::create_dir_all)
            .and_then(|()| fs::write(&to, bytes));
        written.map_err(|error| format!("cannot write {}: {error}", to.display()))?;
    }
    say(&format!(
        "{} pictures, {} written",
        files.len(),
        stale.len()
    ));
    Ok(Outcome::Clean)
}

fn pictures(catalog: &Catalog, routes: Routes<'_>, icon: &str) -> Vec<Picture> {
    let path = |subject| routes.cards(subject).next().unwrap_or_default();
    let site = &catalog.site.title;
    let mut pictures = vec![Picture {
        path: path(Subject::Home),
        svg: card(&Words {
            badge: "",
            large: site,
            small: "",
            site: "",
            hue: HUES[0],
        }),
        size: CARD,
    }];
    for (at, book) in catalog.books.iter().enumerate() {
        pictures.push(Picture {
            path: path(Subject::Protocol(at)),
            svg: card(&Words {
                badge: "",
                large: &book.protocol.name,
                small: &book.protocol.long_name,
                site,
                hue: HUES[0],
            }),
            size: CARD,
        });
        for (i, code) in book.codes.iter().enumerate() {
            pictures.push(Picture {
                path: path(Subject::Code(at, i)),
                svg: card(&Words {
                    badge: &badge(book, code.class),
                    large: &code.slug,
                    small: &code.phrase,
                    site,
                    hue: HUES[code.class % HUES.len()],
                }),
                size: CARD,
            });
        }
    }
    let sized = |path: &str, svg: String, size: u32| Picture {
        path: path.to_owned(),
        svg,
        size: (size, size),
    };
    // Systems that cut icons to their own shape need a full square.
    let square = icon
        .replacen("<path", "<path fill=\"#0a55a8\" d=\"M0 0h32v64H0z\"/><path fill=\"#15181c\" d=\"M32 0h32v64H32z\"/><path", 1);
    pictures.extend([
        sized("favicon.png", icon.to_owned(), 32),
        sized("apple-touch-icon.png", square.clone(), 180),
        sized("icon-192.png", icon.to_owned(), 192),
        sized("icon-512.png", icon.to_owned(), 512),
        sized(
            "icon-maskable-512.png",
            square
                .replacen("0 0 64 64", "-8 -8 80 80", 1)
                .replacen("M0 0h32v64H0z", "M-8-8h40v80h-40z", 1)
                .replacen("M32 0h32v64H32z", "M32-8h40v80H32z", 1),
            512,
        ),
    ]);
    pictures
}

fn badge(book: &Book, class: usize) -> String {
    let protocol = &book.protocol;
    format!("{} {}", protocol.name, protocol.classes[class].key)
}

/// What a card says. No language: names, numbers and phrases of the protocol.
struct Words<'a> {
    badge: &'a str,
    large: &'a str,
    small: &'a str,
    site: &'a str,
    hue: &'a str,
}

fn card(words: &Words<'_>) -> String {
    let [badge, large, small, site] =
        [words.badge, words.large, words.small, words.site].map(versus::words::escape);
    let hue = words.hue;
    // About how wide the letters are; long texts get smaller ones.
    let fit = |text: &str, most: usize| most.min(1880 / text.chars().count().max(1));
    let (large_size, small_size) = (fit(words.large, 300), fit(words.small, 76));
    let base = if words.small.is_empty() { 400 } else { 370 };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\">\
         <rect width=\"1200\" height=\"630\" fill=\"#15181c\"/>\
         <rect width=\"28\" height=\"630\" fill=\"{hue}\"/>\
         <g font-family=\"Inter Display\" font-weight=\"700\" fill=\"#e4e7ea\">\
         <text x=\"86\" y=\"{base}\" font-size=\"{large_size}\" fill=\"{hue}\">{large}</text>\
         <text x=\"90\" y=\"480\" font-size=\"{small_size}\">{small}</text></g>\
         <g font-family=\"Inter Medium\" fill=\"#a7b0ba\" font-size=\"36\">\
         <text x=\"92\" y=\"104\">{badge}</text>\
         <text x=\"92\" y=\"570\">{site}</text></g></svg>"
    )
}

fn draw(picture: &Picture, options: &Options<'_>) -> Result<Vec<u8>, String> {
    let say = |why: String| format!("cannot draw {}: {why}", picture.path);
    let tree = Tree::from_str(&picture.svg, options).map_err(|error| say(error.to_string()))?;
    let (width, height) = picture.size;
    let mut pixels = Pixmap::new(width, height).ok_or_else(|| say("no size".into()))?;
    let (x, y) = (
        width as f32 / tree.size().width(),
        height as f32 / tree.size().height(),
    );
    resvg::render(&tree, Transform::from_scale(x, y), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| say(error.to_string()))
}

/// A PNG in the frame of an icon file, of 32 pixels each way.
fn ico(png: &[u8]) -> Vec<u8> {
    let length = u32::try_from(png.len()).unwrap_or(u32::MAX);
    let mut file = vec![0, 0, 1, 0, 1, 0, 32, 32, 0, 0, 1, 0, 32, 0];
    file.extend(length.to_le_bytes());
    file.extend(22_u32.to_le_bytes());
    file.extend(png);
    file
}

/// Whether two files show the same. Processors round differently, so bytes may differ where nothing is to be seen.
fn alike(old: &[u8], new: &[u8]) -> bool {
    if old == new {
        return true;
    }
    let pixels = |bytes: &[u8]| {
        let start = bytes.windows(4).position(|four| four == b"\x89PNG")?;
        Pixmap::decode_png(&bytes[start..]).ok()
    };
    let (Some(old), Some(new)) = (pixels(old), pixels(new)) else {
        return false;
    };
    old.width() == new.width()
        && old.height() == new.height()
        && old
            .data()
            .iter()
            .zip(new.data())
            .all(|(a, b)| a.abs_diff(*b) <= TOLERANCE)
}
