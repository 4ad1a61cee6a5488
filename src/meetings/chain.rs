//! Which mentions of one article mean the same meeting. Mentions are taken in order; each joins the meeting it fits
//! best, or begins a new one. A conflict in any role keeps two apart.

use super::reader::TriggerWithRoles;
use super::triggers::{Lead, TriggerForm};
use super::view::TokenView;
use super::{LocalEvent, MeetingKind, Status};
use crate::lang::meetings::{MeetingClass as Class, MeetingWords};
use crate::names::{LocalEntity, Title};
use crate::text::Index;
use crate::time::Timex;

/// What is known of one meeting so far.
#[derive(Default)]
struct Chain {
    members: Vec<usize>,
    who: Vec<Index<LocalEntity>>,
    titled: Vec<Index<Title>>,
    sides: Vec<Index<LocalEntity>>,
    places: Vec<Index<LocalEntity>>,
    country: Option<[u8; 2]>,
    when: Vec<Index<Timex>>,
    series: Option<Box<str>>,
    edition: Option<u16>,
    status: Option<Status>,
    other: bool,
}

/// For each mention the index of its meeting; meetings are numbered by their first mention.
pub(super) fn group(view: &TokenView<'_>, told: &mut [TriggerWithRoles]) -> Vec<Index<LocalEvent>> {
    let mut chains: Vec<Chain> = Vec::new();
    let visitors: Vec<Index<LocalEntity>> = told
        .iter()
        .filter(|t| t.trigger.kind == MeetingKind::Visit)
        .flat_map(|t| t.roles.who.clone())
        .take(64)
        .collect();
    let mut out = Vec::with_capacity(told.len());
    for at in 0..told.len() {
        let Some((before, rest)) = told.split_at_mut_checked(at) else { break };
        let Some(this) = rest.first_mut() else { break };
        resolve_pair(this, before);
        // Only the latest meetings can be meant: bounded work on a text of meetings only.
        let floor = chains.len().saturating_sub(64);
        let fits = chains.iter().enumerate().skip(floor);
        let best = fits.filter_map(|(i, chain)| Some((fit(view, this, chain, before, &visitors)?, i))).max();
        let index = match best {
            Some((_, index)) => index,
            None => {
                chains.push(Chain::default());
                chains.len() - 1
            }
        };
        if let Some(chain) = chains.get_mut(index) {
            chain.take(at, this);
        }
        out.push(Index::new(index));
    }
    out
}

/// "They met", "both leaders": the two of the last meeting of two.
fn resolve_pair(this: &mut TriggerWithRoles, before: &[TriggerWithRoles]) {
    if !this.roles.pair || this.roles.who.len() >= 2 {
        return;
    }
    let pair = before.iter().rev().take(12).find(|t| t.roles.who.len() == 2);
    if this.trigger.kind == MeetingKind::Visit {
        return;
    }
    match (pair, this.roles.recent) {
        // "The leaders met Roe": the two, and her.
        (Some(pair), _) => merge(&mut this.roles.who, &pair.roles.who),
        (None, [Some(a), Some(b)]) => merge(&mut this.roles.who, &[a, b]),
        _ => {}
    }
}

impl Chain {
    fn take(&mut self, at: usize, told: &TriggerWithRoles) {
        let roles = &told.roles;
        // "The first summit was in Oslo" tells of another than the one the article is about.
        let looks_back = at > 0 && told.trigger.form == TriggerForm::Noun && told.trigger.edition.is_some();
        self.other |= self.members.is_empty() && (told.trigger.lead == Lead::Other || looks_back);
        self.members.push(at);
        merge(&mut self.who, &roles.who);
        merge(&mut self.titled, &roles.titled);
        merge(&mut self.sides, &roles.sides);
        merge(&mut self.when, &roles.when);
        self.places.extend(roles.place.filter(|p| !self.places.contains(p)));
        self.country = self.country.or(told.country);
        self.edition = self.edition.or(told.trigger.edition);
        if let Some(name) = &told.trigger.name
            && self.series.as_ref().is_none_or(|s| s.len() < name.series.len())
        {
            self.series = Some(name.series.clone());
        }
        if told.is_firm() {
            self.status = self.status.or(Some(roles.status));
        }
    }
}

