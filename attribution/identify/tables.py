"""The names of one article, each with all its mentions: whom "Clinton" may be, and the longest form printed.

Full names come first; a bare family name, a first name or the beginning of an organisation's name is then linked to the
full names it fits. Where several fit, all of them are kept as candidates, and the source decides.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from itertools import pairwise

from attribution.identify.entities import Entity, NameTable
from attribution.identify.indexes import Growing
from attribution.identify.lexicon import lexicon
from attribution.identify.mentions import Mention, lower_words, word_offsets
from attribution.identify.names import PersonName, fold, names_fit, parse_name
from attribution.identify.naming import ORGANISATION, PERSON, WORK, is_personally_titled, kind_of_name, kinds_of_names
from attribution.identify.respective import respective_roles
from attribution.identify.roles import role_words, with_synonyms
from attribution.identify.shortening import SLIP, differs_by_a_slip, is_cut_short, is_first_word, is_part
from attribution.identify.tellingapart import tell_apart, title_gender
from attribution.identify.works import find_works, outside

# Who someone is, is told at the first mentions; reading no more keeps long articles cheap.
MOST_READ = 8
_JOINED = re.compile(r" (?:and|&) ([A-Z][\w’'\-]+) ([A-Z][\w’'\-]+[\w])")
# A longer stretch of capitals in a headline is a clause.
LONGEST_HEADLINE_NAME = 4


def name_table(text: str, mentions: Sequence[Mention]) -> NameTable:
    """Group the mentions of an article by who they name."""
    works = list(find_works(text))
    mentions = outside(mentions, works)
    prose = [m for m in mentions if not m.heading]
    forms: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in prose:
        forms[tuple(map(fold, mention.words))].append(mention)
    kinds = kinds_of_names(text, forms)
    for work in works:
        form = tuple(map(fold, work.words))
        forms[form].append(work)
        kinds[form] = WORK
    table = _Builder(text, forms, kinds)
    table.add_full_names()
    table.add_headline_names([m for m in mentions if m.heading])
    table.add_short_names()
    for mention in mentions:
        if mention.heading:
            table.add_heading(mention)
    return table.finish()


class _Builder:
    def __init__(
        self, text: str, forms: dict[tuple[str, ...], list[Mention]], kinds: dict[tuple[str, ...], str]
    ) -> None:
        self.text, self.forms, self.kinds = text, forms, kinds
        self.lower = lower_words(text)
        self.entities: list[Entity] = []
        self.index = Growing()
        self.by_start: dict[int, list[Entity]] = {}
        self.by_word: dict[str, list[Entity]] = defaultdict(list)
        self.by_form: dict[tuple[str, ...], list[Entity]] = defaultdict(list)

    def add_full_names(self) -> None:
        full = [f for f in self.forms if len(f) > 1]
        for form in sorted(full, key=lambda f: (-len(f), -len(self.forms[f]), self.forms[f][0].start)):
            fitting = self._fitting(form, self.kinds[form]) or self._begun(form)
            if len(fitting) == 1 or (fitting and self.kinds[form] != PERSON):
                self._link(form, fitting[:1])
            elif fitting:
                self._link(form, self._ranked(fitting, form))
            else:
                self._new(form)

    def _fitting(self, form: tuple[str, ...], kind: str) -> list[Entity]:
        same_last = self.by_word.get(form[-1], [])
        if kind == PERSON:
            parsed = parse_name(form)
            return [
                e
                for e in same_last
                if e.kind == PERSON and (names_fit(e.parsed, parsed) or e.folded[-len(form) :] == form)
            ]
        if kind == WORK:
            return [e for e in same_last if e.folded == form]
        near = same_last + [e for e in self.by_word.get(form[0], []) if e not in same_last]
        return [e for e in near if e.kind == kind and is_part(form, e.folded)]

    def _begun(self, form: tuple[str, ...]) -> list[Entity]:
        """The organisation that two words or more begin: "Pershing Square" for Pershing Square Capital Management."""
        longer = (e for e in self.by_word.get(form[0], ()) if e.kind == ORGANISATION and len(e.folded) > len(form))
        if form[0] in lexicon().first_names or lexicon().places.issuperset(form):
            return []
        return [e for e in longer if e.folded[: len(form)] == form][:1]

    def add_headline_names(self, headings: Sequence[Mention]) -> None:
        """A full name that only a headline prints, of someone whom the text calls Thorn: "Ada Thorn: I quit"."""
        for mention in headings:
            form = tuple(map(fold, mention.words))
            for i, pair in enumerate(pairwise(form)):
                given, family = pair
                if (family,) not in self.forms or not lexicon().first_names.get(given) or self.by_word.get(family):
                    continue
                at = mention.start + len(" ".join(mention.words[:i])) + (i > 0)
                words = mention.words[i : i + 2]
                part = Mention(at, at + len(" ".join(words)), words, (), 0, False, False, True)
                self.forms[pair], self.kinds[pair] = [part], PERSON
                self._new(pair)

    def add_short_names(self) -> None:
        short = [f for f in self.forms if len(f) == 1]
        for form in sorted(short, key=lambda f: self.forms[f][0].start):
            fitting = self._short_fits(form[0], self.kinds[form], self.forms[form])
            if fitting:
                self._link(form, fitting)
            else:
                self._new(form)

    def _short_fits(self, word: str, kind: str, mentions: Sequence[Mention]) -> list[Entity]:
        found = self.by_word.get(word, [])
        family = [e for e in found if e.kind == PERSON and (e.parsed.family == word or e.folded[-1] == word)]
        if "." in mentions[0].words[0][:-1]:
            # "U.N." is no Kim Jong Un.
            family = []
        family = family or self._misspelled(word, kind)
        if word in lexicon().places:
            # "Poor Mexico" is nobody's name.
            family = [e for e in family if e.folded[0] in lexicon().first_names or e.roles]
        if family:
            return self._ranked(family, (word,))
        titled = any(is_personally_titled(m) for m in mentions)
        # "Mr. Xi" is Xi Jinping: where the family name comes first, the title does not speak against it.
        given = [e for e in found if e.kind == PERSON and e.parsed.given[:1] == (word,)]
        if word in lexicon().places and word not in lexicon().first_names:
            # "Cleveland" is no short form of the Cleveland Browns.
            given = []
        if titled and word in lexicon().first_names:
            given = [e for e in given if len(e.folded) == 2 and (e.parsed.family,) not in self.forms]
        if given:
            return self._ranked(given, (word,))
        if kind == PERSON and titled:
            return []
        word_upper = mentions[0].words[0].replace(".", "")
        if word_upper.isupper() and len(word_upper) > 1:
            spelled = self.index.spelled(word_upper)
            if spelled:
                return spelled[:1]
        if kind != PERSON and any(m.definite for m in mentions):
            near = {e.number: e for e in (*self.index.begun(word), *found)}.values()
            cut = [e for e in near if e.kind == ORGANISATION and is_cut_short(word, e.folded)]
            if cut:
                return [min(cut, key=lambda e: (-len(e.mentions), e.number))]
        return [e for e in found if e.kind == ORGANISATION and kind != PERSON and is_first_word(word, e.folded)]

    def _misspelled(self, word: str, kind: str) -> list[Entity]:
        """The one person whose family name a bare name misses by a letter: "Sweeny said" after "Steve Sweeney"."""
        lists = lexicon()
        if kind or len(word) < SLIP or len(self.forms[word,]) > 2 or word in lists.places or word in lists.surnames:
            return []
        near = [
            e
            for e in self.index.near(word)
            if e.kind == PERSON and e.parsed.given and differs_by_a_slip(word, e.parsed.family)
        ]
        return near if len(near) == 1 else []

    def _ranked(self, entities: Iterable[Entity], form: tuple[str, ...]) -> list[Entity]:
        return sorted(entities, key=lambda e: (-len(e.mentions), e.mentions[0].start))

    def add_heading(self, mention: Mention) -> None:
        """Known names inside a stretch of a headline; a name found only in headlines is read like any other."""
        form = tuple(map(fold, mention.words))
        at, hits = mention.start, 0
        size = len(form)
        offsets = word_offsets(mention)
        i = 0
        while i < size:
            for j in range(size, i, -1):
                known = self.by_form.get(form[i:j])
                if known:
                    start, end = offsets[i], offsets[j - 1] + len(mention.words[j - 1])
                    behind = mention.after if j == size and mention.possessive else end
                    part = Mention(start, end, mention.words[i:j], (), behind, False, mention.begins, True)
                    self.by_start[start] = known
                    known[0].mentions.append(part)
                    hits, i = hits + 1, j - 1
                    break
            i += 1
        if not hits and at not in self.by_start and size <= LONGEST_HEADLINE_NAME and not self._is_a_clause(form):
            self.forms.setdefault(form, []).append(mention)
            self.kinds.setdefault(form, kind_of_name("", form, [mention]))
            if not self.by_form.get(form):
                self._new(form)

    def _is_a_clause(self, form: tuple[str, ...]) -> bool:
        """Words in capitals that the text has without, or no name begins: "Accountant Describes Payments"."""
        lists = lexicon()
        if len(form) == 1 or form[0] in lists.first_names:
            return False
        return any(w in self.lower for w in form) or not (form[-1] in lists.org_words or form[-1] in lists.surnames)

    def _new(self, form: tuple[str, ...]) -> None:
        mentions = self.forms[form]
        best = Counter(m.name for m in mentions).most_common(1)[0][0]
        parsed = self._of_a_couple(form) or parse_name(form)
        entity = Entity(len(self.entities), best, self.kinds[form], parsed, form)
        self.entities.append(entity)
        self.index.add(entity)
        for word in {*form, entity.parsed.family}:
            self.by_word[word].append(entity)
        self._link(form, [entity])

    def _of_a_couple(self, form: tuple[str, ...]) -> PersonName | None:
        """Ben of "Ben and Ada Thorn" has the family name that is printed once."""
        if len(form) > 1 or form[0] not in lexicon().first_names:
            return None
        for mention in self.forms[form]:
            joined = _JOINED.match(self.text, mention.end)
            if joined is not None and fold(joined.group(1)) in lexicon().first_names:
                return PersonName(form, fold(joined.group(2)), "")
        return None

    def _link(self, form: tuple[str, ...], entities: list[Entity]) -> None:
        self.by_form[form] = entities
        if self.kinds[form] == PERSON and not entities[0].kind:
            entities[0].kind = PERSON
        for mention in self.forms[form]:
            self.by_start[mention.start] = entities
        entities[0].mentions.extend(self.forms[form])

    def finish(self) -> NameTable:
        respective = list(respective_roles(self.text, self._in_order()))
        joined = {mention.start for mention, _ in respective}
        for entity in self.entities:
            entity.mentions.sort(key=lambda m: m.start)
            shared = {m.start for m in entity.mentions if len(self.by_start[m.start]) > 1}
            entity.gender = _gender(entity, shared)
            titles = (t for m in entity.mentions if m.start not in shared for t in m.title)
            entity.callings.update(with_synonyms({w for t in titles for w in t.lower().split()}))
            for mention in [m for m in entity.mentions if not m.heading and m.start not in shared | joined][:MOST_READ]:
                callings, roles = role_words(self.text, mention)
                entity.callings.update(callings)
                entity.roles.update(roles)
            entity.roles.update(entity.callings)
        for mention, words in respective:
            owner = self.by_start[mention.start][0]
            owner.callings.update(with_synonyms(words))
            owner.roles.update(with_synonyms(words))
        tell_apart(self.text, self.entities, self.by_start)
        seen = {m.start: m for e in self.entities for m in e.mentions}
        return NameTable(self.entities, self.by_start, self.by_form, [seen[s] for s in sorted(seen)])

    def _in_order(self) -> list[Mention]:
        return sorted((m for e in self.entities for m in e.mentions), key=lambda m: m.start)


def _gender(entity: Entity, shared: Set[int]) -> str:
    """By the titles of the mentions that can be nobody else, then by the first name."""
    if entity.kind not in (PERSON, ""):
        return ""
    lists = lexicon()
    for mention in entity.mentions:
        gender = title_gender(mention)
        if gender and mention.start not in shared:
            return gender
    for given in entity.parsed.given[:1]:
        return lists.first_names.get(given, "")
    if len(entity.folded) == 1:
        return lists.first_names.get(entity.folded[0], "")
    return ""
