//! What a time mention means, in words for readers: the day or the days, a length, how often.

use crate::text::Index;
use crate::time::{Modifier, Resolved, Timex, wording};
use crate::world::DatedArticle;

/// The meaning of the time mention `index`: "Mon 18 Sept 2023", "4 days". Empty if there is none.
pub fn meaning(dated: &DatedArticle, index: Index<Timex>) -> String {
    let found = index.of(&dated.article.times).zip(dated.shown_time(index));
    found.map_or_else(String::new, |(timex, (resolved, likely))| {
        marked(likely, resolved_words(timex, resolved))
    })
}

/// A likely meaning begins with a mark that no date in a text has: "~Mon 18 Sept 2023".
pub fn marked(likely: bool, words: String) -> String {
    if likely && !words.is_empty() { format!("~{words}") } else { words }
}

/// The meaning of a mention and what it resolved to, without the mark.
pub fn resolved_words(timex: &Timex, resolved: &Resolved) -> String {
    match resolved.window {
        Some(window) => {
            let about = if timex.modifier == Some(Modifier::Approx) { "about " } else { "" };
            format!("{about}{}{}", wording::window(window), wording::time_of_day(&resolved.value))
        }
        None => wording::value(timex.kind, &resolved.value, timex.modifier),
    }
}

/// When an article was written, in words: "Mon 18 Sept 2023", "~13–14 May 2019" where that is only likely.
pub fn article_date(dated: &DatedArticle) -> Option<String> {
    dated.dating.date.map(wording::day).or_else(|| Some(marked(true, likely_date(dated)?)))
}

/// The same in a sentence: "Mon 18 Sept 2023", "about 13–14 May 2019".
pub fn about_date(dated: &DatedArticle) -> Option<String> {
    dated.dating.date.map(wording::day).or_else(|| Some(format!("about {}", likely_date(dated)?)))
}

/// The days one of which is likely the article's, without the mark: "13–14 May 2019".
pub fn likely_date(dated: &DatedArticle) -> Option<String> {
    dated.dating.likely.map(|likely| wording::window(likely.window))
}
