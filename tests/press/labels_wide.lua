-- The labels of the wide set's stories, and how papers set them. In both {TOPIC} is what the story is about, {HEAD} the
-- affair that it belongs to, {PLACE} where it is, {YEAR} and {YY} when, {N} a small number, {A} a writer. "\n" parts a
-- section from the label under it.
local labels = {}

labels.front = {
  "EXCLUSIVE", "BREAKING NEWS", "Special report", "INVESTIGATION", "ELECTION COUNTDOWN", "Crime", "Courts",
  "City & State", "Top of the News", "POLITICS", "STORM WATCH", "Cost of living", "Public health", "News Analysis",
  "Budget", "COURT REPORT", "Metro", "NATION", "World News", "Transport chaos", "THE BIG STORY", "Only in the Star",
  "Housing / Planning", "Health • Hospitals", "Analysis:", "Inquest", "The economy",
  -- of what is going on
  "{TOPIC}", "{TOPIC}", "{HEAD}", "{HEAD}", "{HEAD}", "{PLACE}", "Trade war", "Water crisis", "Fuel shortage",
  "Border row", "Royal visit", "Strike action", "Peace talks", "Pension reform", "Power cuts", "Cabinet reshuffle",
  "Hospital closures", "Tuition fees", "Flood relief", "Teachers' pay", "Governor's race", "After the storm",
  "A town in mourning", "State visit", "Rail dispute", "The road to recovery", "Living with drought",
  -- with numbers
  "Election {YEAR}", "BUDGET {YEAR}", "Vote '{YY}", "Decision {YEAR}", "Census {YEAR}", "DAY {N}", "COP{N}",
  "G20 summit",
  "100 days on", "{N} weeks to go", "Part {N} of 6", "PART {N}", "First of two parts", "Second of three parts",
  "Last in a series", "Special Report: Part {N}", "5G rollout", "Games {YEAR}", "Five years on", "24 HOURS",
}

labels.inside = {
  "OPINION", "Court report", "City & State", "Analysis", "Analysis:", "Comment", "EDITORIAL", "Letter from abroad",
  "\u{bb} Business", "LETTERS |", "Politics/Economy", "Arts & Entertainment", "On Trial", "Inside City Hall",
  "Country Diary", "Ask the Doctor", "Money:", "Races & Results", "Sport \u{2022} Rugby", "WORLD IN REVIEW |",
  "Farming",
  "Agriculture", "Motoring", "HOUSE & HOME", "Sport / Football", "Cricket", "RUGBY", "Athletics", "Racing",
  "Business • Markets", "Personal finance", "EDUCATION", "On the beat", "The Arts", "Books", "Film review", "THEATRE",
  "First Person", "Profile", "Obituary", "OBITUARIES", "Consumer watch", "Technology:", "Science", "Environment",
  "Weather", "Planning", "Council", "Parliament", "Regional news", "Around the counties", "ASIA", "Africa",
  "Europe & Middle East", "Viewpoint", "In Focus", "Spotlight", "GUEST COLUMN", "Food & Drink", "Travel", "My Week",
  "Fact check", "Neighbourhoods", "SCHOOL NEWS", "Notebook", "HEALTH MATTERS", "Law & Order", "POLICE LOG",
  "Second Opinion",
  -- of what the story is about, or where
  "{TOPIC}", "{TOPIC}", "{TOPIC}", "{HEAD}", "{HEAD}", "{PLACE}", "{PLACE} Journal", "Letter from {PLACE}",
  "{PLACE} Diary", "Postcard from {PLACE}", "Inside {PLACE}", "Eye on {PLACE}", "Dispatch from {PLACE}", "In {PLACE}",
  -- series, numbers and days
  "Part {N} of 6", "Part Two", "PART {N}", "A series: {N}", "First of three parts", "Last of two parts", "Chapter {N}",
  "No. {N}", "Top 10", "5 questions", "360\u{b0}", "50 years ago", "Class of {YEAR}", "Euro {YEAR}", "Olympics '{YY}",
  "Week {N}", "60 Seconds With", "Monday Memo", "Sunday Best", "Friday Night Lights", "Midweek Musings", "9 to 5",
  "Page from the past", "THIS DAY IN {YEAR}",
  -- of columns
  "Column: {TOPIC}", "Column", "Opinion: {TOPIC}", "{A}'s diary", "{A} on {TOPIC}", "Reader's corner", "Editor's pick",
  "Our View", "Your Say", "As I see it", "In my view", "On the record", "Behind the headlines", "Off the wall",
  "The way we live", "Out and about", "Down memory lane", "A closer look", "Making a difference", "Around town",
  "The bottom line", "Did you know?", "What's on", "What next?", "Who's who", "Why it matters", "In the news",
  "Street smart", "Hidden gems", "Bright ideas", "Money matters", "Tech talk", "Talking point", "The Long Read",
  "Big Picture", "Word on the street", "Straight talk", "Food for thought", "Beyond the byline", "State of play",
  "Rural revival", "Green shoots", "Start-up stories", "Clean air", "Silver economy", "Digital life", "Coast & Country",
  "Made in {PLACE}", "Hot topic", "Unsung heroes", "Lives lived", "Modern manners", "Matters of fact", "Taking stock",
  "How we did it", "Wish you were here", "Fresh start", "Crossing borders", "Common ground", "Root cause",
  "Home truths",
  "Pitch side", "Extra time", "In the saddle", "Full house", "New wave", "Curtain call", "Screen time",
  -- under its section
  "SPORT\n{TOPIC}", "OPINION\nGuest column", "BUSINESS\nMarkets", "FEATURES\nInterview",
}

