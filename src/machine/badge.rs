//! A code as a small picture, for READMEs and dashboards: the protocol on the left, code and phrase on the right.

use crate::machine::Scene;
use crate::words;

/// White stands on these at a contrast of 4.5 to 1 or more. They are the class colours of the light theme; a badge
/// stands on foreign pages, where the style sheet of the site does not reach.
const COLORS: [&str; 6] = [
    "#48596b", "#1c6b3c", "#0f6477", "#8a4b00", "#a4232c", "#71379d",
];

/// Pixels that a character takes, roughly; `textLength` makes the text exactly as wide, whatever the font.
const ADVANCE: usize = 7;

/// Draws the badge of a code.
pub(super) fn draw(scene: &Scene<'_>, at: usize, one: usize) -> String {
    let book = &scene.catalog.books[at];
    let code = &book.codes[one];
    let right = format!("{} {}", code.slug, code.phrase);
    let (left_text, right_text) = (&book.protocol.name, &right);
    let text_width = |text: &str| text.chars().count() * ADVANCE;
    let (left, right) = (text_width(left_text) + 12, text_width(right_text) + 12);
    let width = left + right;
    let color = COLORS[code.class % COLORS.len()];
    let label = words::escape(&format!("{left_text} {right_text}"));
    let text = |text: &str, middle: usize| {
        format!(
            "<text x=\"{middle}\" y=\"14\" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\">{}</text>",
            text_width(text),
            words::escape(text)
        )
    };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"20\" viewBox=\"0 0 {width} 20\" role=\"img\" aria-label=\"{label}\">\
         <title>{label}</title><clipPath id=\"r\"><rect width=\"{width}\" height=\"20\" rx=\"3\"/></clipPath>\
         <g clip-path=\"url(#r)\"><path fill=\"#444c54\" d=\"M0 0h{left}v20H0z\"/><path fill=\"{color}\" d=\"M{left} 0h{right}v20H{left}z\"/></g>\
         <g fill=\"#fff\" text-anchor=\"middle\" font-family=\"Verdana,'DejaVu Sans',sans-serif\" font-size=\"11\">{}{}</g></svg>\n",
        text(left_text, left / 2),
        text(right_text, left + right / 2),
    )
}
