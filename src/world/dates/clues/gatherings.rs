//! Gatherings of public record: "the third Belt and Road Forum next month" is written in one month only.

use super::{Clue, ClueKind, around, disjoint};
use crate::almanac::{self, Gathering, GatheringSeries};
use crate::article::{Article, Cue, Days};
use crate::meetings::series::key;
use crate::meetings::{EventMention, Status};
use crate::names::NameKind;
use crate::text::normalise::{one_line, slug};
use crate::text::{Index, ZoneKind};
use crate::time::{Anchor, Tense, Timex, TimexKind, Window, wording};
use crate::world::dates::Known;
use crate::world::dates::inferred::{days_for, is_lead, own_voice, quote};

/// A sentence with a day and a town is common; trying all of them is expensive.
const MAX_TOWNS: usize = 4;

/// Trying every day is expensive, and an article that names more gatherings has said enough.
const MAX_CLUES: usize = 6;

/// News dates itself early; asking each of ten thousand mentions about its whole chain is expensive.
const MAX_MENTIONS: usize = 300;

pub(super) fn clues(article: &Article, known: &Known) -> Vec<Clue> {
    let mut found = Found::default();
    // A time says more than a tense, so all times come first; of one series one clue is enough.
    found.add(article, known, by_time);
    found.add(article, known, by_meeting_beside);
    found.add(article, known, by_town);
    by_towns(article, &mut found);
    found.add(article, known, by_status);
    found.clues
}

/// What has been found so far.
#[derive(Default)]
struct Found<'a> {
    clues: Vec<Clue>,
    /// The series that these tell of.
    told: Vec<&'a str>,
    /// The gatherings that a time in their town fits.
    there: Vec<Gathering>,
}

impl<'a> Found<'a> {
    /// Adds a clue for each mention for which `by` has one.
    fn add(
        &mut self,
        article: &'a Article,
        known: &Known,
        by: fn(&Article, &EventMention, &[Gathering]) -> Option<Clue>,
    ) {
        for mention in article.meetings.mentions.iter().take(MAX_MENTIONS) {
            let series = series(article, mention);
            let again = series.is_some_and(|series| self.told.contains(&series));
            if again || self.clues.len() >= MAX_CLUES || !counts(article, known, mention) {
                continue;
            }
            let meant = meant(article, mention);
            if meant.iter().any(|one| self.there.iter().any(|other| other.name == one.name)) {
                continue;
            }
            let clue = by(article, mention, &meant).filter(|new| is_new(new, &self.clues));
            if clue.is_some() {
                self.told.extend(series);
            }
            self.clues.extend(clue);
        }
    }
}

/// Whether the article tells of the meeting itself, and no profile knows its date.
fn counts(article: &Article, known: &Known, mention: &EventMention) -> bool {
    let zone = article.zone_at(mention.span.start);
    matches!(zone, ZoneKind::Body | ZoneKind::Summary | ZoneKind::Headline)
        && known.when(mention, article.text.slice(mention.span)).is_none()
}

/// Whether no clue has said the same.
fn is_new(new: &Clue, said: &[Clue]) -> bool {
    said.iter().all(|old| old.bins != new.bins)
}

/// The gatherings that a mention may mean: those of its series or, of two people, theirs; of the place it
/// gives.
fn meant(article: &Article, mention: &EventMention) -> Vec<Gathering> {
    let all: Vec<Gathering> = match series(article, mention) {
        Some(series) => {
            almanac::series(&key(series).0).into_iter().flat_map(GatheringSeries::gatherings).collect()
        }
        None => of_people(article, mention),
    };
    let edition = |one: &Gathering| mention.edition.is_none() || one.edition == mention.edition;
    all.into_iter().filter(|one| edition(one) && fits_place(article, mention, one)).collect()
}

/// The series that the mention or another of its chain names.
fn series<'a>(article: &'a Article, mention: &EventMention) -> Option<&'a str> {
    let chain = mention.local.of(&article.meetings.local)?;
    chain.mentions.iter().find_map(|at| at.of(&article.meetings.mentions)?.series.as_deref())
}

/// Gatherings of public record that all participants of the mention took part in, if there are two or more.
fn of_people(article: &Article, mention: &EventMention) -> Vec<Gathering> {
    let names = mention.who.iter().filter_map(|who| who.of(&article.names.entities));
    let ids: Vec<String> = names
        .filter_map(|entity| match almanac::people_named(&entity.name).as_slice() {
            [person] => Some(person.id()),
            _ => None,
        })
        .collect();
    if ids.len() < 2 || ids.len() < mention.who.len() {
        return Vec::new();
    }
    almanac::gatherings_of(&ids)
}

/// Whether the gathering was in the town or country that the mention gives, if it gives one.
fn fits_place(article: &Article, mention: &EventMention, one: &Gathering) -> bool {
    let town =
        mention.place.filter(|_| !mention.whole_country).and_then(|place| place.of(&article.names.entities));
    let country = mention.country.is_none_or(|country| country.as_str() == one.country);
    country && town.is_none_or(|town| slug(&town.name) == slug(one.city))
}

