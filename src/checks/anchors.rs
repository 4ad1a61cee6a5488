//! DL204 relative-anchor-conflict: two explained relative words, or one and the article's date, that ask for different
//! dates of the article.

use super::Finding;
use super::case::{Case, told_day};
use super::report::Report;
use crate::world::dates::{Gloss, glosses};

pub(super) fn check(case: &Case<'_>, report: &mut Report) {
    let glosses: Vec<Gloss> =
        glosses(case.article).into_iter().filter(|g| !report.is_tainted(g.span)).collect();
    for (at, gloss) in glosses.iter().enumerate() {
        let quote = case.quote(gloss.span);
        let finding = match case.dating().date.filter(|_| case.dating().stated) {
            Some(date) if !gloss.days.contains(date) => {
                let source = case.dating().evidence.first();
                let why = source.map_or("its date", |e| e.words.as_str());
                let message =
                    format!("`{quote}` makes the article’s {}, {why} {}", gloss.makes, told_day(date));
                let finding = Finding::new(204, gloss.span, message);
                match source.and_then(|e| e.place.clone()) {
                    Some(place) => finding.related(place, "the article’s date"),
                    None => finding,
                }
            }
            Some(_) => continue,
            None => {
                let earlier = glosses.iter().take(at).find(|g| g.days.and(&gloss.days).is_empty());
                let Some(earlier) = earlier else { continue };
                let other = case.quote(earlier.span);
                let message =
                    format!("`{other}` makes the article’s {}, `{quote}` {}", earlier.makes, gloss.makes);
                Finding::new(204, gloss.span, message).related(case.place(earlier.span), "the other")
            }
        };
        report.add(finding);
    }
}
