//! The almanac searched by words: "wang yi", "foreign minister russia 2014", "belt and road".

use super::{AlmanacPerson, AlmanacTerm, BaseDate, Gathering, GatheringSeries, base_dates};
use crate::names::countries;
use crate::text::normalise::fold;
use crate::time::Window;

/// What has all words of a search, with the members that do.
#[derive(Debug, Default)]
pub struct AlmanacRows {
    pub people: Vec<(AlmanacPerson, Vec<AlmanacTerm>)>,
    pub gatherings: Vec<(GatheringSeries, Vec<Gathering>)>,
    pub base_dates: Vec<BaseDate>,
}

impl AlmanacRows {
    pub const fn is_empty(&self) -> bool {
        self.people.is_empty() && self.gatherings.is_empty() && self.base_dates.is_empty()
    }
}

/// Everything that has all these words, by their beginnings; a year chooses what was then. A name that has
/// them all brings all its members.
pub fn search(words: &str) -> AlmanacRows {
    let query = Query::of(words);
    if query.words.is_empty() && query.years.is_empty() {
        return AlmanacRows::default();
    }
    let people = AlmanacPerson::all().filter_map(|person| {
        let names = text(person.names().chain(person.native()));
        let whole = query.fits(&names);
        let terms = person.terms().filter(|term| {
            let home = home(term.country);
            query.is_of(term.when)
                && (whole || query.fits(&(text([term.title, term.org].into_iter().chain(home)) + &names)))
        });
        some(person, terms.collect())
    });
    let gatherings = GatheringSeries::all().filter_map(|series| {
        let names = text(series.names());
        let whole = query.fits(&names);
        let meetings = series.gatherings().filter(|one| {
            let place = text(std::iter::once(one.city).chain(home(one.country)));
            let told = || text(std::iter::once(&*one.name)) + &place + &names;
            query.is_of(one.when) && (whole || query.fits(&told()))
        });
        some(series, meetings.collect())
    });
    let bases = base_dates().filter(|base| {
        let parties = base.parties().flat_map(home);
        query.is_of(base.when) && query.fits(&text(base.names().chain(parties)))
    });
    let mut people: Vec<_> = people.collect();
    // Wang Yi before Wang Yilin.
    people.sort_by_key(|(person, _)| !person.names().any(|name| query.is(name)));
    AlmanacRows { people, gatherings: gatherings.collect(), base_dates: bases.collect() }
}

fn some<E, M>(entry: E, members: Vec<M>) -> Option<(E, Vec<M>)> {
    (!members.is_empty()).then_some((entry, members))
}

/// A country by its names: "China", "Chinese".
fn home(code: &str) -> impl Iterator<Item = &'static str> + use<> {
    countries::of(code).into_iter().flat_map(|country| [country.name, country.adjective])
}

/// Folded words, each with a space before it.
fn text<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    let mut out = String::new();
    for part in parts {
        for word in part
            .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
            .filter(|word| !word.is_empty())
        {
            out.push(' ');
            out.push_str(&fold(word));
        }
    }
    out
}

/// The words of a search, each with a space before it, and the years among them.
struct Query {
    words: Vec<String>,
    years: Vec<Window>,
}

impl Query {
    fn of(words: &str) -> Self {
        let mut query = Self { words: Vec::new(), years: Vec::new() };
        for word in text(std::iter::once(words)).split_whitespace() {
            match Some(word)
                .filter(|word| word.len() == 4)
                .and_then(|word| word.parse().ok())
                .and_then(Window::year)
            {
                Some(year) => query.years.push(year),
                None => query.words.push(format!(" {word}")),
            }
        }
        query
    }

    fn fits(&self, text: &str) -> bool {
        self.words.iter().all(|word| text.contains(word.as_str()))
    }

    /// Whether the words are exactly this name.
    fn is(&self, name: &str) -> bool {
        text(std::iter::once(name)) == self.words.concat()
    }

    fn is_of(&self, when: Window) -> bool {
        self.years.iter().all(|year| year.meets(when))
    }
}
