//! Hover in profile files: what an entry's person or event looks like in the corpus.

use super::{Hover, person};
use crate::corpus::{DocId, EntityId, World};
use crate::ide::{Linker, show};

pub fn hover(world: &World, doc: &DocId, offset: u32, link: Linker<'_>) -> Option<Hover> {
    let file = world.profile_file(doc)?;
    if let Some(entry) = file.persons.iter().find(|entry| entry.span.touches(offset)) {
        let on = [entry.id.span, entry.name.span].into_iter().find(|span| span.touches(offset))?;
        let entity = world.entity(&EntityId(entry.id.value.as_ref().into()))?;
        return Some(Hover { span: on, markdown: person::profile(world, entity, link) });
    }
    let entry = file.events.iter().find(|entry| entry.span.touches(offset))?;
    let on = [entry.id.span, entry.name.span].into_iter().find(|span| span.touches(offset))?;
    let told: Vec<_> = world
        .gatherings()
        .filter(|g| g.profile.as_ref().is_some_and(|p| p.doc == *doc && p.span == entry.span))
        .collect();
    let mut markdown = format!("**{}**", show::plain(&entry.name.value));
    if let Some(when) = &entry.when {
        markdown.push_str(&format!("  \n{}", show::window(when.value.window)));
    }
    for gathering in told {
        markdown.push_str(&format!("\n\n- {}", super::meeting::line(world, gathering, None, link)));
    }
    Some(Hover { span: on, markdown })
}
