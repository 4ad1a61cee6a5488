//! "Try this, in this order" in `seeds/README.md`: each step is done here as a reader would, and what it says
//! is what the program shows. What is marked *(not yet)* there must really not hold.

use std::path::Path;

use dateline::checks;
use dateline::ide::{Target, goto, hover, references};
use dateline::world::{DocId, MentionRef, World};

use crate::promises::NOT_YET;
use crate::seeds;

const MOSCOW: &str = "2023-09-18-moscow.txt";
const NOTES: &str = "notes/2023-12-year-in-handshakes.md";

/// What a step says, one by one: whether it holds.
type Claims = Vec<bool>;

/// What a step shows in the World of the demo corpus.
type Step = fn(&World) -> Claims;

/// The steps by their titles, in the order of the README.
const STEPS: [(&str, Step); 10] = [
    ("Hover a name", hover_a_name),
    ("Hover a surname alone", hover_a_surname_alone),
    ("Hover a relative date", hover_a_relative_date),
    ("Go to the definition of a meeting", go_to_the_definition_of_a_meeting),
    ("Find all references", find_all_references),
    ("Go to the type definition", go_to_the_type_definition),
    ("See how a date was found", see_how_a_date_was_found),
    ("See what can't be known", see_what_cannot_be_known),
    ("Follow a squiggle", follow_a_squiggle),
    ("Change your mind", change_your_mind),
];

#[test]
fn every_step_of_the_readme() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let readme = std::fs::read_to_string(folder.join("README.md")).unwrap();
    let (_, list) = readme.split_once("## Try this, in this order\n").unwrap();
    let (list, _) = list.split_once("\n## ").unwrap();
    let (world, _) = seeds::open(&folder);
    let mut rest = list;
    for (number, (title, step)) in STEPS.iter().enumerate() {
        let head = format!("\n{}. **{title}", number + 1);
        let (_, after) = rest.split_once(&head).unwrap_or_else(|| panic!("no step `{}`", head.trim()));
        rest = after;
        let next = format!("\n{}. ", number + 2);
        let (text, _) = after.split_once(&next).unwrap_or((after, ""));
        let claims = step(&world);
        let open = claims.iter().filter(|holds| !**holds).count();
        assert_eq!(open, text.matches(NOT_YET).count(), "step {}: {title}: {claims:?}", number + 1);
    }
    assert!(!rest.contains(&format!("\n{}. ", STEPS.len() + 1)), "a step without a test");
}

/// The offset of `words` after `context`, where both stand.
fn at(world: &World, file: &str, context: &str, words: &str) -> (DocId, u32) {
    let doc = DocId::new(file);
    let text = world.text(&doc).unwrap_or_else(|| panic!("no {file}")).as_str().to_owned();
    let from = text.find(context).unwrap_or_else(|| panic!("{file}: no “{context}”"));
    let to = text[from..].find(words).unwrap_or_else(|| panic!("{file}: no “{words}” after “{context}”"));
    (doc, (from + to) as u32)
}

/// The hover on `words` after `context`.
fn shown(world: &World, file: &str, context: &str, words: &str) -> String {
    let (doc, offset) = at(world, file, context, words);
    hover::hover(world, &doc, offset, &|_| None).unwrap_or_else(|| panic!("no hover on “{words}”")).markdown
}

/// Who is meant by `words` after `context`.
fn person(world: &World, file: &str, context: &str, words: &str) -> String {
    let (doc, offset) = at(world, file, context, words);
    let mentions = &world.article(&doc).unwrap().article.names.mentions;
    let index = mentions.iter().position(|m| m.span.start <= offset && offset < m.span.end).unwrap();
    world.entity_of(&MentionRef::new(&doc, dateline::text::Index::new(index))).unwrap().entity.0.to_string()
}

/// The files that "go to definition" leads to.
fn definition(world: &World, file: &str, context: &str, words: &str) -> Vec<String> {
    let (doc, offset) = at(world, file, context, words);
    goto::definition(world, &doc, offset).iter().map(|target| target.place.doc.to_string()).collect()
}

fn hover_a_name(world: &World) -> Claims {
    let text = shown(world, MOSCOW, "guest of", "Patrushev");
    let office = text.contains("Secretary, Security Council") && text.contains("people.toml");
    let spelling = text.contains("Nikolai Patrushev") && text.contains("Also written Nikolay");
    vec![office, text.contains("consultation"), spelling]
}

