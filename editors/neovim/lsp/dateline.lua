-- How Neovim 0.11+ starts Dateline: `vim.lsp.enable('dateline')` reads this file.
-- Text and Markdown count everywhere; TOML only where Dateline reads it: profiles/ and dateline.toml.

local function ours(path)
  return not path:match('%.toml$') or path:find('/profiles/', 1, true) ~= nil or vim.fs.basename(path) == 'dateline.toml'
end

-- Without a marker the article's own folder is the corpus, unless that is a home directory or a disk.
local function folder(path)
  local above = vim.fs.dirname(path)
  if path == '' or above == vim.fs.normalize(vim.uv.os_homedir() or '/') or above == vim.fs.dirname(above) then
    return nil
  end
  return above
end

---@type vim.lsp.Config
return {
  cmd = { 'dateline', 'lsp', '--stdio' },
  filetypes = { 'text', 'markdown', 'toml' },
  root_markers = { 'dateline.toml', 'profiles', '.git' },
  -- Neovim asks root_dir instead of root_markers; only not answering leaves a file alone.
  root_dir = function(bufnr, on_dir)
    local path = vim.fs.normalize(vim.api.nvim_buf_get_name(bufnr))
    if ours(path) then
      on_dir(vim.fs.root(bufnr, vim.lsp.config.dateline.root_markers) or folder(path))
    end
  end,
  -- Neovim shows only the message of a finding, so the other place has to stand in it.
  capabilities = {
    textDocument = {
      publishDiagnostics = { relatedInformation = false },
      diagnostic = { relatedInformation = false },
    },
  },
  -- Neovim hides the addresses of links but wraps the lines of a hover as if they were there.
  settings = { dateline = { hoverLinks = false } },
  get_language_id = function(_, filetype)
    return filetype == 'text' and 'plaintext' or filetype
  end,
}
