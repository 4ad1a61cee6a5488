-- Colours for what Dateline names, and one command. A colour scheme that knows these groups wins.

for kind, group in pairs({
  person = 'Function',
  organisation = 'Type',
  place = 'Constant',
  event = 'Statement',
  date = 'Number',
}) do
  vim.api.nvim_set_hl(0, '@lsp.type.' .. kind, { link = group, default = true })
end

-- `:Dateline` starts the server if it is not running and restarts it if it is.
vim.api.nvim_create_user_command('Dateline', function()
  vim.lsp.enable('dateline', false)
  vim.wait(2000, function()
    return #vim.lsp.get_clients({ name = 'dateline' }) == 0
  end, 20)
  vim.lsp.enable('dateline')
end, { desc = 'Start or restart the Dateline server' })
