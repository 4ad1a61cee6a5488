//! Call and type hierarchy. An item carries its node as `data`, so that the client can bring it back.

use serde_json::{Value, json};
use tower_lsp::ls_types::{
    CallHierarchyIncomingCall, CallHierarchyItem, CallHierarchyOutgoingCall, Range,
    TextDocumentPositionParams, TypeHierarchyItem,
};

use super::{convert, view::View};
use crate::ide::hierarchy::{self, Item, Node};
use crate::text::Span;
use crate::world::{DocId, EntityId, EventId, World};

pub fn prepare_calls(view: &View, at: &TextDocumentPositionParams) -> Option<Vec<CallHierarchyItem>> {
    let (doc, offset) = view.cursor(at)?;
    Some(vec![call_item(view, hierarchy::prepare(&view.world, &doc, offset)?)?])
}

pub fn incoming(view: &View, item: &CallHierarchyItem) -> Option<Vec<CallHierarchyIncomingCall>> {
    let steps = hierarchy::incoming(&view.world, &node(item.data.as_ref())?).into_iter();
    let shown = steps.filter_map(|step| {
        let from_ranges = ranges(view, &step.item.target.place.doc, &step.ranges);
        Some(CallHierarchyIncomingCall { from: call_item(view, step.item)?, from_ranges })
    });
    Some(shown.collect())
}

pub fn outgoing(view: &View, item: &CallHierarchyItem) -> Option<Vec<CallHierarchyOutgoingCall>> {
    let doc = view.doc(&item.uri);
    let steps = hierarchy::outgoing(&view.world, &node(item.data.as_ref())?, &doc).into_iter();
    let shown = steps.filter_map(|step| {
        let from_ranges = ranges(view, &doc, &step.ranges);
        Some(CallHierarchyOutgoingCall { to: call_item(view, step.item)?, from_ranges })
    });
    Some(shown.collect())
}

pub fn prepare_types(view: &View, at: &TextDocumentPositionParams) -> Option<Vec<TypeHierarchyItem>> {
    let (doc, offset) = view.cursor(at)?;
    Some(vec![type_item(view, hierarchy::prepare(&view.world, &doc, offset)?)?])
}

/// Supertypes or subtypes.
pub fn types(
    view: &View,
    item: &TypeHierarchyItem,
    question: fn(&World, &Node) -> Vec<Item>,
) -> Option<Vec<TypeHierarchyItem>> {
    let items = question(&view.world, &node(item.data.as_ref())?).into_iter();
    Some(items.filter_map(|item| type_item(view, item)).collect())
}

fn ranges(view: &View, doc: &DocId, spans: &[Span]) -> Vec<Range> {
    spans.iter().filter_map(|span| view.range(doc, *span)).collect()
}

fn call_item(view: &View, item: Item) -> Option<CallHierarchyItem> {
    let place = &item.target.place;
    Some(CallHierarchyItem {
        name: convert::symbol_name(&item.name),
        kind: convert::symbol_kind(item.kind),
        tags: None,
        uri: view.uri(&place.doc)?,
        range: view.range(&place.doc, item.target.full.cover(place.span))?,
        selection_range: view.range(&place.doc, place.span)?,
        data: Some(data(&item.node)),
        detail: Some(item.detail).filter(|detail| !detail.is_empty()),
    })
}

/// The protocol has one item under two names.
fn type_item(view: &View, item: Item) -> Option<TypeHierarchyItem> {
    let CallHierarchyItem { name, kind, detail, uri, range, selection_range, data, .. } =
        call_item(view, item)?;
    Some(TypeHierarchyItem { name, kind, tags: None, detail, uri, range, selection_range, data })
}

fn data(node: &Node) -> Value {
    match node {
        Node::Person(EntityId(id)) => json!(["person", &**id]),
        Node::Organisation(name) => json!(["organisation", name]),
        Node::Meeting(EventId(id)) => json!(["meeting", &**id]),
        Node::Series(series) => json!(["series", series]),
    }
}

fn node(data: Option<&Value>) -> Option<Node> {
    let id = data?.get(1)?.as_str()?;
    Some(match data?.get(0)?.as_str()? {
        "person" => Node::Person(EntityId(id.into())),
        "organisation" => Node::Organisation(id.into()),
        "meeting" => Node::Meeting(EventId(id.into())),
        "series" => Node::Series(id.into()),
        _ => return None,
    })
}
