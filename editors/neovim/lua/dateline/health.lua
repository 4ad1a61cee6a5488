-- `:checkhealth dateline`: is everything there, is the server attached, and if not, what to do.

local M = {}

local function check_neovim()
  if vim.fn.has('nvim-0.11') == 1 then
    vim.health.ok('Neovim ' .. tostring(vim.version()))
    return true
  end
  vim.health.error('Neovim ' .. tostring(vim.version()) .. ' is too old', { 'Dateline needs Neovim 0.11 or newer.' })
  return false
end

local function check_program()
  local cmd = (vim.lsp.config.dateline or {}).cmd
  if type(cmd) ~= 'table' then
    vim.health.warn('lsp/dateline.lua is not on the runtimepath', {
      "Add it: vim.opt.rtp:append('/path/to/dateline/editors/neovim')",
    })
    return
  end
  local program = vim.fn.exepath(cmd[1])
  if program == '' then
    vim.health.error(('program `%s` not found'):format(cmd[1]), {
      'Install it: run `cargo install --path .` in the Dateline repository.',
      'Is ~/.cargo/bin on the PATH that Neovim sees? Try :echo $PATH',
      "Or say where it is: vim.lsp.config('dateline', { cmd = { '/path/to/dateline', 'lsp', '--stdio' } })",
    })
    return
  end
  local ran, result = pcall(function()
    return vim.system({ program, '--version' }, { text = true }):wait(3000)
  end)
  if ran and result.code == 0 then
    vim.health.ok(('%s (%s)'):format(program, vim.trim(result.stdout)))
  else
    vim.health.error(program .. ' does not start', { 'Try `dateline --version` in a terminal.' })
  end
end

local function check_attached()
  if not vim.lsp.is_enabled('dateline') then
    vim.health.warn('not enabled', { "Put vim.lsp.enable('dateline') in your init.lua." })
  end
  local clients = vim.lsp.get_clients({ name = 'dateline' })
  if #clients == 0 then
    vim.health.info('No client is attached yet: open a .txt or .md file, then ask again.')
    vim.health.info('If that does not help, :lua vim.cmd.edit(vim.lsp.get_log_path()) shows why.')
  end
  for _, client in ipairs(clients) do
    vim.health.ok(('client %d: root %s, %d buffers, %s'):format(
      client.id,
      client.root_dir or '(none)',
      vim.tbl_count(client.attached_buffers),
      client.offset_encoding
    ))
    if not client.root_dir then
      vim.health.info('Without a root only open files count. An empty dateline.toml beside your articles makes one.')
    end
  end
end

function M.check()
  vim.health.start('Dateline')
  if check_neovim() then
    check_program()
    check_attached()
  end
end

return M
