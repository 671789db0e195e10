-- The vocabulary to report on: names, places, firms and ten topics. words_tune.lua shares none of it.
local words = {}

words.surnames = { "Zhuang", "Ou", "Kuang", "Bao", "Hong", "Jiang", "Ke", "Liao", "Mo", "Nie", "Ouyang", "Qin", "Rao",
  "Su", "Tang", "Weng", "Xing", "Yin", "Zeng", "Chai", "Diao", "Feng", "Gan", "Huo", "Ji", "Lai", "Miao", "Shi" }
words.given = { "Ai", "Bin", "Ce", "De", "En", "Fan", "Gang", "Hui", "Jun", "Ke", "Lei", "Mei", "Nan", "Ou", "Ping",
  "Quan", "Ren", "Shu", "Tao", "Wen", "Xia", "Yi", "Ze", "Hua", "Lin", "Mu", "Song", "Yao", "Zhen", "Chang" }
words.foreign = { { "Helena", "Okarie" }, { "Marcus", "Thornby" }, { "Aminata", "Sorel" }, { "Jorge", "Palmeiro" },
  { "Sinead", "Corrigal" }, { "Rashid", "Belkani" }, { "Eun-ji", "Baek" }, { "Pavel", "Strnad" }, { "Gita", "Rawal" },
  { "Wanjiru", "Otieno-Hale" } }

words.place_heads = { "Mao", "Gui", "Zhen", "Hong", "Bao", "Lu", "Shuang", "Tie", "Jin", "Dong", "Fu", "Nan", "An",
  "Long", "Song", "Bai" }
words.place_tails = { "shan", "xi", "pu", "quan", "men", "dao", "wan", "qiao", "tian", "zhou", "lu", "du" }
words.provinces = { "Hexi province", "Lingbei province", "Minjiang province", "Yuedong province", "Tarsk oblast",
  "Shannan Autonomous Prefecture" }
words.regions = { "coastal", "inland", "northern", "southern", "eastern", "western" }
words.place_kinds = { "municipality", "township", "prefecture", "port" }

words.firm_heads = { "Zhongheng", "Dapeng", "Xunlu", "Jiahe", "Wanshi", "Tiangong", "Puren", "Haoyue", "Kestrel",
  "Orlan", "Silverleaf", "Baixin" }
words.firm_tails = { "Robotics Corp.", "Pharma Co., Ltd.", "Marine Ltd.", "Digital Holdings", "Foods Co., Ltd.",
  "Precision Works", "Cloud Services Co." }
words.org_heads = { "Observatory of", "School of", "Laboratory for", "National Center for", "Joint Institute for" }
words.org_fields = { "Glaciology", "Plant Protection", "Radio Astronomy", "Structural Safety", "Water Reuse",
  "Logistics and Customs", "Speech and Hearing", "Immunology", "Quantum Metrology" }
words.universities = { "Polytechnic", "Ocean University", "Medical University", "University of Foreign Studies" }
words.bodies = { "National Health Commission", "General Administration of Ports", "Office of Intellectual Property",
  "Meteorological Service", "Cultural Heritage Board", "Federation of Industry", "Bureau of Fisheries",
  "Consumers' Council" }
words.roles = { "head of", "a lecturer at", "president of", "a post-doctoral fellow at", "lead scientist at",
  "general manager of", "an adviser to", "a veteran of", "secretary-general of", "co-founder of" }
words.projects = { "Sky Well", "Silent Hive", "Open Palm", "Cold Thread", "Second River", "Iron Reed", "Paper Crane",
  "Winter Archive", "Morning Ferry", "Fine Clay", "Sharp Ear", "Level Ground" }

words.adjectives = { "hand-held", "next-generation", "open-access", "battery-powered", "round-the-clock",
  "pocket-sized",
  "state-funded", "do-it-yourself", "low-altitude", "time-tested", "fast-growing", "purpose-built", "two-stage",
  "privately owned" }
words.praise = { "modest", "measurable", "welcome", "long-awaited", "striking" }

