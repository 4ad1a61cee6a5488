-- What Neovim must show over the demo corpus. Started by test.sh; the expectations are in ../expect.json.

local corpus = vim.env.DATELINE_CORPUS
local expect = vim.json.decode(table.concat(vim.fn.readfile(vim.env.DATELINE_EXPECT), '\n'))
local plugin = vim.fs.dirname(vim.fs.normalize(debug.getinfo(1, 'S').source:sub(2)))
local passed, failed = 0, 0

local function say(line)
  io.stdout:write(line, '\n')
end

local function wait(condition, ms)
  local value
  vim.wait(ms or 10000, function()
    value = condition()
    return value
  end, 10)
  return value
end

-- A check that raises has failed; the rest still run.
local function check(name, body)
  local ran, ok, got = pcall(body)
  if ran and ok then
    passed = passed + 1
    say('ok   ' .. name)
  else
    failed = failed + 1
    say(('FAIL %s -- got %s'):format(name, tostring(ran and got or ok)))
  end
end

local function attached(buf)
  local client = vim.lsp.get_clients({ bufnr = buf, name = 'dateline' })[1]
  return client and client.initialized and client
end

-- Attaching is asynchronous, even for the second file.
local function open(file)
  vim.cmd.drop(vim.fn.fnameescape(corpus .. '/' .. file))
  local buf = vim.api.nvim_get_current_buf()
  wait(function()
    return attached(buf)
  end)
  return buf
end

-- The place of `word` within the stretch `near`: a 0-based row and a byte column.
local function place(buf, near, word)
  for row, line in ipairs(vim.api.nvim_buf_get_lines(buf, 0, -1, false)) do
    local from = line:find(near, 1, true)
    if from then
      return row - 1, assert(line:find(word, from, true), 'no "' .. word .. '" in "' .. near .. '"') - 1
    end
  end
  error('no "' .. near .. '" in ' .. vim.api.nvim_buf_get_name(buf))
end

local function caret(case)
  local buf = open(case.file)
  local row, column = place(buf, case.near, case.word)
  vim.api.nvim_win_set_cursor(0, { row + 1, column })
  return buf, row, column
end

local function text_of(buf, item)
  return table.concat(vim.api.nvim_buf_get_text(buf, item.lnum, item.col, item.end_lnum, item.end_col, {}), '\n')
end

-- All diagnostics of this code on exactly this text: one, or the server both pushes and answers pulls.
local function found(buf, case)
  return vim.tbl_filter(function(item)
    return item.code == case.code and text_of(buf, item) == case.text
  end, vim.diagnostic.get(buf))
end

local function listed(buf)
  return vim.inspect(vim.tbl_map(function(item)
    return tostring(item.code) .. ' ' .. text_of(buf, item)
  end, vim.diagnostic.get(buf)))
end

local function hover_text()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), window
    end
  end
end

vim.cmd('filetype on')
vim.opt.runtimepath:prepend(plugin)
vim.cmd.runtime('plugin/dateline.lua')
vim.lsp.enable('dateline')

local first = open(expect.open)
local client = attached(first)
check('attaches to an article', function()
  return client, vim.bo[first].filetype
end)
if not client then
  say(('%d passed, %d failed'):format(passed, failed))
  os.exit(1)
end
check('takes the corpus as root', function()
  return vim.uv.fs_realpath(client.root_dir) == vim.uv.fs_realpath(corpus), client.root_dir
end)
check('agrees on utf-8', function()
  return client.offset_encoding == 'utf-8', client.offset_encoding
end)
check('checkhealth has nothing to mend', function()
  vim.cmd('silent checkhealth dateline')
  local report = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
  vim.cmd.bwipeout()
  return report:find('client %d+: root') and not report:find('ERROR') and not report:find('WARNING'), report
end)

for _, case in ipairs(expect.diagnostics) do
  check('diagnostic: ' .. case.it, function()
    local buf = open(case.file)
    local items = wait(function()
      local items = found(buf, case)
      return #items > 0 and items
    end)
    if not items then
      return false, listed(buf)
    end
    return #items == 1
      and items[1].message:find(case.message, 1, true)
      and (not case.related or items[1].message:find(case.related, 1, true)),
      vim.inspect(items)
  end)
end

for _, case in ipairs(expect.hovers) do
  check('hover: ' .. case.it, function()
    caret(case)
    local lines, window
    for _ = 1, 3 do -- an answer from before the corpus was read is an honest short one: ask again
      vim.lsp.buf.hover({ silent = true })
      wait(function()
        lines, window = hover_text()
        return lines
      end, 3000)
      if window then
        vim.api.nvim_win_close(window, true)
      end
      local top = table.concat(vim.list_slice(lines or {}, 1, 3), '\n')
      local all = table.concat(lines or {}, '\n')
      if all:find('](', 1, true) then
        return false, 'an address: ' .. all
      end
      if top:find(case.top, 1, true) and (not case.says or all:find(case.says, 1, true)) then
        return true
      end
    end
    return false, vim.inspect(lines)
  end)
end

for _, case in ipairs(expect.definitions) do
  check('definition: ' .. case.it, function()
    caret(case)
    vim.lsp.buf.definition()
    local there = function()
      return vim.api.nvim_buf_get_name(0):find(case.lands_in, 1, true)
        and vim.api.nvim_get_current_line():find(case.on, 1, true)
    end
    return wait(there, 5000), vim.api.nvim_buf_get_name(0) .. ': ' .. vim.api.nvim_get_current_line()
  end)
end

