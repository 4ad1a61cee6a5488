//! Tells once, after the first load, how many articles have no date: without one most relative dates stay
//! open. Each of them underlined would be noise.

use std::path::PathBuf;
use std::sync::Arc;

use tower_lsp::Client;
use tower_lsp::ls_types::{MessageActionItem, MessageType, ShowDocumentParams, Uri};

use super::snapshot::Snapshot;
use super::state::State;
use crate::checks::TOLD_ONCE;
use crate::config::cache;
use crate::ide::date_list::{DateCount, date_list};
use crate::world::DocId;

/// Fewer are no news.
const MIN_UNDATED: usize = 5;

/// Of more articles than this for each that has no date, they are no news either.
const MAX_ARTICLES_EACH: usize = 5;

const SHOW: &str = "Show the List";

pub fn tell(state: &Arc<State>) {
    let snapshot = Snapshot::of(state);
    let docs: Vec<&DocId> =
        snapshot.world.articles().map(|(doc, _)| doc).filter(|doc| counts(&snapshot, doc)).collect();
    let count = DateCount::of(&snapshot.world, docs.iter().copied());
    let many = count.undated() >= MIN_UNDATED && count.undated() * MAX_ARTICLES_EACH >= count.articles;
    let Some(words) = count.in_words().filter(|_| many) else { return };
    let list = date_list(&snapshot.world, docs.into_iter(), &|doc| doc.to_string());
    let (client, asks) =
        (state.client.clone(), snapshot.client.message_actions && snapshot.client.shows_documents);
    tokio::spawn(async move {
        if asks {
            ask(&client, format!("{words}. Relative dates in them stay open."), &list).await;
        } else {
            client.show_message(MessageType::INFO, format!("{words}; `dateline date` lists them")).await;
        }
    });
}

/// Whether the user wants to hear of this article's date.
fn counts(snapshot: &Snapshot, doc: &DocId) -> bool {
    !snapshot.folders.config_of(doc).rules.is_off(TOLD_ONCE)
}

async fn ask(client: &Client, words: String, list: &str) {
    let show = MessageActionItem { title: SHOW.into(), properties: Default::default() };
    let chosen = client.show_message_request(MessageType::INFO, words, Some(vec![show])).await;
    if let Ok(Some(_)) = chosen
        && let Some(uri) = page(list).and_then(Uri::from_file_path)
    {
        let params = ShowDocumentParams { uri, external: None, take_focus: Some(true), selection: None };
        // A client that cannot show it has said so to its user.
        let _ = client.show_document(params).await;
    }
}

/// The ending is that of no article, so that no editor asks us about it.
fn page(list: &str) -> Option<PathBuf> {
    cache::keep("article-dates.list", list)
}
