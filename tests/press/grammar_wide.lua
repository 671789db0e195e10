-- The sentences of newspapers of many countries: general ones, and those of each kind of story (a topic's genre).
local general = {
  lead = {
    "{Folk} in {place} have been told to expect {trouble} after {org} admitted it could not {todo}.",
    "A~ {thing} has divided {place}, with {folk} on both sides of the argument.",
    "{Org} yesterday defended its handling of {trouble}, saying that it had done everything it could to {todo}.",
    "It began with {trouble}. It ended with {doing}.",
    "{Subj} could hardly believe the news when it came.",
    "{Body} is to look into {field} in {place} after complaints about {trouble}.",
    "There were cheers at {site} last night as {org} promised {gain}.",
    "Plans for a~ {thing} in {place} were thrown into doubt on {weekday}.",
    "More than {n} {folk} gathered at {site} on {weekday} to demand {gain}.",
    "For {num} years, {who} has known only one way to {todo}.",
  },
  fact = {
    "{Org} said {things} would be reviewed before the end of {month}.",
    "It is understood that {body} was first told of {trouble} in {month}.",
    "{Folk} have long complained about {trouble} at {site}.",
    "No one was available for comment at {org} last night.",
    "The move comes {few} weeks after {folk} called for {gain}.",
    "{Firm} declined to say whether {doing} was part of the deal.",
    "A decision is not expected until {month}.",
    "A meeting about {things} will be held at {site} at 7pm on {weekday}.",
    "The {thing} was first proposed in {year}, when {trouble} was at its worst.",
    "Critics say {doing} does little for {folk} and nothing at all for {place}.",
    "About {n} {folk} signed a petition against the {thing}, which was handed in on {weekday}.",
    "{Org}, which runs {site}, has until {date} to reply.",
    "Calls to {firm} went unanswered on {weekday}.",
    "Two earlier attempts, in {year} and again in {year}, came to nothing.",
    "Under the scheme, known as {project}, {folk} can apply for help with {things}.",
    "{Folk} who spoke to this newspaper asked not to be named, for fear of losing their jobs.",
    "The {thing} has been the talk of {place} since {month}.",
    "A report by {uni} found that {things} were to blame in {num} out of 30 cases.",
  },
  tails = { ", according to a report seen by this newspaper", ", despite {trouble}", ", a spokesman said",
    ", its first in {few} years", ", while {folk} look on" },
  figure = {
    "Figures released on {weekday} show {n} {unit} last year, up {pct} on the year before.",
    "The bill so far stands at {money}, of which {pct} was met by {body}.",
    "Nearly {pct} of {folk} said in a survey that {trouble} was their main worry.",
    "It cost {money} in {year}; it is expected to cost {money} by {future}.",
    "Some {n} {unit} were affected, {n} of them in {place} alone.",
    "The number of {unit} fell from {n} to {n} in the same period.",
    "{Firm} puts the figure at {money}, but {org} says it is closer to {money}.",
  },
  quote = {
    "\"We are devastated,\" {subj} said. \"Nobody warned us about {trouble}.\"",
    "\"This is about {gain}, pure and simple,\" said {who}.",
    "{Subj} said: \"We cannot {todo} with one hand tied behind our backs.\"",
    "\"I have never seen anything like it,\" {subj} told reporters at {site}.",
    "\"{Folk^} deserve better than this,\" {subj} added.",
    "Asked about {trouble}, {subj} said only that talks were going on.",
    "\"If they want {gain}, they will have to pay for it,\" said {who}. \"It is as simple as that.\"",
    "{Subj} told this newspaper: \"It's a disgrace. {Doing^} should have stopped years ago.\"",
    "\"We will {todo},\" {subj} insisted, \"even if it takes {few} years.\"",
    "{Subj} denied that {things} had played any part in the decision.",
    "\"People ask me all the time about {things},\" {subj} says. \"What can I tell them?\"",
    "He said he was \"cautiously optimistic\" about {gain}.",
    "She described the {thing} as \"a slap in the face\" for {folk}.",
    "\"It's early days,\" he said.",
  },
  short = { "It was not to be.", "That was {year}.", "Not everyone agrees.", "The reaction has been {praise}.",
    "Others are less sure.", "Then came {trouble}.", "The mood at {site} was grim.", "Nobody was hurt." },
  turn = {
    "But {folk} are far from convinced.",
    "Meanwhile, {folk} at {site} say that {trouble} is getting worse by the week.",
    "However, {body} warned that {doing} would not be enough to {todo}.",
    "Even so, {gain} could be on the way, if {org} gets its way.",
    "Not so, says {who}, who has campaigned for {gain} since {year}.",
    "Others point to {trouble} and ask why {folk} should pay.",
    "The row has since spread to {firm}, which supplies {things}.",
  },
  gerund = {
    "{Doing^} is nothing new in {place}.",
    "Speaking at {site}, {subj} called for {gain} and an end to {trouble}.",
    "Standing outside {site}, {subj} thanked {folk} for their support.",
    "Asked whether it would {todo}, {org} said it was keeping all options open.",
    "Having failed to {todo} in {year}, {org} is not about to give up now.",
  },
  list = {
    "Among the complaints: {trouble}, {trouble} and {things}.",
    "The inquiry will look at {things}, {things} and {doing}.",
    "What {folk} want is clear: {gain}, {gain} and no more {trouble}.",
  },
  ask = {
    "So who is to blame? {Org} points to {trouble}; {folk} point to {org}.",
    "Will it work? {Folk} have their doubts.",
    "What now for {place}? Much depends on {body}.",
  },
  close = {
    "The inquiry continues.",
    "\"We'll be back,\" said {who}.",
    "{Org} will meet again on {date}.",
    "As one of the {folk} put it on the way out: \"Enough is enough.\"",
  },
  question = {
    "How did you first become involved in {field}?",
    "What would you say to {folk} who blame {trouble} on you?",
    "What is the best advice you were ever given?",
    "Will you still be {doing} in ten years' time?",
    "Which changes would help {folk} most?",
  },
  answer = {
    "By accident. My father worked at {site}, and one day in {year} they were a hand short.",
    "I tell them to come to {site} and see for themselves. {Trouble} is real, but so is {gain}.",
    "\"Never {todo} on an empty stomach.\" It has served me well.",
    "I hope not! But if that is what it takes to {todo}, I will.",
    "Money, first of all. About {money} would do for a start. And fewer {things}.",
  },
  brief = {
    "{Org} is to hold an open day at {site} on {date}. Entry is free.",
    "{Folk} have been asked to avoid {site} while work on a~ {thing} goes on. It should end by {month}.",
    "A~ {thing} costing {money} has been approved by {body}. Work is due to start in {month}.",
    "{Firm} is to create {n} jobs in {place} by {future}. \"It is good news for {folk},\" said {who}.",
  },
  caption = {
    "{Who} (left) at {site} in {place} on {weekday}.",
    "{Who}, left, with {other} at {site}.",
    "{Who} and {other} inspect {things} in {place}.",
    "{Folk} queue outside {site} on {weekday} morning.",
    "FLASHBACK: {Who} at {site} in {year}.",
    "{Folk} wait for news at {site}.",
    "From left: {Who}, {other} and a helper prepare {things} at {site} in {place}.",
    "{Who} says {doing} has to stop.",
    "The scene at {site}, {place}, yesterday.",
  },
  headline = {
    "{Place-} {Folk} Demand {Gain}",
    "{Heads}: What We Know So Far",
    "{Folk} Fear {Trouble}",
    "{Org-} Accused Over {Trouble}",
    "'We Just Want {Gain}'",
    "{Who-}: 'We Must {Todo}'",
    "{Number} {Unit} Hit as {Trouble} Bites",
    "{N} {Unit} and Still No {Gain}",
    "{Heads} \u{2014} and Who Pays?",
    "{Body-} to Probe {Trouble}",
    "{Trouble} Blamed for Delay; {Folk} Furious",
    "Will {Things} Ever {Todo}?",
    "{Money-} {Thing} Gets Green Light",
    "Is This the End of {Doing}?",
    "{Firm-} to Cut {N} Jobs in {Place-}",
    "No End in Sight to {Trouble}",
    "{Heads} Splits {Place-}",
    "{Org-} Chief Quits Over {Thing}",
    "Why {Folk} Are {Doing}",
    "{Folk} Urged to {Todo}",
    "{Pct} Rise in {Unit} Stuns {Folk}",
    "Hopes Fade for {Gain}",
    "{Who-} Calls for {Gain}",
    "Row Over {Thing} at {Site}",
    "The {Thing} That Changed {Place-}",
    "'{Doing}? Not in My Back Yard'",
  },
  tabloid = { "{Heads}", "Enough Is Enough!", "Shame on Them", "Hands Off!", "Sorry Mess", "Gotcha!", "Never Again",
    "What a Mess", "{Money-} Blunder", "Home at Last", "In the Dock", "At Last!" },
  graphic_title = { "{Heads} in Numbers", "The Cost of {Trouble}", "How {Place-} Compares", "Who Pays for {Field}" },
  short_head = { "{Heads}", "{Field}", "{Place-}", "{Thing}", "{Project}" },
  crosshead = { "A long wait", "Mounting anger", "No comment", "{Trouble} to blame", "Calls for {gain}",
    "What happens next?",
    "{Doing}", "Fears over {things}", "Shock and tears", "'Not good enough'", "Pressure grows", "The way ahead",
    "Cost to {folk}", "{Gain} promised", "Back to {site}", "Who decides?", "Under fire", "Hope for {folk}" },
  crosshead_word = { "Warning", "Concerns", "Anger", "Delay", "Relief", "Shock", "Inquiry", "Costs", "Backlash",
    "Tribute",
    "Doubts", "Pressure", "Appeal", "Deadline", "Hopes", "Grief", "Dispute", "Support" },
  graphic = {
    period = { "(Year to {month} {year})", "Figures for {year}", "{month} {year}" },
    label = { "{Unit^} last year", "Spent on {things}", "Share of {folk}", "{Unit^} per month" },
    note = { "{Folk^} were asked about {trouble} in {month} {year}.", "Figures may not add up because of rounding." },
    source = { "Source: {body=}", "SOURCE: {uni=}" },
    designer = { "Graphic by {BYLINE}", "Designed by {BYLINE} / The Sentinel" },
  },
}

-- Each genre adds to the general sentences, twice, so that a story sounds like its kind.
local function with(own)
  local out = setmetatable({}, { __index = general })
  for kind, list in pairs(own) do
    local all = table.move(general[kind], 1, #general[kind], 1, {})
    for _ = 1, 2 do table.move(list, 1, #list, #all + 1, all) end
    out[kind] = all
  end
  return out
end

general.court = with({
  lead = {
    "A {age}-year-old {man} has been jailed for {few} years after admitting {charge}.",
    "A jury at {org} was told yesterday how {who} spent {few} months {doing}.",
    "{Subj} walked free from court on {weekday} after prosecutors dropped a charge of {charge}.",
    "A judge has ordered {who} to pay {money} to {folk}.",
  },
  fact = {
    "The court heard that the defendant had been {doing} since {year}.",
    "{Subj}, of {place}, denies two counts of {charge}.",
    "Sentencing was adjourned until {date} for reports.",
    "The defendant, of no fixed address, was remanded in custody.",
    "Defending, {subj} said it was \"an isolated incident\" and asked for credit for an early guilty plea.",
    "Judge {who} told the {man}: \"You have shown no remorse.\"",
    "Police found {things} and {num} mobile phones at {site}.",
    "The hearing, expected to last {few} days, continues.",
  },
  quote = {
    "Prosecuting, {subj} said: \"The defendant was {doing} and knew it.\"",
    "\"I am not guilty and I will prove it,\" {subj} told the court.",
    "Passing sentence, the judge said: \"{Folk^} must be protected from people like you.\"",
  },
  headline = { "Man, {age}, Jailed Over {Heads}", "{Heads}: Jury Out", "'I Did Not Do It,' Court Told",
    "Woman Cleared of {Charge}",
    "Judge Slams {Folk}", "{Few} Years for {Place-} Fraudster", "{Charge} Trial Opens in {Place-}",
    "Accused 'Was {Doing}'" },
  crosshead_word = { "Remorse", "Guilty", "Custody", "Evidence", "Bail" },
  brief = { "A {age}-year-old {man} from {place} will appear before {org} on {date}, charged with {charge}." },
})

general.sport = with({
  lead = {
    "{Org} came from behind to beat {place} {score} on {weekday} night.",
    "A late goal from {who} sent {folk} home happy.",
    "{Org} are through to the final after a {score} win that few had predicted.",
    "Coach {who} has urged {folk} to be patient after a run of {few} defeats.",
  },
  fact = {
    "The visitors led {score} at the break but faded badly in the second half.",
    "It was {few} minutes before the end when {who} struck.",
    "{Org} have won {few} of their last 12 matches, scoring {num} and conceding {num}.",
    "The {age}-year-old, who signed from {firm} in {year}, limped off with {trouble}.",
    "Attendance: {n}.",
    "They face {place} away on {weekday}, with {gain} at stake.",
    "A crowd of {n} saw {who} equalise with almost the last kick.",
  },
  quote = {
    "\"The lads gave everything,\" said {who}. \"We were unlucky not to take {gain}.\"",
    "\"I thought we were the better side,\" said the coach.",
    "\"You can't switch off for a second at this level,\" {subj} said.",
  },
  headline = { "{Org-} {score} {Place-}", "{Place-} Stun {Org-}", "{Who-} Strikes Late for {Org-}",
    "{Heads} for {Org-}",
    "Coach: 'We Lost Our Heads'", "{Org-} Sink to New Low", "{Who-} Out for Season", "{score}! {Place-} in Dreamland" },
  tabloid = { "{score} Thriller", "Own Goal", "Champions!", "Late Show", "Off the Boil" },
  crosshead_word = { "Injury", "Penalty", "Relegation", "Comeback", "Equaliser" },
  brief = { "{Org} drew {score} with {place} on {weekday}. The return match is on {date}." },
})

general.council = with({
  lead = {
    "Councillors voted {vote} on {weekday} to back a~ {thing}, despite a walkout by {folk}.",
    "{Folk} packed the public gallery on {weekday} night as {org} debated {doing}.",
    "Rates in {place} will rise by {pct} from {month} under a budget passed by {org}.",
  },
  fact = {
    "The motion, put by Cllr {who}, was carried by {vote}.",
    "Cllr {who} asked for it to be minuted that {things} had not been costed.",
    "The matter was referred to committee and will come back before members in {month}.",
    "Officers had recommended approval, subject to {num} conditions.",
    "A public consultation drew {n} replies, most of them against.",
  },
  quote = {
    "\"We were elected to {todo}, and that is what we are doing,\" said Cllr {who}.",
    "Mayor {who} called the vote \"a sad day for {place}\".",
  },
  headline = { "Council Votes {vote} for {Thing}", "Mayor Under Fire Over {Heads}", "{Org-} Backs Down on {Thing}",
    "Objectors Pack Meeting on {Thing}", "{Heads}: Council Delays Vote" },
  brief = { "{Org} has agreed to spend {money} on {things}. Members voted {vote}." },
})

general.health = with({
  lead = {
    "Doctors at {org} have warned that {trouble} is putting {folk} at risk.",
    "{Number^} more cases have been confirmed in {place}, {body} said on {weekday}.",
  },
  fact = {
    "People with symptoms should stay at home and call their doctor.",
    "The study, published in the journal *Public Medicine*, followed {n} {folk} for {few} years.",
    "Those most at risk are the over-65s and children under five.",
    "Dr {who} said anyone worried about {trouble} should seek advice.",
    "It may be linked to {trouble}, although researchers stress that the sample was small.",
  },
  quote = { "\"We are working flat out, but we do not have enough {things},\" said Dr {who}." },
  headline = { "Doctors Warn of {Trouble}", "Study Links {Things} to {Trouble}", "Should You Worry About {Trouble}?",
    "{Heads}: {N} Cases Confirmed" },
})

general.farming = with({
  lead = { "{Folk} in {region} say they are being driven to the wall by {trouble}.",
    "There was a brisk trade at {org} on {weekday}, with {n} head on offer." },
  fact = {
    "Prices at {site} ranged from {money} to a top call of {money}.",
    "After {few} weeks without rain, yields are expected to fall by {pct}.",
    "{Subj}, who farms {n} acres near {place}, has already sold {num} cows.",
  },
  quote = { "\"You can't {todo} at these prices,\" {subj} said, leaning on a gate." },
  headline = { "{Folk} Driven to the Wall by {Trouble}", "Brisk Trade at {Place-}",
    "Prices Up {Pct} as {Trouble} Bites" },
})

general.transport = with({
  lead = { "Thousands of {folk} faced delays on {weekday} after {trouble} brought services to a halt.",
    "{Org} is to raise charges by {pct} from {date}, it was announced last night." },
  fact = {
    "Services between {place} and the coast were suspended shortly after 6.30am.",
    "Replacement buses were laid on, but some {folk} waited {few} hours.",
    "The work, due to finish in {future}, is already {few} months behind schedule.",
  },
  quote = { "\"I've been standing here since five,\" said {who}. \"No one tells us anything.\"" },
  headline = { "{Folk} Stranded as {Trouble} Strikes", "{Heads} Enters Third Day", "{Org-} to Raise Charges {Pct}" },
})

general.business = with({
  lead = { "Shares in {firm} fell {pct} on {weekday} after it warned that {trouble} would hit profits.",
    "{Firm} has reported a pre-tax profit of {money} for the {few} months to {month}, up {pct}." },
  fact = {
    "The company's shares closed down {pct} at 214.5.",
    "Analysts had forecast {money}.",
    "{Firm}, which employs {n} people, is in talks with its lenders.",
    "The deal values {firm} at about {money}, including debt.",
  },
  quote = { "\"Trading remains challenging,\" chief executive {who} said in a statement." },
  headline = { "{Firm-} Shares Slide on {Heads}", "{Firm-} Profit Up {Pct}", "{Firm-} in {Money-} Takeover Talks",
    "Q3 Loss Widens at {Firm-}" },
})

general.culture = with({
  lead = { "There is a moment in the second act when {who} simply stands still. It is worth the ticket price alone.",
    "{Subj} never meant to spend a life {doing}." },
  fact = {
    "The run, at {site} until {date}, has already been extended twice.",
    "Tickets cost {money-}? Hardly: seats start at 12.50.",
    "It is {who}'s third piece for {org}, and by some way the boldest.",
  },
  quote = { "\"I write every morning until the coffee runs out,\" {subj} says, laughing." },
  headline = { "Review: {Heads} at {Site}", "{Who-} on {Doing}", "A Night to Remember at {Org-}",
    "{Who-}, Who Loved {Things}" },
})

general.weather = with({
  lead = { "Forecasters have warned of {trouble} across {region} from {weekday}.",
    "At least {few} people were missing and {n} homes without power on {weekday} after {trouble} hit {place}." },
  fact = {
    "Gusts of up to {n} km/h were recorded at {site} overnight.",
    "Schools in {place} will stay shut until {weekday}.",
    "A state of emergency was declared at 4am.",
    "Rainfall for {month} was {pct} of the average.",
  },
  quote = { "\"The water came up to here in ten minutes,\" said {who}, pointing at the kitchen wall." },
  headline = { "{Trouble} to Hit {Place-} by {weekday}", "{N} Homes Without Power in {Place-}",
    "{Heads}: Schools Shut" },
})

return general