/// "Next month", "on Tuesday", "in late August": the days on which that means one of them.
fn by_time(article: &Article, mention: &EventMention, meant: &[Gathering]) -> Option<Clue> {
    let times = mention.when.iter().filter_map(|at| Some((*at, at.of(&article.times)?)));
    let (_, timex) = times.into_iter().find(|(at, timex)| counts_from_article(article, *at, timex))?;
    let mut days = Days::none();
    let mut fitting = Vec::new();
    for one in meant {
        if let Some(some) = days_for(timex, one.when, 0).filter(|some| !some.is_empty()) {
            days = days.or(&some);
            fitting.extend(some.window().map(|window| (window, one)));
        }
    }
    fitting.first()?;
    let time = quote(article, timex);
    let named = series(article, mention).is_some();
    let (kind, told) = match named {
        true => (ClueKind::GatheringWhen, format!("is {time}")),
        false => (ClueKind::GatheringOf, format!("({time}) fits meetings on record")),
    };
    let mut clue = clue(article, mention, kind, &told, vec![days]);
    let better = fitting.into_iter().map(|(window, one)| match named {
        true => (window, format!("{} ({})", clue.words, wording::window(one.when))),
        false => {
            let written = one_line(article.text.slice(mention.span));
            (window, format!("“{written}” ({time}) is on record: {}", on_record(one)))
        }
    });
    clue.better = better.collect();
    Some(clue)
}

/// Whether the time is counted from the article's date: "on Tuesday", "next month"; not "later that day".
fn counts_from_article(article: &Article, at: Index<Timex>, timex: &Timex) -> bool {
    let named = timex.parts.weekday.is_some() || timex.parts.month.is_some();
    let around = article.cues.of_time(at);
    let own = timex.from == Anchor::Article && timex.kind == TimexKind::Date && !timex.quoted;
    own && timex.parts.year.is_none() && (named || around.deictic.is_some() || around.today)
}

/// "Met on the margins of the ASEAN summit": its days and the next.
fn by_meeting_beside(article: &Article, mention: &EventMention, meant: &[Gathering]) -> Option<Clue> {
    series(article, mention)?;
    let beside = article.cues.holds(mention.sentence, Cue::Within);
    let forward = article.cues.holds(mention.sentence, Cue::LooksAhead);
    if !beside || forward || is_planned(article, mention) {
        return None;
    }
    let days =
        meant.iter().fold(Days::none(), |days, one| days.or(&around(one.when, 0, 1)).or(&Days::of(one.when)));
    meant.first()?;
    let windows = meant.iter().map(|one| (one.when.widened(1), one));
    let clue = clue(article, mention, ClueKind::GatheringBeside, "is where they met", vec![days]);
    Some(with_days(clue, windows))
}

/// A page written in the town of a gathering that it tells of: "GYEONGJU, South Korea --".
fn by_town(article: &Article, mention: &EventMention, meant: &[Gathering]) -> Option<Clue> {
    series(article, mention)?;
    let dateline = article.zones.iter().find(|zone| zone.kind == ZoneKind::Dateline)?;
    let town = article.text.slice(dateline.span).split(|c: char| !c.is_alphabetic() && c != ' ').next()?;
    let town = slug(town);
    let here: Vec<Gathering> = meant.iter().filter(|one| slug(one.city) == town).cloned().collect();
    let days = here.iter().fold(Days::none(), |days, one| days.or(&Days::of(one.when.widened(1))));
    here.first()?;
    let windows = here.iter().map(|one| (one.when.widened(1), one));
    let clue = clue(article, mention, ClueKind::GatheringHere, "is where this is written", vec![days]);
    Some(with_days(clue, windows))
}

fn by_status(article: &Article, mention: &EventMention, meant: &[Gathering]) -> Option<Clue> {
    // A date with its year is a statement of its own; people meet more often than is on record.
    if !mention.when.is_empty() || series(article, mention).is_none() {
        return None;
    }
    let forward = article.cues.holds(mention.sentence, Cue::LooksAhead);
    let (kind, ranges, words) = match mention.status {
        Status::Held if !forward && !is_planned(article, mention) => {
            let lead = article.zone_at(mention.span.start) == ZoneKind::Headline
                || is_lead(article, mention.sentence);
            let kind = if lead { ClueKind::GatheringNews } else { ClueKind::GatheringHeld };
            (kind, [(0, 1), (2, 30), (31, 365)], "past")
        }
        Status::Planned if forward => {
            (ClueKind::GatheringAhead, [(-7, -1), (-60, -8), (-365, -61)], "still to come")
        }
        _ => return None,
    };
    let bins = ranges.map(|(from, to)| {
        let mut bin = Days::none();
        for one in meant {
            bin = bin.or(&around(one.when, from, to));
            if from == 0 {
                bin.add(one.when);
            }
        }
        bin
    });
    meant.first()?;
    let clue = clue(article, mention, kind, &format!("is {words}"), disjoint(bins.into()));
    Some(with_days(clue, nearest(meant, mention.status == Status::Held).into_iter()))
}

