//! Draws a call flow as a ladder diagram: inline SVG, coloured by the style sheet, readable by a screen reader.

use std::borrow::Cow;
use std::fmt::Write;

use crate::words::escape;

/// A step of the diagram, with columns counted from 0.
#[derive(Debug, Clone)]
pub struct Arrow<'a> {
    /// Column that sends.
    pub from: usize,
    /// Column that receives.
    pub to: usize,
    /// What is sent.
    pub message: &'a str,
    /// The telling header field.
    pub detail: Option<&'a str>,
    /// Whether this is the step that the diagram is about.
    pub marked: bool,
}

/// A ladder diagram.
#[derive(Debug)]
pub struct Ladder<'a> {
    /// Title, for screen readers.
    pub title: &'a str,
    /// All steps in words, for screen readers.
    pub description: &'a str,
    /// Labels of the columns.
    pub columns: &'a [String],
    /// Steps in order.
    pub arrows: &'a [Arrow<'a>],
}

/// The picture is as wide as a phone leaves room for, and grows with its place: nobody has to scroll sideways.
const WIDTH: usize = 328;
/// From the edge to the first column.
const EDGE: usize = 50;
const HEAD: usize = 36;
const STEP: usize = 32;
const DETAIL: usize = 13;
/// Widths of a character of average width, in tenths: labels of columns, messages, details.
const LABEL: usize = 72;
const MESSAGE: usize = 73;
const SMALL: usize = 64;

impl Ladder<'_> {
    /// The picture.
    pub fn svg(&self) -> String {
        let gap = (WIDTH - 2 * EDGE) / self.columns.len().saturating_sub(1).max(1);
        let x = |column: usize| EDGE + gap * column;
        let (mut lines, mut arrows, mut marked) = (String::new(), String::new(), String::new());
        let mut texts = String::new();
        let mut y = HEAD;
        for arrow in self.arrows {
            y += STEP;
            let (from, to) = (x(arrow.from), x(arrow.to));
            let middle = usize::midpoint(from, to);
            let head = if to > from {
                "m-6-4l6 4-6 4"
            } else {
                "m6-4l-6 4 6 4"
            };
            let path = if arrow.marked {
                &mut marked
            } else {
                &mut arrows
            };
            put(path, format_args!("M{from} {y}H{to}{head}"));
            let class = if arrow.marked { " class=k" } else { "" };
            let at = within(middle, arrow.message, MESSAGE);
            let message = escape(arrow.message);
            put(
                &mut texts,
                format_args!("<text{class} x={at} y={}>{message}</text>", y - 6),
            );
            if let Some(detail) = arrow.detail {
                y += DETAIL;
                let at = within(middle, detail, SMALL);
                let detail = escape(detail);
                put(
                    &mut texts,
                    format_args!("<text class=d x={at} y={y}>{detail}</text>"),
                );
            }
        }
        let height = y + 12;
        let mut labels = String::new();
        for (column, label) in self.columns.iter().enumerate() {
            put(&mut lines, format_args!("M{} {HEAD}V{height}", x(column)));
            let rows = wrap(label, gap * 10 / LABEL);
            let mut y = HEAD - 10 - 14 * (rows.len() - 1);
            for row in rows {
                let at = within(x(column), &row, LABEL);
                let row = escape(&row);
                put(
                    &mut labels,
                    format_args!("<text class=r x={at} y={y}>{row}</text>"),
                );
                y += 14;
            }
        }
        let mut svg = format!(
            "<svg class=flow viewBox=\"0 0 {WIDTH} {height}\" role=img><title>{}</title><desc>{}</desc>\
             <path class=l d=\"{lines}\"/><path d=\"{arrows}\"/>",
            escape(self.title),
            escape(self.description),
        );
        if !marked.is_empty() {
            put(&mut svg, format_args!("<path class=k d=\"{marked}\"/>"));
        }
        svg + &labels + &texts + "</svg>"
    }
}

fn put(svg: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = svg.write_fmt(text);
}

fn is_wide(c: char) -> bool {
    c > '\u{2E7F}'
}

/// Width in characters of average width.
fn width(text: &str) -> usize {
    text.chars().map(|c| 1 + usize::from(is_wide(c))).sum()
}

/// The middle of a text that stays inside the picture, as near to where it belongs as can be.
fn within(middle: usize, text: &str, character: usize) -> usize {
    let half = width(text) * character / 20;
    middle
        .min(WIDTH.saturating_sub(half))
        .max(half.min(WIDTH / 2))
}

/// Where a label may be broken, for one whose language does not show it: invisible, and shown nowhere.
pub const BREAK: char = '\u{200B}';

/// Breaks a label that is longer than `most` into two lines near its middle: where it says, at a space, or, in a script
/// that is written without spaces, where one kind of character gives way to another.
fn wrap(label: &str, most: usize) -> Vec<Cow<'_, str>> {
    let whole = label.replace(BREAK, "");
    if width(&whole) <= most {
        return vec![whole.into()];
    }
    if let Some((first, second)) = label.split_once(BREAK) {
        return vec![first.into(), second.replace(BREAK, "").into()];
    }
    let rows = halves(label).into_iter();
    rows.map(Cow::Borrowed).collect()
}

fn halves(label: &str) -> Vec<&str> {
    let half = label.len() / 2;
    let nearest = |places: Vec<usize>| places.into_iter().min_by_key(|at| at.abs_diff(half));
    if let Some(at) = nearest(label.match_indices(' ').map(|(at, _)| at).collect()) {
        return vec![&label[..at], &label[at + 1..]];
    }
    let phonetic = |c: char| ('\u{3040}'..'\u{30A0}').contains(&c);
    let chars: Vec<(usize, char)> = label.char_indices().collect();
    let pairs = chars.windows(2);
    let changes = pairs
        .clone()
        .filter(|two| phonetic(two[0].1) && !phonetic(two[1].1));
    let any = pairs.filter(|two| is_wide(two[0].1) && is_wide(two[1].1));
    let at = nearest(changes.map(|two| two[1].0).collect())
        .or_else(|| nearest(any.map(|two| two[1].0).collect()));
    at.map_or_else(|| vec![label], |at| vec![&label[..at], &label[at..]])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_label_breaks_where_it_says() {
        let label = format!("リダイレクト{BREAK}サーバー");
        assert_eq!(wrap(&label, 30), ["リダイレクトサーバー"]);
        assert_eq!(wrap(&label, 10), ["リダイレクト", "サーバー"]);
        assert_eq!(wrap("着信者の別の電話機", 10), ["着信者の", "別の電話機"]);
        assert_eq!(wrap("redirect server", 10), ["redirect", "server"]);
    }
}
