//! Several articles in one file: exports of news archives and pasted collections. Where the file shows it by
//! a mark that it repeats, [`articles_in`] tells where each article stands. One mark, or marks that do not
//! follow one another, divide nothing: a false division costs every link across it.

mod heads;

use crate::lang::Language;
use crate::text::Span;
use crate::text::marks::{self, Mark, MarkedLine};

/// The words that make an article of what stands between two marks. What has fewer is the page of the export.
const MIN_ARTICLE_WORDS: usize = 8;

/// Words in an article that a single rule parts from another.
const MIN_WORDS_UNDER_ONE_RULE: usize = 30;

/// Articles in the largest export. A file with more marks holds marks and little else, and is read as one.
const MAX_ARTICLES: usize = 20_000;

/// What follows the last closing mark is the summary of a search unless it is as long as this.
const MIN_LAST_WORDS: usize = 100;

/// The articles of a file in order; none if the file is one article, as nearly every file is.
pub fn articles_in(text: &str, language: &Language) -> Vec<Span> {
    let marked = marks::marked_lines(text, language);
    // Most files have no mark.
    if marked.is_empty() {
        return Vec::new();
    }
    let file = File { text, language, marked: &marked };
    let ways: [fn(&File<'_>) -> Vec<Span>; 6] = [numbered, closed, records, loaded, fenced, ruled];
    let found = ways.iter().map(|way| way(&file)).find(|articles| articles.len() >= 2).unwrap_or_default();
    if found.len() > MAX_ARTICLES {
        return Vec::new();
    }
    found.into_iter().map(|article| without_blank_lines(text, article)).collect()
}

/// A span without the blank lines that it begins with.
fn without_blank_lines(text: &str, span: Span) -> Span {
    let inside = span.of(text);
    let blank = inside.len() - inside.trim_start().len();
    let above = inside.get(..blank).and_then(|blank| blank.rfind(['\n', '\r'])).map_or(0, |at| at + 1);
    Span::new(span.start + above as u32, span.end)
}

/// A file with its marks, in order of place.
struct File<'t> {
    text: &'t str,
    language: &'t Language,
    marked: &'t [MarkedLine],
}

impl File<'_> {
    fn end(&self) -> u32 {
        self.text.len() as u32
    }

    /// The spans from each of `starts` to the next; those too short join the one before.
    fn between(&self, starts: impl IntoIterator<Item = u32>) -> Vec<Span> {
        let mut articles: Vec<Span> = Vec::new();
        for start in starts {
            match articles.last_mut() {
                Some(last) if self.words(Span::new(last.start, start), MIN_ARTICLE_WORDS) => {
                    last.end = start;
                    articles.push(Span::new(start, self.end()));
                }
                Some(_) => {}
                None => articles.push(Span::new(start, self.end())),
            }
        }
        if let [.., before, last] = articles.as_mut_slice()
            && !self.words(*last, MIN_ARTICLE_WORDS)
        {
            before.end = last.end;
            articles.pop();
        }
        articles
    }

    /// Whether there are at least so many words in a span.
    fn words(&self, span: Span, least: usize) -> bool {
        let mut words =
            span.of(self.text).split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
        words.nth(least - 1).is_some()
    }

    fn lines_with(&self, mark: fn(Mark) -> bool) -> impl Iterator<Item = Span> + Clone {
        self.marked.iter().filter(move |line| mark(line.mark)).map(|line| line.span)
    }
}

/// "1 of 37 DOCUMENTS", "Document 2 of 37": each number follows the one before it or precedes the next.
fn numbered(file: &File<'_>) -> Vec<Span> {
    let numbers = file.marked.iter().filter_map(|line| match line.mark {
        Mark::Number(number, of) => Some((number, of, line.span.start)),
        _ => None,
    });
    let numbers: Vec<_> = numbers.collect();
    let follows = |a: usize, b: usize| match (numbers.get(a), numbers.get(b)) {
        (Some(a), Some(b)) => a.1 == b.1 && a.0 + 1 == b.0,
        _ => false,
    };
    let counted = (0..numbers.len()).filter(|at| follows(*at, at + 1) || *at > 0 && follows(at - 1, *at));
    let counted: Vec<_> = counted.filter_map(|at| numbers.get(at)).collect();
    // The first article may have lost its number; what stands above number 1 is the page of the export.
    let unnumbered = counted.first().filter(|first| first.0 > 1).map(|_| 0);
    file.between(unnumbered.into_iter().chain(counted.iter().map(|(_, _, start)| *start)))
}

