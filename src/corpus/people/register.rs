//! The register itself: what it holds, how it changes, and how it is asked.

use std::sync::Arc;

use super::{DocId, Entity, EntityId, Link};
use crate::article::Article;
use crate::profiles::file::File;
use crate::time::Window;

/// Everybody and everything the articles talk about. Cheap to clone; an update shares what it does not touch.
#[derive(Clone, Debug, Default)]
pub struct Register {}

impl Register {
    /// The register after `removed` have gone and `added` have come or have another text. The result depends only
    /// on the set of articles and profiles that remain.
    pub fn update(&self, _removed: &[DocId], _added: &[(DocId, Arc<Article>)]) -> Self {
        self.clone()
    }

    /// The register with these profile files in place of those it had. Only names that the changed entries claim
    /// are linked anew.
    pub fn with_profiles(&self, _files: &[(DocId, Arc<File>)]) -> Self {
        self.clone()
    }

    /// Who an article's local entity (index into `Names::entities`) is.
    pub fn link(&self, _doc: &DocId, _local: u32) -> Option<&Link> {
        None
    }

    /// Someone with all their mentions; put together when first asked for.
    pub fn entity(&self, _id: &EntityId) -> Option<&Arc<Entity>> {
        None
    }

    /// All people, organisations and places, by id. Persons of a profile are there without a mention too.
    pub fn entities(&self) -> impl Iterator<Item = &Arc<Entity>> {
        std::iter::empty()
    }

    /// Who a title (index into `Names::titles`) means: its holder, or for a title alone whoever the article, a profile
    /// term that covers `when`, or the corpus gives it to. `when` is the window of the article's date, if known.
    pub fn title_link(&self, _doc: &DocId, _title: u32, _when: Option<Window>) -> Option<Link> {
        None
    }
}
