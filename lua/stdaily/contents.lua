--- The contents of an issue in the location list.

local address = require('stdaily.address')
local editor = require('stdaily.editor')
local views = require('stdaily.view')

local M = {}

function M.open()
  local view, item = views.here()
  if not view then return end
  local issue = item and item.issue or view.row and view.row.issue or ''
  local page = item and item.page or view.where.page
  local scope = issue ~= '' and issue or page
  if not scope then return editor.notice('which issue? Put the cursor on one') end
  local rows = view.archive.core:query('articles', scope) or {}
  if #rows == 0 then return editor.notice('no articles here') end
  local places, at = {}, 1
  for i, row in ipairs(rows) do
    places[i] = {
      address = address.make({ archive = view.archive.path, kind = 'article', page = row.page, article = row.article }),
      module = row.page_number and ('page %d'):format(row.page_number) or row.page,
      text = row.headline ~= '' and row.headline or '(no headline)',
    }
    if row.page == page and row.article == (item and item.article or view.where.article) then at = i end
  end
  local title = rows[1].issue_title
  require('stdaily.quickfix').show_local(places, issue ~= '' and title or page, at)
end

return M
