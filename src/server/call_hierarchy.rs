//! Call hierarchy.

use tower_lsp::ls_types::{
    CallHierarchyIncomingCall, CallHierarchyIncomingCallsParams, CallHierarchyItem,
    CallHierarchyOutgoingCall, CallHierarchyOutgoingCallsParams, CallHierarchyPrepareParams, Range,
};

use super::hierarchy::{call_item, node};
use super::view::View;
use crate::ide::{call_hierarchy, hierarchy};
use crate::text::Span;
use crate::world::DocId;

pub fn prepare(view: &View, params: &CallHierarchyPrepareParams) -> Option<Vec<CallHierarchyItem>> {
    let (doc, offset) = view.cursor(&params.text_document_position_params)?;
    Some(vec![call_item(view, hierarchy::prepare(&view.world, &doc, offset)?)?])
}

pub fn incoming_calls(
    view: &View,
    params: &CallHierarchyIncomingCallsParams,
) -> Option<Vec<CallHierarchyIncomingCall>> {
    let calls = call_hierarchy::incoming_calls(&view.world, &node(params.item.data.as_ref())?).into_iter();
    let shown = calls.filter_map(|call| {
        let from_ranges = ranges(view, &call.item.target.place.doc, &call.ranges);
        Some(CallHierarchyIncomingCall { from: call_item(view, call.item)?, from_ranges })
    });
    Some(shown.collect())
}

pub fn outgoing_calls(
    view: &View,
    params: &CallHierarchyOutgoingCallsParams,
) -> Option<Vec<CallHierarchyOutgoingCall>> {
    let doc = view.doc(&params.item.uri);
    let calls =
        call_hierarchy::outgoing_calls(&view.world, &node(params.item.data.as_ref())?, &doc).into_iter();
    let shown = calls.filter_map(|call| {
        let from_ranges = ranges(view, &doc, &call.ranges);
        Some(CallHierarchyOutgoingCall { to: call_item(view, call.item)?, from_ranges })
    });
    Some(shown.collect())
}

fn ranges(view: &View, doc: &DocId, spans: &[Span]) -> Vec<Range> {
    spans.iter().filter_map(|span| view.range(doc, *span)).collect()
}
