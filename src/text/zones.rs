//! The parts of an article file: front matter, headline, dateline, byline, body, caption, and the furniture
//! of scraped pages. Lines are classified first, then joined into paragraphs.

mod datelines;
mod furniture;
mod paragraphs;
mod records;
mod shapes;
mod wrapping;

pub use datelines::dateline;
pub(super) use shapes::is_end_hyphen;

use super::{Span, lines::lines};
use crate::lang::WordClasses;
use crate::lang::text::TextClass;

/// How deep a quotation of mail in mail is read.
const MAX_QUOTE_DEPTH: u8 = 9;

/// What part of an article file a zone is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ZoneKind {
    /// `---` to `---` at the top of a Markdown note.
    FrontMatter,
    Headline,
    /// "Published 14 July 2025", "By Jane Roe | May 3".
    Byline,
    /// "BEIJING, July 13 (Wire) --" at the start of a paragraph.
    Dateline,
    Body,
    /// Bullet points that summarise the article.
    Summary,
    Caption,
    /// Breadcrumbs, "Advertisement", video lengths, comment counts: never read.
    Furniture,
}

impl ZoneKind {
    /// Whether the zone is read for names and dates.
    pub const fn is_prose(self) -> bool {
        !matches!(self, Self::FrontMatter | Self::Furniture)
    }
}

/// A paragraph, or a line of its own kind. Zones are in order and disjoint; only white space and marks of
/// quotation (">") lie between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone {
    pub kind: ZoneKind,
    pub span: Span,
}

/// Splits a whole file into zones.
pub(super) fn split(text: &str, words: &WordClasses<TextClass>) -> Vec<Zone> {
    let mut all: Vec<Line> = lines(text).map(|span| line(text, span)).collect();
    let front = front_matter(text, &all);
    let mut zones = Vec::new();
    if let Some(last) = front {
        let start = all.first().map_or(0, |line| line.full.start);
        let end = all.get(last).map_or(start, |line| line.full.end);
        zones.push(Zone { kind: ZoneKind::FrontMatter, span: Span::new(start, end) });
        all.drain(..=last);
    }
    furniture::mark(text, words, &mut all);
    let all = records::mark(text, words, all);
    let blocks = paragraphs::join(text, words, &all);
    paragraphs::classify(text, words, &blocks, &mut zones);
    zones
}

/// A line on its way into a zone: without outer white space and marks of quotation, with what is known of it
/// so far.
#[derive(Clone, Copy, Debug)]
struct Line {
    span: Span,
    full: Span,
    kind: Option<ZoneKind>,
    /// How many ">" stand before it, as in mail and Markdown.
    quoted: u8,
}

fn line(text: &str, full: Span) -> Line {
    let mut span = trimmed(text, full);
    let mut quoted = 0;
    while quoted < MAX_QUOTE_DEPTH && span.of(text).starts_with('>') {
        quoted += 1;
        span = trimmed(text, Span::new(span.start + 1, span.end));
    }
    Line { span, full, kind: None, quoted }
}

fn trimmed(text: &str, line: Span) -> Span {
    let content = line.of(text);
    let blank = |c: char| c.is_whitespace() || c.is_control() || super::is_invisible(c);
    let start = content.len() - content.trim_start_matches(blank).len();
    let kept = content.trim_matches(blank).len();
    Span::new(line.start + start as u32, line.start + (start + kept) as u32)
}