words.topics = {
  {
    field = "wetland conservation",
    things = { "crane nests", "acoustic recorders", "reed beds", "water gates", "migration maps", "ringed birds",
      "patrol boats", "invasive cordgrass", "feeding grounds", "camera traps" },
    thing = { "bird-call recorder", "tidal sluice", "crane reserve", "camera trap", "reed-cutting barge" },
    doing = { "counting cranes by their calls", "pulling cordgrass from the mud",
      "flooding the fields for winter guests",
      "tagging chicks before they fledge", "closing the sluices at dusk" },
    todo = { "tell one crane from another", "leave room for the birds", "stop cordgrass at the dyke",
      "follow a flock across borders", "repay farmers for lost grain" },
    trouble = { "poachers' nets", "falling water tables", "tourist drones", "pesticide run-off" },
    gain = { "larger flocks", "calmer breeding seasons", "a name for local rice", "cleaner lagoons" },
    site = { "the reserve", "the lagoon", "the ringing station", "the outer dyke" },
    folk = { "bird-watchers", "rangers", "rice farmers", "schoolchildren" },
    unit = { "cranes", "hectares of reed", "nests" },
    heads = { "Room for Cranes", "Reeds and Wings", "The Winter Guests", "A Lagoon Recovers" },
  },
  {
    field = "ceramic printing",
    things = { "porcelain parts", "printing pastes", "kiln schedules", "bone implants", "nozzle arrays", "glaze tests",
      "dental crowns", "filter plates", "clay recipes", "sintering furnaces" },
    thing = { "ceramic printer", "bone implant", "gas-fired kiln", "water filter", "glaze library" },
    doing = { "printing bone from white paste", "firing a lattice without cracks", "mixing clay by recipe",
      "polishing crowns under a lens", "recycling broken tiles" },
    todo = { "print a tooth in an hour", "shrink a part evenly in the kiln", "revive the potters' town",
      "make filters that last a decade", "hit a tolerance of 20 microns" },
    trouble = { "cracks during firing", "costly powders", "slow approval of implants", "a lack of young potters" },
    gain = { "made-to-measure implants", "fewer rejects", "orders from abroad", "work for old kilns" },
    site = { "the kiln district", "the printing room", "the dental clinic", "the glaze library" },
    folk = { "potters", "surgeons", "patients", "designers" },
    unit = { "implants", "firings", "grams of paste" },
    heads = { "Printed Porcelain", "Bones from Clay", "Old Kilns, New Fire", "The Potters' Town" },
  },
  {
    field = "vaccine logistics",
    things = { "cold boxes", "vaccine vials", "delivery drones", "temperature loggers", "clinic fridges",
      "dose records",
      "mountain clinics", "ice-lined cabinets", "bar codes", "booster campaigns" },
    thing = { "solar-charged fridge", "cold box", "vial-tracking label", "drone corridor", "single-dose patch" },
    doing = { "flying vials over the passes", "logging each hour of the journey", "chilling boxes without a plug",
      "training nurses to read labels", "counting doses at the border" },
    todo = { "keep a vial at four degrees", "reach a clinic beyond the road", "waste no dose",
      "warn a driver before the ice melts", "trace a batch within minutes" },
    trouble = { "washed-out roads", "power cuts", "forged labels", "doubt among parents" },
    gain = { "fewer spoiled doses", "full clinic days", "higher coverage", "trust in the villages" },
    site = { "the regional store", "the mountain clinic", "the drone pad", "the filling line" },
    folk = { "nurses", "drivers", "young mothers", "village doctors" },
    unit = { "doses", "clinics", "cold boxes" },
    heads = { "Cold All the Way", "Vials on the Wing", "The Last Mile of a Dose", "Clinics Beyond the Road" },
  },
  {
    field = "bridge engineering",
    things = { "stay cables", "pier foundations", "strain gauges", "concrete mixes", "inspection drones", "steel decks",
      "expansion joints", "wind-tunnel models", "weigh stations", "paint coats" },
    thing = { "cable-stayed bridge", "strain gauge", "self-healing concrete", "wind-tunnel model", "climbing robot" },
    doing = { "reading the strain in a cable", "sealing cracks with bacteria", "testing decks in the wind tunnel",
      "climbing towers with a robot", "weighing lorries at full speed" },
    todo = { "hear a wire snap", "double the life of a deck", "close a bridge only at night",
      "carry trains and lorries at once", "stand up to a once-in-a-century gale" },
    trouble = { "overloaded lorries", "salt from winter roads", "hidden corrosion", "rust under the paint" },
    gain = { "earlier warnings", "lighter decks", "fewer closures", "lower upkeep" },
    site = { "the gorge crossing", "the wind tunnel", "the control tower", "the north pier" },
    folk = { "welders", "toll staff", "lorry drivers", "inspectors" },
    unit = { "spans", "strain gauges", "cubic meters of concrete" },
    heads = { "Listening to Cables", "Bridges That Heal", "Across the Gorge", "Steel and Wind" },
  },
  {
    field = "beekeeping",
    things = { "bee colonies", "smart hives", "mite counts", "rape-seed fields", "wild pollinators", "honey tests",
      "queen cells", "migratory trucks", "pollen traps", "orchard blocks" },
    thing = { "smart hive", "mite-resistant queen", "pollination contract", "honey fingerprint", "bumblebee box" },
    doing = { "weighing hives by radio", "breeding gentle queens", "driving hives after the bloom",
      "telling real honey from syrup", "renting bees to orchards" },
    todo = { "catch a swarm before it leaves", "pollinate an orchard in three days", "beat the mite without poison",
      "prove where honey was made", "keep a colony through winter" },
    trouble = { "parasitic mites", "spray drift", "cheap syrup", "early frosts in the orchards" },
    gain = { "heavier fruit", "fair prices for honey", "stronger colonies", "side income for the old" },
    site = { "the apiary", "the orchard belt", "the honey laboratory", "the queen station" },
    folk = { "beekeepers", "orchard owners", "honey buyers", "pensioners" },
    unit = { "hives", "kilograms of honey", "orchards" },
    heads = { "The Talking Hive", "Bees for Hire", "Honest Honey", "A Queen for the Mountains" },
  },
  {
    field = "radio astronomy",
    things = { "dish antennas", "pulsar signals", "receiver chips", "sky surveys", "correlator racks", "quiet zones",
      "hydrogen maps", "time stamps", "student telescopes", "helium coolers" },
    thing = { "110-meter dish", "pulsar clock", "radio-quiet zone", "cryogenic receiver", "sky survey" },
    doing = { "timing pulsars to the microsecond", "cooling receivers with helium", "mapping hydrogen between galaxies",
      "asking villagers to switch off", "sorting signals from noise" },
    todo = { "weigh a distant star", "keep phones out of the valley", "catch a burst that lasts a blink",
      "join dishes on three continents", "open the archive to schools" },
    trouble = { "satellite chatter", "microwave ovens", "summer lightning", "full hard disks" },
    gain = { "sharper maps", "new pulsars", "jobs for guides", "a public archive" },
    site = { "the dish", "the valley", "the control cabin", "the visitors' center" },
    folk = { "astronomers", "villagers", "amateurs", "guides" },
    unit = { "pulsars", "terabytes", "antennas" },
    heads = { "The Quiet Valley", "Clocks in the Sky", "Listening to Pulsars", "A Dish for Schools" },
  },
  {
    field = "water reuse",
    things = { "membrane modules", "sewage plants", "sponge parks", "leak detectors", "rain tanks", "sludge dryers",
      "smart meters", "industrial parks", "river cameras", "toilet sensors" },
    thing = { "membrane plant", "sponge park", "leak-hunting dog", "underground tank", "sludge-to-brick line" },
    doing = { "cleaning sewage through membranes", "storing rain beneath the square", "hunting leaks by sound",
      "baking bricks from sludge", "selling treated water to factories" },
    todo = { "drink the same drop twice", "find a leak under asphalt", "keep the basement dry in July",
      "charge by the liter", "give the river its water back" },
    trouble = { "clogged membranes", "century-old pipes", "public disgust", "cloudbursts" },
    gain = { "dry basements", "a clearer river", "cheaper process water", "cooler streets" },
    site = { "the treatment works", "the sponge park", "the pumping hall", "the river walk" },
    folk = { "plumbers", "householders", "factory owners", "anglers" },
    unit = { "cubic meters a day", "households", "leaks" },
    heads = { "Every Drop Twice", "The Sponge City", "Leaks Below the Street", "Rivers Run Clear" },
  },
  {
    field = "sign-language technology",
    things = { "signing avatars", "video relays", "gesture gloves", "court interpreters", "caption screens",
      "deaf schools", "hand-shape datasets", "station displays", "hospital kiosks", "dialect glossaries" },
    thing = { "signing avatar", "gesture glove", "caption screen", "video-relay booth", "sign dictionary" },
    doing = { "teaching an avatar to frown", "filming signers in ten towns", "captioning a lecture as it happens",
      "opening relay booths in hospitals", "testing gloves with pupils" },
    todo = { "order medicine without a pen", "follow a trial in sign", "learn regional signs",
      "catch the train after a platform change", "put faces on captions" },
    trouble = { "stiff avatars", "regional signs", "a dearth of interpreters", "gloves that nobody asked for" },
    gain = { "shorter waits", "equal access in court", "a shared dictionary", "confidence at work" },
    site = { "the deaf school", "the hospital lobby", "the studio", "the courtroom" },
    folk = { "deaf users", "interpreters", "teachers", "station staff" },
    unit = { "signs", "hours of video", "booths" },
    heads = { "Hands That Speak", "An Avatar Learns to Frown", "Captions for Everyone", "Equal in Court" },
  },
  {
    field = "ice-core research",
    things = { "ice cores", "drill heads", "air bubbles", "glacier tongues", "dust layers", "cold stores",
      "yak caravans",
      "isotope curves", "melt ponds", "base camps" },
    thing = { "ice core", "hot-water drill", "glacier archive", "base camp", "isotope laboratory" },
    doing = { "drilling at 6,000 meters", "reading dust from lost summers", "carrying cores down by yak",
      "counting layers like tree rings", "storing ice for grandchildren" },
    todo = { "reach ice of the last ice age", "date a volcano's ash", "save a glacier's memory",
      "measure old air", "warn valleys of a flood" },
    trouble = { "thin air", "broken drill bits", "early melt", "narrow weather windows" },
    gain = { "a longer record", "better flood maps", "shared samples", "work for porters" },
    site = { "the ice cap", "the cold store", "the base camp", "the glacier lake" },
    folk = { "glaciologists", "porters", "drillers", "valley dwellers" },
    unit = { "meters of ice", "layers", "samples" },
    heads = { "Memory in Ice", "Old Air", "Down by Yak", "Before the Glacier Goes" },
  },
  {
    field = "port logistics",
    things = { "gantry cranes", "container stacks", "customs scanners", "driverless lorries", "berth plans",
      "shore-power plugs", "paperless manifests", "reefer boxes", "pilot boats", "bonded warehouses" },
    thing = { "unmanned crane", "berth planner", "customs scanner", "shore-power socket", "rail-sea terminal" },
    doing = { "steering cranes from a sofa", "clearing a box before it lands", "plugging ships into the grid",
      "stacking boxes by departure", "swapping paper for a code" },
    todo = { "turn a ship around in a night", "send lorries home before dark", "scan a box without opening it",
      "move cargo from rail to sea", "cut smoke at the quay" },
    trouble = { "dense fog", "paper manifests", "queues at the gate", "mismatched standards" },
    gain = { "shorter queues", "cleaner air at the quay", "cheaper exports", "regular sailings" },
    site = { "the container yard", "the quay", "the customs hall", "the rail terminal" },
    folk = { "crane drivers", "customs officers", "shippers", "dockers" },
    unit = { "containers", "sailings", "lorries" },
    heads = { "Cranes Without Cabins", "Ships on the Plug", "The Paperless Port", "From Rail to Sea" },
  },
}

words.chinese = {
  names = { "庄爱冰", "欧德恩", "匡辉军", "鲍美楠", "洪全仁", "江书陶", "柯文霞", "廖毅泽" },
  roles = { "冰川学家", "港口物流总经理", "手语翻译", "免疫学联合实验室首席科学家", "养蜂协会秘书长", "讲师" },
  titles = { "每滴水用两次", "安静的山谷", "会说话的手", "冰芯里的记忆", "老窑新火" },
}

return words
