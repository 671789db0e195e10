-- What stands on a page beside the prose, as newspapers of many countries print it. A paper keeps to a few of these
-- forms: see manner.lua. In bylines and credits {A} is a name as written, {AA} the same in capitals; a table gives the
-- printed line and the name in it.
local labels = require("labels_wide")

local forms = {
  columns_chars = { 26, 32, 38, 46 },
  cut_in_sentence = 0.05,
  damage_factors = { caption_inside = 0.8, hyphen_space = 0.8, jump_joined = 0.6 },
  curly_pages = 0.3,
  wrapped_pages = 0.25,
  inside_folio_rate = 0.6,
  dateline_rate = 0.45,
  dated_names = { "%Y-%M-%D/page-%P.txt", "%Y/%M/%D/A%P.txt", "%Y%M%D_p%p.txt" },
}

forms.papers = {
  { title = "The Harbour Times", country = "Australia", weight = 2, first_number = 41233, first_date = { 2016, 6, 3 },
    volume_of = 1887 },
  { title = "The Daily Sentinel", country = "United States", weight = 3, first_number = 8801,
    first_date = { 2008, 3, 4 }, volume_of = 1896 },
  { title = "The Thornbury Courier", country = "Britain", weight = 3, first_number = 5127,
    first_date = { 2014, 9, 12 }, volume_of = 1951 },
  { title = "Lagoon Daily Post", country = "Nigeria", weight = 2, first_number = 3391, first_date = { 2019, 2, 6 },
    volume_of = 1998 },
  { title = "Deccan Morning Mail", country = "India", weight = 2, first_number = 212, first_date = { 2017, 8, 10 },
    volume_of = 1946 },
  { title = "Straits Evening News", country = "Singapore", weight = 2, first_number = 14508,
    first_date = { 2012, 4, 17 }, volume_of = 1972 },
  { title = "Pearl River Daily", country = "China", weight = 3, first_number = 6120, first_date = { 2021, 5, 14 },
    volume_of = 1999 },
  { title = "The Western Herald", country = "Ireland", weight = 2, first_number = 30877, first_date = { 2010, 1, 22 },
    volume_of = 1924 },
  { title = "Rift Valley Standard", country = "Kenya", weight = 1, first_number = 9043, first_date = { 2015, 7, 21 },
    volume_of = 1984 },
  { title = "The Cape Examiner", country = "South Africa", weight = 1, first_number = 18266,
    first_date = { 2013, 10, 30 }, volume_of = 1911 },
  { title = "Kingston Bay Star", country = "Jamaica", weight = 1, first_number = 147, first_date = { 2018, 11, 15 },
    volume_of = 1969 },
  { title = "Visayan Tribune", country = "Philippines", weight = 1, first_number = 305, first_date = { 2020, 1, 8 },
    volume_of = 1986 },
}

forms.sections = { "NATION", "SPORT", "BUSINESS", "WORLD", "Metro", "Local News", "Health", "Money", "CITY & STATE",
  "ARTS", "Region", "HOME NEWS", "COMMENT", "Life & Style" }

forms.kickers = {
  front = labels.front,
  inside = labels.inside,
  qa = { "Q&A", "Interview", "THE INTERVIEW", "Five Minutes With", "Ask the Expert" },
  graphic = { "By the numbers", "GRAPHIC", "AT A GLANCE", "In figures", "DATA" },
  briefs = { "IN BRIEF", "NEWS IN BRIEF", "News in brief", "WORLD DIGEST", "AROUND THE NATION", "Briefly", "Roundup",
    "BRIEFS", "World briefs", "CITY BRIEFS", "Across the region", "In short", "NEWS IN SHORT", "Quick takes",
  "At a glance",
    "STATE LINES", "Bits & pieces", "THE WEEK AHEAD", "In other news", "World in a minute", "[ In brief ]",
  "B R I E F S",
    "News / In brief", "Nation briefs", "In Brief: Business" },
  photo = {},
}

forms.agencies = { "AP", "AFP", "Reuters", "Xinhua", "PA", "AAP", "PTI", "ANI", "Bernama", "NAN", "Getty Images",
  "EPA" }