/// The index of the closing fence, if the file begins with front matter: YAML between `---`, TOML between
/// `+++`.
fn front_matter(text: &str, all: &[Line]) -> Option<usize> {
    let closing: &[&str] = match all.first()?.span.of(text).trim_start_matches('\u{feff}') {
        "---" => &["---", "..."],
        "+++" => &["+++"],
        _ => return None,
    };
    all.iter().take(80).skip(1).position(|line| closing.contains(&line.span.of(text))).map(|at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;

    fn zones(text: &str) -> Vec<(ZoneKind, &str)> {
        split(text, &Language::english().text).iter().map(|z| (z.kind, z.span.of(text))).collect()
    }

    #[test]
    fn a_scraped_page() {
        use ZoneKind::*;
        let text = "Home > World\nAdvertisement\nMinister Ann Roe Opens Talks In Oslo\n\nOSLO, May 3 (Wire) -- The talks began.\n02:14\nRoe lands in Oslo\nRoe lands in Oslo\nShe left on Monday.\n\n41\n";
        assert_eq!(
            zones(text),
            [
                (Furniture, "Home > World"),
                (Furniture, "Advertisement"),
                (Headline, "Minister Ann Roe Opens Talks In Oslo"),
                (Dateline, "OSLO, May 3 (Wire) --"),
                (Body, "The talks began."),
                (Furniture, "02:14"),
                (Caption, "Roe lands in Oslo"),
                (Caption, "Roe lands in Oslo"),
                (Body, "She left on Monday."),
                (Furniture, "41"),
            ]
        );
    }

    #[test]
    fn a_hard_wrap_is_no_paragraph() {
        let text = "The minister told reporters in Oslo that Angela\nMerkel would come in the spring to see the new\nport.\nA second paragraph stands here.";
        let bodies: Vec<_> = zones(text);
        assert_eq!(bodies.len(), 2, "{bodies:?}");
    }

    #[test]
    fn short_wraps_are_joined() {
        for text in [
            "Ann Roe left on Friday after six years as foreign minister. She met Prime\nMinister Igor Lund last month.",
            "The house was left to Jan van der\nBerg and to Joan de la\nCruz.",
            "OSLO, May 3 (Wire) -- The talks that Ann Roe had called for began with Lars\nHolm in the chair.",
            "> He wrote to the board of the Har-\n> bour Company.",
        ] {
            let bodies = zones(text).iter().filter(|(kind, _)| *kind == ZoneKind::Body).count();
            assert_eq!(bodies, 1, "{:?}", zones(text));
        }
    }

    #[test]
    fn lines_of_their_own_are_not_joined() {
        for text in [
            // A headline above its story, names in a list, a verse, the rows of a table, a timeline.
            "Norway and Denmark quarrel over fish\nAnn Roe met Lars Holm in Oslo.",
            "Present:\nAnn Roe\nLars Holm\nMary Holt",
            "The harbour sleeps beneath the snow\nThe gulls have nowhere left to go",
            "Oslo\tAnn Roe\nCopenhagen\tLars Holm",
            "2024-05-03,Oslo,Ann Roe\n2024-05-04,Rome,Lars Holm",
            "3 May 2024: Ann Roe came to Oslo and spoke there for an hour\n4 May 2024: Lars Holm left.",
            "Ann Roe, foreign minister of Norway since the spring\nLars Holm, foreign minister of Denmark",
            "- Ann Roe spoke about the price of fish and the\n- Lars Holm left.",
        ] {
            let zones = zones(text);
            assert_eq!(zones.len(), text.lines().count(), "{zones:?}");
        }
    }

    #[test]
    fn the_record_of_an_archive() {
        use ZoneKind::*;
        let lexis = "   2 of 37 DOCUMENTS\n\n   The Courier\n\n   March 14, 2016 Monday\n   Final Edition\n\nTalks end\n\nBYLINE: Jane Roe\n\nSECTION: NEWS; Pg. 12\n\nLENGTH: 90 words\n\nDATELINE: OSLO\n\nShe spoke.\n\nLOAD-DATE: March 15, 2016\n\nCopyright 2016 The Courier\n";
        assert_eq!(
            zones(lexis),
            [
                (Furniture, "2 of 37 DOCUMENTS"),
                (Furniture, "The Courier"),
                (Byline, "March 14, 2016 Monday"),
                (Furniture, "Final Edition"),
                (Headline, "Talks end"),
                (Byline, "BYLINE: Jane Roe"),
                (Furniture, "SECTION: NEWS; Pg. 12"),
                (Furniture, "LENGTH: 90 words"),
                (Furniture, "DATELINE:"),
                (Dateline, "OSLO"),
                (Body, "She spoke."),
                (Furniture, "LOAD-DATE: March 15, 2016"),
                (Furniture, "Copyright 2016 The Courier"),
            ]
        );
        let factiva = "HD\nTalks end\nBY By Jane Roe\nWC 90 words\nPD 14 March 2016\nLP\nShe spoke.\nAN Document COUR000020160314ec57000ab\n";
        assert_eq!(
            zones(factiva),
            [
                (Furniture, "HD"),
                (Headline, "Talks end"),
                (Furniture, "BY By Jane Roe"),
                (Furniture, "WC 90 words"),
                (Furniture, "PD 14 March 2016"),
                (Furniture, "LP"),
                (Body, "She spoke."),
                (Furniture, "AN Document COUR000020160314ec57000ab"),
            ]
        );
        let proquest = "Talks end\n\nAuthor: Roe, Jane\nFull text: She spoke.\nPublication title: The Courier\nPublication date: Mar 14, 2016\n";
        assert_eq!(
            zones(proquest),
            [
                (Headline, "Talks end"),
                (Furniture, "Author: Roe, Jane"),
                (Furniture, "Full text:"),
                (Body, "She spoke."),
                (Furniture, "Publication title: The Courier"),
                (Furniture, "Publication date: Mar 14, 2016"),
            ]
        );
        // One label makes no record.
        assert_eq!(zones("Title: a word before a name.").len(), 1);
    }

    #[test]
    fn years_head_the_sections_of_a_history() {
        let kinds = |text| zones(text).iter().map(|(kind, _)| *kind).collect::<Vec<_>>();
        use ZoneKind::*;
        assert_eq!(kinds("1936\n\nThe war began.\n\n1937\n\nIt went on."), [Headline, Body, Headline, Body]);
        assert_eq!(kinds("The war began.\n\n1936\n"), [Body, Furniture]);
    }

    #[test]
    fn front_matter_and_a_heading() {
        use ZoneKind::*;
        let text = "---\ntitle: Notes\ndate: 2024-05-03\n---\n# Notes on Oslo\n\nShe spoke.";
        assert_eq!(
            zones(text),
            [
                (FrontMatter, "---\ntitle: Notes\ndate: 2024-05-03\n---"),
                (Headline, "# Notes on Oslo"),
                (Body, "She spoke."),
            ]
        );
    }
}
