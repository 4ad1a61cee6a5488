//! The protocol's methods, a line each. Two rules make the answers right: a notification changes the state before it
//! first waits, and a request takes its view of the state before it first waits (but for a pull of findings that comes
//! before the folders are read, from a client that would not ask again). The protocol library begins handlers
//! in the order of the messages, so no request sees less than what was sent before it.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use arc_swap::ArcSwap;
use dashmap::DashMap;
use tokio::sync::{Notify, mpsc, watch};
use tokio::time::timeout;
use tower_lsp::jsonrpc::{Error, ErrorCode, Result};
use tower_lsp::ls_types::request::{
    GotoDeclarationParams, GotoDeclarationResponse, GotoImplementationParams, GotoImplementationResponse,
    GotoTypeDefinitionParams, GotoTypeDefinitionResponse,
};
use tower_lsp::ls_types::*;
use tower_lsp::{Client, LanguageServer};

use super::client::Abilities;
use super::loading::{self, Job};
use super::roots::Roots;
use super::sync::{self, Open};
use super::view::View;
use super::work::{self, Cancel};
use super::world::Store;
use super::{
    actions, capabilities, completion, diagnostics, hierarchy, hints, hover, navigate, outline, publish,
    rename, selection, settings, tokens,
};
use crate::ide;
use crate::world::DocId;

/// What an editor calls the text it shows, by document.
pub type Versions = BTreeMap<DocId, i32>;

/// Everything the handlers share.
#[derive(Debug)]
pub struct State {
    pub client: Client,
    pub store: Store,
    pub roots: ArcSwap<Roots>,
    pub open: DashMap<DocId, Open>,
    /// Held while an open document is written, so that buffer and World cannot part.
    pub typing: Mutex<()>,
    pub tokens: tokens::Last,
    pub workspace_reports: diagnostics::Last,
    pub settings: settings::Settings,
    /// Something that findings depend on has changed.
    pub changed: Notify,
    abilities: OnceLock<Abilities>,
    jobs: mpsc::UnboundedSender<Job>,
    /// Whether the folders have been read once.
    pub read: watch::Sender<bool>,
    progress_tokens: AtomicU32,
}

/// How long a pull of findings waits for the first reading of the folders.
const PATIENCE: Duration = Duration::from_secs(5);

impl State {
    pub fn abilities(&self) -> Abilities {
        self.abilities.get().cloned().unwrap_or_default()
    }

    pub fn version(&self, doc: &DocId) -> Option<i32> {
        self.open.get(doc).map(|open| open.version)
    }

    /// The versions of all open documents. They belong to a view only if nothing is written between the two.
    pub fn versions(&self) -> Versions {
        self.open.iter().map(|open| (open.key().clone(), open.version)).collect()
    }

    /// A number never given before, for the name of a progress.
    pub fn next_token(&self) -> u32 {
        self.progress_tokens.fetch_add(1, Ordering::Relaxed)
    }

    /// Leaves a job for the loader. It has gone only when the process ends.
    pub fn ask(&self, job: Job) {
        let _ = self.jobs.send(job);
    }
}

#[derive(Debug)]
pub struct Backend {
    state: Arc<State>,
    /// Taken by whoever starts the background tasks.
    inbox: Mutex<Option<mpsc::UnboundedReceiver<Job>>>,
    shut: Arc<AtomicBool>,
}

impl Backend {
    pub fn new(client: Client, shut: Arc<AtomicBool>) -> Self {
        let (jobs, inbox) = mpsc::unbounded_channel();
        let state = State {
            client,
            store: Store::default(),
            roots: ArcSwap::default(),
            open: DashMap::new(),
            typing: Mutex::new(()),
            tokens: tokens::Last::default(),
            workspace_reports: diagnostics::Last::default(),
            settings: settings::Settings::default(),
            changed: Notify::new(),
            abilities: OnceLock::new(),
            jobs,
            read: watch::Sender::new(false),
            progress_tokens: AtomicU32::new(0),
        };
        Self { state: Arc::new(state), inbox: Mutex::new(Some(inbox)), shut }
    }