forms.folios = {
  { "Vol. {ROMAN} No. {N}", "{Weekday}, {MonthDay}, {Y}" },
  { "{Weekday} {D} {Month} {Y}", "No. {COMMAS}" },
  { "Established 1887   No. {COMMAS}", "{Weekday} {D} {Month} {Y}" },
  { "VOL. {ROMAN} . . . No. {COMMAS}", "{WEEKDAY}, {MONTHDAY}, {Y}" },
  { "{Weekday}, {MonthDay}, {Y}", "Vol. {V}, No. {N}" },
  { "Late City Edition   Vol. {ROMAN} No. {COMMAS}   {Weekday}, {MonthDay}, {Y}" },
  { "Issue {N} | {Weekday} {D} {Month} {Y}" },
  { "{D} {Month} {Y} | Volume {V} | Issue {N}" },
  { "{WEEKDAY}, {D} {MONTH}, {Y}   VOL. {V} NO. {N}   $2.00" },
  { "No. {COMMAS}   {WEEKDAY} {MONTHDAY} {Y}   80p" },
  { "Founded 1887   {Weekday}, {MonthDay}, {Y}" },
  { "{Weekday}, {MonthDay}, {Y}" },
  { "{WEEKDAY} {MONTH} {D} {Y}", "Number {COMMAS}" },
  { "{Weekday} \u{2022} {MonthDay}, {Y} \u{2022} Vol. {V} No. {N}" },
  { "{Wd} {Mon} {D} {Y} | No. {COMMAS}" }, { "{Weekday} {Dth} {Month} {Y}   Issue No. {N}" },
  { "{Wd}., {Mon}. {D}, {Y}", "Vol. {V}, Issue {N}" }, { "VOLUME {ROMAN}, NUMBER {N} \u{2022} {MonthDays}, {Y}" },
  { "ESTABLISHED 1871 | {WEEKDAY}, {MONTHDAY}, {Y} | VOL. {V} | NO. {N}" },
  { "{D} {MONTH} {Y}", "Vol {V} No {N}" }, { "{Weekday}, {Dth} {Month}, {Y}" },
  { "Final Edition   {Weekday}, {MonthDay}, {Y}   No. {COMMAS}" },
}
forms.inside_folios = {
  { "A{P} | {SECTION} | {Paper}" }, { "{PAPER}   {Weekday}, {MonthDay}, {Y}   {P}" },
  { "{P} {Paper} {Weekday} {D} {Month} {Y}" }, { "{SECTION} | {P}" },
  { "{Weekday} {D} {Month} {Y} | {Paper} | {P}" }, { "{Paper}, {Weekday}, {MonthDay}, {Y}, Page {P}" },
  { "www.paper.example   {WEEKDAY}, {MONTHDAY}, {Y}   A{P}" }, { "PAGE {P}" }, { "Page {P} \u{2014} {PAPER}" },
}

forms.furniture = { { "Weather C8   Sports D1" }, { "INDEX", "Arts C4", "Classified D1", "Comics C5", "Deaths A4" },
  { "ADVERTISEMENT" }, { "Index", "Business B1", "Opinion A8", "TV C6", "Weather A2" },
  { "INDEX: Business B1, Classified C6, Obituaries B7" },
  { "Recycle this newspaper" }, { "Please recycle this newspaper" }, { "Newsdesk: 01632 960123" },
  { "To subscribe, call 555-0142" }, { "www.paper.example" }, { "9 771234 567003" }, { "Printed on recycled paper" },
  { "Scan to read our e-paper" }, { "Follow us @paper", "www.paper.example" },
  { "Annie's Mailbox C4 | Comics C6 | Crossword C5" }, { "Classifieds B5   Comics C3   Deaths B2   TV C4" },
  { "Newsroom: newsdesk@paper.example" }, { "Home delivery: 1-800-555-0119" } }
forms.ears = { { "$2.00" }, { "Price: $1.50" }, { "80p" }, { "\u{a3}1.20" }, { "Rs 5.00" }, { "www.paper.example" },
  { "\u{20ac}2.20" }, { "R12.50" }, { "Ksh 60" }, { "\u{20a6}200" }, { "$3.00 DESIGNATED AREAS HIGHER" },
  { "75 CENTS" }, { "P20.00" } }
forms.inside_furniture = { { "www.paper.example" }, { "Recycle this newspaper" }, { "Newsdesk: 01632 960123" },
  { "newsdesk@paper.example" }, { "Have a story? Call 555-0188" } }

