//! Draws a call flow as a ladder diagram: inline SVG, coloured by the style sheet, readable by a screen reader.

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
    /// Start of the ids in the picture, unique on the page.
    pub id: &'a str,
    /// Title, for screen readers.
    pub title: &'a str,
    /// All steps in words, for screen readers.
    pub description: &'a str,
    /// Labels of the columns.
    pub columns: &'a [String],
    /// Steps in order.
    pub arrows: &'a [Arrow<'a>],
}

/// Four columns fit into half of a wide page.
const MARGIN: usize = 60;
const COLUMN: usize = 144;
const HEAD: usize = 40;
const STEP: usize = 34;
const DETAIL: usize = 14;
/// Longest label of a column on one line, in characters of average width.
const LABEL: usize = 15;
/// Messages longer than this are set smaller.
const LONG: usize = 24;

impl Ladder<'_> {
    /// The picture.
    pub fn svg(&self) -> String {
        let x = |column: usize| MARGIN + COLUMN * column;
        let width = 2 * MARGIN + COLUMN * self.columns.len().saturating_sub(1);
        let details = self
            .arrows
            .iter()
            .filter(|arrow| arrow.detail.is_some())
            .count();
        let height = HEAD + STEP * self.arrows.len() + DETAIL * details + 16;
        let id = self.id;
        let mut svg = format!(
            "<svg class=\"flow\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" \
             aria-labelledby=\"{id}-t {id}-d\"><title id=\"{id}-t\">{}</title><desc id=\"{id}-d\">{}</desc>",
            escape(self.title),
            escape(self.description),
        );
        for (column, label) in self.columns.iter().enumerate() {
            let lines = wrap(label);
            let mut y = if lines.len() > 1 { 12 } else { 24 };
            for line in lines {
                put(
                    &mut svg,
                    format_args!(
                        "<text class=\"r\" x=\"{}\" y=\"{y}\">{}</text>",
                        x(column),
                        escape(line)
                    ),
                );
                y += 15;
            }
            put(
                &mut svg,
                format_args!("<path class=\"l\" d=\"M{} {HEAD}V{height}\"/>", x(column)),
            );
        }
        let mut y = HEAD;
        for arrow in self.arrows {
            y += STEP;
            let (from, to) = (x(arrow.from), x(arrow.to));
            let middle = usize::midpoint(from, to);
            let back = if to > from {
                "-7-4l7 4-7 4"
            } else {
                "7-4l-7 4 7 4"
            };
            let marked = if arrow.marked { " k" } else { "" };
            let long = if arrow.message.chars().count() > LONG {
                " s"
            } else {
                ""
            };
            put(
                &mut svg,
                format_args!(
                    "<text class=\"m{marked}{long}\" x=\"{middle}\" y=\"{}\">{}</text>\
                     <path class=\"a{marked}\" d=\"M{from} {y}H{to}m{back}\"/>",
                    y - 7,
                    escape(arrow.message)
                ),
            );
            if let Some(detail) = arrow.detail {
                let y = y + 14;
                put(
                    &mut svg,
                    format_args!(
                        "<text class=\"d\" x=\"{middle}\" y=\"{y}\">{}</text>",
                        escape(detail)
                    ),
                );
            }
            y += if arrow.detail.is_some() { DETAIL } else { 0 };
        }
        svg.push_str("</svg>");
        svg
    }
}

fn put(svg: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = svg.write_fmt(text);
}

/// Breaks a label into at most two lines, at the space nearest to its middle.
fn wrap(label: &str) -> Vec<&str> {
    let width = |text: &str| {
        text.chars()
            .map(|c| if c > '\u{2E7F}' { 2 } else { 1 })
            .sum::<usize>()
    };
    let half = label.len() / 2;
    let space = label
        .match_indices(' ')
        .map(|(at, _)| at)
        .min_by_key(|at| at.abs_diff(half));
    match space {
        Some(at) if width(label) > LABEL => vec![&label[..at], &label[at + 1..]],
        _ => vec![label],
    }
}
