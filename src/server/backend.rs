//! The protocol's methods, one line each, and the announced capabilities. Two rules make the answers right: a
//! notification changes the state before it first waits, and a request takes its snapshot of the state before
//! it first waits (except a diagnostics pull before the folders are read, from a client that would not ask
//! again). The protocol library starts handlers in message order, so no request sees less than what was sent
//! before it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::time::timeout;
use tower_lsp::jsonrpc::{Error, ErrorCode, Result};
use tower_lsp::ls_types::request::{
    GotoDeclarationParams, GotoDeclarationResponse, GotoImplementationParams, GotoImplementationResponse,
    GotoTypeDefinitionParams, GotoTypeDefinitionResponse,
};
use tower_lsp::ls_types::*;
use tower_lsp::{Client, LanguageServer};

use super::client_capabilities::Abilities;
use super::snapshot::Snapshot;
use super::state::{Job, State};
use super::{
    almanac_document, call_hierarchy, code_action, completion, diagnostic, document_highlight,
    document_symbol, folding_range, goto, hover, inlay_hint, loading, publish_diagnostics, references,
    rename, selection_range, semantic_tokens, settings, text_document, type_hierarchy, watching, work,
    workspace_symbol,
};

/// How long a diagnostics pull waits for the first load of the folders; a later one has all articles.
const FIRST_LOAD_TIMEOUT: Duration = Duration::from_secs(5);

/// Serves one client.
#[derive(Debug)]
pub struct Backend {
    state: Arc<State>,
    /// Taken when the background tasks start.
    inbox: Mutex<Option<mpsc::UnboundedReceiver<Job>>>,
    shut: Arc<AtomicBool>,
}

impl Backend {
    /// `shut` is set when the client says `shutdown`.
    pub fn new(client: Client, shut: Arc<AtomicBool>) -> Self {
        let (state, inbox) = State::new(client);
        Self { state: Arc::new(state), inbox: Mutex::new(Some(inbox)), shut }
    }

    /// Answers an unreadable message. See `stdio`.
    pub async fn unreadable(&self, why: Vec<String>) -> Result<()> {
        let message = format!("this is no JSON-RPC message: {}", why.concat());
        Err(Error { code: ErrorCode::ParseError, message: message.into(), data: None })
    }

    /// Answers with a page of the almanac.
    pub async fn almanac_document(
        &self,
        params: almanac_document::AlmanacDocumentParams,
    ) -> Result<Option<String>> {
        self.answer(params, almanac_document::almanac_document).await
    }

    /// Takes the snapshot now and works on it in another thread.
    fn answer<P: Send + 'static, T: Send + 'static>(
        &self,
        params: P,
        request: fn(&Snapshot, &P) -> T,
    ) -> impl Future<Output = Result<T>> + Send {
        let snapshot = Snapshot::of(&self.state);
        work::blocking(move |_| request(&snapshot, &params))
    }

    /// Starts the background tasks, once: at `initialized`, or earlier for a client that omits it.
    fn start(&self) {
        let inbox = self.inbox.lock().ok().and_then(|mut inbox| inbox.take());
        if let Some(inbox) = inbox {
            tokio::spawn(publish_diagnostics::run(self.state.clone()));
            let state = self.state.clone();
            tokio::spawn(async move {
                let seen = watching::begin(&state).await;
                tokio::spawn(loading::run(state.clone(), inbox));
                if let Some(seen) = seen {
                    watching::run(state, seen).await;
                }
            });
        }
    }
}

impl LanguageServer for Backend {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        let abilities = Abilities::of(&params.capabilities);
        let capabilities = offered(&abilities);
        self.state.set_abilities(abilities);
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
        // A client that cannot be told to ask again may ask before the other articles are read, and never
        // again. This is the one answer that may use a later state than its question.
        if !self.state.abilities().refresh.diagnostics {
            let _ = timeout(FIRST_LOAD_TIMEOUT, self.state.read.subscribe().wait_for(|read| *read)).await;
        }
        self.answer(params, diagnostic::pull).await
    }

    async fn workspace_diagnostic(
        &self,
        params: WorkspaceDiagnosticParams,
    ) -> Result<WorkspaceDiagnosticReportResult> {
        let snapshot = Snapshot::of(&self.state);
        work::blocking(move |cancel| diagnostic::pull_all(&snapshot, params, cancel)).await
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

/// The capabilities announced to the client.
fn offered(client: &Abilities) -> ServerCapabilities {
    ServerCapabilities {
        position_encoding: Some(client.encoding_kind()),
        text_document_sync: Some(
            TextDocumentSyncOptions {
                open_close: Some(true),
                change: Some(TextDocumentSyncKind::INCREMENTAL),
                save: Some(SaveOptions { include_text: Some(false) }.into()),
                ..Default::default()
            }
            .into(),
        ),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        definition_provider: Some(OneOf::Left(true)),
        declaration_provider: Some(DeclarationCapability::Simple(true)),
        type_definition_provider: Some(TypeDefinitionProviderCapability::Simple(true)),
        implementation_provider: Some(ImplementationProviderCapability::Simple(true)),
        references_provider: Some(OneOf::Left(true)),
        document_highlight_provider: Some(OneOf::Left(true)),
        document_symbol_provider: Some(OneOf::Left(true)),
        workspace_symbol_provider: Some(OneOf::Left(true)),
        call_hierarchy_provider: Some(CallHierarchyServerCapability::Simple(true)),
        folding_range_provider: Some(FoldingRangeProviderCapability::Simple(true)),
        selection_range_provider: Some(SelectionRangeProviderCapability::Simple(true)),
        completion_provider: Some(CompletionOptions {
            // `@` for a person in an article; in profiles, the header of a table and a value.
            trigger_characters: Some(["@", "[", "\""].map(Into::into).into()),
            ..Default::default()
        }),
        rename_provider: Some(if client.prepares_rename {
            OneOf::Right(RenameOptions {
                prepare_provider: Some(true),
                work_done_progress_options: WorkDoneProgressOptions::default(),
            })
        } else {
            OneOf::Left(true)
        }),
        inlay_hint_provider: Some(OneOf::Right(InlayHintServerCapabilities::Options(InlayHintOptions {
            resolve_provider: Some(true),
            work_done_progress_options: WorkDoneProgressOptions::default(),
        }))),
        semantic_tokens_provider: Some(
            SemanticTokensOptions {
                legend: SemanticTokensLegend {
                    token_types: semantic_tokens::legend(),
                    token_modifiers: Vec::new(),
                },
                range: Some(true),
                full: Some(SemanticTokensFullOptions::Delta { delta: Some(true) }),
                ..Default::default()
            }
            .into(),
        ),
        code_action_provider: Some(CodeActionProviderCapability::Options(CodeActionOptions {
            code_action_kinds: Some(vec![CodeActionKind::QUICKFIX, CodeActionKind::REFACTOR_REWRITE]),
            ..Default::default()
        })),
        // A client that pulls gets no pushed diagnostics, so that no finding is shown twice.
        diagnostic_provider: client.pulls_diagnostics.then(|| {
            DiagnosticServerCapabilities::Options(DiagnosticOptions {
                identifier: Some("dateline".into()),
                inter_file_dependencies: true,
                workspace_diagnostics: true,
                work_done_progress_options: WorkDoneProgressOptions::default(),
            })
        }),
        workspace: Some(WorkspaceServerCapabilities {
            workspace_folders: Some(WorkspaceFoldersServerCapabilities {
                supported: Some(true),
                change_notifications: Some(OneOf::Left(true)),
            }),
            file_operations: None,
        }),
        ..Default::default()
    }
}
