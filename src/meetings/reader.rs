//! From triggers and names to meetings with their roles.

use super::triggers;
use super::view::View;
use super::{Local, Meetings, Mention, Status};
use crate::names::Names;
use crate::text::Layout;
use crate::time::Timex;

pub(super) fn read(layout: &Layout<'_>, times: &[Timex], names: &Names) -> Meetings {
    let view = View::of(layout, times, names);
    let mut out = Meetings::default();
    for trigger in triggers::find(&view) {
        out.local.push(Local { mentions: vec![out.mentions.len() as u32] });
        out.mentions.push(Mention {
            span: view.span(trigger.first, trigger.last),
            kind: trigger.kind,
            status: Status::Held,
            series: trigger.name.as_ref().map(|n| n.series.clone()),
            edition: trigger.name.as_ref().and_then(|n| n.edition),
            who: vec![],
            titled: vec![],
            sides: vec![],
            when: vec![],
            place: None,
            part_of: None,
            local: out.mentions.len() as u32,
            sentence: trigger.sentence as u32,
        });
    }
    out
}
