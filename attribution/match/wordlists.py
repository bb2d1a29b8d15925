"""The closed classes of English words that matching knows by heart; open classes come from ``lexicon``."""

from collections.abc import Mapping
from types import MappingProxyType


def listed(words: str) -> frozenset[str]:
    """Words parted by spaces, as a set."""
    return frozenset(words.split())


def paired(pairs: str) -> Mapping[str, str]:
    """ "word:value" parted by spaces, as a mapping; several words of one value are joined by commas."""
    parts = (pair.split(":") for pair in pairs.split())
    return MappingProxyType({word: value for words, value in parts for word in words.split(",")})


def sequences(words: str) -> frozenset[tuple[str, ...]]:
    """Words joined by "+", parted by spaces, as a set of sequences."""
    return frozenset(tuple(each.split("+")) for each in words.split())


# A contraction in its parts, joined by "+".
CONTRACTIONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        word: tuple(parts.split("+"))
        for word, parts in paired(
            "can't,cannot,cant:can+not won't,wont:will+not shan't:shall+not ain't,isnt:is+not let's:let+us "
            "gonna:going+to wanna:want+to gotta:got+to y'all:you+all em:them til,till:until "
            "'cause,cuz:because o'clock:o'clock "
            "ok:okay dont:do+not didnt:did+not doesnt:does+not wasnt:was+not wouldnt:would+not "
            "couldnt:could+not hasnt:has+not "
            "havent:have+not arent:are+not werent:were+not shouldnt:should+not ive:i+have im:i+am theyre:they+are "
            "theyve:they+have youre:you+are thats:that+'s hes:he+'s shes:she+'s theres:there+'s weve:we+have ya:you "
            "kinda:kind+of sorta:sort+of percent,pct:percent"
        ).items()
    }
)
# Two words for one, by the second of them and the first: "no one" is nobody.
PHRASES = MappingProxyType(
    {"one": paired("no:nobody every:everybody any:anybody some:somebody"), "cent": paired("per:percent")}
)
NUMBERS = paired(
    "two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 thirteen:13 fourteen:14 "
    "fifteen:15 sixteen:16 seventeen:17 eighteen:18 nineteen:19 twenty:20 thirty:30 forty:40 fifty:50 sixty:60 "
    "seventy:70 eighty:80 ninety:90 mn:million bn:billion tn:trillion"
)
MAGNITUDES = listed(
    "billion billions dozen dozens hundred hundreds million millions thousand thousands trillion trillions"
)
ORDINALS = paired(
    "first:1st second:2nd third:3rd fourth:4th fifth:5th sixth:6th seventh:7th eighth:8th ninth:9th tenth:10th "
    "eleventh:11th twelfth:12th thirteenth:13th fourteenth:14th fifteenth:15th sixteenth:16th seventeenth:17th "
    "eighteenth:18th nineteenth:19th twentieth:20th thirtieth:30th fortieth:40th fiftieth:50th sixtieth:60th "
    "seventieth:70th eightieth:80th ninetieth:90th"
)
UNITS = listed(
    "$ acre acres barrel barrels billion billions celsius cent cents centuries century day days decade decades "
    "degree degrees dollar dollars dozen dozens euro euros fahrenheit feet fifth fold foot gallon gallons gigawatt "
    "gigawatts gram grams half hectare hectares hour hours hundred hundreds inch inches kg kilogram kilograms "
    "kilometer kilometers kilowatt km liter liters megawatt megawatts meter meters metre mile miles million "
    "millions minute minutes month months mph ounce ounces percent percentage point points pound pounds quarter "
    "quarters rouble roubles ruble rubles rupee rupees second seconds tenth third thousand thousands ton tonne "
    "tonnes tons trillion trillions watt watts week weeks yard yards year years yen yuan £ ¥ €"
)
SPANS_OF_TIME = listed(
    "centuries century day days decade decades hour hours minute minutes month months quarter quarters second "
    "seconds week weeks year years"
)
DATES = listed(
    "afternoon april august autumn december evening february friday january july june march may midnight "
    "monday morning night noon november october saturday september spring summer sunday thursday today tomorrow "
    "tonight tuesday wednesday weekend winter yesterday"
)
NEGATIONS = listed(
    "barely cannot hardly neither never no nobody none nor not nothing nowhere scarcely unable unlikely without zero"
)
# Verbs that deny what follows them: "failed to honor" is "did not honor".
DENYING = listed(
    "decline declined declines denied denies deny fail failed failing fails lack lacked lacks refuse refused "
    "refuses refusing"
)
MODALS = paired("will,shall:will would,'d:would can:can could:could may,might:may must:must should,ought:should")
QUANTIFIERS = paired(
    "all,every,each,everyone,everybody,everything,always,entire,whole,both,everywhere:all "
    "most,majority,mostly,usually,mainly,largely:most "
    "many,numerous,plenty,often,lot,lots,frequently,much,bunch,slew:many "
    "some,several,certain,sometimes,someone,somebody,something,occasionally,partly:some "
    "few,handful,rarely,seldom,little:few none,no,nobody,nothing,never,neither,zero:none only,solely:only half:half "
    "any,anyone,anybody,anything:any almost,nearly:almost"
)
COMPARATIVES = listed(
    "above after before below best better bigger biggest down earlier faster fewer first greater greatest higher "
    "highest larger largest last later least less lesser longer lower lowest maximum minimum more most older over "
    "shorter slower smaller smallest sooner stronger under up weaker worse worst younger"
)
HEDGES = listed(
    "about alleged allegedly almost apparently appear appeared appears approximately arguably around believe "
    "believes could expected generally guess hopefully just likely may maybe merely might mostly nearly often only "
    "partly perhaps possibly potential potentially presumably probably rarely reportedly roughly seem seemed "
    "seemingly seems sometimes suggest suggested suggests suppose supposedly think thinks thought unlikely usually"
)
CONDITIONS = listed(
    "assuming barring depending except if lest once pending provided providing subject unless until whenever without"
)
CONTRASTS = listed("although but despite except however nevertheless nonetheless though whereas while yet")
CLAIMS = listed(
    "allege alleged alleges argue argued argues believe believed believes claim claimed claims denied denies deny "
    "false feel feels felt hear hearing hears heard hoax hope hoped hopes hoping implies imply insist "
    "insisted insists lie myth pretend pretends rumor "
    "said say says suggest suggested suggesting suggests tell think thinking thinks thought told "
    "untrue wish wished wrong"
)
# A short sentence with one of these, or a denial of the second group, takes back what was said before it.
UNTRUE = listed("baseless bogus fabricated fabrication false fiction hoax lie lies myth nonsense rubbish untrue wrong")
AFFIRMING = listed("believe case happen happened mean meant said say so think true")
# Words that narrow what they stand by: without them more is claimed.
RESTRICTING = listed("alone almost exclusively hardly mainly merely mostly nearly only partly purely solely")
FILLERS = listed(
    "absolutely actually again ah already also and anyway basically certainly clearly er even folks frankly here "
    "hey honestly indeed just kind know like listen literally look mean now obviously oh okay please quite really "
    "right see simply so sort still then there too totally truly uh um very well yeah yes you"
)
FUNCTION = listed(
    "'d 's a about against also although am among an and are as at be because been being between both but by can "
    "could did do does doing done down during either even for from get going got had has have having he her here "
    "hers herself him himself his how i if in into is it its itself just like may me might mine must my myself "
    "neither no nor not of off on one ones onto or other ought our ours ourselves out over own quite rather really "
    "same shall she should since so such than that the their theirs them themselves then there these they this "
    "those though through to too toward towards until up upon us very was we were what when where whether which "
    "while who whom whose why will with would you your yours yourself"
)
PERSONS = paired(
    "i,me,my,mine,myself,we,us,our,ours,ourselves:1 you,your,yours,yourself,yourselves:2 "
    "he,him,his,himself,she,her,hers,herself,it,its,itself,they,them,their,theirs,themselves:3"
)
PRONOUNS: Mapping[str, int] = MappingProxyType({word: int(person) for word, person in PERSONS.items()})
SAME_PRONOUN = paired(
    "i,me,my,mine,myself:i we,us,our,ours,ourselves:we you,your,yours,yourself:you he,him,his,himself:he "
    "she,her,hers,herself:she it,its,itself:it they,them,their,theirs,themselves:they"
)
PRESENT = listed("'s am are do does has have is")
PAST = listed("been did had was were")
FUTURE = listed("'ll shall will")
BE = listed("'s am are be been being is was were")
AUXILIARIES = BE | listed(
    "'d can could did do does done going had has have having may might must ought shall should will would"
)
TITLES = listed(
    "chairman col congressman congresswoman dr former general gov governor judge justice mayor minister mr mrs ms "
    "president prime prof professor rep representative secretary sen senator sir speaker"
)
ABBREVIATED = paired(
    "gov:governor sen:senator rep:representative dr:doctor prof:professor gen:general st:saint dept:department "
    "govt:government vs:versus mt:mount ft:fort no1:number jan:january feb:february aug:august sept:september "
    "oct:october nov:november dec:december tv:television ad,ads:advertisement dems:democrats info:information "
    "u.s.:american u.k.:british e.u.:european"
)
