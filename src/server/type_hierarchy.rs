//! Type hierarchy.

use serde_json::Value;
use tower_lsp::ls_types::{
    CallHierarchyItem, TypeHierarchyItem, TypeHierarchyPrepareParams, TypeHierarchySubtypesParams,
    TypeHierarchySupertypesParams,
};

use super::hierarchy::{call_item, node};
use super::view::View;
use crate::ide::hierarchy::{self, HierarchyItem, HierarchyNode};
use crate::ide::type_hierarchy;
use crate::world::World;

pub fn prepare(view: &View, params: &TypeHierarchyPrepareParams) -> Option<Vec<TypeHierarchyItem>> {
    let (doc, offset) = view.cursor(&params.text_document_position_params)?;
    Some(vec![type_item(view, hierarchy::prepare(&view.world, &doc, offset)?)?])
}

pub fn supertypes(view: &View, params: &TypeHierarchySupertypesParams) -> Option<Vec<TypeHierarchyItem>> {
    answer(view, params.item.data.as_ref(), type_hierarchy::supertypes)
}

pub fn subtypes(view: &View, params: &TypeHierarchySubtypesParams) -> Option<Vec<TypeHierarchyItem>> {
    answer(view, params.item.data.as_ref(), type_hierarchy::subtypes)
}

fn answer(
    view: &View,
    data: Option<&Value>,
    question: fn(&World, &HierarchyNode) -> Vec<HierarchyItem>,
) -> Option<Vec<TypeHierarchyItem>> {
    let items = question(&view.world, &node(data)?).into_iter();
    Some(items.filter_map(|item| type_item(view, item)).collect())
}

/// The protocol has one item under two names.
fn type_item(view: &View, item: HierarchyItem) -> Option<TypeHierarchyItem> {
    let CallHierarchyItem { name, kind, detail, uri, range, selection_range, data, .. } =
        call_item(view, item)?;
    Some(TypeHierarchyItem { name, kind, tags: None, detail, uri, range, selection_range, data })
}
