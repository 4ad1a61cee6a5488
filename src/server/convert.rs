//! Small conversions from our terms to the protocol's.

use tower_lsp::ls_types as lsp;

use crate::checks::Severity;
use crate::ide::document_symbol::SymbolKind;

/// The protocol's severity of a finding.
pub fn severity(severity: Severity) -> lsp::DiagnosticSeverity {
    match severity {
        Severity::Error => lsp::DiagnosticSeverity::ERROR,
        Severity::Warning => lsp::DiagnosticSeverity::WARNING,
        Severity::Info => lsp::DiagnosticSeverity::INFORMATION,
        Severity::Hint => lsp::DiagnosticSeverity::HINT,
    }
}

/// The protocol only has symbols of programs; these look best in editors' lists.
pub fn symbol_kind(kind: SymbolKind) -> lsp::SymbolKind {
    match kind {
        SymbolKind::Article => lsp::SymbolKind::FILE,
        SymbolKind::Person => lsp::SymbolKind::CLASS,
        SymbolKind::Organisation => lsp::SymbolKind::MODULE,
        SymbolKind::Place => lsp::SymbolKind::NAMESPACE,
        SymbolKind::Event => lsp::SymbolKind::EVENT,
        SymbolKind::Date => lsp::SymbolKind::CONSTANT,
    }
}

/// VS Code drops a whole outline over one symbol without a name.
pub fn symbol_name(name: &str) -> String {
    let name = name.trim();
    if name.is_empty() { "(untitled)".into() } else { name.into() }
}

/// Our own Markdown without its marks: emphasis, code, headings and link targets are removed, the words stay.
pub fn plain(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    for line in markdown.lines() {
        let heading = line.starts_with('#');
        let line = if heading { line.trim_start_matches('#').trim_start() } else { line };
        plain_line(line.trim_end(), &mut out);
        // One blank line separates as well as two.
        if !out.ends_with("\n\n") {
            out.push('\n');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn plain_line(line: &str, out: &mut String) {
    let mut rest = line;
    while let Some(at) = rest.find(['*', '`', '[', ']', '\\']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let mut marked = from.chars();
        match marked.next() {
            Some('\\') => out.extend(marked.next()),
            Some(']') => {
                // A link's target goes with its brackets; a bracket that is not a link stays.
                match marked.as_str().strip_prefix('(').and_then(|target| target.split_once(')')) {
                    Some((_, after)) => {
                        rest = after;
                        continue;
                    }
                    None => out.push(']'),
                }
            }
            Some('[') if !marked.as_str().contains("](") => out.push('['),
            _ => {}
        }
        rest = marked.as_str();
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn markdown_loses_its_marks_and_keeps_its_words() {
        let markdown = "### **Ann Roe** (`ann-roe`)  \n\n\n- met [Bo Li](file:///a%20b.txt#L3,1), 2024-05-03\n- 5\\* hotel [sic]";
        assert_eq!(plain(markdown), "Ann Roe (ann-roe)\n\n- met Bo Li, 2024-05-03\n- 5* hotel [sic]");
    }
}