fn merge<T: Copy + PartialEq>(into: &mut Vec<T>, from: &[T]) {
    for item in from {
        if !into.contains(item) {
            into.push(*item);
        }
    }
}

/// How well a mention fits a meeting: evidence first, then how recently it was spoken of. `None`: it does not.
fn fit(
    view: &TokenView<'_>,
    this: &TriggerWithRoles,
    chain: &Chain,
    before: &[TriggerWithRoles],
    visitors: &[Index<LocalEntity>],
) -> Option<(u32, usize)> {
    let last = *chain.members.last()?;
    let head = chain.members.first().and_then(|i| before.get(*i))?;
    let (trigger, roles) = (&this.trigger, &this.roles);
    let named = same_name(view, this, chain, head)?;
    if !same_rank(view, this, chain, before) {
        return None;
    }
    if !same_class(view, this, chain, before) || trigger.lead == Lead::Other {
        return None;
    }
    let people = same_people(view, this, chain, visitors)?;
    let place = same_place(this, chain)?;
    let when = match same_time(view, this, chain) {
        Some(when) => when,
        // One edition of a series has one date, whatever is written: that is for the checks to say.
        None if named && trigger.edition.is_some() && trigger.edition == chain.edition => 0,
        None => return None,
    };
    // "met in May" and "will meet in June": two meetings, unless a later noun takes one of them up.
    if this.is_firm()
        && let Some(status) = chain.status
        && (status == Status::Planned) != (roles.status == Status::Planned)
        && !named
        && (when == 0 || trigger.form == TriggerForm::Verb)
    {
        return None;
    }
    let evidence = u32::from(named) * 8 + people * 3 + place * 2 + when;
    let again = matches!(trigger.lead, Lead::Definite | Lead::Bare) && trigger.form == TriggerForm::Noun
        || matches!(trigger.lead, Lead::Owned(_)) && roles.who.is_empty() && roles.titled.is_empty();
    // The parade that was told of before it was named.
    let again = again || trigger.name.is_some() && chain.series.is_none();
    if evidence == 0 && !again {
        // Nothing in common: a verb or "a meeting" begins a new one.
        return None;
    }
    // What is told as background ("Roe last visited …") is taken up only where nothing else can be meant.
    Some((evidence, if chain.other { 0 } else { last + 1 }))
}

/// `None` if the names differ; otherwise whether both have one and it is the same.
fn same_name(
    view: &TokenView<'_>,
    this: &TriggerWithRoles,
    chain: &Chain,
    head: &TriggerWithRoles,
) -> Option<bool> {
    if let (Some(a), Some(b)) = (this.trigger.edition, chain.edition)
        && a != b
    {
        return None;
    }
    let (Some(name), Some(series)) = (&this.trigger.name, &chain.series) else {
        // A name joins a meeting without one only if that is the summit it heads: "the summit … the SCO summit".
        // … or the parade that was told of before it was named.
        let parade = this.trigger.kind == MeetingKind::Ceremony
            && head.trigger.kind == MeetingKind::Ceremony
            && view.low(this.trigger.head) == view.low(head.trigger.head)
            && this.roles.place.is_none_or(|p| chain.places.contains(&p))
            && this.roles.when.iter().all(|t| chain.when.contains(t));
        return (this.trigger.name.is_none() || parade).then_some(false);
    };
    let bilateral = is_pair(view, this) && is_pair(view, head) && this.trigger.kind == head.trigger.kind;
    let words = view.words();
    (contains(words, &name.series, series) || contains(words, series, &name.series) || bilateral)
        .then_some(true)
}

/// "Modi-Merkel Summit", "India-Russia Summit": two names joined by a hyphen.
fn is_pair(view: &TokenView<'_>, told: &TriggerWithRoles) -> bool {
    (told.trigger.first + 1..told.trigger.head).any(|i| {
        matches!(view.low(i), "-" | "–" | "‑")
            && [i - 1, i + 1].iter().all(|k| view.is_capital(*k) && !view.token(*k).is_some_and(|t| t.upper))
    })
}

