-- The vocabulary of newspapers of many countries: people, towns and two dozen topics. It shares none of the others'.
local words = {}

local function list(text)
  local out = {}
  for word in (text .. ", "):gmatch("(.-), ") do out[#out + 1] = word end
  return out
end

-- Towns are made up of heads (some end in a blank) and tails. money: in the text, in a headline.
words.countries = {
  { name = "Britain", percent = " per cent", money = { "\u{a3}# million", "\u{a3}#m" },
    given = list("Oliver, Harriet, Colin, Beth, Gareth, Shanice, Ewan, Rosie, Imran, Philippa, Dean, Tracey, "
      .. "Callum, Nadia"),
    surnames = list("Ashworth, Pritchard, Holloway, Begum, Thackray, McAllister, Okafor-Wells, Penrose, Singh, "
      .. "Whittle, Braithwaite, Llewellyn, Kerr, Dunmore"),
    place_heads = list("Thorn, Kirk, Marl, Wex, Hazel, Bram, Elm, Stan, Hart, Ash, Rother, Pem"),
    place_tails = list("ford, ley, bury, ton, wick, field, combe, mouth, stead"),
    regions = list("Lancashire, Norfolk, Powys, Fife, West Yorkshire, Devon") },
  { name = "United States", initials = list("A, B, J, M, R, T, W"), money = { "$# million", "$#M" },
    given = list("Brandon, Kaitlyn, Marcus, Denise, Tyler, Latoya, Hector, Megan, Craig, Alicia, Wyatt, Joanne, "
      .. "Darnell, Pam"),
    surnames = list("Kowalski, Jefferson, Delgado, Lindqvist, Whitaker, Nu\u{f1}ez, Osterman, Freeland, "
      .. "Abernathy, Boudreaux, Castellano, Haskins, Yoder, Truong"),
    place_heads = list("Cedar, Maple, Ridge, Spring, Black, Clear, Fair, Lake, Stone, Wood, Mill, North"),
    place_tails = list("ville, dale, ton, field, wood, port, mont, brook, burg"),
    regions = list("Ohio, Georgia, Oregon, Nebraska, Maine, New Mexico") },
  { name = "Ireland", percent = " per cent", money = { "\u{20ac}# million", "\u{20ac}#m" },
    given = list("Aoife, Cormac, Niamh, Declan, Sinead, Padraig, Orla, Fergal, Grainne, Eoin, Maeve, Ronan"),
    surnames = list("O'Sullivan, Gallagher, McGrath, Fitzgerald, Hennessy, O'Dwyer, Keogh, Brannigan, Tuohy, "
      .. "Cusack, Nolan, Mulcahy"),
    place_heads = list("Bally, Kil, Dun, Knock, Clon, Rath, Carrick, Inish, Lis, Drum"),
    place_tails = list("more, naglass, keen, cullen, garvan, tober, duff, roe, creggan"),
    regions = list("Co Mayo, Co Clare, Co Kerry, Co Sligo") },
  { name = "Australia", percent = " per cent", money = { "$# million", "$#m" },
    given = list("Lachlan, Bronwyn, Darren, Kylie, Mitch, Leanne, Bruce, Jacinta, Brett, Tamsin, Craig, Mia"),
    surnames = list("Whitlock, Papadakis, Gilmore, Nguyen-Hall, Staines, Carmody, Rossi, Harkness, Beattie, "
      .. "Doolan, Trevanion, Munro"),
    place_heads = list("Wool, Gunda, Warra, Coola, Mura, Yarra, Nara, Bil, Toora, Kanga"),
    place_tails = list("gong, bah, wonga, bool, bri, dilla, mine, loo"),
    regions = list("Queensland, Victoria, NSW, Tasmania, South Australia") },
  { name = "India", percent = " per cent", money = { "Rs # crore", "Rs # cr" },
    given = list("Arjun, Kavita, Suresh, Meenakshi, Rahul, Farida, Venkat, Anjali, Prakash, Deepa, Imtiaz, Lakshmi"),
    surnames = list("Iyer, Deshpande, Chatterjee, Rathore, Nambiar, Qureshi, Kulkarni, Bhandari, Reddy, Menon, "
      .. "Trivedi, Gill"),
    place_heads = list("Raj, Chand, Shiv, Anand, Vijaya, Kala, Dev, Hari, Nand, Mahi"),
    place_tails = list("pur, nagar, garh, abad, ganj, kot, wadi, patnam"),
    regions = list("Karnataka, Gujarat, Odisha, Punjab, Kerala, Bihar") },
  { name = "Singapore", percent = " per cent", money = { "$# million", "$#m" }, surname_first = true,
    given = list("Wei Ling, Jia Hao, Mei Fong, Kok Leong, Siew Eng, Boon Keat, Hui Min, Yong Sheng, Pei Shan, "
      .. "Chee Kiong"),
    surnames = list("Tan, Lim, Goh, Ong, Teo, Koh, Chua, Sim, Quek, Yeo, Foo, Seah"),
    place_heads = list("Bukit , Tanjong , Kampong , Sungei , Pasir , Telok "),
    place_tails = list("Merbau, Serai, Kelapa, Nipah, Tembusu, Angsana, Belimbing, Rambai"),
    regions = list("Johor, Penang, Malacca, Singapore") },
  { name = "China", money = { "# million yuan", "#m yuan" }, surname_first = true,
    given = list("Na, Weimin, Jiayi, Haoran, Lijuan, Xiaoming, Yifan, Guoqiang, Meiling, Shuai, Yuting, Zhen"),
    surnames = list("Li, Wang, Zhang, Liu, Chen, Zhao, Huang, Zhou, Wu, Xu, Sun, Ma"),
    place_heads = list("Dong, Nan, Xi, Bei, Gao, Long, Feng, Jin, Ma, Liu"),
    place_tails = list("jiang, zhou, an, men, shan, hu, ping, xing, du, ning"),
    regions = list("Guangdong province, Sichuan province, Hubei province, Yunnan province") },
  { name = "Nigeria", percent = " per cent", money = { "N# billion", "N#bn" },
    given = list("Chinedu, Folake, Ibrahim, Ngozi, Tunde, Aisha, Emeka, Yetunde, Musa, Blessing, Segun, Halima"),
    surnames = list("Adeyemi, Okonkwo, Bello, Eze, Balogun, Danjuma, Nwosu, Ogunleye, Abubakar, Ekpo, Olatunji, "
      .. "Garba"),
    place_heads = list("Oke, Ala, Ibu, Gwa, Eko, Umu, Isa, Kada, Oba, Zun"),
    place_tails = list("gbo, hia, lawo, rinde, guru, doke, wara, jiro"),
    regions = list("Ogun State, Kaduna State, Rivers State, Enugu State") },
  { name = "Kenya", percent = " per cent", money = { "Sh# million", "Sh#m" },
    given = list("Wanjiru, Otieno, Mercy, Kipchumba, Faith, Mwangi, Amina, Brian, Njeri, Collins, Zawadi, Dennis"),
    surnames = list("Kamau, Odhiambo, Cheruiyot, Wambui, Mutua, Barasa, Omondi, Kilonzo, Njoroge, Achieng, "
      .. "Rotich, Juma"),
    place_heads = list("Nya, Kapsa, Maka, Kiri, Bomu, Eld, Lodo, Nju"),
    place_tails = list("geni, bet, ndu, nyaga, kwar, oret, tika, mbene"),
    regions = list("Nakuru County, Kisumu County, Kilifi County") },
  { name = "South Africa", percent = "%", money = { "R# million", "R#m" },
    given = list("Thabo, Annelie, Sipho, Zanele, Pieter, Lerato, Riaan, Nomvula, Yusuf, Carla, Mandla, Elsabe"),
    surnames = list("Dlamini, Van der Merwe, Nkosi, Botha, Mokoena, Petersen, Khumalo, Naidoo, Jacobs, Mthembu, "
      .. "De Wet, Sithole"),
    place_heads = list("Riet, Vaal, Wit, Klip, Bloem, Steen, Groot, Mool"),
    place_tails = list("fontein, burg, dal, rivier, vlei, kloof, berg"),
    regions = list("Limpopo, the Free State, Gauteng, the Western Cape") },
  { name = "Jamaica", money = { "$# million", "$#m" },
    given = list("Andre, Shelly-Ann, Desmond, Kerry-Ann, Winston, Marcia, Omar, Tanya, Leroy, Simone, Garfield, "
      .. "Camille"),
    surnames = list("Campbell-Reid, Bogle, Clarke, Samuels, Grange, Pinnock, Whyte, Lawes, Barrett, Gayle, "
      .. "Tulloch, Francis"),
    place_heads = list("Port , Mount , Green , Bull , Golden , Rock "),
    place_tails = list("Antrim, Pleasant, Savanna, Spring, Hope, Harbour, Bethel, Mizpah"),
    regions = list("St Thomas, Clarendon, Portland, Manchester") },
  { name = "Philippines", money = { "P# million", "P#M" },
    given = list("Jomar, Luzviminda, Rodel, Maricel, Ernesto, Cherry, Bayani, Teresita, Jun, Rowena, Dante, Liza"),
    surnames = list("Villanueva, Dimaculangan, Reyes, Macaraeg, Santos, Pangilinan, Bautista, Aguilar, Cordero, "
      .. "Salonga, Dizon, Lacson"),
    place_heads = list("San , Santa , Nueva , Villa "),
    place_tails = list("Roque, Isidra, Carmona, Segovia, Remedios, Vicenta, Mabini, Luzon"),
    regions = list("Iloilo, Cebu, Leyte, Bohol") },
  { name = "Spain and Portugal", money = { "\u{20ac}# million", "\u{20ac}#m" },
    given = list("Jos\u{e9}, In\u{ea}s, Mar\u{ed}a, Rui, Luc\u{ed}a, Tiago, Carmen, Andr\u{e9}s, Filipa, Xavier"),
    surnames = list("Mu\u{f1}oz, Gon\u{e7}alves, Herrera, Figueiredo, Ib\u{e1}\u{f1}ez, Teixeira, Vidal, "
      .. "Moreira, Salcedo"),
    place_heads = list("Vila, Mon, Al, Torre, Fuen, Cas"),
    place_tails = list("verde, talban, gueda, molinos, carral, sierra"),
    regions = list("Andalusia, the Algarve, Galicia") },
  { name = "Poland", money = { "# million zlotys", "#m zlotys" },
    given = list("Agnieszka, Piotr, Magdalena, Tomasz, Ewa, Krzysztof, Zofia, Marek"),
    surnames = list("Nowicki, Zielinska, Wojcik, Kaminska, Lewandowicz, Szymczak, Dudek, Pawlak"),
    place_heads = list("Brze, Wola, Gro, Zawo, Sta, Krasno"), place_tails = list("wice, chow, dzisk, nica, "
      .. "szyn, grod"),
    regions = list("Silesia, Mazovia, Pomerania") },
}
words.adjectives = list("long-delayed, temporary, low-cost, second-hand, brand-new, state-funded, "
      .. "much-criticised, family-run, part-time, well-known, county-wide, short-term, locally made, free, six-month")
words.praise = list("mixed, encouraging, disappointing, better than expected, modest, overwhelming")
words.firm_heads = list("Northgate, Bluebird, Calder, Summit, Redwood, Meridian, Oakline, Harbourside, "
      .. "Pinnacle, Sunrise, Transcoast, Evergreen, Kestrel, Unity, Crown, Silverline")
words.firm_tails = list("Group, Ltd, Holdings, plc, Foods, Logistics, Properties, Inc., Motors, Partners, Bank")
words.universities = list("University, Metropolitan University, State University, College")
words.bodies = { { "Ministry of Justice", "the ministry" }, { "Department of Transport", "the department" },
  { "Public Accounts Committee", "the committee" }, { "Road Safety Authority", "the authority" },
  { "Food Standards Agency", "the agency" }, { "National Audit Office", "the auditors" },
  { "Chamber of Commerce", "the chamber" }, { "Consumer Council", "the watchdog" },
  { "Environmental Protection Agency", "the agency" }, "Federation of Small Traders", "National Union of Teachers",
  "World Health Organization", "Farmers' Cooperative Union", "Amateur Athletics Association" }
words.roles = list("a spokesman for, a spokeswoman for, chief executive of, chairman of, the head of, "
      .. "treasurer of, a former member of, a lawyer for, general secretary of, an adviser to, who chairs")
words.projects = list("Safer Streets, Fair Start, Second Wind, Open Door, Level Ground, Fresh Ground, "
      .. "Brighter Mornings, Lifeline Fund, Common Cause, Home Straight")

-- ---------------------------------------------------------------- topics

local function topic(genre, field, t)
  local out = { genre = genre, field = field, orgs = t.orgs }
  for key, value in pairs(t) do
    if type(value) == "string" then out[key] = list(value) end
  end
  return out
end

local COURTS = { { "~ Crown Court", "the court" }, { "~ Magistrates' Court", "the court" }, { "~ High Court",
    "the court" },
  { "~ District Court", "the court" }, { "~ Police Department", "the police" } }
local COUNCILS = { { "~ City Council", "the council" }, { "~ Borough Council", "the council" },
  { "~ County Council", "the council" }, { "~ Planning Board", "the board" }, { "~ Town Hall", "the town hall" } }
local CLUBS = { { "~ United", "the club" }, { "~ Rovers", "the club" }, { "~ Athletic Club", "the club" },
  { "~ Wanderers", "the side" }, { "~ Harriers", "the club" } }
local HOSPITALS = { { "~ General Hospital", "the hospital" }, { "~ Health Trust", "the trust" },
  { "~ Medical Centre", "the centre" }, { "~ Teaching Hospital", "the hospital" } }
local SCHOOLS = { { "~ Secondary School", "the school" }, { "~ School District", "the district" },
  { "~ Girls' High School", "the school" }, { "~ Education Board", "the board" } }
local FARMS = { { "~ Farmers' Union", "the union" }, { "~ Agricultural Society", "the society" },
  { "~ Dairy Cooperative", "the cooperative" }, { "~ Livestock Market", "the market" } }
local TRANSIT = { { "~ Transit Authority", "the authority" }, { "~ Port Authority", "the port" },
  { "~ Airport", "the airport" }, { "~ Railway", "the railway" } }
local MUSEUMS = { { "~ Museum", "the museum" }, { "~ Playhouse", "the theatre" }, { "~ Arts Festival",
    "the festival" },
  { "~ Public Library", "the library" } }
local RESCUERS = { { "~ Fire Service", "the fire service" }, { "~ Coastguard", "the coastguard" },
  { "~ Weather Bureau", "the bureau" }, { "~ Emergency Committee", "the committee" } }
local MARKETS = { { "~ Chamber of Trade", "the chamber" }, { "~ Stock Exchange", "the exchange" },
  { "~ Market Traders' Guild", "the guild" }, { "~ Savings Bank", "the bank" } }

words.topics = {
  topic("court", "fraud", { orgs = COURTS,
    things = "forged invoices, bank statements, witness statements, defence lawyers, pension accounts, "
      .. "fake receipts, bail conditions",
    thing = "plea bargain, restitution order, retrial, suspended sentence, search warrant",
    doing = "falsifying invoices, moving money through shell firms, hiding the losses, giving evidence by video link",
    todo = "repay the victims, enter a plea, prove intent, trace the missing money, clear his name",
    trouble = "the delay in disclosure, missing files, conflicting evidence, a hung jury, the cost of the trial",
    gain = "a reduced sentence, closure for the victims, full compensation, a speedy trial",
    site = "the courtroom, the office, the cells, the bank", folk = "jurors, pensioners, detectives, creditors, "
      .. "investors",
    unit = "victims, transactions, charges", heads = "Pension Fraud Trial, Missing Millions, "
      .. "Bookkeeper in the Dock, Fraud Case",
    charge = "false accounting, money laundering, theft by employee, obtaining money by deception" }),
  topic("court", "road crime", { orgs = COURTS,
    things = "dashcam clips, breath tests, skid marks, driving bans, number plates, phone records",
    thing = "driving ban, stolen van, speed camera, community order, breathalyser reading",
    doing = "fleeing the scene, driving without insurance, texting at the wheel, racing on the ring road",
    todo = "stop at the lights, surrender the licence, identify the driver, slow down near schools",
    trouble = "poor street lighting, a rise in hit-and-runs, cloned plates, the backlog in the courts",
    gain = "safer roads, tougher penalties, quicker hearings, justice for the family",
    site = "the junction, the dual carriageway, the car park, the crash scene",
    folk = "motorists, cyclists, magistrates, bereaved families, traffic officers", unit = "offences, drivers, fines",
    heads = "Hit-and-Run Driver, Crash Trial, Banned Driver, Ring Road Racers",
    charge = "dangerous driving, careless driving, driving while disqualified, perverting the course of justice" }),
  topic("court", "burglary", { orgs = COURTS,
    things = "stolen watches, door locks, fingerprints, CCTV images, tip-offs, pawnshop tickets",
    thing = "burglary spree, police raid, curfew order, jewel theft, neighbourhood watch",
    doing = "breaking into shops, selling stolen goods, watching empty houses, hiding in the attic",
    todo = "catch the gang, return the jewels, lock the back door, testify against a friend",
    trouble = "understaffed patrols, unlit alleys, reluctant witnesses, false alarms",
    gain = "fewer break-ins, peace of mind, the return of heirlooms, extra patrols",
    site = "the jewellery shop, the police station, the estate, the warehouse",
    folk = "shopkeepers, detectives, residents, night watchmen", unit = "break-ins, arrests, stolen items",
    heads = "Jewel Thieves, Midnight Raid, Burglary Gang, Stolen Heirlooms",
    charge = "burglary, handling stolen goods, robbery, going equipped to steal" }),
  topic("sport", "football", { orgs = CLUBS,
    things = "set pieces, season tickets, late goals, away games, penalty kicks, injuries, transfer bids",
    thing = "cup tie, derby, relegation battle, transfer, hat-trick", doing = "pressing high up the pitch, "
      .. "defending corners, passing out from the back, chasing the game, training behind closed doors",
    todo = "win away from home, keep a clean sheet, reach the final, avoid relegation, find the net",
    trouble = "a thin squad, a hamstring injury, missed chances, a hostile crowd, mounting debts",
    gain = "three points, promotion, a place in the last eight, a morale boost",
    site = "the ground, the training pitch, the dressing room, the stand", folk = "fans, players, referees, "
      .. "stewards, season-ticket holders",
    unit = "supporters, goals, appearances", heads = "Derby Day, Cup Shock, Late Winner, Relegation Battle, "
      .. "Transfer Saga" }),
  topic("sport", "athletics", { orgs = CLUBS,
    things = "relay teams, personal bests, starting blocks, hurdles, selectors, drug tests, road races",
    thing = "marathon, relay, photo finish, national record, injury scare",
    doing = "training at altitude, running barefoot, sprinting the last lap, sharing the pace",
    todo = "qualify for the games, break the record, run under two hours, win a medal",
    trouble = "shin splints, heavy rain, lack of sponsors, jet lag, a false start", gain = "a gold medal, "
      .. "a season's best, a lane in the final",
    site = "the track, the stadium, the finish line, the training camp", folk = "sprinters, coaches, "
      .. "spectators, volunteers",
    unit = "runners, medals, kilometres", heads = "Golden Girl, Photo Finish, Relay Heartbreak, Marathon Hope" }),
  topic("sport", "cricket", { orgs = CLUBS,
    things = "spin bowlers, dropped catches, new-ball spells, batting orders, no-balls, one-day matches",
    thing = "century, run chase, rain delay, batting collapse, five-wicket haul",
    doing = "opening the batting, bowling into the wind, chasing a total, fielding close to the wicket",
    todo = "bat out the day, take early wickets, level the series, win the toss",
    trouble = "a wet outfield, batting collapses, slow over rates, a broken finger",
    gain = "a first-innings lead, a series win, a recall to the side",
    site = "the pavilion, the nets, the wicket, the oval", folk = "batsmen, selectors, groundsmen, spectators",
    unit = "runs, overs, wickets", heads = "Batting Collapse, Rain Stops Play, Captain's Knock, Series Decider" }),
  topic("council", "planning", { orgs = COUNCILS,
    things = "parking permits, bus lanes, council houses, planning rules, bin collections, speed bumps, playgrounds",
    thing = "bypass, housing scheme, car park, council tax rise, zoning change",
    doing = "closing the library, building on the green belt, widening the high street, selling the old market",
    todo = "balance the budget, fix the potholes, approve the plans, house the homeless, listen to residents",
    trouble = "a budget gap, rat-running, flooded basements, angry objections, empty shops",
    gain = "affordable homes, lower rates, new jobs, quieter streets", site = "the town hall, "
      .. "the market square, the old mill, the high street",
    folk = "councillors, residents, ratepayers, developers, shopkeepers", unit = "homes, objections, parking spaces",
    heads = "Bypass Row, Council Tax Rise, Market Square Revamp, Homes Plan" }),
  topic("council", "waste collection", { orgs = COUNCILS,
    things = "wheelie bins, recycling centres, food scraps, refuse trucks, landfill fees, fly-tippers, compost bags",
    thing = "bin strike, recycling scheme, landfill site, composting plant, litter patrol",
    doing = "collecting bins every three weeks, fining fly-tippers, sorting glass by hand, burning rubbish at night",
    todo = "cut landfill, keep the streets clean, recycle half of all waste, end the strike",
    trouble = "overflowing bins, rats, illegal dumping, missed collections, a shortage of drivers",
    gain = "cleaner streets, lower fees, a greener town, fewer complaints", site = "the depot, the tip, "
      .. "the recycling centre, the landfill",
    folk = "householders, binmen, campaigners, street traders", unit = "tonnes of rubbish, bins, complaints",
    heads = "Bin Strike, Rubbish Row, Landfill Fees, Clean-up Campaign" }),
  topic("health", "hospital care", { orgs = HOSPITALS,
    things = "waiting lists, hospital beds, blood tests, nurses' rotas, ambulances, vaccines, operating theatres",
    thing = "vaccine clinic, maternity ward, blood drive, night shift, screening programme",
    doing = "treating patients in corridors, hiring nurses from abroad, closing wards, screening newborns",
    todo = "cut waiting times, stop the outbreak, keep the ward open, see a doctor within a day",
    trouble = "staff shortages, an outbreak of measles, broken scanners, long queues, unpaid salaries",
    gain = "shorter queues, earlier diagnosis, better survival rates, relief for nurses",
    site = "the emergency department, the ward, the clinic, the operating theatre",
    folk = "patients, nurses, junior doctors, midwives, carers", unit = "patients, beds, doses",
    heads = "Measles Alert, Ward Closure, Nurses' Strike, Hospital Queues, Vaccine Drive" }),
  topic("health", "nutrition", { orgs = HOSPITALS,
    things = "sugary drinks, school meals, food labels, vegetable plots, salt levels, cooking classes",
    thing = "sugar tax, diet study, breakfast club, food bank, cookery class", doing = "cutting back on salt, "
      .. "growing vegetables at school, labelling fast food, skipping breakfast",
    todo = "eat five a day, fight obesity, teach children to cook, feed a family on a budget",
    trouble = "childhood obesity, rising food prices, junk-food adverts, diabetes", gain = "healthier children, "
      .. "fewer heart attacks, better marks",
    site = "the canteen, the food bank, the clinic, the laboratory", folk = "parents, dietitians, pupils, shoppers",
    unit = "meals, children, families", heads = "Sugar Tax, School Dinners, Salt Warning, Food Bank Queues" }),
  topic("farming", "dairy farming", { orgs = FARMS,
    things = "milk prices, dairy herds, silage bales, calves, milking parlours, vet bills, hedgerows",
    thing = "milk quota, cattle disease, slurry spill, calving season, dairy show",
    doing = "milking before dawn, selling the herd, dumping milk, testing cattle",
    todo = "cover the cost of feed, keep the herd healthy, sell milk at the gate, pass on the farm",
    trouble = "low milk prices, bovine disease, a wet summer, cheap imports", gain = "a fair price, "
      .. "healthier cows, better grass, lower vet bills",
    site = "the farm, the mart, the milking parlour, the show ring", folk = "farmers, vets, hauliers, auctioneers",
    unit = "litres, cows, farms", heads = "Milk Price Protest, Cattle Disease, Dairy Crisis, Mart Report" }),
  topic("farming", "maize growing", { orgs = FARMS,
    things = "maize prices, fertiliser bags, armyworms, grain stores, tractors, irrigation canals, seed loans",
    thing = "drought, locust swarm, bumper harvest, subsidy scheme, grain reserve",
    doing = "planting after the first rains, spraying against armyworm, storing grain in sealed bags, "
      .. "waiting for fertiliser",
    todo = "save the harvest, repay seed loans, feed the cattle, drill boreholes",
    trouble = "drought, armyworm, late fertiliser, bad roads, middlemen", gain = "a bumper harvest, "
      .. "cheaper flour, stable prices, food for all",
    site = "the depot, the village, the silo, the fields", folk = "smallholders, millers, herders, traders",
    unit = "bags of maize, acres, farmers", heads = "Armyworm Invasion, Fertiliser Delay, Bumper Harvest, "
      .. "Maize Prices" }),
  topic("transport", "rail travel", { orgs = TRANSIT,
    things = "delayed trains, ticket machines, level crossings, signal faults, commuter fares, night trains, "
      .. "platforms",
    thing = "fare increase, signal failure, metro line, rail strike, level crossing",
    doing = "cancelling trains, replacing sleepers, running trains on Sundays, raising fares",
    todo = "run on time, ease overcrowding, reopen the line, pay by phone", trouble = "signal faults, "
      .. "leaves on the line, overcrowding, cable theft, driver shortages",
    gain = "shorter journeys, cheaper fares, cleaner stations, fewer delays", site = "the station, the depot, "
      .. "the platform, the tunnel",
    folk = "commuters, drivers, passengers, signal workers", unit = "passengers, trains, delays",
    heads = "Rail Strike, Fare Increase, Commuter Misery, Metro Extension" }),
  topic("transport", "aviation", { orgs = TRANSIT,
    things = "baggage belts, ground crews, flight plans, runway lights, delayed flights, budget airlines, "
      .. "security queues",
    thing = "second runway, emergency landing, pilots' strike, air show, bird strike",
    doing = "circling over the bay, searching bags, clearing snow from the runway, grounding the fleet",
    todo = "land safely, clear the backlog, refund passengers, build a second runway", trouble = "fog, "
      .. "lost luggage, engine trouble, night noise",
    gain = "direct flights, more tourists, shorter queues, quieter nights", site = "the terminal, the runway, "
      .. "the control tower, the hangar",
    folk = "passengers, pilots, cabin crew, air-traffic controllers", unit = "flights, passengers, bags",
    heads = "Emergency Landing, Runway Plan, Flight Chaos, Lost Luggage" }),
  topic("business", "retail", { orgs = MARKETS,
    things = "interest rates, store closures, online sales, rents, share prices, gift cards, delivery vans",
    thing = "profit warning, takeover bid, flagship store, price war, share issue",
    doing = "closing branches, selling online, cutting prices before the holidays, borrowing to expand",
    todo = "cut costs, win back customers, pay a dividend, find a buyer", trouble = "weak demand, rising rents, "
      .. "inflation, theft, supply-chain delays", gain = "higher profits, lower prices, new jobs, "
      .. "investor confidence",
    site = "the flagship store, the warehouse, the trading floor, the head office", folk = "shoppers, "
      .. "investors, shop workers, analysts",
    unit = "jobs, stores, shares", heads = "Profit Warning, Takeover Bid, Jobs Blow, High Street Gloom" }),
  topic("business", "banking", { orgs = MARKETS,
    things = "mobile wallets, mortgages, bad loans, cash machines, deposits, fees, treasury bills",
    thing = "rate rise, bank merger, mobile wallet, loan scheme, currency slide",
    doing = "lending to small traders, raising rates, closing rural branches, propping up the currency",
    todo = "tame inflation, repay the loan, open an account, lend to farmers", trouble = "bad debts, inflation, "
      .. "currency swings, cyber attacks",
    gain = "cheaper loans, stable prices, stronger reserves, access to credit", site = "the branch, "
      .. "the central bank, the dealing room, the call centre",
    folk = "borrowers, savers, traders, economists", unit = "accounts, loans, branches",
    heads = "Rates Rise, Bank Merger, Mortgage Squeeze, Bad Loans" }),
  topic("culture", "theatre", { orgs = MUSEUMS,
    things = "opening nights, stage sets, ticket sales, costumes, rehearsals, box offices, reviews",
    thing = "musical, revival, one-woman show, premiere, festival", doing = "rehearsing in a church hall, "
      .. "playing to packed houses, writing for the stage, touring village halls",
    todo = "fill the seats, save the theatre, move the audience to tears, sing live", trouble = "empty seats, "
      .. "stage fright, a leaking roof, grant cuts",
    gain = "rave reviews, a sell-out run, a new audience, five stars", site = "the stage, the rehearsal room, "
      .. "the box office, the foyer",
    folk = "actors, critics, theatre-goers, stagehands", unit = "performances, tickets, seats",
    heads = "Curtain Up, Sell-out Show, Stage Fright, Festival Diary" }),
  topic("culture", "literature", { orgs = MUSEUMS,
    things = "first novels, book clubs, literary prizes, memoirs, folk tales, libraries, translations",
    thing = "debut novel, memoir, book prize, poetry reading, library campaign",
    doing = "writing at the kitchen table, reading aloud to children, translating folk tales, judging a prize",
    todo = "finish a novel, keep libraries open, reach young readers, win the prize",
    trouble = "writer's block, library closures, falling sales, censorship",
    gain = "a wider readership, a book deal, critical acclaim", site = "the library, the bookshop, "
      .. "the reading room, the festival tent",
    folk = "readers, novelists, librarians, publishers", unit = "copies, readers, titles",
    heads = "Prize Novel, Library Campaign, Poet's Return, Lost Manuscript" }),
  topic("weather", "storm damage", { orgs = RESCUERS,
    things = "fallen trees, power cuts, flood warnings, sandbags, roofs, rescue boats, shelters",
    thing = "storm surge, flood warning, heatwave, bushfire, cyclone", doing = "filling sandbags, "
      .. "rescuing families by boat, clearing fallen trees, sleeping in shelters",
    todo = "stay indoors, restore power, reach cut-off villages, move to higher ground",
    trouble = "gale-force winds, burst riverbanks, power cuts, blocked roads, heavy snow",
    gain = "a break in the weather, emergency aid, dry beds, restored power",
    site = "the harbour, the flood plain, the shelter, the sea wall", folk = "residents, firefighters, "
      .. "volunteers, fishermen",
    unit = "homes, people, sandbags", heads = "Storm Alert, Flood Chaos, Heatwave Warning, Cyclone Nears" }),
  topic("weather", "drought", { orgs = RESCUERS,
    things = "reservoirs, hosepipe bans, boreholes, water trucks, dry taps, wildfires, weather models",
    thing = "hosepipe ban, dry spell, wildfire, water-rationing plan, rain forecast",
    doing = "queueing for water, drilling boreholes, fighting wildfires, praying for rain",
    todo = "save water, fill the dams, fix leaking pipes, protect crops", trouble = "empty dams, leaking pipes, "
      .. "record heat, wildfires",
    gain = "soaking rain, fuller dams, cooler nights", site = "the dam, the reservoir, the ridge, "
      .. "the pumping station",
    folk = "householders, farmers, firefighters, gardeners", unit = "litres, households, hectares",
    heads = "Water Rationing, Dams Run Dry, Wildfire Threat, Hosepipe Ban" }),
  topic("council", "schools", { orgs = SCHOOLS,
    things = "class sizes, exam results, school buses, head teachers, uniforms, textbooks, after-school clubs",
    thing = "school merger, exam leak, uniform ban, school bus, teachers' strike",
    doing = "merging two schools, teaching in tents, marking exams online, cutting music lessons",
    todo = "pass the exam, hire more teachers, mend the roof, keep children in school",
    trouble = "overcrowded classes, exam leaks, truancy, unpaid teachers",
    gain = "smaller classes, better grades, free textbooks, safer routes to school",
    site = "the school, the gym, the exam hall, the playground", folk = "pupils, parents, teachers, governors",
    unit = "pupils, classrooms, teachers", heads = "Exam Leak, School Merger, Top Marks, Teachers' Strike" }),
  topic("sport", "rugby", { orgs = CLUBS,
    things = "scrums, line-outs, conversions, yellow cards, tours, concussion tests, second-row forwards",
    thing = "last-minute try, red card, tour match, friendly, title decider", doing = "kicking for touch, "
      .. "scrummaging in the mud, tackling low, playing with fourteen men",
    todo = "win the ball, cross the line, keep fifteen men on the field, defend the title",
    trouble = "handling errors, a red card, a muddy pitch, concussion",
    gain = "a bonus point, the title, a home semi-final", site = "the clubhouse, the ground, the touchline, the gym",
    folk = "forwards, supporters, referees, schoolboys", unit = "tries, caps, points", heads = "Red Card Row, "
      .. "Title Decider, Mud Bath, Last-Minute Try" }),
}

return words
