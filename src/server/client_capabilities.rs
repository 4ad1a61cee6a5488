//! What the client can do, as far as answers depend on it.

use tower_lsp::ls_types::{
    ClientCapabilities, GotoCapability, MarkupKind, PositionEncodingKind, ResourceOperationKind,
};

use crate::text::position::Encoding;

/// The client's capabilities; each is `false` unless the client declares it.
#[derive(Clone, Debug, Default)]
pub struct Abilities {
    pub encoding: Encoding,
    pub markdown: bool,
    pub definition_links: bool,
    pub declaration_links: bool,
    pub type_definition_links: bool,
    pub implementation_links: bool,
    pub nested_symbols: bool,
    pub pulls_diagnostics: bool,
    pub related_information: bool,
    pub code_description: bool,
    pub versioned_edits: bool,
    pub annotated_edits: bool,
    pub creates_files: bool,
    pub prepares_rename: bool,
    pub lazy_hints: bool,
    pub progress: bool,
    pub configuration: bool,
    pub configuration_registration: bool,
    pub watching: bool,
    pub type_hierarchy_registration: bool,
    /// Whether it can show a document whose text it has to ask for.
    pub almanac_documents: bool,
    pub message_actions: bool,
    pub shows_documents: bool,
    pub refresh: RefreshAbilities,
}

/// What the client asks for again when the server tells it to.
#[derive(Clone, Copy, Debug, Default)]
pub struct RefreshAbilities {
    pub diagnostics: bool,
    pub tokens: bool,
    pub hints: bool,
}

impl Abilities {
    /// Reads the capabilities from the first message.
    pub fn of(client: &ClientCapabilities) -> Self {
        let text = client.text_document.clone().unwrap_or_default();
        let workspace = client.workspace.clone().unwrap_or_default();
        let links = |of: Option<GotoCapability>| of.and_then(|c| c.link_support) == Some(true);
        let publish = text.publish_diagnostics.unwrap_or_default();
        let pull = text.diagnostic;
        let formats = text.hover.and_then(|hover| hover.content_format).unwrap_or_default();
        let lazy = text.inlay_hint.and_then(|hint| hint.resolve_support).unwrap_or_default();
        let edits = workspace.workspace_edit.unwrap_or_default();
        let watching = workspace.did_change_watched_files.unwrap_or_default();
        let experimental = |ability: &str| {
            client.experimental.as_ref().and_then(|all| all.get(ability)?.as_bool()) == Some(true)
        };
        let window = client.window.clone().unwrap_or_default();
        Self {
            message_actions: window.show_message.is_some_and(|message| message.message_action_item.is_some()),
            shows_documents: window.show_document.is_some_and(|show| show.support),
            almanac_documents: experimental("almanacDocuments"),
            encoding: encoding(client),
            markdown: formats.first() == Some(&MarkupKind::Markdown),
            definition_links: links(text.definition),
            declaration_links: links(text.declaration),
            type_definition_links: links(text.type_definition),
            implementation_links: links(text.implementation),
            nested_symbols: text.document_symbol.and_then(|s| s.hierarchical_document_symbol_support)
                == Some(true),
            pulls_diagnostics: pull.is_some(),
            related_information: publish.related_information == Some(true)
                || pull.as_ref().and_then(|pull| pull.related_information) == Some(true),
            code_description: publish.code_description_support == Some(true)
                || pull.as_ref().and_then(|pull| pull.code_description_support) == Some(true),
            versioned_edits: edits.document_changes == Some(true),
            annotated_edits: edits.change_annotation_support.is_some(),
            creates_files: edits
                .resource_operations
                .is_some_and(|operations| operations.contains(&ResourceOperationKind::Create)),
            prepares_rename: text.rename.and_then(|rename| rename.prepare_support) == Some(true),
            lazy_hints: lazy.properties.iter().any(|property| property == "tooltip"),
            progress: client.window.as_ref().and_then(|window| window.work_done_progress) == Some(true),
            configuration: workspace.configuration == Some(true),
            configuration_registration: workspace
                .did_change_configuration
                .and_then(|c| c.dynamic_registration)
                == Some(true),
            type_hierarchy_registration: text.type_hierarchy.and_then(|types| types.dynamic_registration)
                == Some(true),
            watching: watching.dynamic_registration == Some(true),
            refresh: RefreshAbilities {
                diagnostics: workspace.diagnostics.and_then(|d| d.refresh_support) == Some(true),
                tokens: workspace.semantic_tokens.and_then(|t| t.refresh_support) == Some(true),
                hints: workspace.inlay_hint.and_then(|h| h.refresh_support) == Some(true),
            },
        }
    }

    /// The unit of columns, in the protocol's words.
    pub fn encoding_kind(&self) -> PositionEncodingKind {
        match self.encoding {
            Encoding::Utf8 => PositionEncodingKind::UTF8,
            Encoding::Utf16 => PositionEncodingKind::UTF16,
            Encoding::Utf32 => PositionEncodingKind::UTF32,
        }
    }
}

/// UTF-8 costs nothing, so it goes first; UTF-16 is what every client must understand.
fn encoding(client: &ClientCapabilities) -> Encoding {
    let offered = client.general.as_ref().and_then(|general| general.position_encodings.as_ref());
    let offers = |kind: PositionEncodingKind| offered.is_some_and(|offered| offered.contains(&kind));
    if offers(PositionEncodingKind::UTF8) {
        Encoding::Utf8
    } else if !offers(PositionEncodingKind::UTF16) && offers(PositionEncodingKind::UTF32) {
        Encoding::Utf32
    } else {
        Encoding::Utf16
    }
}