forms.datelines = { "{PLACE} \u{2014}", "{PLACE}, {MonthDay} ({AGENCY}) \u{2014}", "{PLACE} ({AGENCY}) \u{2014}",
  "{PLACE}:", "{PLACE}, {MonthDay} \u{2013}", "{PLACE} \u{2013}", "{Place}:", "{PLACE}, {MonthDay} ({AGENCY}) --",
  "({Place}) \u{2014}", "{PLACE} -" }

forms.qa_names = { { "Q:", "A:" }, { "Q.", "A." }, { "Question:", "{NAME}:" }, { "Courier:", "{NAME}:" } }
forms.sidebar_labels = { "AT A GLANCE" }
forms.fact_boxes = { { "At a Glance", "\u{2022} {things^}: {n} {unit}" }, { "KEY POINTS", "- {Doing}" },
  { "Timeline", "{year}: {Things^} and {things^}" }, { "How to help", "{num}. {Todo}" } }
forms.sidebar_roles = {}

-- ---------------------------------------------------------------- manners: one of each list is a paper's own

local CASES = {
  { headline_case = "title", crosshead_case = "sentence", headline_widths = { false, false, 34 } },
  { headline_case = "title", crosshead_case = "sentence", headline_widths = { false, 26 }, byline_rate = 1 },
  { headline_case = "title", crosshead_case = "title", headline_widths = { false, 30 }, byline_rate = 1 },
  { headline_case = "title", crosshead_case = "upper", short_crossheads = true, headline_widths = { false, 28 },
    byline_rate = 1 },
  { headline_case = "sentence", crosshead_case = "sentence", headline_widths = { false, 24, 32 }, byline_rate = 1 },
  { headline_case = "sentence", crosshead_case = "sentence", short_crossheads = true, headline_widths = { false, 22 },
    short_paragraphs = true, byline_rate = 1 },
  { headline_case = "sentence", crosshead_case = "upper", headline_widths = { false, 36 }, byline_rate = 1,
    short_paragraphs = true },
  { headline_case = "upper", crosshead_case = "sentence", headline_widths = { false, 24 }, byline_rate = 1,
    short_headlines = 0.25, short_paragraphs = true },
  { headline_case = "upper", crosshead_case = "upper", short_crossheads = true, headline_widths = { false },
    short_headlines = 0.25, byline_rate = 1 },
  { headline_case = "upper", crosshead_case = "title", headline_widths = { false, 30 }, byline_rate = 1 },
}