/// Each gathering with the days on which it is the last one held, or the next one to come.
fn nearest(meant: &[Gathering], held: bool) -> Vec<(Window, &Gathering)> {
    let mut all: Vec<&Gathering> = meant.iter().collect();
    all.sort_by_key(|one| one.when);
    let next = all.iter().skip(1).map(|one| one.when.earliest).chain([None]);
    let before = [None].into_iter().chain(all.iter().map(|one| one.when.latest));
    let days = all.iter().zip(next.zip(before)).map(|(one, (next, before))| match held {
        true => Window { earliest: one.when.earliest, latest: next.and_then(|day| day.yesterday().ok()) },
        false => Window { earliest: before.and_then(|day| day.tomorrow().ok()), latest: one.when.latest },
    });
    days.zip(all.iter().copied()).collect()
}

/// Whether another mention of the same meeting tells it as planned: a headline has no tense.
fn is_planned(article: &Article, mention: &EventMention) -> bool {
    let chain = mention.local.of(&article.meetings.local);
    let mut mentions = chain.into_iter().flat_map(|chain| &chain.mentions);
    mentions.any(|at| at.of(&article.meetings.mentions).is_some_and(|one| one.status == Status::Planned))
}

fn clue(article: &Article, mention: &EventMention, kind: ClueKind, told: &str, bins: Vec<Days>) -> Clue {
    let written = one_line(article.text.slice(mention.span));
    Clue::new(kind, format!("“{written}” {told}"), mention.span, bins)
}

/// The clue with the days of the gathering behind its words, where the article's day tells which one it is.
fn with_days<'g>(mut clue: Clue, windows: impl Iterator<Item = (Window, &'g Gathering)>) -> Clue {
    let words = |one: &Gathering| format!("{} ({})", clue.words, wording::window(one.when));
    clue.better = windows.map(|(window, one)| (window, words(one))).collect();
    clue
}

/// "Belt and Road Forum 2023 (17–18 Oct 2023)".
fn on_record(one: &Gathering) -> String {
    format!("{} ({})", one.name, wording::window(one.when))
}

/// "On Tuesday he will join his counterparts in Tianjin": a day and a town in one sentence, and a gathering
/// there of a series whose body the article names.
fn by_towns(article: &Article, found: &mut Found<'_>) {
    let before = found.clues.len();
    let times = own_voice(article).map(|(_, timex)| timex);
    for timex in times.filter(|timex| timex.parts.year.is_none() && timex.tense == Some(Tense::Future)) {
        let Some(sentence) = timex.sentence.of(&article.sentences) else { continue };
        let mentions = article.names.mentions.iter().filter(|mention| sentence.span.contains(mention.span));
        let places = mentions.filter(|mention| mention.kind == NameKind::Place);
        for place in places {
            let gatherings = almanac::gatherings_in(article.text.slice(place.span));
            let named = gatherings.into_iter().filter(|(series, _)| names_body(article, *series));
            let mut days = Days::none();
            let (mut fitting, mut windows) = (Vec::new(), Vec::new());
            for one in named.flat_map(|(_, there)| there) {
                if let Some(some) = days_for(timex, one.when, 0) {
                    days = days.or(&some);
                    windows.push(some.window());
                    fitting.push(one);
                }
            }
            if !days.is_empty() {
                let there = format!("{} in {}", quote(article, timex), article.text.slice(place.span));
                let words = format!("{there} is a gathering on record");
                let mut clue = Clue::new(ClueKind::GatheringIn, words, timex.span, vec![days]);
                let windows =
                    windows.iter().zip(&fitting).filter_map(|(window, one)| Some(((*window)?, one)));
                clue.better = windows
                    .map(|(window, one)| (window, format!("{there} is the {}", on_record(one))))
                    .collect();
                found.clues.extend(Some(clue).filter(|new| is_new(new, &found.clues)));
                found.there.extend(fitting);
            }
            if found.clues.len() - before >= MAX_TOWNS {
                return;
            }
        }
    }
}

/// Whether the article names the body that meets, by the acronym that begins the series' name. A name of
/// people or places would be in every article about them.
fn names_body(article: &Article, series: GatheringSeries) -> bool {
    let Some(body) = series.name().split(' ').next() else { return false };
    let acronym = body.len() > 1 && body.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    let has = |text: &str| text.split(|c: char| !c.is_alphanumeric()).any(|word| word == body);
    acronym
        && (article.names.mentions.iter().any(|mention| has(article.text.slice(mention.span)))
            || article.meetings.mentions.iter().any(|mention| has(article.text.slice(mention.span))))
}
