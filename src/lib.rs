//! Dateline reads a folder of news articles as a programmer's tools read code: who is named, which meeting is
//! meant, what each date resolves to, and where the dates cannot all be true. ARCHITECTURE.md walks through
//! it.
//!
//! One article by itself: what it names, and what its times say.
//!
//! ```
//! use dateline::article::{Article, Hints};
//! use dateline::{lang::Language, names::Lexicon, text::position::Text};
//!
//! let text = Text::new("Foreign Minister Annalena Baerbock met Donald Tusk in Warsaw on 2 May 2024.");
//! let article = Article::read(text, Hints::default(), &Lexicon::default(), Language::english());
//!
//! let names: Vec<_> = article.names.mentions.iter().map(|name| article.text.slice(name.span)).collect();
//! assert_eq!(names, ["Annalena Baerbock", "Donald Tusk", "Warsaw"]);
//! let times: Vec<_> = article.times.iter().map(|time| article.text.slice(time.span)).collect();
//! assert_eq!(times, ["2 May 2024"]);
//! ```
//!
//! Two articles make a [`World`](world::World): a surname leads from one to the other, and dates are held
//! against each other.
//!
//! ```
//! use dateline::checks::{Rules, findings};
//! use dateline::ide::goto::definition;
//! use dateline::text::position::Text;
//! use dateline::world::{Change, DocId, World};
//!
//! let article = |doc: &DocId, text: &str| Change::Article {
//!     doc: doc.clone(),
//!     text: Text::new(text),
//!     hints: Default::default(),
//! };
//! let (wire, weekly) = (DocId::new("wire.txt"), DocId::new("weekly.txt"));
//! let story = "Tusk flew home. He had come on Monday, 2 May 2024.";
//! let world = World::default().apply(vec![
//!     article(&wire, "Prime Minister Donald Tusk landed in Berlin on 2 May 2024."),
//!     article(&weekly, story),
//! ]);
//!
//! let targets = definition(&world, &weekly, 0);
//! assert_eq!(targets[0].place.doc, wire);
//!
//! let found = findings(&world, &weekly, &Rules::default());
//! let mismatch = found.iter().find(|finding| finding.code.to_string() == "DL101").unwrap();
//! assert_eq!(mismatch.message, "`2 May 2024` is a Thursday, not a Monday");
//! ```

// In reading order: the path of a text through the program.
pub mod lang;
pub mod text;

pub mod meetings;
pub mod names;
pub mod time;

pub mod article;

pub mod almanac;
pub mod annotations;
pub mod profiles;

pub mod parallel;

pub mod entities;
pub mod events;
pub mod world;

pub mod checks;
pub mod ide;

pub mod export;

pub mod config;

pub mod cli;
pub mod server;
