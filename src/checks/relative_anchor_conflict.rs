//! DL204 relative-anchor-conflict: two relative expressions with explanations ("last month, in June"), or one
//! and the article's date, that require different article dates.

use jiff::civil::Date;

use super::Finding;
use super::context::Context;
use super::reasoning::article_date::with_article_date;
use super::reasoning::wording;
use super::report::Report;
use crate::world::dates::{Gloss, glosses};

pub(super) fn check(context: &Context<'_>, report: &mut Report) {
    let mut glosses: Vec<Gloss> = glosses(context.article);
    glosses.retain(|gloss| !report.is_tainted(gloss.span));
    for (at, gloss) in glosses.iter().enumerate() {
        let finding = match context.dating().date.filter(|_| context.dating().stated) {
            Some(date) => against_article_date(context, gloss, date),
            None => against_earlier(context, gloss, glosses.iter().take(at)),
        };
        finding.into_iter().for_each(|finding| report.add(finding));
    }
}

fn against_article_date(context: &Context<'_>, gloss: &Gloss, date: Date) -> Option<Finding> {
    if gloss.days.contains(date) {
        return None;
    }
    let evidence = context.dating().evidence.first();
    let message = format!(
        "`{}` makes the article’s {}, {} {}",
        context.quote(gloss.span),
        gloss.makes,
        evidence.map_or("its date", |evidence| evidence.words.as_str()),
        wording::day(date)
    );
    Some(with_article_date(context, Finding::new(204, gloss.span, message)))
}

fn against_earlier<'g>(
    context: &Context<'_>,
    gloss: &Gloss,
    mut earlier: impl Iterator<Item = &'g Gloss>,
) -> Option<Finding> {
    let other = earlier.find(|other| other.days.and(&gloss.days).is_empty())?;
    let message = format!(
        "`{}` makes the article’s {}, `{}` {}",
        context.quote(other.span),
        other.makes,
        context.quote(gloss.span),
        gloss.makes
    );
    Some(Finding::new(204, gloss.span, message).related(context.place(other.span), "the other"))
}
