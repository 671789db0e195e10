std = 'luajit+busted'
read_globals = { 'vim' }
globals = { 'vim.g', 'vim.b', 'vim.w', 'vim.bo', 'vim.wo', 'vim.o' }
max_line_length = 120
exclude_files = { 'build*/' }
files['tests/press/'] = { std = 'lua54' }
files['tests/pages/'] = { std = 'lua54' }
files['tests/doc.lua'] = { std = 'lua54' }
files['tests/rules/'] = { std = 'lua54' }
files['tests/support/json.lua'] = { std = 'lua54' }
files['tests/sample_links.lua'] = { std = 'lua54' }
