//! Fits the weights in `src/events/likely/weights.rs`: `cargo run --release --example fit-links --
//! GOLD.jsonl…`, a line an article: `{"id": "a", "date": "2024-03-18", "text": "…", "events": [{"start": 3,
//! "end": 8, "event": "x"}]}`, offsets in code points. Prints the weights by logistic regression, and how
//! well they do on parts that they were not fitted on.

use std::collections::BTreeMap;
use std::error::Error;

use dateline::article::Hints;
use dateline::events::likely::{Likeness, LikenessSet};
use dateline::events::{EventId, EventMentionRef};
use dateline::text::indexed;
use dateline::text::position::Text;
use dateline::world::{Change, DocId, World};
use serde_json::Value;

/// One compared pair: what is known of it, and whether it is one meeting.
struct Pair {
    fold: usize,
    evidence: Vec<usize>,
    same: bool,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut pairs = Vec::new();
    let mut folds = 0;
    for path in std::env::args().skip(1) {
        let rows: Vec<Value> =
            std::fs::read_to_string(path)?.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
        for dated in [true, false] {
            let world = world(&rows, dated);
            let gold = gold(&world, &rows);
            for (a, b, evidence) in world.compared_events() {
                let (Some(x), Some(y)) = (gold.get(&a), gold.get(&b)) else { continue };
                pairs.push(Pair { fold: fold(x, y, folds), evidence: bits(evidence), same: x == y });
            }
        }
        folds += FOLDS;
    }
    println!("{} pairs, {} of one meeting", pairs.len(), pairs.iter().filter(|pair| pair.same).count());
    let mut judged: Vec<(f64, bool)> = Vec::new();
    for fold in 0..folds {
        let weights = fit(pairs.iter().filter(|pair| pair.fold != fold));
        judged.extend(
            pairs
                .iter()
                .filter(|pair| pair.fold == fold)
                .map(|pair| (share(&weights, &pair.evidence), pair.same)),
        );
    }
    for at in [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] {
        let over: Vec<_> = judged.iter().filter(|(share, _)| *share >= at).collect();
        let right = over.iter().filter(|(_, same)| *same).count();
        let all = judged.iter().filter(|(_, same)| *same).count();
        println!(
            "share {at}: precision {:.3} reach {:.3} ({} pairs)",
            right as f64 / over.len().max(1) as f64,
            right as f64 / all.max(1) as f64,
            over.len()
        );
    }
    let weights = fit(pairs.iter());
    let names = Likeness::ALL.iter().map(|one| format!("{one:?}")).chain(["Prior".to_owned()]);
    for (at, (name, weight)) in names.zip(&weights).enumerate() {
        let holds: Vec<&Pair> = pairs.iter().filter(|pair| pair.evidence.contains(&at)).collect();
        let same = holds.iter().filter(|pair| pair.same).count();
        println!("{name:<18} {weight:>6.2}  {same} of {}", holds.len());
    }
    Ok(())
}

/// Parts of each file that are judged by the weights of the rest.
const FOLDS: usize = 5;

/// The part of a pair: all pairs of one meeting are in one.
fn fold(x: &str, y: &str, base: usize) -> usize {
    let sum: usize = x.min(y).bytes().map(usize::from).sum();
    base + sum % FOLDS
}

fn world(rows: &[Value], dated: bool) -> World {
    let changes = rows.iter().map(|row| {
        let date = row.get("date").and_then(Value::as_str).filter(|_| dated).and_then(|day| day.parse().ok());
        let hints = Hints { date, ..Hints::default() };
        let text = Text::new(row.get("text").and_then(Value::as_str).unwrap_or_default());
        Change::Article {
            doc: DocId::new(row.get("id").and_then(Value::as_str).unwrap_or_default()),
            text,
            hints,
        }
    });
    World::default().apply(changes.collect())
}

/// The annotated event that most mentions of each event overlap with.
fn gold(world: &World, rows: &[Value]) -> BTreeMap<EventId, String> {
    let mut votes: BTreeMap<EventId, BTreeMap<String, usize>> = BTreeMap::new();
    for row in rows {
        let doc = DocId::new(row.get("id").and_then(Value::as_str).unwrap_or_default());
        let Some(dated) = world.article(&doc) else { continue };
        let empty = Vec::new();
        let annotated = row.get("events").and_then(Value::as_array).unwrap_or(&empty);
        for (at, mention) in indexed(&dated.article.meetings.mentions) {
            let text = &dated.article.text;
            let (from, to) = (text.code_points(mention.span.start), text.code_points(mention.span.end));
            let number =
                |one: &Value, key: &str| one.get(key).and_then(Value::as_u64).unwrap_or_default() as u32;
            let hit: Vec<&Value> = annotated
                .iter()
                .filter(|one| number(one, "start") < to && from < number(one, "end"))
                .collect();
            let ([one], Some(event)) = (hit.as_slice(), world.event_of(&EventMentionRef::new(&doc, at)))
            else {
                continue;
            };
            let name = one.get("event").and_then(Value::as_str).unwrap_or_default();
            *votes.entry(event.id.clone()).or_default().entry(name.to_owned()).or_default() += 1;
        }
    }
    votes
        .into_iter()
        .filter_map(|(id, votes)| Some((id, votes.into_iter().max_by_key(|(_, n)| *n)?.0)))
        .collect()
}

fn bits(evidence: LikenessSet) -> Vec<usize> {
    let held = Likeness::ALL.iter().enumerate().filter(|(_, one)| evidence.has(**one));
    held.map(|(at, _)| at).chain([Likeness::COUNT]).collect()
}

fn share(weights: &[f64], evidence: &[usize]) -> f64 {
    let sum: f64 = evidence.iter().filter_map(|at| weights.get(*at)).sum();
    1.0 / (1.0 + (-sum).exp())
}

/// Rounds over all pairs, the pull of a weight towards nothing, and how far one pair moves it.
const ROUNDS: usize = 400;
const PULL: f64 = 0.002;
const STEP: f64 = 0.05;

/// Logistic regression by gradient descent; the last weight is the prior.
fn fit<'p>(pairs: impl Iterator<Item = &'p Pair>) -> Vec<f64> {
    let pairs: Vec<&Pair> = pairs.collect();
    let mut weights = vec![0.0; Likeness::COUNT + 1];
    for round in 0..ROUNDS {
        let step = STEP / (1.0 + round as f64 / 50.0);
        for pair in &pairs {
            let error = f64::from(u8::from(pair.same)) - share(&weights, &pair.evidence);
            for at in &pair.evidence {
                if let Some(weight) = weights.get_mut(*at) {
                    *weight += step * (error - PULL * *weight);
                }
            }
        }
    }
    weights
}