/// "End of Document", "Document COUR000020160507ec57000ab" under each article.
fn closed(file: &File<'_>) -> Vec<Span> {
    let ends: Vec<u32> = file.lines_with(|mark| mark == Mark::Closing).map(|line| line.end).collect();
    if ends.len() < 2 {
        return Vec::new();
    }
    let cover = file.lines_with(|mark| mark == Mark::CoverEnd).map(|line| line.end);
    let first = cover.filter(|end| ends.first().is_some_and(|close| end < close)).last().unwrap_or(0);
    let mut articles = file.between(std::iter::once(first).chain(ends.iter().copied()));
    if let (Some(last), Some(end)) = (articles.last_mut(), ends.last())
        && !file.words(Span::new(*end, last.end), MIN_LAST_WORDS)
    {
        if last.start == *end {
            articles.pop();
        } else {
            last.end = *end;
        }
    }
    articles
}

/// Records of fields: "HD …" or "Title: …", then at least two others.
fn records(file: &File<'_>) -> Vec<Span> {
    let mut starts = Vec::new();
    let mut last = (None, 0);
    for line in file.marked {
        match line.mark {
            Mark::Opens => last = (Some(line.span.start), 0),
            Mark::Field => last.1 += 1,
            _ => {}
        }
        if last.1 >= 2 {
            starts.extend(last.0.take());
        }
    }
    if starts.len() < 2 { Vec::new() } else { file.between(starts) }
}

/// "LENGTH: 512 words" in the head of each article and "LOAD-DATE: …" under it; a notice of copyright may
/// follow that.
fn loaded(file: &File<'_>) -> Vec<Span> {
    let mut starts = vec![0];
    // Where the article ends whose load date has been read.
    let mut end = None;
    for line in file.marked {
        match line.mark {
            Mark::Loaded => end = Some(line.span.end),
            Mark::Tail => end = end.map(|_| line.span.end),
            Mark::Length => starts.extend(end.take()),
            _ => {}
        }
    }
    if starts.len() < 2 { Vec::new() } else { file.between(starts) }
}

/// Notes that each begin with front matter.
fn fenced(file: &File<'_>) -> Vec<Span> {
    let rules: Vec<Span> = file.lines_with(|mark| mark == Mark::Rule).collect();
    let mut fences = Vec::new();
    let mut at = 0;
    while let (Some(open), Some(close)) = (rules.get(at), rules.get(at + 1)) {
        let fence = heads::is_front_matter(Span::new(open.end, close.start).of(file.text));
        fences.extend(fence.then_some(open.start));
        at += if fence { 2 } else { 1 };
    }
    if fences.len() < 2 {
        return Vec::new();
    }
    let above = fences.first().map(|first| Span::new(0, *first));
    let above = above.filter(|above| file.words(*above, MIN_LAST_WORDS)).map(|above| above.start);
    file.between(above.into_iter().chain(fences))
}

/// Rules, each with the head of an article under it: a line of its own, then who wrote it or when.
fn ruled(file: &File<'_>) -> Vec<Span> {
    let rules = file.lines_with(|mark| mark == Mark::Rule);
    let starts = std::iter::once(0).chain(rules.clone().map(|rule| rule.end));
    let ends = rules.map(|rule| rule.start).chain(std::iter::once(file.end()));
    let blocks = starts.zip(ends).map(|(start, end)| Span::new(start, end));
    let told: Vec<Span> = blocks.filter(|block| file.words(*block, MIN_ARTICLE_WORDS)).collect();
    let headed = told.iter().filter(|block| heads::is_headed(block.of(file.text), file.language)).count();
    // A rule inside an article parts what belongs together, so nearly every block must have a head. What
    // stands under a single rule may be a hint at another article.
    let brief = told.len() == 2 && !told.iter().all(|block| file.words(*block, MIN_WORDS_UNDER_ONE_RULE));
    if headed < 2 || told.len() > headed + 1 || brief {
        return Vec::new();
    }
    let starts = told.iter().filter(|block| heads::is_headed(block.of(file.text), file.language));
    file.between(starts.map(|block| block.start))
}

#[cfg(test)]
mod tests;
