-- The vocabulary to tune on: names, places, firms and ten topics. words_unseen.lua shares none of it.
local words = {}

words.surnames = { "Meng", "Tao", "Qiu", "Fang", "Luo", "Shen", "Hao", "Peng", "Xie", "Yan", "Dong", "Ruan", "Cui",
  "Mao", "Gu", "Jia", "Lei", "Bai", "Kong", "Wan", "Niu", "Duan", "Tian", "Fu", "Ge", "Pan", "Ning", "Zou" }
words.given = { "Ya", "Ru", "Zhi", "Heng", "Ling", "Bo", "Xiu", "Rong", "Kai", "Min", "Qi", "Sheng", "Lan", "Wu",
  "Dan", "Ting", "Guo", "An", "Fei", "Lu", "Nai", "Chun", "Yu", "Shan", "Pei", "Jin", "He", "Tong", "Wei", "Cong" }
words.foreign = { { "Anders", "Hallqvist" }, { "Ilse", "Varga" }, { "Tomas", "Brennick" }, { "Priya", "Nandal" },
  { "Kofi", "Aduren" }, { "Lucia", "Ferrand" }, { "Oskar", "Timmel" }, { "Mirela", "Dask" } }

words.place_heads = { "Lin", "Suo", "Qing", "Ber", "Yun", "Hai", "Dan", "Wu", "Xin", "Chang", "Tai", "Ping", "Ruo",
  "Mu", "Jing", "Lan" }
words.place_tails = { "he", "tang", "yuan", "ling", "shui", "gang", "feng", "zhuang", "bei", "kou", "cheng", "nan" }
words.provinces = { "Suyang province", "Nanqiao province", "Gaohe province", "Dongling province", "Xiyuan province",
  "Beimu Autonomous Region" }
words.regions = { "north", "south", "east", "southwest", "northwest", "central" }
words.place_kinds = { "city", "county", "district", "town" }

words.firm_heads = { "Qiandu", "Ruifeng", "Boyan", "Tenglan", "Huashi", "Minghe", "Aoxin", "Kelun", "Zhanyi", "Yuntu",
  "Lantern", "Norvik" }
words.firm_tails = { "Technology Co., Ltd.", "Intelligent Equipment Co., Ltd.", "Group", "Bio-tech Co., Ltd.",
  "Materials Inc.", "Energy Group Co.", "Instruments Co., Ltd." }
words.org_heads = { "Institute of", "Key Laboratory of", "Research Center for", "Academy of", "Engineering Center for" }
words.org_fields = { "Applied Mechanics", "Coastal Science", "Modern Agriculture", "Smart Manufacturing",
  "Information Engineering", "Ecology and Environment", "Advanced Materials", "Health Sciences", "Rail Transport" }
words.universities = { "University", "Normal University", "University of Technology", "Agricultural University" }
words.bodies = { "Ministry of Science and Technology", "National Data Office", "Provincial Development Commission",
  "State Administration of Standards", "National Energy Bureau", "Department of Rural Affairs",
  "China Association of Equipment Makers", "National Council of Testing Laboratories" }
words.roles = { "director of", "a researcher at", "chief engineer of", "deputy head of", "a professor at",
  "a senior technician at", "vice president of", "founder of", "spokesperson for", "a PhD candidate at" }
words.projects = { "Blue Ladder", "Bright Furrow", "Open Gate", "Quiet Track", "Green Thread", "Far Shore", "New Kiln",
  "Steady Hand", "Clear Water", "Long Bridge", "Warm Home", "Deep Root" }

words.adjectives = { "low-cost", "home-grown", "second-generation", "large-scale", "high-precision", "newly built",
  "energy-saving", "long-life", "small and medium-sized", "self-developed", "cutting-edge", "full-size", "hard-wearing",
  "light-weight" }
words.praise = { "remarkable", "steady", "unexpected", "hard-won", "rapid" }