/// Every word of the shorter name stands in the longer, and one of them is no mere head or "global".
fn contains(words: &MeetingWords, long: &str, short: &str) -> bool {
    let is_head = |word: &str| words.classes.has(word, Class::ChainHead);
    let has = |word: &str| long.split(' ').any(|w| w == word || is_head(w) && is_head(word));
    level(words, long) == level(words, short)
        && short.split(' ').all(has)
        && (long == short || short.split(' ').any(|w| !is_head(w)))
}

/// The word that sets the meetings of one body apart: its leaders, its ministers, its business people.
fn level<'n>(words: &MeetingWords, name: &'n str) -> Option<&'n str> {
    name.split(' ').find(|word| words.classes.has(word, Class::Level))
}

/// "the leaders’ meeting" takes up a summit, "the ministers’ meeting" one of ministers.
fn same_rank(
    view: &TokenView<'_>,
    this: &TriggerWithRoles,
    chain: &Chain,
    before: &[TriggerWithRoles],
) -> bool {
    let from = this.trigger.head.saturating_sub(3);
    let says = |class: Class| {
        (from..this.trigger.head).any(|i| view.is(i, class)) && this.trigger.form == TriggerForm::Noun
    };
    let stems = view.words().classes.list(Class::MinisterStem);
    let ministers = chain.series.as_ref().is_some_and(|s| stems.iter().any(|stem| s.contains(stem)));
    let summit = chain
        .members
        .iter()
        .take(16)
        .filter_map(|i| before.get(*i))
        .any(|t| t.trigger.kind == MeetingKind::Summit);
    (!says(Class::Leaders) || summit) && (!says(Class::Ministers) || ministers || chain.series.is_none())
}

/// "the meeting", "the leaders’ meeting": no word of its own that tells it apart.
fn is_plain(view: &TokenView<'_>, this: &TriggerWithRoles) -> bool {
    let before = this.trigger.head.checked_sub(1).map(|b| view.known(b)).unwrap_or_default();
    before.is(Class::Determiner) || before.is(Class::PlainLead)
}

/// Whether the mention's noun can stand for the meeting.
fn same_class(
    view: &TokenView<'_>,
    this: &TriggerWithRoles,
    chain: &Chain,
    before: &[TriggerWithRoles],
) -> bool {
    use MeetingKind::{Call, Ceremony, Conference, Summit, Talks, Visit};
    let kind = this.trigger.kind;
    let word = view.low(this.trigger.head);
    let gathering = view.is(this.trigger.head, Class::Gathering);
    let kinds = || chain.members.iter().take(16).filter_map(|i| before.get(*i)).map(|t| t.trigger.kind);
    let heads = || chain.members.iter().take(16).filter_map(|i| before.get(*i)).map(|t| t.trigger.head);
    kinds().any(|other| match (kind, other) {
        (a, b) if a == b => {
            kind != Conference && kind != Ceremony
                || this.trigger.name.is_some()
                || heads().any(|h| view.low(h) == word || view.is(h, Class::MeetingNoun) || gathering)
        }
        // "the meeting" takes up a summit or a ministers' meeting; "the forum" a "summit" of the same name.
        (Talks, Summit | Conference) => {
            (gathering || view.is(this.trigger.head, Class::MeetingNoun))
                && is_plain(view, this)
                && this.trigger.lead == Lead::Definite
                && this.roles.who.is_empty()
        }
        (Summit, Conference) | (Conference, Summit) => {
            this.trigger.name.is_some() || heads().any(|h| view.low(h) == word) || gathering
        }
        (Talks, Call) => this.trigger.lead == Lead::Definite && view.is(this.trigger.head, Class::TalksAgain),
        (Call, Talks) => false,
        (Visit | Talks | Call | Ceremony | Summit | Conference, _) => false,
    })
}

