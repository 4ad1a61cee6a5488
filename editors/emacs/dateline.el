;;; dateline.el --- Dateline, a language server for news corpora, in eglot  -*- lexical-binding: t -*-

;; Load this file (or copy its few forms into your init file), then M-x eglot in an article.
;; The folder with dateline.toml is the corpus.

;;; Code:

(require 'eglot)
(require 'project)

(add-to-list 'eglot-server-programs
             '((text-mode markdown-mode gfm-mode) . ("dateline" "lsp" "--stdio")))
(put 'text-mode 'eglot-language-id "plaintext")

(defun dateline-find-corpus (directory)
  "The corpus DIRECTORY lies in, as a project: the nearest folder with a dateline.toml."
  (when-let ((root (locate-dominating-file directory "dateline.toml")))
    (cons 'transient (expand-file-name root))))

(add-hook 'project-find-functions #'dateline-find-corpus)

;; A long hover must not scroll the article away: its first three lines answer, C-h . shows the rest.
(defun dateline-short-echo ()
  "Let eldoc take three lines of the echo area where Dateline answers."
  (when (and (eglot-managed-p) (derived-mode-p 'text-mode))
    (setq-local eldoc-echo-area-use-multiline-p 3)))

(add-hook 'eglot-managed-mode-hook #'dateline-short-echo)

(provide 'dateline)
;;; dateline.el ends here
