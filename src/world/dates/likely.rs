//! A likely date where no day is certain: a belief over days, the product of what each clue says of them,
//! and the shortest window that holds most of it.

use jiff::civil::Date;

use super::Known;
use super::clues::{self, Clue};
use super::weights::shares;
use crate::article::{Article, Days, LikelyDate};
use crate::time::Window;

/// The longest window that is still a date; a likely week says when, a likely month does not.
const MAX_WINDOW_DAYS: usize = 7;

/// The share of belief that the window must hold. Of 77 such windows on 900 development articles 71 hold the
/// article's day or lie next to it; the table was counted on the same articles.
const MIN_SHARE: f64 = 0.85;

/// A day with less than this share of the likeliest day's belief cannot be part of the window.
const MIN_DAY: f64 = 1e-5;

/// The bins after these are wide, and say little about a day in words.
const CLOSE_BINS: usize = 2;

/// The likely date of an article that may be of any of `days`, with the clues it rests on, the strongest
/// first.
pub(super) fn likely(article: &Article, known: &Known, days: &Days) -> Option<(LikelyDate, Vec<Clue>)> {
    let clues = clues::of(article, known);
    if clues.is_empty() {
        return None;
    }
    let (belief, weighed) = Belief::of(days, &clues)?;
    let found = belief.shortest()?;
    let weighed = clues.into_iter().zip(weighed);
    let gained = weighed.map(|(clue, w)| (w.map_or(0.0, |w| w.gain(&clue, found.day)), clue));
    let mut told: Vec<(f64, Clue)> =
        gained.filter(|(gain, clue)| *gain > 0.0 && is_told(clue, found.day)).collect();
    told.sort_by(|(x, a), (y, b)| y.total_cmp(x).then(a.span.cmp(&b.span)));
    Some((found, told.into_iter().map(|(_, clue)| clue).collect()))
}

/// Whether a reader would see the clue as a reason: the day is in one of the bins that lie close.
fn is_told(clue: &Clue, day: Date) -> bool {
    clue.bins.iter().take(CLOSE_BINS).any(|bin| bin.contains(day))
}

/// What a clue makes of a day, by the bin the day is in.
struct Weighed {
    bins: Vec<f64>,
    rest: f64,
}

impl Weighed {
    /// The logarithm of how much likelier a day of each bin becomes where `before` is believed of the days;
    /// `None` if no day is in any.
    ///
    /// A clue says the more, the less its bins were to be expected by chance. Chance is between all days
    /// being alike and what was believed before: dates that articles state for other reasons are often of
    /// their year.
    fn of(clue: &Clue, before: &[f64]) -> Option<Self> {
        let expected = |bin: &Days| -> f64 {
            let alike = f64::from(bin.count()) / before.len() as f64;
            let held: f64 = bin.indices().filter_map(|day| before.get(day)).sum();
            (alike * held.max(alike)).sqrt()
        };
        let expected: Vec<f64> = clue.bins.iter().map(expected).collect();
        let shares = shares(clue.kind);
        let said: f64 =
            expected.iter().zip(shares).filter(|(bin, _)| **bin > 0.0).map(|(_, share)| share).sum();
        let rest = 1.0 - expected.iter().sum::<f64>();
        if said <= 0.0 || rest <= 0.0 {
            return None;
        }
        let weight = |share: f64, bin: f64| if bin > 0.0 { (share / bin).max(MIN_DAY).ln() } else { 0.0 };
        let bins = expected.iter().zip(shares).map(|(bin, share)| weight(*share, *bin)).collect();
        Some(Self { bins, rest: weight(1.0 - said, rest) })
    }

    /// How much a day gains against one in no bin.
    fn gain(&self, clue: &Clue, day: Date) -> f64 {
        let at = clue.bins.iter().position(|bin| bin.contains(day));
        at.and_then(|at| self.bins.get(at)).map_or(0.0, |bin| bin - self.rest)
    }
}

/// How likely each possible day is; the shares add up to one. Days with next to none are left out.
struct Belief(Vec<(usize, f64)>);

