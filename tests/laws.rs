//! The order of changes never matters, and no bytes do harm. Corpora are made of sentences about the same few
//! people, meetings and dates, so that articles affect each other.

use std::collections::BTreeMap;

use dateline::article::several::articles_in;
use dateline::article::{Article, Hints};
use dateline::lang::Language;
use dateline::names::Lexicon;
use dateline::profiles::file::File;
use dateline::text::Layout;
use dateline::text::position::Text;
use dateline::world::{Change, DocId, EventId, World};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

const SENTENCES: &[&str] = &[
    "Minister Ann Roe met Igor Lund in Oslo on Monday.",
    "Roe and Lund held talks in Oslo on May 6, 2024.",
    "Lund will visit Norway next week.",
    "Foreign Minister Petra Lund thanked her counterpart.",
    "The third Harbour Forum opened in Bergen on Tuesday.",
    "The third Harbour Forum took place in Bergen on May 7, 2024.",
    "On the sidelines of the forum, Roe met Wang Li.",
    "Wang said the talks were frank.",
    "Last month the President of Norway, Kari Holm, called Roe.",
    "President Holm flew home yesterday.",
    "It was her second visit since February.",
    "BERGEN, May 8 (Wire) -- The Harbour Forum ended on Wednesday.",
    "Igor Lundh told reporters that Anne Roe would come.",
    "The Shanghai Cooperation Organisation (SCO) held its 24th summit in Astana on July 4.",
];

const PROFILES: &[&str] = &[
    "[[person]]\nid = \"ann-roe\"\nname = \"Ann Roe\"\naliases = [\"Anne Roe\"]\n[[person.office]]\ntitle = \"Minister\"\ncountry = \"no\"\nwhen = \"2023/..\"\n",
    "[[person]]\nid = \"wang-li\"\nname = \"Wang Li\"\nfamily_first = true\n",
    "[[person]]\nid = \"lund\"\nname = \"Igor Lund\"\nnot = [\"petra\"]\n[[person]]\nid = \"petra\"\nname = \"Petra Lund\"\n",
    "[[series]]\nid = \"harbour-forum\"\nname = \"Harbour Forum\"\n[[event]]\nid = \"forum-3\"\nname = \"third Harbour Forum\"\nseries = \"harbour-forum\"\nedition = 3\nwhen = \"2024-05-07\"\nplace = \"Bergen\"\n",
    "[[person]]\nid = \"lund\"\nname = \"Lund\"\nbroken",
    "[[series]]\nid = \"harbour-forum\"\nname = \"Harbour Forum\"\n[[event]]\nid = \"forum-2\"\nname = \"second Harbour Forum\"\n[[event]]\nid = \"forum-3\"\nname = \"forum of 2024\"\nseries = \"harbour-forum\"\nedition = 3\nattended = [\"ann-roe\"]\n",
];

const TYPED: &[&str] = &[
    "3 of 3 documents\n\nLund flew to Oslo with Ann Roe and Wang Li.\n\n",
    "It rained. ",
    " And",
    " Lund",
    " Wang Li met Ann Roe in Oslo. ",
    "\n\n",
    "é",
];

const FOLDERS: &[&str] = &["a.txt", "b.txt", "2024-05-08.txt", "news/c.md", "news/d.txt", "e.txt"];

