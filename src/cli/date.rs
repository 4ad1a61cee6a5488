//! `dateline date`: when each article was written and why, and dates for many of them at once. What would be
//! written into `dateline.toml` is shown first.

mod diff;
mod from_csv;
mod from_names;
mod list;
mod proposals;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::{Failure, print, workspace, workspace::LoadedCorpus};
use crate::config::{self, Config};
use crate::ide::show;
use crate::text::DocId;
use crate::world::DatedArticle;

#[derive(Debug, clap::Args)]
#[command(after_help = "Where the dates may come from; of several, the first that has one counts:\n  \
    --from-csv dates.csv                     rows of path,date: notes/a.txt,2024-05-03\n  \
    --from-names '*{year}-{month}-{day}*'    * is any text, ? one letter, {month} a number or a name\n  \
    --accept-likely                          the likeliest day of an article that has only likely ones\n\n\
    Without --write the change to dateline.toml is only shown.")]
pub struct DateArgs {
    /// A folder, or files of it. All belong to one corpus: the nearest folder upwards with a dateline.toml.
    #[arg(default_value = ".")]
    pub paths: Vec<PathBuf>,
    /// Take dates from a table with the columns path and date.
    #[arg(long, value_name = "FILE")]
    pub from_csv: Option<PathBuf>,
    /// Take dates from file names; with a `/` in the pattern, from paths below the folder.
    #[arg(long, value_name = "PATTERN")]
    pub from_names: Option<String>,
    /// Take the likeliest day of articles whose date is likely but not certain.
    #[arg(long)]
    pub accept_likely: bool,
    /// Write the dates into the folder's dateline.toml.
    #[arg(long)]
    pub write: bool,
    /// How to report.
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub format: ListFormat,
}

/// How `date` and `almanac` print their rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum ListFormat {
    /// For people.
    Text,
    /// One JSON document.
    Json,
}

/// A corpus and the articles in it that the user asked about.
struct Asked {
    loaded: LoadedCorpus,
    /// The folder of the corpus, which has the `dateline.toml` or is to have it.
    folder: PathBuf,
    /// The articles below the paths the user named.
    articles: Vec<DocId>,
}

impl Asked {
    /// The articles with their dates, in order of path.
    fn dated(&self) -> impl Iterator<Item = (&DocId, &DatedArticle)> {
        self.articles.iter().filter_map(|doc| Some((doc, &**self.loaded.world.article(doc)?)))
    }

    fn settings(&self) -> PathBuf {
        self.folder.join(config::FILE)
    }
}

pub fn run(args: &DateArgs) -> Result<ExitCode, Failure> {
    let sources = args.from_csv.is_some() || args.from_names.is_some() || args.accept_likely;
    if args.write && !sources {
        return Err("--write needs dates: add --from-csv, --from-names or --accept-likely".into());
    }
    let asked = asked(&args.paths)?;
    if !sources {
        let listed = match args.format {
            ListFormat::Text => list::text(&asked),
            ListFormat::Json => list::json(&asked, None)?,
        };
        print(&listed)?;
        return Ok(ExitCode::SUCCESS);
    }
    let proposals = proposals::gather(&asked, args)?;
    let file = asked.settings();
    let before =
        Config::text(&asked.folder).map_err(|error| format!("cannot read {}: {error}", file.display()))?;
    let before = before.unwrap_or_default();
    let stated: Vec<_> = proposals.iter().map(|proposal| proposal.stated.clone()).collect();
    let edits = config::state::dates(&before, &stated).ok_or_else(|| {
        format!(
            "{}: `article` is a list in one line; write its entries as [[article]] tables",
            file.display()
        )
    })?;
    let changes = diff::Changes::of(&before, &edits);
    match args.format {
        ListFormat::Json => print(&list::json(&asked, Some((&proposals, args.write)))?)?,
        ListFormat::Text if args.write => {}
        ListFormat::Text => print(&changes.unified(&workspace::shown(&file)))?,
    }
    if args.write && !proposals.is_empty() {
        config::write::atomically(&file, &changes.after())
            .map_err(|error| format!("cannot write {}: {error}", file.display()))?;
    }
    let (count, name) = (show::count(proposals.len(), "date"), workspace::shown(&file));
    eprintln!(
        "{}",
        match (proposals.len(), args.write) {
            (0, _) =>
                "nothing to write: every article that a date was found for states it already".to_owned(),
            (_, true) => format!("wrote {count} to {name}"),
            (_, false) => format!("{count} for {name}; nothing is written without --write"),
        }
    );
    Ok(ExitCode::SUCCESS)
}

/// Loads the one corpus that all paths belong to.
fn asked(paths: &[PathBuf]) -> Result<Asked, Failure> {
    let mut folder: Option<PathBuf> = None;
    for path in paths {
        if !path.exists() {
            return Err(format!("there is no file or folder {}", path.display()));
        }
        let own = Config::find(path).unwrap_or_else(|| own_folder(path));
        match &folder {
            Some(other) if !same(other, &own) => {
                let (a, b) = (workspace::shown(other), workspace::shown(&own));
                return Err(format!("{a} and {b} are two corpora; date one at a time"));
            }
            _ => folder = Some(own),
        }
    }
    let folder = folder.unwrap_or_else(|| PathBuf::from("."));
    let loaded = workspace::load(std::slice::from_ref(&folder))?;
    let below: Vec<PathBuf> = paths.iter().map(|path| canonical(path)).collect();
    let is_below = |doc: &DocId| {
        let path = loaded.path(doc).map(|path| canonical(&path));
        path.is_some_and(|path| below.iter().any(|asked| path.starts_with(asked)))
    };
    let articles = loaded.world.articles().map(|(doc, _)| doc).filter(|doc| is_below(doc)).cloned().collect();
    Ok(Asked { loaded, folder, articles })
}

/// The folder of a path that belongs to no corpus with settings.
fn own_folder(path: &Path) -> PathBuf {
    if path.is_dir() {
        return path.to_path_buf();
    }
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    parent.map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

fn same(a: &Path, b: &Path) -> bool {
    canonical(a) == canonical(b)
}

fn canonical(path: &Path) -> PathBuf {
    std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf())
}
