//! A frame: a page without the texts that differ from page to page, and how to put them in.
//!
//! A comparison is one of thousands. Its template runs once for all comparisons of the same shape, with marks in place
//! of texts ([`super::walk`]); what comes out is cut at the marks, and every other page is put together from the pieces.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, RwLock};

use tera::{Context, Tera};

use super::apart::Walked;
use super::walk::{self, CLOSE, OPEN, SAME};
use super::{Given, Shared};
use crate::diagnostic::Diagnostic;

/// Stands before and after what a loop makes of each item.
const LOOP: char = '\u{E012}';
const LOOP_END: char = '\u{E013}';
/// All marks begin with these two bytes.
const SIGN: &[u8; 2] = b"\xEE\x80";

/// Most shapes to remember. Real templates have some dozen; one that has thousands gains nothing.
const MOST: usize = 500;

/// The frames of one site in one language, made as pages need them.
#[derive(Default)]
pub struct Frames {
    known: RwLock<BTreeMap<Vec<u8>, Known>>,
    /// How many pages went into frames.
    filled: AtomicUsize,
}

/// What is known of a shape.
#[derive(Clone)]
enum Known {
    /// One page had it, so far.
    Once,
    Framed(Arc<Frame>),
    /// A page that was filled into the frame came out otherwise than alone.
    Unfit,
}

/// The values of a page, taken apart.
type Apart<'a> = Vec<Cow<'a, Walked>>;

/// The values of a page taken apart. Nothing when one of them cannot be.
pub(super) fn apart<'a>(values: &[Given<'a>]) -> Option<Apart<'a>> {
    let one = |given: &Given<'a>| match given.shared {
        Some(Shared(walked)) => walked.as_ref().map(Cow::Borrowed),
        None => given.value.apart().ok().map(Cow::Owned),
    };
    values.iter().map(one).collect()
}

impl Frames {
    /// How many pages were put together from pieces so far.
    pub fn filled(&self) -> usize {
        self.filled.load(Ordering::Relaxed)
    }

