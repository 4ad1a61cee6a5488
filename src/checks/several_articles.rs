//! DL903 several-articles: the file holds more than one article, as exports of news archives do.

use super::Finding;
use super::context::Context;
use super::report::Report;

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let further = &context.article.sections.further_articles;
    let Some(second) = further.first() else { return };
    let message = format!("a new article begins here; this file holds {} of them", further.len() + 1);
    report.note(
        Finding::new(903, *second, message)
            .help("save each article as a file of its own, so that each has its own date and people"),
    );
}