words.topics = {
  {
    field = "tidal power",
    things = { "floating turbines", "rotor blades", "sub-sea cables", "gearless generators", "anchor chains",
      "current meters", "tidal farms", "corrosion-proof bearings", "power converters", "mooring lines" },
    thing = { "tidal turbine", "test berth", "sea-bed foundation", "wave-proof housing", "500-kilowatt unit",
      "slow-water rotor" },
    doing = { "lowering turbines into fast water", "reading the current before the tide turns",
      "coating blades against barnacles", "feeding tidal power into the island grid", "hauling generators up for repair" },
    todo = { "turn slack water into steady power", "replace diesel on outlying islands",
      "bring a turbine ashore within a day", "predict output a month ahead", "lengthen the time between overhauls" },
    trouble = { "salt that eats into the seals", "drifting nets", "silt on the sea bed", "short repair windows",
      "marine growth on the blades" },
    gain = { "round-the-clock power", "fewer dives for repair crews", "cheaper island electricity", "quieter water" },
    site = { "the strait", "the test berth", "the island grid", "the harbor workshop" },
    folk = { "fishers", "divers", "island households", "grid operators" },
    unit = { "kilowatts", "megawatt-hours", "islands" },
    heads = { "Tidal Power", "Turbines Under the Tide", "Island Grids", "Power from the Strait" },
  },
  {
    field = "saline-soil farming",
    things = { "salt-tolerant seedlings", "sea-rice fields", "drip-irrigation tapes", "soil probes", "seed lots",
      "wind-break hedges", "paddy plots", "gene-edited strains", "drainage ditches", "quinoa varieties" },
    thing = { "salt-tolerant strain", "seed bank", "field station", "soil-washing trial", "sensor-guided sower" },
    doing = { "washing salt out of the topsoil", "crossing wild rice with local strains", "sowing into alkaline land",
      "measuring salt plot by plot", "turning mudflats into paddies" },
    todo = { "grow grain where only reeds grew", "halve the fresh water used per hectare", "keep seedlings alive in spring",
      "bring abandoned plots back under the plough", "choose the right strain for each field" },
    trouble = { "brackish groundwater", "late frost", "crusted soil", "high seed prices", "uneven germination" },
    gain = { "stable harvests", "higher incomes", "richer soil", "less fertilizer in the rivers" },
    site = { "the demonstration fields", "the coastal flats", "the seed bank", "the breeding station" },
    folk = { "growers", "village cooperatives", "agronomists", "seed dealers" },
    unit = { "hectares", "kilograms per mu", "tonnes of grain" },
    heads = { "Sea Rice", "Saline Soil", "Salt-tolerant Seeds", "New Fields on Old Mudflats" },
  },
  {
    field = "textile restoration",
    things = { "silk banners", "court robes", "micro-fiber brushes", "pigment samples", "weave patterns",
      "humidity-proof cases", "damask fragments", "digital looms", "embroidered panels", "dye recipes" },
    thing = { "digital loom", "Ming-era robe", "thread-by-thread scan", "conservation studio", "color atlas" },
    doing = { "matching faded dyes", "scanning silk thread by thread", "rebuilding a lost weave",
      "flattening brittle cloth with steam", "copying a robe for the gallery" },
    todo = { "read the pattern under the stains", "show fragile silk without harm", "teach apprentices the lost stitches",
      "date a banner within a decade", "save color from the light" },
    trouble = { "mold in the storerooms", "brittle thread", "missing dye recipes", "too few trained hands" },
    gain = { "longer exhibitions", "faithful copies", "a new trade for young weavers", "open records for scholars" },
    site = { "the museum workshop", "the silk gallery", "the storeroom", "the weaving school" },
    folk = { "conservators", "curators", "apprentices", "museum-goers" },
    unit = { "fragments", "square meters of silk", "objects" },
    heads = { "Silk Restored", "Old Robes", "Threads of the Past", "Digital Looms" },
  },
  {
    field = "railway maintenance",
    things = { "inspection robots", "catenary poles", "track geometry cars", "rail-grinding trains", "bolt-tightening arms",
      "tunnel scanners", "ballast samples", "high-speed turnouts", "vibration records", "night-shift crews" },
    thing = { "inspection robot", "rail-borne scanner", "self-driving trolley", "fault-prediction model",
      "tunnel-lining survey" },
    doing = { "walking the line at night", "tightening bolts by robot arm", "listening to rails for hidden cracks",
      "photographing every sleeper", "grinding rails between the last train and the first" },
    todo = { "find a cracked rail before the train does", "inspect a tunnel in one night",
      "cut the number of night patrols", "tell a loose bolt from a shadow", "plan repairs a season ahead" },
    trouble = { "hairline cracks", "short night windows", "frost heave under the ballast", "ageing turnouts",
      "false alarms" },
    gain = { "smoother journeys", "safer night work", "fewer speed limits", "longer rail life" },
    site = { "the depot", "the test loop", "the mountain section", "the control room" },
    folk = { "track workers", "dispatchers", "passengers", "maintenance crews" },
    unit = { "kilometers of track", "sleepers", "tunnels" },
    heads = { "Robots on the Rails", "Night Patrol", "Safer Tracks", "High-speed Lines" },
  },
  {
    field = "tea processing",
    things = { "withering racks", "leaf-sorting cameras", "roasting drums", "tea gardens", "aroma sensors",
      "spring-picked leaves", "solar-heated dryers", "picking robots", "cold-brew sachets", "oolong batches" },
    thing = { "leaf-sorting line", "picking robot", "electronic nose", "wood-fired roaster", "fermentation room" },
    doing = { "picking one bud and two leaves", "rolling leaves by machine", "smelling a batch with sensors",
      "roasting by hand at dawn", "grading leaves by color" },
    todo = { "catch the moment when the leaf is ready", "pick a terrace before the rain", "keep the master's taste",
      "ship fresh tea within two days", "sort ten grades in one pass" },
    trouble = { "a shortage of pickers", "spring hail", "uneven roasting", "falling prices for coarse leaves" },
    gain = { "even quality", "higher prices at auction", "shorter working days", "a longer season" },
    site = { "the tea mountain", "the sorting hall", "the roasting room", "the auction house" },
    folk = { "tea farmers", "roast masters", "pickers", "tasters" },
    unit = { "kilograms of leaves", "terraces", "cartons" },
    heads = { "Tea by the Numbers", "A Machine That Smells Tea", "Spring Harvest", "Smart Tea Gardens" },
  },
  {
    field = "battery recycling",
    things = { "spent cells", "shredding lines", "cathode powders", "second-life packs", "sorting robots",
      "lithium-iron packs", "leaching tanks", "collection points", "copper foils", "storage cabinets" },
    thing = { "closed-loop plant", "dismantling line", "battery passport", "low-acid process", "second-life station" },
    doing = { "taking packs apart without fire", "recovering lithium from black powder", "grading cells by their pulse",
      "tracing every pack from factory to furnace", "giving old cells a second life" },
    todo = { "recover nine tenths of the lithium", "spot a swollen cell", "keep packs out of backyard workshops",
      "power streetlights with retired cells", "lower the cost of cobalt" },
    trouble = { "unlicensed workshops", "cells of unknown origin", "acid waste water", "fires during transport" },
    gain = { "cheaper raw materials", "cleaner workshops", "traceable packs", "new jobs for mechanics" },
    site = { "the recycling park", "the shredding hall", "the furnace", "the collection point" },
    folk = { "car owners", "scrap dealers", "plant workers", "battery makers" },
    unit = { "tonnes of cells", "packs", "collection points" },
    heads = { "Second Life for Cells", "Old Batteries", "Closing the Loop", "Urban Mines" },
  },
  {
    field = "weather satellites",
    things = { "microwave sounders", "small satellites", "ground stations", "storm tracks", "cloud images",
      "radio-occultation data", "rain forecasts", "solar panels", "attitude sensors", "warning messages" },
    thing = { "weather satellite", "cube-sized sounder", "storm-tracking network", "low-orbit constellation",
      "early-warning system" },
    doing = { "weighing the water in a cloud", "sending warnings to village radios", "watching a typhoon turn",
      "steering six satellites from one desk", "feeding radio data into forecasts" },
    todo = { "see a storm an hour sooner", "cover the southern ocean", "warn boats before the wind rises",
      "update a forecast every ten minutes", "share data with island states" },
    trouble = { "gaps over the ocean", "old ground stations", "radio noise", "late warnings" },
    gain = { "longer lead times", "fewer lost boats", "better crop calendars", "free data for poor nations" },
    site = { "the control center", "the launch site", "the ground station", "the clean room" },
    folk = { "forecasters", "fishing crews", "flood wardens", "pilots" },
    unit = { "satellites", "images a day", "weather stations" },
    heads = { "Eyes Above the Storm", "Small Satellites", "Forecasts for All", "Watching the Typhoon" },
  },
  {
    field = "elderly care",
    things = { "walking exoskeletons", "fall detectors", "bedside robots", "hearing aids", "day-care centers",
      "memory games", "voice assistants", "home visits", "smart mattresses", "meal deliveries" },
    thing = { "walking exoskeleton", "fall detector", "care robot", "barrier-free kitchen", "hearing-aid chip" },
    doing = { "lifting patients without strain", "learning to walk again", "listening for a fall at night",
      "training care workers by video", "fitting hearing aids at home" },
    todo = { "help a stroke patient climb stairs", "call a neighbor in time", "let people grow old at home",
      "understand a dialect", "ease the load on nurses" },
    trouble = { "lonely evenings", "a shortage of nurses", "devices that are hard to charge", "steep stairs" },
    gain = { "fewer falls", "shorter hospital stays", "peace of mind for families", "more hours for talk" },
    site = { "the day-care center", "the rehabilitation ward", "the old quarter", "the show apartment" },
    folk = { "care workers", "residents over 80", "family members", "therapists" },
    unit = { "households", "beds", "care centers" },
    heads = { "Growing Old at Home", "Robots That Care", "Silver Economy", "A Helping Hand" },
  },
  {
    field = "industrial software",
    things = { "simulation kernels", "design licenses", "digital twins", "machine tools", "open-source libraries",
      "controller chips", "test benches", "cloud-based drawings", "process models", "code reviews" },
    thing = { "digital twin", "home-made solver", "shop-floor system", "open-source kernel", "five-axis machine tool" },
    doing = { "simulating a weld before it is made", "moving drawings to the cloud", "training engineers on open-source tools",
      "linking old lathes to the network", "checking a mold without cutting steel" },
    todo = { "design a gearbox in a week", "run a factory from one screen", "break free of costly licenses",
      "test a part that does not exist", "share models across firms" },
    trouble = { "data locked in old formats", "a lack of algorithm engineers", "costly licenses", "fear of leaks" },
    gain = { "shorter design cycles", "fewer prototypes", "lower scrap rates", "shared standards" },
    site = { "the pilot workshop", "the test bench", "the software park", "the tooling hall" },
    folk = { "engineers", "shop-floor managers", "toolmakers", "programmers" },
    unit = { "lines of code", "machine tools", "pilot plants" },
    heads = { "Digital Twins", "Code for the Factory", "Software That Cuts Steel", "Open-source Kernels" },
  },
  {
    field = "desert greening",
    things = { "straw checkerboards", "planting drones", "solar-driven pumps", "saxaul saplings", "sand fences",
      "dune maps", "water-holding gels", "shelter belts", "grazing plans", "seed balls" },
    thing = { "sand-fixing machine", "planting drone", "solar-powered pump", "shelter belt", "dune-watching satellite" },
    doing = { "pinning dunes with straw", "dropping seed balls from drones", "pumping water by sunlight",
      "grazing sheep under solar panels", "mapping the creep of a dune" },
    todo = { "hold a dune in place", "plant a hectare before noon", "keep sand off the railway",
      "make a living from the desert's edge", "save every drop of water" },
    trouble = { "spring sandstorms", "thin groundwater", "overgrazed slopes", "saplings that die in July" },
    gain = { "clearer springs", "new pasture", "safe roads", "income from licorice root" },
    site = { "the desert's edge", "the nursery", "the solar farm", "the dune belt" },
    folk = { "herders", "forest rangers", "planting teams", "volunteers" },
    unit = { "hectares of dunes", "saplings", "kilometers of sand fence" },
    heads = { "Holding the Dunes", "Green Belt", "Straw Against Sand", "Sun, Sheep and Sand" },
  },
}

-- Sayings in Chinese for bilingual boxes, made of whole phrases.
words.chinese = {
  names = { "孟雅如", "陶志恒", "邱凌波", "方秀荣", "罗凯敏", "沈启盛", "彭兰舞", "谢丹婷" },
  roles = { "海岸科学研究所研究员", "总工程师", "先进材料实验室主任", "主持人", "轨道交通学院教授", "公司创始人" },
  titles = { "潮水里的电", "旧电池的新生", "会闻茶香的机器", "沙丘上的草方格", "夜里的铁路" },
}

return words