    /// Answers a message that was none. See `stdio`.
    pub async fn unreadable(&self, why: Vec<String>) -> Result<()> {
        let message = format!("this is no JSON-RPC message: {}", why.concat());
        Err(Error { code: ErrorCode::ParseError, message: message.into(), data: None })
    }

    /// Takes the view now, works on it elsewhere.
    fn answer<T: Send + 'static>(
        &self,
        work: impl FnOnce(&View, &Cancel) -> T + Send + 'static,
    ) -> impl Future<Output = Result<T>> + Send {
        let view = View::of(&self.state);
        work::blocking(move |cancel| work(&view, cancel))
    }

    /// Starts what runs beside the protocol, once: at `initialized`, or before it for a client that leaves it out.
    fn start(&self) {
        let inbox = self.inbox.lock().ok().and_then(|mut inbox| inbox.take());
        if let Some(inbox) = inbox {
            tokio::spawn(publish::run(self.state.clone()));
            tokio::spawn(loading::run(self.state.clone(), inbox));
        }
    }
}

impl LanguageServer for Backend {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        let abilities = self.state.abilities.get_or_init(|| Abilities::of(&params.capabilities));
        let capabilities = capabilities::offered(abilities);
        settings::begin(&self.state, params);
        Ok(InitializeResult {
            capabilities,
            server_info: Some(ServerInfo {
                name: env!("CARGO_PKG_NAME").into(),
                version: Some(env!("CARGO_PKG_VERSION").into()),
            }),
            offset_encoding: None,
        })
    }

    async fn initialized(&self, _: InitializedParams) {
        self.start();
    }

    async fn shutdown(&self) -> Result<()> {
        self.shut.store(true, Ordering::SeqCst);
        Ok(())
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        sync::open(&self.state, params);
        self.start();
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        sync::change(&self.state, params);
    }

    async fn did_save(&self, params: DidSaveTextDocumentParams) {
        loading::saved(&self.state, &params.text_document.uri);
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        sync::close(&self.state, &params);
    }

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        settings::changed(&self.state, params.settings);
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        settings::folders(&self.state, &params.event);
    }

    async fn did_change_watched_files(&self, params: DidChangeWatchedFilesParams) {
        loading::watched(&self.state, &params.changes);
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        self.answer(move |view, _| hover::hover(view, &params)).await
    }

    async fn goto_definition(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        let question = ide::navigate::definition;
        self.answer(move |view, _| navigate::go(view, &params, view.client.definition_links, question)).await
    }

    async fn goto_declaration(
        &self,
        params: GotoDeclarationParams,
    ) -> Result<Option<GotoDeclarationResponse>> {
        let question = ide::navigate::declaration;
        self.answer(move |view, _| navigate::go(view, &params, view.client.declaration_links, question)).await
    }

    async fn goto_type_definition(
        &self,
        params: GotoTypeDefinitionParams,
    ) -> Result<Option<GotoTypeDefinitionResponse>> {
        let question = ide::navigate::type_definition;
        self.answer(move |view, _| navigate::go(view, &params, view.client.type_definition_links, question))
            .await
    }

    async fn goto_implementation(
        &self,
        params: GotoImplementationParams,
    ) -> Result<Option<GotoImplementationResponse>> {
        let question = ide::navigate::implementation;
        self.answer(move |view, _| navigate::go(view, &params, view.client.implementation_links, question))
            .await
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        self.answer(move |view, _| navigate::references(view, &params)).await
    }

    async fn document_highlight(
        &self,
        params: DocumentHighlightParams,
    ) -> Result<Option<Vec<DocumentHighlight>>> {
        self.answer(move |view, _| navigate::highlights(view, &params.text_document_position_params)).await
    }

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        self.answer(move |view, _| outline::document(view, &params.text_document)).await
    }

    async fn symbol(&self, params: WorkspaceSymbolParams) -> Result<Option<WorkspaceSymbolResponse>> {
        self.answer(move |view, _| Some(outline::workspace(view, &params.query))).await
    }

    async fn folding_range(&self, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
        self.answer(move |view, _| selection::folds(view, &params.text_document.uri)).await
    }

    async fn selection_range(&self, params: SelectionRangeParams) -> Result<Option<Vec<SelectionRange>>> {
        self.answer(move |view, _| selection::selections(view, &params.text_document.uri, &params.positions))
            .await
    }

    async fn inlay_hint(&self, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
        self.answer(move |view, _| hints::hints(view, &params)).await
    }

    async fn inlay_hint_resolve(&self, hint: InlayHint) -> Result<InlayHint> {
        self.answer(move |view, _| hints::resolve(view, hint)).await
    }

    async fn semantic_tokens_full(
        &self,
        params: SemanticTokensParams,
    ) -> Result<Option<SemanticTokensResult>> {
        self.answer(move |view, _| tokens::full(view, &params.text_document.uri).map(Into::into)).await
    }

    async fn semantic_tokens_full_delta(
        &self,
        params: SemanticTokensDeltaParams,
    ) -> Result<Option<SemanticTokensFullDeltaResult>> {
        self.answer(move |view, _| tokens::delta(view, &params.text_document.uri, &params.previous_result_id))
            .await
    }

    async fn semantic_tokens_range(
        &self,
        params: SemanticTokensRangeParams,
    ) -> Result<Option<SemanticTokensRangeResult>> {
        self.answer(move |view, _| {
            tokens::range(view, &params.text_document.uri, params.range).map(Into::into)
        })
        .await
    }

    async fn diagnostic(&self, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReportResult> {
        // A client that cannot be told to ask again may ask before the other articles are read, and never after: the
        // one answer that may be of a later state than its question.
        if !self.state.abilities().refresh.diagnostics {
            let _ = timeout(PATIENCE, self.state.read.subscribe().wait_for(|read| *read)).await;
        }
        self.answer(move |view, _| diagnostics::pull(view, &params)).await
    }

    async fn workspace_diagnostic(
        &self,
        params: WorkspaceDiagnosticParams,
    ) -> Result<WorkspaceDiagnosticReportResult> {
        let versions = self.state.versions();
        self.answer(move |view, cancel| diagnostics::pull_all(view, params, &versions, cancel)).await
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        self.answer(move |view, _| completion::completions(view, &params.text_document_position)).await
    }

    async fn prepare_rename(
        &self,
        params: TextDocumentPositionParams,
    ) -> Result<Option<PrepareRenameResponse>> {
        self.answer(move |view, _| rename::prepare(view, &params)).await
    }

    async fn rename(&self, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
        let versions = self.state.versions();
        self.answer(move |view, _| rename::rename(view, &params, &versions)).await
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        let versions = self.state.versions();
        self.answer(move |view, _| actions::actions(view, &params, &versions)).await
    }

    async fn prepare_call_hierarchy(
        &self,
        params: CallHierarchyPrepareParams,
    ) -> Result<Option<Vec<CallHierarchyItem>>> {
        self.answer(move |view, _| hierarchy::prepare_calls(view, &params.text_document_position_params))
            .await
    }

    async fn incoming_calls(
        &self,
        params: CallHierarchyIncomingCallsParams,
    ) -> Result<Option<Vec<CallHierarchyIncomingCall>>> {
        self.answer(move |view, _| hierarchy::incoming(view, &params.item)).await
    }

    async fn outgoing_calls(
        &self,
        params: CallHierarchyOutgoingCallsParams,
    ) -> Result<Option<Vec<CallHierarchyOutgoingCall>>> {
        self.answer(move |view, _| hierarchy::outgoing(view, &params.item)).await
    }

    async fn prepare_type_hierarchy(
        &self,
        params: TypeHierarchyPrepareParams,
    ) -> Result<Option<Vec<TypeHierarchyItem>>> {
        self.answer(move |view, _| hierarchy::prepare_types(view, &params.text_document_position_params))
            .await
    }

    async fn supertypes(
        &self,
        params: TypeHierarchySupertypesParams,
    ) -> Result<Option<Vec<TypeHierarchyItem>>> {
        let question = ide::hierarchy::supertypes;
        self.answer(move |view, _| hierarchy::types(view, &params.item, question)).await
    }

    async fn subtypes(&self, params: TypeHierarchySubtypesParams) -> Result<Option<Vec<TypeHierarchyItem>>> {
        let question = ide::hierarchy::subtypes;
        self.answer(move |view, _| hierarchy::types(view, &params.item, question)).await
    }
}
