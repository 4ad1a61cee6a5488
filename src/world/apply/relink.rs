//! Relinks people and meetings across articles where the step touched them.

use super::{DocId, Step, World};
use crate::events::Links;
use crate::names::{LocalEntity, Title};
use crate::parallel;
use crate::text::Index;
use crate::world::{DatedArticle, EntityId, TitleRef};

pub(super) fn relink(old: &World, world: &mut World, mut step: Step) {
    let told = step.changed.iter().filter_map(|doc| {
        let dated = world.articles.get(doc)?;
        Some((doc.clone(), dated.article.clone(), dated.dating.window()))
    });
    let told: Vec<_> = told.collect();
    world.entities = world.entities.update(&step.removed, &told);
    let suspects = world.entities.suspects(&old.entities);
    if step.profiles {
        let files: Vec<_> = world.profiles.files().map(|(doc, file)| (doc.clone(), file.clone())).collect();
        world.entities = world.entities.with_profiles(&files);
    }
    // An office that a profile states may be meant in any article.
    let suspects: Vec<&DocId> = match world.entities.has_profiles_of(&old.entities) {
        true => suspects.iter().collect(),
        false => world.articles.keys().collect(),
    };
    let now = &*world;
    let relinked = parallel::map(suspects, |doc| {
        let dated = now.articles.get(doc).filter(|_| !step.changed.contains(doc))?;
        is_relinked(old, now, doc, dated).then(|| doc.clone())
    });
    let relinked: Vec<DocId> = relinked.into_iter().flatten().collect();
    step.changed.extend(relinked);
    let told =
        step.changed.into_iter().filter_map(|doc| Some((doc.clone(), world.articles.get(&doc)?.clone())));
    let told: Vec<_> = told.collect();
    world.events = world.events.update(&step.removed, &told, &Linked(world), world.profiles.profile_events());
}

/// Whether an article's meetings now depend on other entities.
fn is_relinked(old: &World, world: &World, doc: &DocId, dated: &DatedArticle) -> bool {
    links_of(old, doc, dated) != links_of(world, doc, dated)
}

/// The entities that an article's meetings depend on.
fn links_of(world: &World, doc: &DocId, dated: &DatedArticle) -> Vec<Option<EntityId>> {
    let meetings = &dated.article.meetings.mentions;
    let links = Linked(world);
    let locals = meetings.iter().flat_map(|m| m.who.iter().chain(&m.sides).chain(&m.place));
    let titles = meetings.iter().flat_map(|m| &m.titled);
    let linked = locals.map(|local| links.entity(doc, *local));
    linked.chain(titles.map(|title| links.holder(doc, *title))).collect()
}

/// Answers the questions of events about people.
struct Linked<'w>(&'w World);

impl Links for Linked<'_> {
    fn entity(&self, doc: &DocId, local: Index<LocalEntity>) -> Option<EntityId> {
        self.0.entities.entity_of_chain(doc, local).map(|link| link.entity.clone())
    }

    fn holder(&self, doc: &DocId, title: Index<Title>) -> Option<EntityId> {
        self.0.holder_of(&TitleRef::new(doc, title)).map(|link| link.entity)
    }
}