local JUMPS = {
  { jumps = { "Continued on Page A{P}" }, continued = { "Continued from Page A{P}" } },
  { jumps = { "Continued on Page A{P}" }, continued = { "From Page A{P}" } },
  { jumps = { "Continued on A{P}" }, continued = { "From A{P}", "Continued from A{P}" } },
  { jumps = { "See Page {P}", "See {WORD}, Page {P}", "See {WORD}, Page {P}" },
    continued = { "From Page {P}", "{WORD} from Page {P}", "{WORD} from Page {P}" } },
  { jumps = { "Continued on page {P}", "See {WORD}, page {P}" },
    continued = { "From page {P}", "{WORD}: From page {P}" } },
  { jumps = { "SEE PAGE A{P}", "SEE {WORD}, A{P}", "SEE {WORD}, A{P}" },
    continued = { "FROM A{P}", "{WORD}, FROM A{P}" } },
  { jumps = { "Story continues on A{P}", "{WORD} continues on A{P}" },
    continued = { "Continued from A{P}", "{WORD} continued from A{P}" } },
  { jumps = { "TURN TO PAGE {P}" }, continued = { "FROM PAGE {P}" } },
  { jumps = { "\u{bb} Page {P}" }, continued = { "\u{bb} From page {P}" } },
  { jumps = { "\u{bb} Continued on page {P}" }, continued = { "\u{bb} Continued from page {P}" } },
  { jumps = { "Continued on Page {P}, Col. 3" }, continued = { "Continued from Page {P}, Col. 1" } },
  { jumps = { "Continued on page {PWORD}" }, continued = { "FROM PAGE {PNAME}", "From Page {Pname}" } },
  { jumps = { "(Continued on page {PWORD})" }, continued = { "(Continued from page {PWORD})" } },
  { jumps = { "(Continued on Page {P})" }, continued = { "(Continued from Page {P})" } },
  { jumps = { "Continued on page {P}" }, next_page = "Continued on next page",
    continued = { "Continued from page {P}" } },
  { jumps = { "See story, Page {P}" }, continued = { "Story from Page {P}" } },
  { jumps = { "Go to Page {P}" }, continued = { "From Page {P}" } },
  { jumps = { "To Page {P}" }, continued = { "From Page {P}" } },
  { jumps = { "To page {P}, column 4" }, continued = { "From page {P}, column 2" } },
  { jumps = { "Continued A{P}" }, continued = { "Continued from A{P}" } },
  { jumps = { "Continued: Page {P}", "{WORD}: Page {P}" }, continued = { "Continued from Page {P}",
    "{WORD} / From Page {P}" } },
  { jumps = { "Please see A{P}", "Please see {WORD}, A{P}" }, continued = { "From A{P}", "{WORD}: From A{P}" } },
  { jumps = { "\u{2192} Continued on page {P}" }, continued = { "\u{2190} Continued from page {P}" } },
  { jumps = { "Cont. on Page {P}" }, continued = { "Cont. from Page {P}" } },
  { jumps = { "Continued on P. {P}" }, continued = { "Continued from P. {P}" } },
  { jumps = { "(See page {P})" }, continued = { "(From page {P})" } },
  { jumps = { "\u{25a0} TURN TO PAGE {P}" }, continued = { "FROM PAGE {P}", "\u{25a0} FROM PAGE {P}" } },
  { jumps = { "Please see page {P}" }, continued = { "From page {P}", "Continued from page {P}" } },
  { jumps = { "Please turn to Page {P}" }, continued = { "Continued from Page {P}" } },
  { jumps = { "Turn to page {P}" }, continued = { "From page {P}", "From Page {Pname}" } },
  { jumps = { "CONTINUED ON PAGE {P}" }, continued = { "CONTINUED FROM PAGE {P}" } },
  { jumps = { "Contd on Page {P}" }, continued = { "Contd from Page {P}" } },
  { jumps = { "CONTINUED ON P{P}" }, continued = { "CONTINUED FROM P{P}" } },
  { jumps = { "\u{25cf} Turn to Page {P}" }, continued = { "\u{25cf} From Page {P}" } },
  { jumps = { "\u{25ba} Continued on page {P}" }, continued = { "\u{25ba} Continued from page {P}" } },
  { jumps = { "[Continued on Page {P}]" }, continued = { "[Continued from Page {P}]" } },
  { jumps = { ">> Continued on page {P}" }, continued = { ">> From page {P}" } },
  { jumps = { "SEE PAGE {P}", "\u{2022} SEE PAGE {P}" }, continued = { "FROM PAGE {P}", "\u{2022} FROM PAGE {P}" } },
  { jumps = { "Continued on Page {P} \u{bb}" }, continued = { "\u{ab} Continued from Page {P}" } },
}