/// The content of a document.
#[derive(Clone, Debug)]
enum Content {
    Article(String, Option<jiff::civil::Date>),
    Profile(&'static str),
}

fn change(name: &str, content: &Content) -> Change {
    let doc = DocId::new(name);
    match content {
        Content::Article(text, date) => {
            let hints = Hints { file_name: doc.file_name().into(), date: *date, ..Hints::default() };
            Change::Article { doc, text: Text::new(text.as_str()), hints }
        }
        Content::Profile(text) => Change::Profile { doc, text: Text::new(*text) },
    }
}

fn article() -> impl Strategy<Value = Content> {
    let date = prop::option::weighted(0.3, (1i8..29).prop_map(|day| jiff::civil::date(2024, 5, day)));
    let front = select(&["", "", "---\ndate: 2024-05-09\n---\n", "Roe Opens Talks\n\n"][..]);
    (front, subsequence(SENTENCES, 0..6), date).prop_map(|(front, sentences, date)| {
        Content::Article(format!("{front}{}", sentences.join(" ")), date)
    })
}

/// Several articles in one file.
fn export() -> impl Strategy<Value = Content> {
    let articles = prop::collection::vec(subsequence(SENTENCES, 1..5), 1..5);
    (articles, 1usize..3).prop_map(|(articles, first)| {
        let of = articles.len() + first;
        let head = |at: usize| format!("{} of {of} documents\n\nMay {}, 2024\n\n", at + first, at + 1);
        let whole = articles.iter().enumerate().map(|(at, told)| head(at) + &told.join(" ") + "\n\n");
        Content::Article(whole.collect(), None)
    })
}

fn document() -> impl Strategy<Value = (&'static str, Content)> {
    prop_oneof![
        4 => (select(FOLDERS), article()),
        1 => (select(FOLDERS), export()),
        1 => (select(&["p.toml", "q.toml"][..]), select(PROFILES).prop_map(Content::Profile)),
    ]
}

/// One thing a user does.
#[derive(Clone, Debug)]
enum Step {
    Put(&'static str, Content),
    Remove(&'static str),
    Rename(&'static str, &'static str),
    /// Something typed at the start or the end of an article.
    Type(&'static str, &'static str, bool),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => document().prop_map(|(name, content)| Step::Put(name, content)),
        1 => select(FOLDERS).prop_map(Step::Remove),
        1 => select(&["p.toml", "q.toml"][..]).prop_map(Step::Remove),
        1 => (select(FOLDERS), select(FOLDERS)).prop_map(|(from, to)| Step::Rename(from, to)),
        5 => (select(FOLDERS), select(TYPED), any::<bool>())
            .prop_map(|(name, typed, front)| Step::Type(name, typed, front)),
    ]
}

fn from_scratch(files: &BTreeMap<&str, Content>) -> World {
    World::default().apply(files.iter().map(|(name, content)| change(name, content)).collect())
}

/// The groups of events that are probably one; every member names the same group.
fn likely_groups(world: &World) -> Result<Vec<Vec<EventId>>, TestCaseError> {
    let groups: Vec<Vec<EventId>> = world.events().map(|event| world.likely_events(&event.id)).collect();
    for (event, group) in world.events().zip(&groups) {
        prop_assert!(group.contains(&event.id));
        for other in group {
            prop_assert_eq!(&world.likely_events(other), group);
        }
    }
    Ok(groups)
}

fn assert_same(a: &World, b: &World) -> Result<(), TestCaseError> {
    prop_assert_eq!(likely_groups(a)?, likely_groups(b)?);
    let (a, b) = (a.dump(), b.dump());
    if a != b {
        let line = a.lines().zip(b.lines()).position(|(a, b)| a != b).unwrap_or(0);
        let show = |dump: &str| dump.lines().nth(line).unwrap_or("(ends)").to_owned();
        return Err(TestCaseError::fail(format!("line {line}:\n  {}\n  {}", show(&a), show(&b))));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn order_does_not_matter(
        files in prop::collection::vec(document(), 1..8)
            .prop_map(|all| all.into_iter().collect::<BTreeMap<_, _>>()),
        seed in any::<u64>(),
    ) {
        let whole = from_scratch(&files);
        let mut changes: Vec<_> = files.iter().map(|(name, content)| change(name, content)).collect();
        // Any shuffle will do; this one needs no generator.
        changes.sort_by_key(|change| {
            (change.doc().as_str().len() as u64 ^ seed).wrapping_mul(0x9e37_79b9_7f4a_7c15)
        });
        let by = seed as usize % changes.len();
        changes.rotate_left(by);
        assert_same(&World::default().apply(changes.clone()), &whole)?;
        let one_by_one =
            changes.into_iter().fold(World::default(), |world, change| world.apply(vec![change]));
        assert_same(&one_by_one, &whole)?;
    }

    #[test]
    fn any_history_equals_its_end(steps in prop::collection::vec(step(), 1..14)) {
        let mut files: BTreeMap<&str, Content> = BTreeMap::new();
        let mut world = World::default();
        for step in steps {
            let changes = match step {
                Step::Put(name, content) => {
                    files.insert(name, content.clone());
                    vec![change(name, &content)]
                }
                Step::Remove(name) => {
                    files.remove(name);
                    vec![Change::Remove { doc: DocId::new(name) }]
                }
                Step::Rename(from, to) => match files.remove(from) {
                    Some(content) => {
                        files.insert(to, content.clone());
                        vec![Change::Remove { doc: DocId::new(from) }, change(to, &content)]
                    }
                    None => continue,
                },
                Step::Type(name, typed, front) => match files.get_mut(name) {
                    Some(Content::Article(text, _)) => {
                        text.insert_str(if front { 0 } else { text.len() }, typed);
                        vec![change(name, &files[name])]
                    }
                    _ => continue,
                },
            };
            world = world.apply(changes);
        }
        assert_same(&world, &from_scratch(&files))?;
    }

    #[test]
    fn a_document_may_become_something_else(content in article(), profile in select(PROFILES)) {
        let (article, profile) = (change("x", &content), change("x", &Content::Profile(profile)));
        let both = World::default().apply(vec![article.clone()]).apply(vec![profile.clone()]);
        assert_same(&both, &World::default().apply(vec![profile.clone()]))?;
        let back = both.apply(vec![article.clone()]);
        assert_same(&back, &World::default().apply(vec![profile, article]))?;
        prop_assert_eq!(back.apply(vec![Change::Remove { doc: DocId::new("x") }]).dump(), "");
    }

    #[test]
    fn any_text_can_be_read(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        read(&String::from_utf8_lossy(&bytes))?;
    }

    #[test]
    fn any_mixture_of_news_can_be_read(pieces in prop::collection::vec(piece(), 0..40)) {
        read(&pieces.concat())?;
    }

    #[test]
    fn any_profile_can_be_parsed(pieces in prop::collection::vec(toml_piece(), 0..30)) {
        let text = pieces.concat();
        let file = File::parse(Text::new(text.as_str()));
        for problem in &file.problems {
            prop_assert!(problem.span.start <= problem.span.end, "{problem:?}");
            prop_assert!(text.get(problem.span.start as usize..problem.span.end as usize).is_some(), "{problem:?}");
        }
        for person in &file.persons {
            prop_assert!(text.get(person.span.start as usize..person.span.end as usize).is_some());
        }
    }
}

/// Letters, digits and marks that readers care about, in no order.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        select(SENTENCES).prop_map(str::to_owned),
        select(
            &[
                " ",
                "\n",
                "\r\n",
                "\u{a0}",
                "\u{ad}",
                "\u{200b}",
                "“",
                "”",
                "\"",
                "'",
                "’s",
                "-",
                "–",
                "/",
                "(",
                ")",
                ".",
                ",",
                "Mr.",
                "the ",
                "former ",
                "President ",
                "May ",
                "Feb. ",
                "31",
                "2024",
                "30,",
                "99999999999999999999",
                "Monday",
                "last ",
                "third ",
                "30th ",
                "summit",
                "met ",
                "visit ",
                "Wang ",
                "Lavrov",
                "U.S.",
                "SCO",
                "王毅",
                "🐟",
                "e\u{308}",
                "---\n",
                "\n1 of 2 documents\n",
                "\n2 of 2 documents\n",
                "\nEnd of Document\n",
                "\nHD ",
                "\nPD ",
                "LOAD-DATE:",
                "date: ",
                "# ",
                "* ",
                "04:14\n",
                "between ",
                " and ",
                "from ",
                " to ",
                "since ",
                "anniversary of ",
                "\u{2028}",
                "\u{feff}",
                "ß",
                "İ",
                "ﬁ",
                "\0",
            ][..]
        )
        .prop_map(str::to_owned),
        "\\PC{0,6}",
    ]
}

fn toml_piece() -> impl Strategy<Value = String> {
    prop_oneof![
        select(PROFILES).prop_map(str::to_owned),
        select(
            &[
                "[[person]]\n",
                "[[person.office]]\n",
                "[person]\n",
                "[[event]]\n",
                "[[series]]\n",
                "[[",
                "]]",
                "[",
                "]",
                "{",
                "}",
                "=",
                "\"",
                "'''",
                "\"\"\"",
                "\n",
                "\r\n",
                "#",
                ",",
                ".",
                "id",
                "name",
                " = ",
                "\"a\"",
                "born = ",
                "2024-05",
                "\"2024-02-30\"\n",
                "native = {",
                "edition = 99999999999\n",
                "aliases = [",
                "é",
                "🐟",
                "\0",
                "\\u00",
                "not",
            ][..]
        )
        .prop_map(str::to_owned),
        "\\PC{0,4}",
    ]
}

/// Reads a text in every way and checks that all places lie within it.
fn read(text: &str) -> Result<(), TestCaseError> {
    let layout = Layout::of(text, Language::english());
    for zone in &layout.zones {
        prop_assert!(text.get(zone.span.start as usize..zone.span.end as usize).is_some());
    }
    let hints = Hints { file_name: "2024-05-08.txt".into(), ..Hints::default() };
    let article = Article::read(Text::new(text), hints.clone(), &Lexicon::default(), Language::english());
    let times = article.times.iter().map(|time| time.span);
    let names = article.names.mentions.iter().map(|mention| mention.span);
    let titles = article.names.titles.iter().map(|title| title.span);
    let meetings = article.meetings.mentions.iter().map(|mention| mention.span);
    for span in times.chain(names).chain(titles).chain(meetings) {
        let covered = text.get(span.start as usize..span.end as usize);
        prop_assert!(covered.is_some_and(|text| !text.is_empty()), "{span:?}");
    }
    let doc = DocId::new("x.txt");
    let world = World::default().apply(vec![Change::Article { doc, text: Text::new(text), hints }]);
    let articles = articles_in(text, Language::english());
    prop_assert_eq!(world.article_count(), articles.len().max(1));
    prop_assert!(articles.is_sorted_by(|a, b| a.end <= b.start));
    prop_assert!(articles.iter().all(|span| text.get(span.start as usize..span.end as usize).is_some()));
    Ok(())
}
