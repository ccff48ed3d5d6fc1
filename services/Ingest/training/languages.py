"""The classes of each n-gram model and what the sources call them.

One row a class: ISO 639-1 code reported, UDHR declarations, wesnoth and GNOME translation folders,
word lists (Tesseract's codes), CLDR locales, stop-word code. "-" where a source has nothing usable.
Several names are joined by a comma. Languages alone in their script need no model and are not here.

Serbian is written in both scripts: its Latin class also learns the Cyrillic texts, transliterated.
Norwegian is one class, mostly Bokmaal. Bosnian has no class: hr and sr (Latin) share it.
"""
from typing import NamedTuple


class Class(NamedTuple):
    code: str
    udhr: str
    translations: str
    words: str
    cldr: str
    stopwords: str


LATIN = [Class(*line.split()) for line in """
af  afr               af              afr       af      af
az  azj_latn          az              aze       az      az
ca  cat               ca              cat       ca      ca
cs  ces               cs              ces       cs      cs
da  dan               da              dan       da      da
de  deu_1996          de              deu       de      de
en  eng               en_GB           eng       en      en
es  spa               es              spa       es      es
et  est               et              est       et      et
eu  eus               eu              eus       eu      eu
fi  fin               fi              fin       fi      fi
fr  fra               fr              fra       fr      fr
ga  gle               ga              gle       ga      ga
gl  glg               gl              glg       gl      gl
hr  hrv               hr              hrv       hr      hr
hu  hun               hu              hun       hu      hu
id  ind               id              ind       id      id
is  isl               is              isl       is      is
it  ita               it              ita       it      it
lt  lit               lt              lit       lt      lt
lv  lav               lv              lav       lv      lv
ms  mly_latn          ms              msa       ms      ms
nl  nld               nl              nld       nl      nl
no  nob,nno           nb_NO,nb        nor       no,nn   no
pl  pol               pl              pol       pl      pl
pt  por_BR,por_PT     pt,pt_BR        por       pt      pt
ro  ron_2006          ro              ron       ro      ro
sk  slk               sk              slk       sk      sk
sl  slv               sl              slv       sl      sl
sq  als               sq              sqi       sq      -
sr  srp_latn,srp_cyrl sr@latin,sr     srp-latn  sr-Latn,sr -
sv  swe               sv              swe       sv      sv
sw  swh               sw              swa       sw      sw
tl  tgl               tl              fil       fil     tl
tr  tur               tr              tur       tr      tr
uz  uzn_latn          uz              uzb       uz      -
vi  vie               vi              vie       vi      vi
""".strip().splitlines()]

CYRILLIC = [Class(*line.split()) for line in """
be  bel       be   bel  be  -
bg  bul       bg   bul  bg  bg
kk  kaz       kk   kaz  kk  -
ky  kir       ky   kir  ky  -
mk  mkd       mk   mkd  mk  -
mn  khk       mn   mon  mn  -
ru  rus       ru   rus  ru  ru
sr  srp_cyrl  sr   srp  sr  -
uk  ukr       uk   ukr  uk  uk
""".strip().splitlines()]

ARABIC = [Class(*line.split()) for line in """
ar  arb          ar  ara  ar  ar
fa  pes_1,pes_2  fa  fas  fa  fa
ps  pbu          ps  pus  ps  -
ur  urd,urd_2    ur  urd  ur  ur
""".strip().splitlines()]

DEVANAGARI = [Class(*line.split()) for line in """
hi  hin  hi  hin  hi  hi
mr  mar  mr  mar  mr  mr
ne  nep  ne  nep  ne  -
""".strip().splitlines()]

# In the order of the detector's model groups. Each: name, regular expression class of its letters, classes, and how
# many n-grams every class brings in. The fewer the columns the cheaper a row, and the closer the languages the more
# rows it takes to tell a headline: 4,000 against 1,500 brought back Russian and Serbian ones.
GROUPS = [
    ("Latin", "a-zß-öø-ÿ\u0100-\u024f\u0259\u1e00-\u1eff", LATIN, 1400),
    ("Cyrillic", "\u0400-\u052f", CYRILLIC, 4000),
    ("Arabic", "\u0620-\u065f\u066e-\u06d3\u06fa-\u06ff", ARABIC, 4000),
    ("Devanagari", "\u0900-\u0963\u0971-\u097f", DEVANAGARI, 4000),
]