-- Where the page stands before its headline, a headline right below would pass for a part of the teaser.
local TEASERS = {
  { "{Headline}", "Page A{P}" }, { "{Headline}", "See Page {P}" }, { "{HEADLINE}", "See Page {P}" },
  { "{HEADLINE}", "{SECTION}, A{P}" }, { "{Headline}", "INSIDE, PAGE {P}" }, { "{Headline}", "\u{bb} Page {P}" },
  { "{Headline}", "{SECTION} {P}" }, { "{Headline}", "Full story, Page {P}" }, { "{HEADLINE}", "P{P}" },
  { "{Headline}", "Story on page {P}" }, { "{Headline}", "{SECTION} | A{P}" }, { "{Headline}", "\u{25ba} PAGE {P}" },
  { "{Headline}", "\u{2022} See {SECTION}, Page {P}" }, { "{HEADLINE}", "Page {P}, {SECTION}" },
  { "{Headline}", "More on page {P}" }, { "{Headline}", "({SECTION}, Page {P})" }, { "INSIDE: {Headline}", "Page {P}" },
  { "{Headline} .... A{P}" }, { "{Headline} P{P}" }, { "{HEADLINE} P{P}" }, { "{Headline} \u{25ba} {P}" },
  { "{Headline} | Page {P}" }, { "Page {P}: {Headline}" }, { "{Headline} \u{2014} Page {P}" },
  { "{Headline}, {SECTION}, Page {P}" }, { "{HEADLINE}: PAGE {P}" }, { "{Headline} ........ {SECTION}, A{P}" },
  { "{Headline} / Page {P}" }, { "{Headline} (Page {P})" }, { "{SECTION}: {Headline} \u{bb} P{P}" },
  { "PAGE {P} | {HEADLINE}" }, { "INSIDE | {Headline} | A{P}" }, { "{Headline} See page {P}" },
}
-- Each of these is a few papers' only.
local RARE_TEASERS = {
  { "{Headline}, page {P}" }, { "{Headline}, A{P}" }, { "{Headline} A{P}" }, { "{Headline} \u{bb} {P}" },
  { "{Headline} > {P}" }, { "{Headline} \u{2022} P. {P}" }, { "{Headline} [A{P}]" }, { "{Headline} / {SECTION} {P}" },
  { "{Headline} \u{2014} {SECTION} {P}" }, { "{HEADLINE} \u{2192} P{P}" }, { "{Headline} (A{P})" },
  { "{Headline} | {SECTION} A{P}" }, { "{SECTION} {P} | {Headline}" }, { "{SECTION}, A{P}: {Headline}" },
  { "{SECTION}: {Headline}, page {P}" }, { "P{P}: {Headline}" }, { "A{P} | {Headline}" },
  { "Page {P} \u{2014} {Headline}" },
  { "p{P} | {Headline}" }, { "{P} | {Headline}" }, { "\u{2022} {Headline} P{P}" }, { "> {Headline}, Page {P}" },
  { "{Headline}", "Pages {P}-{NEXT}" }, { "{Headline}", "Pages {P} & {NEXT}" }, { "{HEADLINE}", "P{P}&{NEXT}" },
  { "{Headline}", ">> {P}" }, { "{Headline}", "\u{2192} Page {P}" }, { "{Headline}", "See {SECTION}, A{P}" },
  { "{Headline}", "Read more on page {P}" }, { "{Headline}", "Details on Page {P}" }, { "{Headline}", "P. {P}" },
  { "{HEADLINE}", "FULL STORY: PAGE {P}" }, { "{Headline}", "[Page {P}]" }, { "{Headline}", "Page {P} \u{2192}" },
  { "{Headline}", "{SECTION}, page {P}" }, { "{Headline}", "{SECTION} \u{b7} {P}" }, { "{Headline}", "p{P}" },
  { "{Headline}", "{SECTION} > {P}" }, { "{Headline}", "Report, page {P}" }, { "{Headline}", "Page {PWORD}" },
  { "{Headline}", "\u{bb} {SECTION}, {P}" }, { "{Headline}", "{SECTION} P{P}" }, { "{Headline}", "A{P}" },
  { "{Headline}", "{SECTION} \u{2014} Page {P}" }, { "{Headline}", "(See page {P})" }, { "{Headline}", "[P{P}]" },
  -- with what the story says
  { "{Headline}", "{TEXT}", "Page {P}" }, { "{Headline}", "{TEXT} Page {P}" }, { "{HEADLINE}", "{TEXT} P{P}" },
  { "{Headline}", "{TEXT}", "{SECTION}, A{P}" }, { "{HEADLINE}", "{TEXT} {SECTION}, A{P}" },
  { "{Headline}", "{TEXT} \u{bb} P{P}" }, { "{Headline}", "{TEXT} See Page {P}" },
  { "{HEADLINE}", "{TEXT}", "PAGE {P}" },
  -- under its section
  { "{SECTION}", "{Headline}", "Page {P}" }, { "{SECTION}", "{Headline} P{P}" }, { "{SECTION}", "{Headline}", "A{P}" },
}
local TEASERS_PAGE_FIRST = {
  { "{SECTION}, PAGE {P}", "{Headline}" }, { "P{P}", "{Headline}" }, { "\u{25ba} {P}", "{Headline}" },
  { "{SECTION} | {P}", "{Headline}" }, { "PAGE {P}", "{HEADLINE}" }, { "{SECTION} A{P}", "{Headline}" },
  { "{SECTION} \u{2022} Page {P}", "{Headline}" }, { "Page A{P}", "{Headline}" },
  { "{SECTION} \u{bb} {P}", "{Headline}" },
  { "{P}", "{Headline}" }, { "A{P}", "{HEADLINE}" }, { "P. {P}", "{Headline}" },
  { "{SECTION} \u{2014} P{P}", "{Headline}" },
  { "INSIDE, A{P}", "{Headline}" }, { "Pages {P}-{NEXT}", "{Headline}" }, { "ON PAGE {P}", "{Headline}" },
  { "{SECTION}, P{P}", "{Headline}", "{TEXT}" }, { "PAGE {P}", "{Headline}", "{TEXT}" },
}

