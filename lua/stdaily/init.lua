--- stdaily needs no setup.  This is for those who like one.
local M = {}

--- The same as `vim.g.stdaily = options`.
---@param options stdaily.Options?
function M.setup(options)
  vim.g.stdaily = require('stdaily.editor').export(options or {})
end

return M
