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
use super::text_document::{self, Open};
use super::view::View;
use super::work;
use super::world::Store;
use super::{
    call_hierarchy, capabilities, code_action, completion, diagnostic, document_highlight, document_symbol,
    folding_range, goto, hover, inlay_hint, publish_diagnostics, references, rename, selection_range,
    semantic_tokens, settings, type_hierarchy, workspace_symbol,
};
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
    pub tokens: semantic_tokens::LastTokens,
    pub workspace_reports: diagnostic::LastReports,
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
            tokens: semantic_tokens::LastTokens::default(),
            workspace_reports: diagnostic::LastReports::default(),
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
    fn answer<P: Send + 'static, T: Send + 'static>(
        &self,
        params: P,
        request: fn(&View, &P) -> T,
    ) -> impl Future<Output = Result<T>> + Send {
        let view = View::of(&self.state);
        work::blocking(move |_| request(&view, &params))
    }

    /// Starts what runs beside the protocol, once: at `initialized`, or before it for a client that leaves it out.
    fn start(&self) {
        let inbox = self.inbox.lock().ok().and_then(|mut inbox| inbox.take());
        if let Some(inbox) = inbox {
            tokio::spawn(publish_diagnostics::run(self.state.clone()));
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
        text_document::open(&self.state, params);
        self.start();
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        text_document::change(&self.state, params);
    }

    async fn did_save(&self, params: DidSaveTextDocumentParams) {
        loading::saved(&self.state, &params.text_document.uri);
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        text_document::close(&self.state, &params);
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
        self.answer(params, hover::hover).await
    }

    async fn goto_definition(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        self.answer(params, goto::definition::definition).await
    }

    async fn goto_declaration(
        &self,
        params: GotoDeclarationParams,
    ) -> Result<Option<GotoDeclarationResponse>> {
        self.answer(params, goto::declaration::declaration).await
    }

    async fn goto_type_definition(
        &self,
        params: GotoTypeDefinitionParams,
    ) -> Result<Option<GotoTypeDefinitionResponse>> {
        self.answer(params, goto::type_definition::type_definition).await
    }

    async fn goto_implementation(
        &self,
        params: GotoImplementationParams,
    ) -> Result<Option<GotoImplementationResponse>> {
        self.answer(params, goto::implementation::implementation).await
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        self.answer(params, references::references).await
    }

    async fn document_highlight(
        &self,
        params: DocumentHighlightParams,
    ) -> Result<Option<Vec<DocumentHighlight>>> {
        self.answer(params, document_highlight::document_highlight).await
    }

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        self.answer(params, document_symbol::document_symbol).await
    }

    async fn symbol(&self, params: WorkspaceSymbolParams) -> Result<Option<WorkspaceSymbolResponse>> {
        self.answer(params, workspace_symbol::workspace_symbol).await
    }

    async fn folding_range(&self, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
        self.answer(params, folding_range::folding_range).await
    }

    async fn selection_range(&self, params: SelectionRangeParams) -> Result<Option<Vec<SelectionRange>>> {
        self.answer(params, selection_range::selection_range).await
    }

    async fn inlay_hint(&self, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
        self.answer(params, inlay_hint::inlay_hint).await
    }

    async fn inlay_hint_resolve(&self, hint: InlayHint) -> Result<InlayHint> {
        self.answer(hint, inlay_hint::resolve).await
    }

    async fn semantic_tokens_full(
        &self,
        params: SemanticTokensParams,
    ) -> Result<Option<SemanticTokensResult>> {
        self.answer(params, semantic_tokens::full).await
    }

    async fn semantic_tokens_full_delta(
        &self,
        params: SemanticTokensDeltaParams,
    ) -> Result<Option<SemanticTokensFullDeltaResult>> {
        self.answer(params, semantic_tokens::delta).await
    }

    async fn semantic_tokens_range(
        &self,
        params: SemanticTokensRangeParams,
    ) -> Result<Option<SemanticTokensRangeResult>> {
        self.answer(params, semantic_tokens::range).await
    }

    async fn diagnostic(&self, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReportResult> {
        // A client that cannot be told to ask again may ask before the other articles are read, and never after: the
        // one answer that may be of a later state than its question.
        if !self.state.abilities().refresh.diagnostics {
            let _ = timeout(PATIENCE, self.state.read.subscribe().wait_for(|read| *read)).await;
        }
        self.answer(params, diagnostic::pull).await
    }

    async fn workspace_diagnostic(
        &self,
        params: WorkspaceDiagnosticParams,
    ) -> Result<WorkspaceDiagnosticReportResult> {
        let view = View::of(&self.state);
        work::blocking(move |cancel| diagnostic::pull_all(&view, params, cancel)).await
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        self.answer(params, completion::completion).await
    }

    async fn prepare_rename(
        &self,
        params: TextDocumentPositionParams,
    ) -> Result<Option<PrepareRenameResponse>> {
        self.answer(params, rename::prepare).await
    }

    async fn rename(&self, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
        self.answer(params, rename::rename).await
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        self.answer(params, code_action::code_action).await
    }

    async fn prepare_call_hierarchy(
        &self,
        params: CallHierarchyPrepareParams,
    ) -> Result<Option<Vec<CallHierarchyItem>>> {
        self.answer(params, call_hierarchy::prepare).await
    }

    async fn incoming_calls(
        &self,
        params: CallHierarchyIncomingCallsParams,
    ) -> Result<Option<Vec<CallHierarchyIncomingCall>>> {
        self.answer(params, call_hierarchy::incoming_calls).await
    }

    async fn outgoing_calls(
        &self,
        params: CallHierarchyOutgoingCallsParams,
    ) -> Result<Option<Vec<CallHierarchyOutgoingCall>>> {
        self.answer(params, call_hierarchy::outgoing_calls).await
    }

    async fn prepare_type_hierarchy(
        &self,
        params: TypeHierarchyPrepareParams,
    ) -> Result<Option<Vec<TypeHierarchyItem>>> {
        self.answer(params, type_hierarchy::prepare).await
    }

    async fn supertypes(
        &self,
        params: TypeHierarchySupertypesParams,
    ) -> Result<Option<Vec<TypeHierarchyItem>>> {
        self.answer(params, type_hierarchy::supertypes).await
    }

    async fn subtypes(&self, params: TypeHierarchySubtypesParams) -> Result<Option<Vec<TypeHierarchyItem>>> {
        self.answer(params, type_hierarchy::subtypes).await
    }
}
