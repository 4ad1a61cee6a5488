//! Items of a call or type hierarchy. Each carries its node as `data`, so that the client can bring it back.

use serde_json::{Value, json};
use tower_lsp::ls_types::CallHierarchyItem;

use super::{convert, snapshot::Snapshot};
use crate::ide::hierarchy::{HierarchyItem, HierarchyNode};
use crate::world::{EntityId, EventId};

/// The item in the protocol's form.
pub fn call_item(snapshot: &Snapshot, item: HierarchyItem) -> Option<CallHierarchyItem> {
    let place = &item.target.place;
    Some(CallHierarchyItem {
        name: convert::symbol_name(&item.name),
        kind: convert::symbol_kind(item.kind),
        tags: None,
        uri: snapshot.uri(&place.doc)?,
        range: snapshot.range(&place.doc, item.target.full.cover(place.span))?,
        selection_range: snapshot.range(&place.doc, place.span)?,
        data: Some(data(&item.node)),
        detail: Some(item.detail).filter(|detail| !detail.is_empty()),
    })
}

/// The node that a client brings back.
pub fn node(data: Option<&Value>) -> Option<HierarchyNode> {
    let id = data?.get(1)?.as_str()?;
    Some(match data?.get(0)?.as_str()? {
        "person" => HierarchyNode::Person(EntityId(id.into())),
        "organisation" => HierarchyNode::Organisation(id.into()),
        "meeting" => HierarchyNode::Meeting(EventId(id.into())),
        "series" => HierarchyNode::Series(id.into()),
        _ => return None,
    })
}

fn data(node: &HierarchyNode) -> Value {
    match node {
        HierarchyNode::Person(EntityId(id)) => json!(["person", &**id]),
        HierarchyNode::Organisation(name) => json!(["organisation", name]),
        HierarchyNode::Meeting(EventId(id)) => json!(["meeting", &**id]),
        HierarchyNode::Series(series) => json!(["series", series]),
    }
}