/// `None` if other people meet; otherwise how many are the same, two at most.
fn same_people(
    view: &TokenView<'_>,
    this: &TriggerWithRoles,
    chain: &Chain,
    visitors: &[Index<LocalEntity>],
) -> Option<u32> {
    use MeetingKind::{Ceremony, Conference};
    if chain.series.is_some() || matches!(this.trigger.kind, Conference | Ceremony) {
        // One attends, another hosts.
        return Some(0);
    }
    let (mine, theirs) = (&this.roles.who, &chain.who);
    let common = mine.iter().filter(|w| theirs.contains(w)).count();
    let visit = this.trigger.kind == MeetingKind::Visit;
    if !mine.is_empty() && !theirs.is_empty() {
        if common == 0 {
            // Host and guest, each named once, are the two of one meeting.
            let ([a], [b]) = (mine.as_slice(), theirs.as_slice()) else { return None };
            let talks = this.trigger.kind == MeetingKind::Talks;
            return (talks && visitors.contains(a) != visitors.contains(b)).then_some(1);
        }
        if !visit && mine.len() >= 2 && theirs.len() >= 2 && common < mine.len().max(theirs.len()) {
            return None;
        }
        return Some(common.min(2) as u32);
    }
    let role = |i: &Index<Title>| i.of(&view.names.titles).map(|t| (&t.role, t.country));
    let roles =
        |list: &[Index<Title>]| list.iter().filter_map(role).map(|(r, c)| (r.clone(), c)).collect::<Vec<_>>();
    let (a, b) = (roles(&this.roles.titled), roles(&chain.titled));
    let same =
        a.iter().any(|x| b.iter().any(|y| x.0 == y.0 && (x.1.is_none() || y.1.is_none() || x.1 == y.1)));
    if visit && !a.is_empty() && !b.is_empty() && !same {
        return None;
    }
    let (mine, theirs) = (&this.roles.sides, &chain.sides);
    if !mine.is_empty() && !theirs.is_empty() && !mine.iter().any(|s| theirs.contains(s)) {
        return None;
    }
    Some(u32::from(same) + u32::from(mine.iter().any(|s| theirs.contains(s))))
}

/// `None` if it is elsewhere; otherwise whether the place is the same.
fn same_place(this: &TriggerWithRoles, chain: &Chain) -> Option<u32> {
    let Some(place) = this.roles.place else { return Some(0) };
    if chain.places.is_empty() {
        return Some(0);
    }
    if chain.places.contains(&place) {
        return Some(1);
    }
    match (this.country, chain.country) {
        (Some(a), Some(b)) if a != b => None,
        (Some(_), Some(_))
            if this.trigger.kind == MeetingKind::Visit || this.is_country || chain.places.is_empty() =>
        {
            Some(1)
        }
        (Some(_), Some(_)) => Some(0),
        // An unknown place may lie anywhere: no evidence, no conflict.
        _ => Some(0),
    }
}

/// `None` if the dates as written cannot be the same; otherwise whether one is.
fn same_time(view: &TokenView<'_>, this: &TriggerWithRoles, chain: &Chain) -> Option<u32> {
    let (mine, theirs) = (&this.roles.when, &chain.when);
    if mine.iter().any(|t| theirs.contains(t)) {
        return Some(1);
    }
    let ([a], [b]) = (mine.as_slice(), theirs.as_slice()) else { return Some(0) };
    let parts = |i: Index<Timex>| i.of(view.times).filter(|t| t.range.is_none()).map(|t| t.parts);
    let (Some(a), Some(b)) = (parts(*a), parts(*b)) else { return Some(0) };
    let differs = |x: Option<i32>, y: Option<i32>| matches!((x, y), (Some(x), Some(y)) if x != y);
    let equal = |x: Option<i32>, y: Option<i32>| x.is_some() && x == y;
    let day = |p: crate::time::Parts| p.day.map(|d| i32::from(d.value));
    let month = |p: crate::time::Parts| p.month.map(|d| i32::from(d.value));
    let year = |p: crate::time::Parts| p.year.map(|d| i32::from(d.value));
    let weekday = |p: crate::time::Parts| p.weekday.map(|d| i32::from(d.value));
    if differs(day(a), day(b))
        || differs(month(a), month(b))
        || differs(year(a), year(b))
        || differs(weekday(a), weekday(b))
    {
        // A visit or a summit is told of by several of its days; a meeting of a day is not.
        let long =
            !matches!(this.trigger.kind, MeetingKind::Talks | MeetingKind::Call | MeetingKind::Ceremony);
        return if long && !differs(year(a), year(b)) { Some(0) } else { None };
    }
    Some(u32::from(equal(day(a), day(b)) || equal(weekday(a), weekday(b))))
}