    /// Puts a page together. The first page of a shape is rendered alone, by `alone`, and the second too: it shows
    /// whether the frame that is made then says the same.
    pub(super) fn fill(
        &self,
        marked: &Tera,
        template: &str,
        values: &[Given<'_>],
        page: &Apart<'_>,
        out: &mut Vec<u8>,
        alone: impl Fn(&mut Vec<u8>) -> Result<(), Box<Diagnostic>>,
    ) -> Result<(), Box<Diagnostic>> {
        let mut key = Vec::with_capacity(512);
        key.extend_from_slice(template.as_bytes());
        for walked in page {
            key.push(b' ');
            key.extend_from_slice(&walked.shape);
        }
        let known = self.known.read().ok();
        let known = known.and_then(|known| known.get(&key).cloned());
        if let Some(Known::Framed(frame)) = &known
            && frame.fill(page, out).is_some()
        {
            self.filled.fetch_add(1, Ordering::Relaxed);
            return Ok(());
        }
        out.clear();
        alone(out)?;
        let next = match known {
            None => Known::Once,
            Some(Known::Once) => frame(marked, template, values, page, out),
            Some(_) => return Ok(()),
        };
        if let Ok(mut known) = self.known.write()
            && (known.len() < MOST || known.contains_key(&key))
        {
            known.insert(key, next);
        }
        Ok(())
    }
}

/// The frame of a page, from the templates with signs around what loops make.
fn frame(
    marked: &Tera,
    template: &str,
    values: &[Given<'_>],
    page: &Apart<'_>,
    alone: &[u8],
) -> Known {
    let made = || {
        let mut context = Context::new();
        for (at, given) in values.iter().enumerate() {
            context.insert_value(given.name, walk::marked(given.value, at).ok()?);
        }
        let mut out = Vec::with_capacity(alone.len());
        marked.render_to(template, &context, &mut out).ok()?;
        let frame = Frame::cut(&out)?;
        out.clear();
        frame.fill(page, &mut out)?;
        (out == alone).then_some(frame)
    };
    made().map_or(Known::Unfit, |frame| Known::Framed(Arc::new(frame)))
}

/// A page in pieces.
#[derive(Debug, Default)]
struct Frame {
    text: Vec<u8>,
    pieces: Vec<Piece>,
}

#[derive(Debug)]
enum Piece {
    /// A part of the frame's own text.
    Own(usize, usize),
    /// A text of a variable.
    Text { variable: usize, at: usize },
    /// A list of a variable, with the pieces of each shape of its items.
    List {
        variable: usize,
        list: usize,
        bodies: Vec<Vec<Piece>>,
    },
    /// A text of the item of the list around.
    Item { at: usize },
}

/// What a mark says.
struct Mark {
    variable: usize,
    /// List and shape of the item.
    item: Option<(usize, usize)>,
    at: usize,
}

/// What a loop is over.
#[derive(Default)]
struct Around {
    /// A list that is the same on all pages.
    same: bool,
    /// The variable, and list and shape of the item.
    item: Option<(usize, (usize, usize))>,
}

impl Frame {
    /// Cuts a page at its marks. Nothing when a loop makes something else than items of one list.
    fn cut(page: &[u8]) -> Option<Self> {
        let mut frame = Self::default();
        let mut rest = page;
        frame.pieces = frame.pieces(&mut rest, None)?;
        rest.is_empty().then_some(frame)
    }

    /// Pieces up to the end, or up to the end of the loop that we are in.
    fn pieces(&mut self, rest: &mut &[u8], mut around: Option<&mut Around>) -> Option<Vec<Piece>> {
        let mut pieces = Vec::new();
        loop {
            let at = memchr::memmem::find(rest, SIGN).unwrap_or(rest.len());
            self.own(&mut pieces, &rest[..at]);
            let Some((sign, after)) = rest[at..].split_at_checked(OPEN.len_utf8()) else {
                *rest = &[];
                return around.is_none().then_some(pieces);
            };
            *rest = after;
            match std::str::from_utf8(sign).ok()?.chars().next()? {
                OPEN => {
                    let mark = mark(rest)?;
                    if mark.item.is_none() {
                        let Mark { variable, at, .. } = mark;
                        pieces.push(Piece::Text { variable, at });
                        continue;
                    }
                    pieces.push(Piece::Item { at: mark.at });
                    let around = around.as_deref_mut()?;
                    let of = (mark.variable, mark.item?);
                    if around.item.is_some_and(|known| known != of) {
                        return None;
                    }
                    around.item = Some(of);
                }
                SAME => around.as_deref_mut()?.same = true,
                LOOP if around.is_none() => {
                    let mut around = Around::default();
                    let body = self.pieces(rest, Some(&mut around))?;
                    match around.item {
                        Some((variable, item)) => add(&mut pieces, variable, item, body)?,
                        None if around.same => pieces.extend(body),
                        None => return None,
                    }
                }
                LOOP_END if around.is_some() => return Some(pieces),
                _ => return None,
            }
        }
    }

    /// Adds a part of the frame itself.
    fn own(&mut self, pieces: &mut Vec<Piece>, text: &[u8]) {
        let start = self.text.len();
        self.text.extend_from_slice(text);
        match pieces.last_mut() {
            _ if text.is_empty() => {}
            Some(Piece::Own(_, end)) if *end == start => *end = self.text.len(),
            _ => pieces.push(Piece::Own(start, self.text.len())),
        }
    }

    /// Puts the texts of a page in. `variables` have the shapes that the frame was made for.
    fn fill(&self, variables: &Apart<'_>, out: &mut Vec<u8>) -> Option<()> {
        let variables: Vec<&Walked> = variables.iter().map(AsRef::as_ref).collect();
        let variables = variables.as_slice();
        for piece in &self.pieces {
            let Piece::List {
                variable,
                list,
                bodies,
            } = piece
            else {
                self.put(piece, variables, None, out)?;
                continue;
            };
            let walked = variables.get(*variable)?;
            for (shape, first) in walked.items(*list) {
                for piece in bodies.get(shape)? {
                    self.put(piece, variables, Some((walked, first)), out)?;
                }
            }
        }
        Some(())
    }

    fn put(
        &self,
        piece: &Piece,
        variables: &[&Walked],
        item: Option<(&Walked, usize)>,
        out: &mut Vec<u8>,
    ) -> Option<()> {
        out.extend_from_slice(match piece {
            Piece::Own(start, end) => &self.text[*start..*end],
            Piece::Text { variable, at } => variables.get(*variable)?.text(*at)?,
            Piece::Item { at } => {
                let (walked, first) = item?;
                walked.listed(first + at)?
            }
            Piece::List { .. } => return None,
        });
        Some(())
    }
}

/// The mark after its sign, which is taken away.
fn mark(rest: &mut &[u8]) -> Option<Mark> {
    let end = memchr::memmem::find(rest, CLOSE.encode_utf8(&mut [0; 4]).as_bytes())?;
    let numbers = std::str::from_utf8(&rest[..end]).ok()?.split(' ');
    let numbers: Option<Vec<usize>> = numbers.map(|number| number.parse().ok()).collect();
    *rest = &rest[end + CLOSE.len_utf8()..];
    match numbers?[..] {
        [variable, at] => Some(Mark {
            variable,
            item: None,
            at,
        }),
        [variable, list, shape, at] => Some(Mark {
            variable,
            item: Some((list, shape)),
            at,
        }),
        _ => None,
    }
}

/// Adds what a loop makes of the items of one shape. A loop makes one item of each shape, in order.
fn add(
    pieces: &mut Vec<Piece>,
    of: usize,
    (number, shape): (usize, usize),
    body: Vec<Piece>,
) -> Option<()> {
    if shape == 0 {
        pieces.push(Piece::List {
            variable: of,
            list: number,
            bodies: vec![body],
        });
        return Some(());
    }
    match pieces.last_mut() {
        Some(Piece::List {
            variable,
            list,
            bodies,
        }) if (*variable, *list, bodies.len()) == (of, number, shape) => {
            bodies.push(body);
            Some(())
        }
        _ => None,
    }
}

/// A template with a sign before and after what each loop makes of an item.
pub(super) fn with_loops(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut rest = text;
    while let Some(at) = rest.find("{%") {
        let (before, tag) = rest.split_at(at);
        let Some(end) = tag.find("%}") else { break };
        let (tag, after) = tag.split_at(end + 2);
        let inside = tag[2..end].trim_matches('-').trim();
        out.push_str(before);
        // A sign takes the spaces away that the tag next to it would.
        if inside == "endfor" {
            let trim = if tag.starts_with("{%-") { "-" } else { "" };
            out.push_str(&format!("{{{{{trim} \"{LOOP_END}\" }}}}"));
        }
        out.push_str(tag);
        if inside.starts_with("for ") {
            let trim = if tag.ends_with("-%}") { "-" } else { "" };
            out.push_str(&format!("{{{{ \"{LOOP}\" {trim}}}}}"));
        }
        rest = after;
    }
    out + rest
}