for _, case in ipairs(expect.type_definitions) do
  check('type definition: ' .. case.it, function()
    caret(case)
    vim.lsp.buf.type_definition()
    local there = function()
      return vim.api.nvim_buf_get_name(0):find(case.lands_in, 1, true)
        and table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n'):find(case.says, 1, true)
    end
    return wait(there, 5000), vim.api.nvim_buf_get_name(0)
  end)
end

for _, case in ipairs(expect.references) do
  check('references: ' .. case.it, function()
    caret(case)
    vim.fn.setqflist({})
    vim.lsp.buf.references()
    wait(function()
      return #vim.fn.getqflist() > 0
    end)
    local places, files = vim.fn.getqflist(), {}
    for _, item in ipairs(places) do
      files[item.bufnr] = true
    end
    vim.cmd.cclose()
    return #places >= case.places and vim.tbl_count(files) >= case.files,
      ('%d places in %d files'):format(#places, vim.tbl_count(files))
  end)
end

check('document symbols', function()
  open(expect.document_symbols.file)
  vim.lsp.buf.document_symbol()
  wait(function()
    return #vim.fn.getloclist(0) > 0
  end)
  local names = vim.inspect(vim.fn.getloclist(0))
  vim.cmd.lclose()
  return vim.iter(expect.document_symbols.names):all(function(name)
    return names:find(name, 1, true)
  end), names
end)

check('workspace symbols', function()
  open(expect.open)
  vim.fn.setqflist({})
  vim.lsp.buf.workspace_symbol(expect.workspace_symbol.query)
  wait(function()
    return #vim.fn.getqflist() > 0
  end)
  local names = vim.inspect(vim.fn.getqflist())
  vim.cmd.cclose()
  return names:find(expect.workspace_symbol.name, 1, true), names
end)

for _, case in ipairs(expect.inlay_hints) do
  check('inlay hint: ' .. case.it, function()
    local buf, row = caret(case)
    vim.lsp.inlay_hint.enable(true, { bufnr = buf })
    local hints
    return wait(function()
      hints = vim.tbl_filter(function(hint)
        return hint.inlay_hint.position.line == row
      end, vim.lsp.inlay_hint.get({ bufnr = buf }))
      return vim.inspect(hints):find(case.label, 1, true)
    end), vim.inspect(hints)
  end)
end

for _, case in ipairs(expect.tokens) do
  check('semantic token: ' .. case.it, function()
    local buf, row, column = caret(case)
    local tokens
    return wait(function()
      tokens = vim.lsp.semantic_tokens.get_at_pos(buf, row, column)
      return tokens and tokens[1] and tokens[1].type == case.type
    end), vim.inspect(tokens)
  end)
end

check('quick fix mends the text and its diagnostic goes', function()
  local case = expect.fix
  local buf = open(case.file)
  local item = wait(function()
    return found(buf, case)[1]
  end)
  assert(item, listed(buf))
  vim.api.nvim_win_set_cursor(0, { item.lnum + 1, item.col })
  vim.lsp.buf.code_action({
    apply = true,
    filter = function(action)
      return action.title:find(case.title, 1, true) ~= nil
    end,
  })
  local line = function()
    return vim.api.nvim_buf_get_lines(buf, item.lnum, item.lnum + 1, false)[1]
  end
  local mended = wait(function()
    return line():find(case.after, 1, true)
  end)
  local gone = mended and wait(function()
    return #found(buf, case) == 0
  end)
  return gone, line() .. '\n' .. listed(buf)
end)

check('a fault typed into the buffer is seen, and goes with undo', function()
  local case = expect.edit
  local buf = open(case.file)
  local row, column = place(buf, case.near, case.word)
  vim.api.nvim_buf_set_text(buf, row, column, row, column + #case.word, { case.typed })
  local seen = wait(function()
    return #found(buf, case) == 1
  end)
  vim.cmd('silent undo')
  local gone = seen and wait(function()
    return #found(buf, case) == 0
  end)
  return gone, (seen and 'seen' or 'not seen') .. '\n' .. listed(buf)
end)

check('one server for all files', function()
  return #vim.lsp.get_clients() == 1, #vim.lsp.get_clients()
end)

check('a folder without a marker is read', function()
  local folder = vim.fs.dirname(vim.fs.normalize(corpus)) .. '/unmarked'
  vim.fn.mkdir(folder, 'p')
  for name, words in pairs({ ['a.txt'] = 'Ann Roe met reporters in Oslo.', ['b.txt'] = 'Ann Roe was in Bergen.' }) do
    vim.fn.writefile({ words }, folder .. '/' .. name)
  end
  vim.cmd.edit(folder .. '/a.txt')
  local buf = vim.api.nvim_get_current_buf()
  local own = wait(function()
    return attached(buf)
  end)
  local root = own and own.root_dir
  local lines
  local read = wait(function()
    vim.api.nvim_win_set_cursor(0, { 1, 0 })
    vim.lsp.buf.hover({ silent = true })
    vim.wait(300)
    local window
    lines, window = hover_text()
    if window then
      vim.api.nvim_win_close(window, true)
    end
    return table.concat(lines or {}, '\n'):find('2 articles', 1, true)
  end)
  if own then
    own:stop()
    wait(function()
      return own:is_stopped()
    end)
  end
  return root and vim.uv.fs_realpath(root) == vim.uv.fs_realpath(folder) and read, vim.inspect({ root, lines })
end)

check('shuts down when asked', function()
  vim.lsp.enable('dateline', false)
  return wait(function()
    return #vim.lsp.get_clients() == 0
  end)
end)

say(('%d passed, %d failed'):format(passed, failed))
os.exit(failed == 0 and 0 or 1)
