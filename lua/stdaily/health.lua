--- :checkhealth stdaily
local M = {}

local health = vim.health or require('health') -- the latter up to Neovim 0.7
local start = health.start or health.report_start
local ok = health.ok or health.report_ok
local failed = health.error or health.report_error
local info = health.info or health.report_info

local function check_archive()
  local archive, message = require('stdaily.archives').default()
  if not archive then return info(message) end
  local rows = archive.core:query('info')
  if not rows then return failed(archive.core:message()) end
  local figures = rows[1]
  ok(('%s: %d pages, %d articles, index in %s'):format(archive.path, figures.pages, figures.articles,
    figures.cache_path))
  if figures.messages > 0 then info(('%d messages: see :Std messages'):format(figures.messages)) end
end

function M.check()
  start('stdaily')
  local _, errors = require('stdaily.config').check(vim.g.stdaily or {})
  for _, message in ipairs(errors) do failed(message) end
  if #errors == 0 then ok('options are right') end
  local core = require('stdaily.core')
  local message = core.obstacle()
  if message then return failed(message) end
  ok('the core is there: version ' .. core.version)
  check_archive()
end

return M
