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

(provide 'dateline)
;;; dateline.el ends here