-- Most set a label as it is.
labels.settings = {}
for _ = 1, 16 do labels.settings[#labels.settings + 1] = { "{K}" } end
for _, settings in ipairs({
  { "{KK}" }, { "{KK}" }, { "{KK}" }, { "{KK}" },
  -- with what the story is about, or where
  { "{K} / {TOPIC}", "{K}" }, { "{K}/{TOPIC}", "{K}" }, { "{K} | {TOPIC}", "{K}" }, { "{KK} | {PLACE}", "{KK}" },
  { "{K} \u{2022} {TOPIC}", "{K}" }, { "{KK} \u{2022} {PLACE}", "{KK}" }, { "{K} > {TOPIC}", "{K}" },
  { "{K} \u{2014} {PLACE}", "{K}" }, { "{K}: {TOPIC}", "{K}" }, { "{KK}: {TOPIC}", "{K}" }, { "{K}, {PLACE}", "{K}" },
  { "{K} ({PLACE})", "{K}" }, { "{K} - {TOPIC}", "{K}" }, { "{PLACE} | {K}", "{K}" }, { "{PLACE}: {K}", "{PLACE}" },
  { "{K} \u{bb} {TOPIC}", "{K}" }, { "{K} \u{b7} {TOPIC}", "{K}" },
  -- in marks
  { "[ {K} ]" }, { "[{KK}]" }, { "({K})" }, { "\u{ab} {K} \u{bb}" }, { "<{KK}>" }, { "/{K}/" }, { "// {K}" },
  { "/ {KK} /" }, { ">> {K}" }, { "\u{25ba} {K}" }, { "\u{25a0} {K}" }, { "\u{25cf} {KK}" }, { "{K} \u{bb}" },
  { "{K} >" }, { "{KK} >>" }, { "\u{2014} {K} \u{2014}" }, { "- {KK} -" }, { "| {K}" }, { "| {K} |" },
  { "\u{2022} {K} \u{2022}" }, { "#{JOINED}" }, { "\u{2605} {K}" }, { "{K} \u{2192}" }, { "\u{203a} {K}" }, { "{K}:" },
  { "{KK}:" }, { "{KK} |" }, { "{K} /" }, { "{KK}." }, { "\u{bb} {KK}" },
  -- with blanks between the letters
  { "{SPACED}" }, { "{SPACED}" },
}) do
  labels.settings[#labels.settings + 1] = settings
end

return labels
