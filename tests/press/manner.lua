-- The manner of one paper: of the many forms that a set has, those few that the paper keeps to.
local manner = {}

-- forms.manners: lists of alternatives; one of each list is taken over whole.
-- forms.samples: { key, n }; the paper keeps n of forms[key].
function manner.of(rng, set, paper)
  local forms = setmetatable({}, { __index = set.forms })
  for _, alternatives in ipairs(set.forms.manners) do
    for key, value in pairs(rng:pick(alternatives)) do forms[key] = value end
  end
  for _, sample in ipairs(set.forms.samples) do
    forms[sample[1]] = rng:sample(forms[sample[1]], sample[2])
  end
  local kickers = {}
  for place, labels in pairs(forms.kickers) do kickers[place] = labels end
  for _, place in ipairs({ "front", "inside" }) do kickers[place] = rng:sample(kickers[place], 6) end
  forms.kickers = kickers
  local words = setmetatable({}, { __index = set.words })
  for _, country in ipairs(set.words.countries) do
    if country.name == paper.country then words.home = country end
  end
  return { words = words, grammar = set.grammar, forms = forms }
end

return manner
