//! Call hierarchy.

use tower_lsp::ls_types::{
    CallHierarchyIncomingCall, CallHierarchyIncomingCallsParams, CallHierarchyItem,
    CallHierarchyOutgoingCall, CallHierarchyOutgoingCallsParams, CallHierarchyPrepareParams, Range,
};

use super::hierarchy::{call_item, node};
use super::snapshot::Snapshot;
use crate::ide::{call_hierarchy, hierarchy};
use crate::text::Span;
use crate::world::DocId;

/// `textDocument/prepareCallHierarchy`
pub fn prepare(snapshot: &Snapshot, params: &CallHierarchyPrepareParams) -> Option<Vec<CallHierarchyItem>> {
    let (doc, offset) = snapshot.cursor(&params.text_document_position_params)?;
    Some(vec![call_item(snapshot, hierarchy::prepare(&snapshot.world, &doc, offset)?)?])
}

/// `callHierarchy/incomingCalls`
pub fn incoming_calls(
    snapshot: &Snapshot,
    params: &CallHierarchyIncomingCallsParams,
) -> Option<Vec<CallHierarchyIncomingCall>> {
    let calls =
        call_hierarchy::incoming_calls(&snapshot.world, &node(params.item.data.as_ref())?).into_iter();
    let shown = calls.filter_map(|call| {
        let from_ranges = ranges(snapshot, &call.item.target.place.doc, &call.ranges);
        Some(CallHierarchyIncomingCall { from: call_item(snapshot, call.item)?, from_ranges })
    });
    Some(shown.collect())
}

/// `callHierarchy/outgoingCalls`
pub fn outgoing_calls(
    snapshot: &Snapshot,
    params: &CallHierarchyOutgoingCallsParams,
) -> Option<Vec<CallHierarchyOutgoingCall>> {
    let file = snapshot.doc(&params.item.uri);
    let at = snapshot.offset(&file, params.item.selection_range.start).unwrap_or_default();
    let (doc, _) = snapshot.world.document_at(&file, at);
    let calls =
        call_hierarchy::outgoing_calls(&snapshot.world, &node(params.item.data.as_ref())?, &doc).into_iter();
    let shown = calls.filter_map(|call| {
        let from_ranges = ranges(snapshot, &doc, &call.ranges);
        Some(CallHierarchyOutgoingCall { to: call_item(snapshot, call.item)?, from_ranges })
    });
    Some(shown.collect())
}

fn ranges(snapshot: &Snapshot, doc: &DocId, spans: &[Span]) -> Vec<Range> {
    spans.iter().filter_map(|span| snapshot.range(doc, *span)).collect()
}
