//! A likely date where no day is certain: a belief over days, the product of what each clue says of them,
//! and the shortest window that holds most of it.

use jiff::civil::Date;

use super::Known;
use super::clues::{self, Clue};
use super::weights::{CAUTION, Shares, shares};
use crate::article::{Article, Days, LikelyDate};
use crate::time::Window;

/// The longest window that is still a date; a likely week says when, a likely month does not.
const MAX_WINDOW_DAYS: usize = 7;

/// The share of belief that the window must hold. Of a hundred such windows as many hold the day
/// (`tools/fit-dates.rs` measures it).
const MIN_SHARE: f64 = 0.85;

/// A day with less than this share of the likeliest day's belief cannot be part of the window.
const MIN_DAY: f64 = 1e-5;

/// The bins after these are wide, and say little about a day in words.
const CLOSE_BINS: usize = 2;

/// The likely date of an article that may be of any of `days`, with the clues it rests on, the strongest
/// first.
pub(super) fn likely(article: &Article, known: &Known, days: &Days) -> Option<(LikelyDate, Vec<Clue>)> {
    let mut clues = clues::of(article, known);
    if clues.is_empty() {
        return None;
    }
    let belief = Belief::of(days, &clues)?;
    let found = belief.shortest()?;
    clues.retain(|clue| gain(clue, found.day) > 0.0 && is_told(clue, found.day));
    clues.sort_by(|a, b| gain(b, found.day).total_cmp(&gain(a, found.day)).then(a.span.cmp(&b.span)));
    Some((found, clues))
}

/// Whether a reader would see the clue as a reason: the day is in one of the bins that lie close.
fn is_told(clue: &Clue, day: Date) -> bool {
    clue.bins.iter().take(CLOSE_BINS).any(|bin| bin.contains(day))
}

/// How much a clue favours a day, in natural logarithms.
fn gain(clue: &Clue, day: Date) -> f64 {
    let at = clue.bins.iter().position(|bin| bin.contains(day));
    Weighed::of(clue).map_or(0.0, |weighed| weighed.of_bin(at))
}

/// What a clue makes of a day, by the bin the day is in.
struct Weighed {
    bins: Vec<f64>,
    rest: f64,
}

impl Weighed {
    /// The logarithm of how much likelier a day of each bin becomes; `None` if no day is in any.
    fn of(clue: &Clue) -> Option<Self> {
        let Shares { bins: shares } = shares(clue.kind);
        let all = f64::from(Days::all().count());
        let counts: Vec<f64> = clue.bins.iter().map(|bin| f64::from(bin.count())).collect();
        let held: f64 = counts.iter().sum();
        let said: f64 = counts.iter().zip(shares).filter(|(n, _)| **n > 0.0).map(|(_, share)| share).sum();
        if held <= 0.0 || held >= all {
            return None;
        }
        let weight = |share: f64, count: f64| CAUTION * (share / (count / all)).max(1e-6).ln();
        let bins = counts
            .iter()
            .zip(shares)
            .map(|(count, share)| if *count > 0.0 { weight(*share, *count) } else { 0.0 });
        Some(Self { bins: bins.collect(), rest: weight(1.0 - said, all - held) })
    }

    fn of_bin(&self, at: Option<usize>) -> f64 {
        at.and_then(|at| self.bins.get(at)).copied().unwrap_or(self.rest)
    }
}

/// How likely each possible day is; the shares add up to one. Days with next to none are left out.
struct Belief(Vec<(usize, f64)>);

impl Belief {
    /// The belief over `days`, by their index in the calendar.
    fn of(days: &Days, clues: &[Clue]) -> Option<Self> {
        let mut gains = vec![0.0; Days::all().count() as usize];
        for clue in clues {
            let Some(weighed) = Weighed::of(clue) else { continue };
            for (bin, weight) in clue.bins.iter().zip(&weighed.bins) {
                // Only the difference counts, so days in no bin need not be touched.
                let gain = weight - weighed.rest;
                for day in bin.indices() {
                    if let Some(sum) = gains.get_mut(day) {
                        *sum += gain;
                    }
                }
            }
        }
        let gain = |day: usize| gains.get(day).copied().unwrap_or_default();
        let most = days.indices().map(gain).reduce(f64::max)?;
        let shares = days.indices().map(|day| (day, (gain(day) - most).exp()));
        let mut belief: Vec<(usize, f64)> = shares.filter(|(_, share)| *share > MIN_DAY).collect();
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

#[cfg(test)]
mod tests;