local function teaser_manners()
  local out = {}
  for _, forms_of in ipairs({ TEASERS, TEASERS, RARE_TEASERS }) do
    for _, form in ipairs(forms_of) do out[#out + 1] = { teasers = { form } } end
  end
  for _, form in ipairs(TEASERS_PAGE_FIRST) do
    out[#out + 1] = { teasers = { form }, teaser_places = { "above", "end" } }
  end
  return out
end

local BYLINES = {
  { "By {A}", "By {A} and {B}", "By {A}, {B} and {C}" },
  { "By {AA}", "By {AA}", "By {AA} and {BB}" },
  { "BY {AA}", "BY {AA} AND {BB}" },
  { "by {A}", "by {A} and {B}" },
  { "By {A}, Staff Writer", "By {A} and {B}, Staff Writers" },
  { "By {AA}\nStaff Writer", "By {AA} and {BB}\nStaff Writers" },
  { "By {A}\nHealth Correspondent", "By {A}\nPolitical Editor", "By {A}\nCourts Reporter", "By {A}" },
  { "{A}\nHealth Correspondent", "{A}\nPolitical Editor", "{A}\nChief Reporter" },
  { "{A}", "{A} and {B}", "{A} in {PLACE}" },
  { "{AA}", "{AA} and {BB}" },
  { "{A} in {PLACE}", "{A} and {B} in {PLACE}" },
  { "{A} reports", "{A} and {B} report" },
  { "{AA} reports from {PLACE}", "By {AA}" },
  { "{A} Health editor", "{A} Political correspondent", "{A} and {B}", "{A} Crime reporter" },
  { "{A}, Education Editor", "{A}, Sports Reporter", "{A}" },
  { "{AA}\n{MAIL}@paper.example" }, { "By {A}\n{MAIL}@paper.example", "By {A} and {B}" },
  { "By {A} in {PLACE}\n{MAIL}@paper.example", "By {A}\n{MAIL}@paper.example" },
  { "By {AA} | Health Correspondent", "By {AA} | Staff Writer", "By {AA} | Business Editor" },
  { "By {A} | Staff Reporter", "By {A} | {PLACE}" },
  { "Reporter: {A}", "Reporters: {A}, {B}" },
  { "Staff Reporter {A}", "Staff Reporters {A} and {B}" },
  { "From {AA} in {PLACE}", "By {AA}" }, { "From {A}, {PLACE}", "By {A}" },
  { "Exclusive by {A}", "By {A}" }, { "EXCLUSIVE by {AA}", "By {AA}" },
  { "By {A} / Reuters", "By {A}, AFP", "By {A}" }, { "By {A}\nAssociated Press", "By {A}\nThe Associated Press" },
  { "By {A}\nSpecial to The Sentinel", "By {A}" },
  { "Words by {A}", "Text by {A} and {B}", "Text and photos by {A}" },
  { "Words: {A}", "Text: {A}" }, { "Story by {A}", "Written by {A}", "Report by {A}" },
  { "By {A} & {B}", "By {A}" }, { "By {AA}", "By {AA}, {BB} and {CC}" },
  { "By {A}, Associated Press", "By {AA}, Associated Press", "By {A}" }, { "{A} / AFP", "{A} / Reuters" },
  { "{A} in {PLACE} and {B} in Paris", "{A} in {PLACE}" }, { "{AA}, Staff Reporter" }, { "{A} | {PLACE}" },
  { "By {A}\n@{MAIL}", "By {A}" }, { "Analysis by {A}", "By {A}" }, { "Reporting by {A}", "Compiled by {A}" },
  { "Reviewed by {A}", "By {A}" }, { "BY {AA}\nCOURIER STAFF WRITER", "BY {AA}\nSTAFF REPORTER" },
  { "{A}\nStaff Reporter", "{A} and {B}\nStaff Reporters" }, { "By {A} \u{2022} Senior Reporter", "By {A}" },
  { "BY {AA} in {PLACE}", "BY {AA}" }, { "By {A} \u{2014} {PLACE}", "By {A}" }, { "By: {A}", "By: {A} and {B}" },
  { { "Special Correspondent", "Special Correspondent" }, "{A}" }, { { "Press Trust of India", "Press Trust of India" },
    { "By Our Special Correspondent", "Our Special Correspondent" }, "{A}" },
  { { "By OUR REPORTERS", "OUR REPORTERS" }, { "By a Correspondent", "a Correspondent" }, "By {AA}" },
  { { "STAFF REPORTERS", "STAFF REPORTERS" }, "{AA}" }, { { "Xinhua", "Xinhua" }, "By {A}" },
    { { "\u{2014} Agencies", "Agencies" }, "By {A}" }, { { "AGENCIES", "AGENCIES" }, "By {AA}" },
  { { "By Our Political Editor", "Our Political Editor" }, { "By Our Correspondent", "Our Correspondent" },
    "By {A}" },
  { { "From Our Correspondent", "Our Correspondent" }, { "By a Staff Reporter", "a Staff Reporter" }, "By {A}" },
  { { "Our Correspondent", "Our Correspondent" }, { "Staff Reporter", "Staff Reporter" }, "{A}" },
  { { "By Agence France-Presse", "Agence France-Presse" }, { "By The Associated Press", "The Associated Press" },
    "By {A}" },
  { { "By Staff Reporters", "Staff Reporters" }, { "By Our Staff Reporter", "Our Staff Reporter" }, "By {A}" },
  { { "By News Agency of Nigeria", "News Agency of Nigeria" }, "By {A}, {PLACE}" },
}

-- Each of these is a few papers' only.
local RARE_BYLINES = {
  { "{A} and\n{B}", "{A}" }, { "By {A} and\n{B}", "By {A}" }, { "{A}\n{B}", "{A}" }, { "By {A}\n{B}", "By {A}" },
  { "{A}\nin {PLACE}" }, { "{AA}\nIN {PLACECAPS}" }, { "{A}\n{PLACE}" }, { "By {A}\nin {PLACE}" },
  { "{A} {PLACE}" }, { "{A}, {PLACE}" }, { "{A}, in {PLACE}" }, { "By {A}, in {PLACE}" }, { "In {PLACE}: {A}" },
  { "{A} reporting from {PLACE}", "{A}" }, { "By {A} reporting from {PLACE}" },
  { "From our correspondent {A}", "By {A}" },
  { "{A} writes from {PLACE}", "{A} writes" }, { "{A} @{MAIL}" }, { "{A} | {MAIL}@paper.example" },
  { "{A} {MAIL}@paper.example" }, { "By {A} ({MAIL}@paper.example)" }, { "By {A}\nTwitter: @{MAIL}" },
  { "By {A}\nEmail: {MAIL}@paper.example" }, { "{A}\nThe Sentinel" }, { "By {A}\nThe Courier" },
  { "By {A}\nFor The Sentinel" }, { "By {A}, For The Post" }, { "By {A}, of The Courier" }, { "By {A} of the Herald" },
  { "By {A}\nHerald Reporter", "By {A}" }, { "By {A} | Courier Staff", "By {A} | The Courier" },
  { "Words: {A} Pictures: {PERSON}", "Words: {A}" }, { "Words {A}" }, { "WORDS: {AA}" },
  { "Story: {A}", "Story: {A} and {B}" },
  { "Interview by {A}", "By {A}" }, { "Commentary by {A}", "By {A}" }, { "Opinion by {A}", "By {A}" },
  { "Edited by {A}", "By {A}" }, { "By Dr. {A}", "By Prof. {A}" }, { "By {A}, PhD", "By {A}" },
  { "- By {A}", "- By {A} and {B}" },
  { "\u{2014} {A}" }, { "\u{25a0} {A}" }, { "\u{2022} {A}" }, { "[ {A} ]" }, { "({A})" }, { "/ {A}" }, { "// {AA}" },
  { "By {A} -", "By {A} & {B} -" }, { "by {AA}", "by {AA} and {BB}" }, { "By {A}:", "By {A}" }, { "{A} & {B}", "{A}" },
  { "{AA} / {PLACECAPS}", "{AA}" }, { "{A} \u{b7} {PLACE}" }, { "{A} \u{2022} {PLACE}" }, { "{A} ({PLACE})" },
  { "{A} - {PLACE}" }, { "{A}, Senior Correspondent, {PLACE}" }, { "By {A}, {PLACE} Bureau" },
  { "{A}\n{PLACE} Bureau" },
  { "{A}\nBusiness Editor\n{MAIL}@paper.example" }, { "By {A}\nStaff Writer\n{MAIL}@paper.example" },
  { "{A} Deputy political editor", "{A} Senior reporter" },
  { "{A} Chief Sports Writer", "{A} Education Correspondent" },
  { "{A}\nChief sports writer", "{A}\nDeputy editor" }, { "By {A}\nGuest columnist", "By {A}\nContributing writer" },
  { "By {A}\nUSA Today Network" }, { "By {A}\nTribune News Service", "By {A}\nReuters" }, { "By {A} Staff Writer" },
  { "By {AA} Staff Reporter", "By {AA} and {BB} Staff Reporters" }, { "{AA} STAFF REPORTER" },
  { "By {A}\nCampus reporter" },
  { { "By the Editorial Board", "the Editorial Board" }, "By {A}" }, { { "By News Desk", "News Desk" }, "By {A}" },
  { { "News Desk", "News Desk" }, "{A}" }, { { "By Web Desk", "Web Desk" }, "By {A}" },
  { { "Bureau Report", "Bureau Report" },
    "{A}" }, { { "By Staff and Wire Reports", "Staff and Wire Reports" }, "By {A}" },
  { { "Staff and agencies", "Staff and agencies" }, "{A}" },
  { { "By Courier Reporters", "Courier Reporters" }, "By {A}" },
}

local CREDITS = {
  { "({AGENCY} Photo/{A})", "(AP Photo/{A})" }, { "Photo by {A} / The {SHORT}" }, { "{AA}/STAFF", "{AA}/{CAPS}" },
  { "\u{2014} {A}, {SHORT}" }, { "[{A}/The {SHORT}]" }, { "Photograph: {A}", "Photograph: {A}/{AGENCY}" },
  { "Courtesy of {FIRM}", "File photo", "Photo: {A}" }, { "PHOTO BY {AA}" }, { "Picture: {A}", "Picture: {AGENCY}" },
  { "PICTURE: {AA}" }, { "Photo: {AGENCY}", "Photo: {A}" }, { "({A}/{AGENCY})", "(File photo)" },
  { "({AGENCY})", "(Photo by {A}/{AGENCY})" }, { "PHOTO: {AA}", "PHOTO: {AGENCY}" },
  { "Pictures: {A}" }, { "{A} / The {SHORT}" },
}

local function each(key, lists)
  local out = {}
  for i, list in ipairs(lists) do out[i] = { [key] = list } end
  return out
end

local function byline_manners()
  local out = each("bylines", RARE_BYLINES)
  for _ = 1, 2 do
    for _, manner in ipairs(each("bylines", BYLINES)) do out[#out + 1] = manner end
  end
  return out
end

-- These, and n papers that have none of them.
local function mostly(n, list)
  for _ = 1, n do list[#list + 1] = {} end
  return list
end

forms.manners = { CASES, JUMPS, teaser_manners(), byline_manners(), each("label_setting", labels.settings),
  each("credits", CREDITS),
  { { credit_apart = 0 }, { credit_apart = 0.4 }, { credit_apart = 1 } },
  { { continued_above = 0 }, { continued_above = 0 }, { continued_above = 1 } },
  { {}, {}, { decks = 0.4 }, { decks = 0.4, deck_case = "title" }, { decks = 0.4, deck_form = "{DECK}." },
    { decks = 0.4, deck_form = "\u{2022} {DECK}" }, { decks = 0.4, deck_case = "upper" } },
  { {}, {}, { labelled_decks = true } },
  mostly(8, each("teaser_label", { "INSIDE", "Inside", "WHAT'S INSIDE", "ALSO INSIDE", "INSIDE TODAY" })),
  mostly(8, { { headline_form = "{KK}: {HEADLINE}" }, { headline_form = "{K} | {HEADLINE}" },
    { headline_form = "{K}: {HEADLINE}" }, { headline_form = "{KK} / {HEADLINE}" } }),
  mostly(40, { { endlines = { "{A}", "{A} and {B}" } }, { endlines = { "\u{2014} {A}" } }, { endlines = { "By {A}" } },
    { endlines = { "{AA}" } }, { endlines = { "- {A}" } } }),
  { {}, {}, {}, { honorifics = { "Mr", "Ms" } }, { honorifics = { "Mr.", "Ms.", "Mrs." } } } }
forms.samples = { { "datelines", 2 } }

return forms
