//! Type hierarchy.

use serde_json::Value;
use tower_lsp::ls_types::{
    CallHierarchyItem, TypeHierarchyItem, TypeHierarchyPrepareParams, TypeHierarchySubtypesParams,
    TypeHierarchySupertypesParams,
};

use super::hierarchy::{call_item, node};
use super::snapshot::Snapshot;
use crate::ide::hierarchy::{self, HierarchyItem, HierarchyNode};
use crate::ide::type_hierarchy;
use crate::world::World;

/// `textDocument/prepareTypeHierarchy`
pub fn prepare(snapshot: &Snapshot, params: &TypeHierarchyPrepareParams) -> Option<Vec<TypeHierarchyItem>> {
    let (doc, offset) = snapshot.cursor(&params.text_document_position_params)?;
    Some(vec![type_item(snapshot, hierarchy::prepare(&snapshot.world, &doc, offset)?)?])
}

/// `typeHierarchy/supertypes`
pub fn supertypes(
    snapshot: &Snapshot,
    params: &TypeHierarchySupertypesParams,
) -> Option<Vec<TypeHierarchyItem>> {
    answer(snapshot, params.item.data.as_ref(), type_hierarchy::supertypes)
}

/// `typeHierarchy/subtypes`
pub fn subtypes(snapshot: &Snapshot, params: &TypeHierarchySubtypesParams) -> Option<Vec<TypeHierarchyItem>> {
    answer(snapshot, params.item.data.as_ref(), type_hierarchy::subtypes)
}

fn answer(
    snapshot: &Snapshot,
    data: Option<&Value>,
    question: fn(&World, &HierarchyNode) -> Vec<HierarchyItem>,
) -> Option<Vec<TypeHierarchyItem>> {
    let items = question(&snapshot.world, &node(data)?).into_iter();
    Some(items.filter_map(|item| type_item(snapshot, item)).collect())
}

/// The protocol has the same item under two names.
fn type_item(snapshot: &Snapshot, item: HierarchyItem) -> Option<TypeHierarchyItem> {
    let CallHierarchyItem { name, kind, detail, uri, range, selection_range, data, .. } =
        call_item(snapshot, item)?;
    Some(TypeHierarchyItem { name, kind, tags: None, detail, uri, range, selection_range, data })
}
