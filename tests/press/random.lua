-- A seeded source of choices (SplitMix64), the same on every machine.
local Random = {}
Random.__index = Random

function Random.new(seed)
  return setmetatable({ state = seed }, Random)
end

local function next_bits(self)
  self.state = self.state + 0x9E3779B97F4A7C15
  local z = self.state
  z = (z ~ (z >> 30)) * 0xBF58476D1CE4E5B9
  z = (z ~ (z >> 27)) * 0x94D049BB133111EB
  return z ~ (z >> 31)
end

-- A stream of its own for each label, so that one kind of choice does not shift another.
function Random:child(label)
  local h = self.state ~ 0x2545F4914F6CDD1D
  for i = 1, #label do
    h = (h ~ label:byte(i)) * 0x100000001B3
  end
  local child = Random.new(h)
  next_bits(child)
  return child
end

function Random:int(low, high)
  return low + (next_bits(self) >> 1) % (high - low + 1)
end

function Random:chance(p)
  return (next_bits(self) >> 11) * (1.0 / (1 << 53)) < p
end

function Random:pick(list)
  return list[self:int(1, #list)]
end

-- weights: a list of { value, weight }
function Random:weighted(weights)
  local sum = 0
  for _, w in ipairs(weights) do sum = sum + w[2] end
  local at = (next_bits(self) >> 11) * (1.0 / (1 << 53)) * sum
  for _, w in ipairs(weights) do
    at = at - w[2]
    if at < 0 then return w[1] end
  end
  return weights[#weights][1]
end

function Random:shuffle(list)
  local out = table.move(list, 1, #list, 1, {})
  for i = #out, 2, -1 do
    local j = self:int(1, i)
    out[i], out[j] = out[j], out[i]
  end
  return out
end

function Random:sample(list, n)
  return table.move(self:shuffle(list), 1, math.min(n, #list), 1, {})
end

-- Goes through a list in random order, again and again: nothing comes back before all have come.
function Random:bag(list)
  local left = {}
  return function()
    if #left == 0 then left = self:shuffle(list) end
    return table.remove(left)
  end
end

function Random:hex(n)
  local out = {}
  for i = 1, n do out[i] = ("%x"):format(self:int(0, 15)) end
  return table.concat(out)
end

return Random