impl Belief {
    /// The belief over `days`, by their index in the calendar. First come the clues to the year, then,
    /// against what those leave, the clues to the day; so a wrong clue to the day is not helped by the year
    /// being right.
    fn of(days: &Days, clues: &[Clue]) -> Option<(Self, Vec<Option<Weighed>>)> {
        let mut before = vec![0.0; Days::all().count() as usize];
        let possible = f64::from(days.count());
        days.indices().for_each(|day| add(&mut before, day, 1.0 / possible));
        let wide: Vec<&Clue> = clues.iter().filter(|clue| clue.kind.is_wide()).collect();
        let weighed: Vec<_> = wide.iter().map(|clue| Weighed::of(clue, &before)).collect();
        let years = Self::joined(days, &before, wide.iter().copied().zip(&weighed))?;
        before.fill(0.0);
        years.0.iter().for_each(|(day, share)| add(&mut before, *day, *share));
        let weighed: Vec<Option<Weighed>> = clues.iter().map(|clue| Weighed::of(clue, &before)).collect();
        let narrow = clues.iter().zip(&weighed).filter(|(clue, _)| !clue.kind.is_wide());
        Some((Self::joined(days, &before, narrow)?, weighed))
    }

    /// What is believed after these clues.
    fn joined<'c>(
        days: &Days,
        before: &[f64],
        clues: impl Iterator<Item = (&'c Clue, &'c Option<Weighed>)>,
    ) -> Option<Self> {
        let mut gains = vec![0.0; before.len()];
        for (clue, weighed) in clues {
            let Some(weighed) = weighed else { continue };
            for (bin, weight) in clue.bins.iter().zip(&weighed.bins) {
                // Only the difference counts, so days in no bin need not be touched.
                bin.indices().for_each(|day| add(&mut gains, day, weight - weighed.rest));
            }
        }
        let at = |all: &[f64], day: usize| all.get(day).copied().unwrap_or_default();
        let most = days.indices().map(|day| at(&gains, day)).reduce(f64::max)?;
        // Most days have next to no belief, and need no exponential.
        let near = days.indices().filter(|day| at(&gains, *day) - most > MIN_DAY.ln());
        let shares: Vec<(usize, f64)> =
            near.map(|day| (day, at(before, day) * (at(&gains, day) - most).exp())).collect();
        let best = shares.iter().map(|(_, share)| *share).fold(0.0, f64::max);
        let mut belief: Vec<_> = shares.into_iter().filter(|(_, share)| *share > best * MIN_DAY).collect();
        let sum: f64 = belief.iter().map(|(_, share)| share).sum();
        belief.iter_mut().for_each(|(_, share)| *share /= sum);
        Some(Self(belief))
    }

    /// The shortest window that holds enough, if it is short enough, with its likeliest day.
    fn shortest(&self) -> Option<LikelyDate> {
        let (first, last, share) = (1..=MAX_WINDOW_DAYS)
            .filter_map(|length| self.best(length))
            .find(|(.., share)| *share >= MIN_SHARE)?;
        let within = self.0.iter().filter(|(day, _)| (first..=last).contains(day));
        // Of equal days the first.
        let (day, _) = within.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))?;
        let window = Window::new(Days::day(first)?, Days::day(last)?);
        Some(LikelyDate { window, day: Days::day(*day)?, share })
    }

    /// The window of so many days that holds most: its first and last day that count, and its share.
    fn best(&self, length: usize) -> Option<(usize, usize, f64)> {
        let mut best: Option<(usize, usize, f64)> = None;
        for (at, (first, _)) in self.0.iter().enumerate() {
            let within = self.0.iter().skip(at).take_while(|(day, _)| *day < first + length);
            let (last, share) = within.fold((*first, 0.0), |(_, sum), (day, share)| (*day, sum + share));
            if best.is_none_or(|(.., most)| share > most) {
                best = Some((*first, last, share));
            }
        }
        best
    }
}

/// Adds to the entry of a day.
fn add(all: &mut [f64], day: usize, more: f64) {
    if let Some(sum) = all.get_mut(day) {
        *sum += more;
    }
}

#[cfg(test)]
mod tests;