fn hover_a_surname_alone(world: &World) -> Claims {
    let kim = person(world, "vostochny-train.txt", "then the launch pad", "Kim") == "kim-jong-un"
        && shown(world, "vostochny-train.txt", "then the launch pad", "Kim").contains("Kim Jong-un");
    let lis =
        [person(world, NOTES, "No more", "Li Shangfu"), person(world, NOTES, "confused with", "Li Qiang")];
    let wang = person(world, MOSCOW, "afternoon of his arrival,", "Wang") == "wang-yi";
    let wentao = person(world, NOTES, "Commerce minister", "Wang Wentao") == "wang-wentao";
    vec![wang, kim, lis == ["li-shangfu", "li-qiang"], wentao]
}

fn hover_a_relative_date(world: &World) -> Claims {
    let month = shown(world, "wang-lavrov-beijing.txt", "Ushakov confirmed", "last month");
    let day = shown(world, MOSCOW, "Vostochny Cosmodrome", "last Wednesday");
    let dating = &world.article(&DocId::new(MOSCOW)).unwrap().dating;
    let by_name = dating.evidence.iter().all(|evidence| evidence.words.contains("the file name"));
    vec![month.contains("June 2025"), day.contains("13 Sept 2023"), by_name]
}

fn go_to_the_definition_of_a_meeting(world: &World) -> Claims {
    let malta = definition(world, NOTES, "17 September", "talks");
    let beijing = definition(world, "notes/tianjin-to-beijing.md", "When Lavrov", "met");
    vec![malta == [MOSCOW], beijing == ["wang-lavrov-beijing.txt"]]
}

fn find_all_references(world: &World) -> Claims {
    let (doc, offset) = at(world, "belt-and-road-forum.txt", "The third", "third Belt and Road Forum");
    let found: Vec<_> =
        references::references(world, &doc, offset, true).iter().map(|place| place.doc.to_string()).collect();
    [MOSCOW, "belt-and-road-forum.txt", NOTES].map(|file| found.iter().any(|doc| doc == file)).to_vec()
}

fn go_to_the_type_definition(world: &World) -> Claims {
    let (doc, offset) = at(world, "belt-and-road-forum.txt", "The third", "third Belt and Road Forum");
    let entry = goto::type_definition(world, &doc, offset);
    let told = |target: &Target| world.text(&target.place.doc).unwrap().slice(target.full).to_owned();
    let entry = entry.iter().any(|entry| told(entry).contains("belt-and-road-forum-2023"));
    let editions = goto::implementation(world, &doc, offset);
    let editions: Vec<_> = editions.iter().map(|target| target.place.doc.to_string()).collect();
    vec![entry, editions.len() >= 2]
}

fn see_how_a_date_was_found(world: &World) -> Claims {
    let dating = &world.article(&DocId::new("wang-lavrov-sochi.txt")).unwrap().dating;
    let why: String = dating.evidence.iter().map(|evidence| evidence.words.clone() + "\n").collect();
    let year =
        dating.window().and_then(|w| Some((w.earliest?.year(), w.latest?.year()))) == Some((2019, 2019));
    vec![year, why.contains("May 13"), why.contains("1949"), why.contains("last month")]
}

fn see_what_cannot_be_known(world: &World) -> Claims {
    let dating = &world.article(&DocId::new("seating-plan.txt")).unwrap().dating;
    vec![dating.date.is_none() && dating.window().is_none()]
}

fn follow_a_squiggle(world: &World) -> Claims {
    let rules = checks::Rules::default();
    let cairo = checks::findings(world, &DocId::new("cairo-weekly.txt"), &rules);
    let finding = cairo.iter().find(|finding| finding.code.to_string() == "DL301").expect("DL301");
    vec![finding.related.iter().any(|related| related.place.doc.to_string() == "cairo-partnership.txt")]
}

fn change_your_mind(world: &World) -> Claims {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let (_, config) = seeds::open(&folder);
    let doc = DocId::new("notes/eu-celac.md");
    let count = |rules: &checks::Rules| checks::findings(world, &doc, rules).len();
    vec![count(&checks::Rules::default()) == count(&config.rules) + 1]
}
