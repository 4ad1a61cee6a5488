//! A World as text: what the law tests compare.

use std::fmt::Write;

use super::{EventMentionRef, MentionRef, World};
use crate::text::indexed;

pub(super) fn dump(world: &World) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write(world, &mut out);
    out
}

fn write(world: &World, out: &mut String) -> std::fmt::Result {
    for (doc, dated) in world.articles() {
        let article = &dated.article;
        writeln!(out, "# {doc} {:?}", article.hints)?;
        writeln!(out, "{}", article.text.as_str())?;
        writeln!(out, "{:?} {:?} {:?}", article.front, article.zones, article.sentences)?;
        writeln!(out, "{:?}", dated.dating)?;
        for (timex, resolved) in article.times.iter().zip(&dated.times) {
            writeln!(out, "{timex:?} = {resolved:?}")?;
        }
        writeln!(out, "{:?}", article.meetings)?;
        writeln!(out, "{:?}", article.names)?;
        for (mention, _) in indexed(&article.names.mentions) {
            writeln!(out, "name {mention} = {:?}", world.entity_of(&MentionRef::new(doc, mention)))?;
        }
        for (mention, _) in indexed(&article.meetings.mentions) {
            let event = world.event_of(&EventMentionRef::new(doc, mention));
            writeln!(out, "meeting {mention} = {:?}", event.map(|event| &event.id))?;
        }
    }
    for (doc, file) in &world.collections {
        writeln!(out, "# {doc} {:?} {:?}\n{}", file.hints, file.articles, file.text.as_str())?;
    }
    for (doc, file) in world.profile_files() {
        writeln!(out, "# {doc}\n{}\n{:?}", file.text.as_str(), file.problems)?;
        writeln!(out, "{:?}\n{:?}\n{:?}", file.persons, file.events, file.series)?;
    }
    for entity in world.entities() {
        writeln!(out, "{entity:?}")?;
    }
    for event in world.events() {
        writeln!(out, "{event:?}")?;
    }
    Ok(())
}
