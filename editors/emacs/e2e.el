;;; e2e.el --- what Emacs must show over the demo corpus  -*- lexical-binding: t -*-

;; Started by test.sh; the expectations are in ../expect.json.  Emacs negotiates no encoding: this
;; is the client that counts in UTF-16.  Semantic tokens and inlay hints are beyond its eglot.

;;; Code:

(load (expand-file-name "dateline.el" (file-name-directory load-file-name)) nil t)
(require 'flymake)
(require 'xref)
(require 'json)

(setq eglot-sync-connect 10
      eglot-autoshutdown nil
      eglot-confirm-server-initiated-edits nil
      xref-prompt-for-identifier nil
      create-lockfiles nil
      make-backup-files nil
      auto-save-default nil
      inhibit-message t)

(defconst corpus (file-name-as-directory (getenv "DATELINE_CORPUS")))
(defconst expect
  (with-temp-buffer
    (insert-file-contents (getenv "DATELINE_EXPECT"))
    (json-parse-buffer :object-type 'alist :array-type 'list :null-object nil)))
(defvar passed 0)
(defvar failed 0)

(defun of (case key) (alist-get key case))

(defun say (format &rest arguments)
  (princ (apply #'format-message (concat format "\n") arguments)))

(defun wait (condition &optional seconds)
  "Poll CONDITION until it holds, for at most SECONDS, and return what it returned last."
  (let ((end (+ (float-time) (or seconds 10))) value)
    (while (and (not (setq value (funcall condition))) (< (float-time) end))
      (accept-process-output nil 0.02))
    value))

(defmacro check (name &rest body)
  "Run BODY, which returns (OK . GOT).  A check that raises has failed; the rest still run."
  (declare (indent 1))
  `(let ((result (condition-case problem (progn ,@body) (error (cons nil problem)))))
     (if (car result)
         (progn (setq passed (1+ passed)) (say "ok   %s" ,name))
       (setq failed (1+ failed))
       (say "FAIL %s -- got %S" ,name (cdr result)))))

(defun visit (file)
  "Show FILE of the corpus in a buffer the server knows."
  (switch-to-buffer (find-file-noselect (concat corpus file)))
  (unless (derived-mode-p 'text-mode) (text-mode))
  (if (eglot-current-server)
      (unless (eglot-managed-p) (eglot--maybe-activate-editing-mode))
    (call-interactively #'eglot))
  (flymake-mode 1))

(defun caret (case)
  "Put point on the word of CASE."
  (visit (of case 'file))
  (goto-char (point-min))
  (search-forward (of case 'near))
  (goto-char (match-beginning 0))
  (search-forward (of case 'word))
  (goto-char (match-beginning 0)))

(defun request (method &rest more)
  (jsonrpc-request (eglot--current-server-or-lose) method
                   (append (eglot--TextDocumentPositionParams) more)))

(defun tell-the-server ()
  "Send changes now: Emacs in batch is never idle."
  (eglot--signal-textDocument/didChange))

(defun text-of (diagnostic)
  (buffer-substring-no-properties (flymake-diagnostic-beg diagnostic) (flymake-diagnostic-end diagnostic)))

(defun found (case)
  "The diagnostics of the code of CASE on exactly its text."
  (flymake-start)
  (seq-filter (lambda (d) (and (equal (text-of d) (of case 'text))
                               (equal (plist-get (alist-get 'eglot-lsp-diag (flymake-diagnostic-data d)) :code)
                                      (of case 'code))))
              (flymake-diagnostics)))

(defun listed () (mapcar (lambda (d) (cons (text-of d) (flymake-diagnostic-text d))) (flymake-diagnostics)))

(defun holds (text part) (and part text (string-match-p (regexp-quote part) text)))

(defun finish ()
  (dolist (buffer (buffer-list))
    (with-current-buffer buffer (set-buffer-modified-p nil)))
  (say "%d passed, %d failed" passed failed)
  (kill-emacs (if (= failed 0) 0 1)))

(check "attaches to an article"
  (visit (of expect 'open))
  (cons (wait #'eglot-current-server) major-mode))
(unless (= failed 0) (finish))

(check "takes the corpus as root"
  (let ((root (project-root (eglot--project (eglot-current-server)))))
    (cons (file-equal-p root corpus) root)))

(dolist (case (of expect 'diagnostics))
  (check (concat "diagnostic: " (of case 'it))
    (visit (of case 'file))
    (let* ((items (wait (lambda () (found case))))
           (said (and items (flymake-diagnostic-text (car items)))))
      (cons (and (= (length items) 1)
                 (holds said (of case 'message))
                 ;; eglot does not ask for related places, so the server puts them into the words.
                 (or (not (of case 'related)) (holds said (of case 'related))))
            (listed)))))

(dolist (case (of expect 'hovers))
  (check (concat "hover: " (of case 'it))
    (caret case)
    (let* ((shown nil)
           (answer (lambda () (eglot-hover-eldoc-function (lambda (text &rest _) (setq shown text)))))
           (good (lambda ()
                   (funcall answer)
                   (wait (lambda () shown) 3)
                   (let ((top (string-join (seq-take (split-string (or shown "") "\n" t) 3) "\n")))
                     (and (holds top (of case 'top))
                          (or (not (of case 'says)) (holds shown (of case 'says))))))))
      (cons (wait good) shown))))

(dolist (case (of expect 'definitions))
  (check (concat "definition: " (of case 'it))
    (caret case)
    (call-interactively #'xref-find-definitions)
    (let ((there (lambda ()
                   (with-current-buffer (window-buffer)
                     (cons (buffer-name) (buffer-substring-no-properties (line-beginning-position) (line-end-position)))))))
      (cons (wait (lambda () (let ((at (funcall there)))
                               (and (holds (car at) (file-name-nondirectory (of case 'lands_in)))
                                    (holds (cdr at) (of case 'on)))))
                  5)
            (funcall there)))))

(dolist (case (of expect 'references))
  (check (concat "references: " (of case 'it))
    (caret case)
    (let* ((places (append (request :textDocument/references :context '(:includeDeclaration t)) nil))
           (files (delete-dups (mapcar (lambda (place) (plist-get place :uri)) places))))
      (cons (and (>= (length places) (of case 'places)) (>= (length files) (of case 'files)))
            (list (length places) (length files))))))

(check "document symbols (imenu)"
  (visit (of (of expect 'document_symbols) 'file))
  (let ((names (format "%S" (eglot-imenu))))
    (cons (seq-every-p (lambda (name) (holds names name)) (of (of expect 'document_symbols) 'names)) names)))

(check "workspace symbols"
  (let* ((case (of expect 'workspace_symbol))
         (answer (jsonrpc-request (eglot--current-server-or-lose) :workspace/symbol `(:query ,(of case 'query))))
         (names (mapcar (lambda (symbol) (plist-get symbol :name)) answer)))
    (cons (seq-some (lambda (name) (holds name (of case 'name))) names) names)))

(check "quick fix mends the text and its diagnostic goes"
  (let ((case (of expect 'fix)))
    (visit (of case 'file))
    (let* ((item (or (car (wait (lambda () (found case)))) (error "no diagnostic to mend: %S" (listed))))
           (start (flymake-diagnostic-beg item))
           (actions (append (eglot-code-actions start (flymake-diagnostic-end item)) nil))
           (action (seq-find (lambda (a) (holds (plist-get a :title) (of case 'title))) actions)))
      (eglot--apply-workspace-edit
       (or (plist-get action :edit)
           (plist-get (jsonrpc-request (eglot--current-server-or-lose) :codeAction/resolve action) :edit)))
      (tell-the-server)
      (goto-char start)
      (let ((line (buffer-substring-no-properties (line-beginning-position) (line-end-position))))
        (cons (and (holds line (of case 'after)) (wait (lambda () (null (found case)))))
              (list line (listed)))))))

(check "a fault typed into the buffer is seen, and goes when taken back"
  (let ((case (of expect 'edit)))
    (caret case)
    (delete-char (length (of case 'word)))
    (insert (of case 'typed))
    (tell-the-server)
    (let ((seen (wait (lambda () (found case)))))
      (delete-char (- (length (of case 'typed))))
      (insert (of case 'word))
      (tell-the-server)
      (cons (and seen (wait (lambda () (null (found case))))) (list (if seen 'seen 'not-seen) (listed))))))

(check "shuts down when asked"
  (let ((server (eglot-current-server)))
    (eglot-shutdown server)
    (cons (wait (lambda () (not (jsonrpc-running-p server)))) nil)))

(finish)
;;; e2e.el ends here
