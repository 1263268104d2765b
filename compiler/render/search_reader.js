// Reads the columns of search.js and answers queries. It travels in search.js before the data, so that the two are always
// of one format, and needs no document. Lines that are comments, and indentation, stay behind.
globalThis.milepostSearch = (data) => {
  const WORD = /[\p{L}\p{M}\p{N}]+/gu;
  const NO_SPACES =
    /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+/gu;
  const PLAIN = { ß: 'ss', æ: 'ae', ð: 'd', đ: 'd', ø: 'o', þ: 'th', ı: 'i', ł: 'l', œ: 'oe', ς: 'σ' };
  const IN_A_KIND = 6; // results of a kind, while others have some too
  const MOST = 60;

  // As search_key() of the compiler.
  const fold = (text) =>
    /^[ -~\n]*$/.test(text)
      ? text.toLowerCase()
      : text
          .normalize('NFKD')
          .toLowerCase()
          .replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g, '')
          .replace(/[ßæðđøþıłœς]/g, (letter) => PLAIN[letter])
          .normalize('NFC');

  const digits = [];
  for (let code = 35; code < 127; code++) if (!'&<>\\'.includes(String.fromCharCode(code))) digits[code] = digits.count = (digits.count ?? -1) + 1;
  const numbers = (text) => {
    const list = [];
    let value = 0;
    let scale = 1;
    for (let at = 0; at < text.length; at++) {
      const digit = digits[text.charCodeAt(at)];
      value += digit * scale;
      scale *= 32;
      if (digit < 56) {
        list.push(value);
        value = 0;
        scale = 1;
      }
    }
    return list;
  };
  const lines = (text) => text.split('\n').slice(0, -1);
  const spaced = (text) => lines(fold(text.replace(/[^\p{L}\p{M}\p{N}\n]+/gu, ' '))).map((line) => ` ${line} `);
  const choices = (text) => ['', ...lines(text)];

  const groups = data.groups.map(([name, label, plural, folder, list, count, records]) => ({ name, label, plural, folder, list, count, records }));
  const groupOf = groups.flatMap((group) => Array(group.count).fill(group));
  const count = groupOf.length;
  const titles = lines(data.titles);
  const aliases = lines(data.aliases);
  const paths = lines(data.paths);
  const leads = lines(data.leads);
  const [states, owners, scores, facts] = ['states', 'owners', 'scores', 'facts'].map((name) => numbers(data[name]));
  const [stateList, partyList] = [choices(data.state_list), choices(data.party_list)].map((list) => list.map((line) => line.split('\t')));
  const ownerList = choices(data.owner_list).map((line) => numbers(line).map((number) => partyList[number]));
  const factList = choices(data.fact_list);
  const tagList = choices(data.tag_list);
  const tags = data.tags.split(' ').map((line) => numbers(line));
  let last = '';
  const ids = lines(data.ids).map((line, at) => {
    if (!groupOf[at].records) return '';
    return (last = line || last.replace(/([0-8])(9*)$/, (all, digit, nines) => `${+digit + 1}${'0'.repeat(nines.length)}`));
  });

  // `:r007::r7: r 7 `: whole names between colons, their parts between spaces, zeros before a number left out.
  const bare = (text) => text.replace(/(^|\D)0+(?=\d)/g, '$1');
  const parts = (text) => (/^[ -~]*$/.test(text) ? text.toLowerCase().match(/\d+|[a-z]+/g) : fold(text).match(/\p{N}+|[\p{L}\p{M}]+/gu)) ?? [];
  const names = ids.map((id, at) => {
    const all = [id, ...aliases[at].split('\t')].filter(Boolean).map(parts);
    return `${all.map((name) => `:${name.join('')}::${name.map(bare).join('')}:`).join('')} ${all.flat().map(bare).join(' ')} `;
  });
  const inTitles = spaced(data.titles);
  let word = '';
  const words = lines(data.terms).map((line) => (word = word.slice(0, digits[line.charCodeAt(0)]) + line.slice(1)));
  const postings = data.postings.split(' ');

  const from = (key) => {
    let low = 0;
    for (let high = words.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (words[middle] < key) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  // --- one word of a query: what it is worth in each document

  const raise = (worth, at, value) => {
    if (worth[at] < value) worth[at] = value;
  };
  const addPostings = (worth, number, value) => {
    const text = postings[number];
    let at = 0;
    if (text[0] === '!') {
      for (const step of [...numbers(text.slice(1)), count]) {
        for (const end = Math.min(at + step, count); at < end; at++) raise(worth, at, value);
        at++;
      }
      return;
    }
    for (const step of numbers(text)) raise(worth, (at += step + 1) - 1, value);
  };
  // Owners and tags: whole words, or beginnings.
  const level = (text, key) => (text.includes(` ${key} `) ? 2 : text.includes(` ${key}`) ? 1 : 0);
  const partyTexts = partyList.map((party) => spaced(`${party.join(' ')}\n`)[0]);
  const ownerTexts = ownerList.map((list) => list.map((party) => partyTexts[partyList.indexOf(party)]).join());
  const tagTexts = tagList.map((tag) => spaced(`${tag}\n`)[0]);

  // `begins`: whether a word that only begins with the key counts.
  const exact = (key, begins, worth) => {
    const name = bare(key);
    const unspaced = key.match(NO_SPACES)?.[0] === key;
    begins ||= unspaced;
    const least = begins ? 1 : 2;
    const [ofOwners, ofTags] = [ownerTexts, tagTexts].map((texts) => texts.map((text) => (level(text, key) >= least ? 10 * level(text, key) : 0)));
    const pairs = unspaced && [...key].length > 1;
    const number = /\d/.test(name);
    const [whole, part] = [`:${name}`, ` ${name}`];
    for (let at = 0; at < count; at++) {
      const id = names[at];
      let value = 0;
      if (id.includes(whole) || id.includes(`:${key}`)) value = id.includes(`${whole}:`) ? 1000 : number ? 100 : 11;
      if (value < 1000 && id.includes(part)) value = Math.max(value, id.includes(`${part} `) ? (number ? 120 : 12) : number ? 30 : 0);
      const title = inTitles[at];
      const inTitle = unspaced ? (title.includes(key) ? 60 : 0) : title.includes(` ${key} `) ? 60 : begins && title.includes(` ${key}`) ? 48 : 0;
      value = Math.max(value, inTitle && inTitle + (title.startsWith(` ${key}`) ? 4 : 0), ofOwners[owners[at]]);
      for (const tag of tags[at] ?? []) value = Math.max(value, 2 * ofTags[tag]);
      worth[at] = value;
    }
    if (pairs) {
      // Each pair of neighbours must be there.
      const letters = [...key];
      const both = letters.slice(1).map((letter, at) => letters[at] + letter);
      const seen = new Uint16Array(count);
      for (const pair of both) {
        const one = new Uint16Array(count);
        const number = from(pair);
        if (words[number] === pair) addPostings(one, number, 1);
        for (let at = 0; at < count; at++) seen[at] += one[at];
      }
      for (let at = 0; at < count; at++) if (seen[at] === both.length) raise(worth, at, 10);
      return;
    }
    for (let number = from(key); number < words.length && (words[number] === key || (begins && words[number].startsWith(key))); number++) {
      addPostings(worth, number, words[number] === key ? 10 : 6);
    }
  };

  // At most `most` letters added, left out, changed or swapped turn `key` into `text` or a beginning of it.
  const near = (key, text, most) => {
    let before = [];
    let row = Array.from({ length: text.length + 1 }, (none, at) => at);
    for (let i = 1; i <= key.length; i++) {
      const next = [i];
      let least = i;
      for (let j = 1; j <= text.length; j++) {
        let cost = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (key[i - 1] === text[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && key[i - 1] === text[j - 2] && key[i - 2] === text[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        next[j] = cost;
        if (cost < least) least = cost;
      }
      if (least > most) return 9;
      before = row;
      row = next;
    }
    return row[text.length] <= most ? row[text.length] : Math.min(...row) <= most ? most + 0.5 : 9;
  };
  let letters; // of each word, as bits
  const bits = (text) => {
    let set = 0;
    for (let at = 0; at < text.length; at++) set |= 1 << (text.charCodeAt(at) & 31);
    return set;
  };
  const ones = (set) => {
    let sum = 0;
    for (; set; set &= set - 1) sum++;
    return sum;
  };
  const fuzzy = (key, worth, found) => {
    const most = key.length >= 8 ? 2 : key.length >= 4 ? 1 : 0;
    if (!most) return;
    letters ??= Int32Array.from(words, bits);
    const own = bits(key);
    for (let number = 0; number < words.length; number++) {
      const other = words[number];
      if (other.length < key.length - most || ones(own & ~letters[number]) > most) continue;
      const distance = near(key, other.slice(0, key.length + most), most);
      if (distance > most + 0.5) continue;
      found.add(other);
      addPostings(worth, number, 5 - distance);
    }
    const some = [...found].map((other) => ` ${other}`);
    for (let at = 0; at < count; at++) {
      if (worth[at] && some.some((other) => inTitles[at].includes(other))) worth[at] += 20;
    }
    ownerTexts.forEach((text, number) => {
      if (!text.match(WORD)?.some((part) => near(key, part, most) <= most)) return;
      for (let at = 0; at < count; at++) if (owners[at] === number) raise(worth, at, 8);
    });
  };

  // --- queries

  const FILTER = /(^|\s)(kind|status|owner|tag):("[^"]*"?|\S*)/gi;
  const isIn = (text, value) => fold(text ?? '').replace(/[\s_-]+/g, ' ').startsWith(value);
  const passes = {
    kind: (at, value) => [groupOf[at].name, groupOf[at].label, groupOf[at].plural].some((name) => isIn(name, value)),
    status: (at, value) => stateList[states[at]].some((part, column) => column !== 1 && isIn(part, value)),
    owner: (at, value) => (ownerList[owners[at]] ?? []).some((party) => party.some((name) => isIn(name, value))),
    tag: (at, value) => (tags[at] ?? []).some((tag) => isIn(tagList[tag], value)),
  };

  const find = (text) => {
    const filters = [];
    const rest = text.replace(FILTER, (all, gap, name, value) => {
      filters.push([name.toLowerCase(), fold(value.replaceAll('"', '')).replace(/[\s_-]+/g, ' ').trim()]);
      return ' ';
    });
    const keys = [];
    for (const one of rest.match(WORD) ?? []) {
      const folded = fold(one).slice(0, 64);
      keys.push(...(folded.replace(NO_SPACES, ' ').match(WORD) ?? []), ...(folded.match(NO_SPACES) ?? []));
    }
    const kept = [];
    for (let at = 0; at < count; at++) {
      if (filters.every(([name, value]) => value === '' || passes[name](at, value))) kept.push(at);
    }
    const near = new Set();
    const columns = keys.map((key) => {
      const worth = new Uint16Array(count);
      // One letter among others is a word or a part of an id.
      exact(key, key.length > 1 || keys.length === 1, worth);
      return worth;
    });
    // All that was typed may be the beginning of an id.
    const typed = parts(rest);
    const whole = typed.map(bare).join('');
    const begun = `:${typed.join('')}`;
    const zeros = /(^|\D)0$/.test(whole);
    const byId = (at) => number && (names[at].includes(begun) || (!zeros && names[at].includes(`:${whole}`)));
    const number = /\d/.test(whole);
    // Nothing asked for: the pages that list things.
    const asked = keys.length || filters.length;
    const all = () => kept.filter((at) => (asked ? columns.every((worth) => worth[at]) || byId(at) : groupOf[at].name === 'list'));
    let hits = all();
    if (!hits.length && keys.length) {
      keys.forEach((key, number) => fuzzy(key, columns[number], near));
      hits = all();
    }
    const some = !hits.length && keys.length > 1;
    if (some) hits = kept.filter((at) => columns.some((worth) => worth[at] > 5));
    const phrase = ` ${keys.join(' ')}`;
    const worth = new Float64Array(count);
    for (const at of hits) {
      if (whole && names[at].includes(`:${whole}:`)) worth[at] = 9000;
      else if (byId(at)) worth[at] = 8000;
      if (worth[at]) continue;
      for (const column of columns) worth[at] += column[at] + (some && column[at] ? 1000 : 0);
      if (keys.length > 1 && inTitles[at].includes(phrase)) worth[at] += 40;
      if (stateList[states[at]][2] === 'open') worth[at] += 2;
      if (!groupOf[at].records) worth[at] -= 10;
      worth[at] += scores[at] / 30;
    }
    hits.sort((a, b) => worth[b] - worth[a] || a - b);
    return { keys, near, filters, hits, some, byId };
  };

  // [[words, whether they are a hit], …]; what stands between two hits with no letter in it joins them.
  const mark = (text, { keys, near }) => {
    const pieces = [];
    let end = 0;
    const hit = (first, last) => {
      const between = text.slice(end, first);
      if (pieces.length && between.length < 3 && !/[\p{L}\p{N}]/u.test(between)) pieces.at(-1)[0] += between + text.slice(first, last);
      else pieces.push([between, false], [text.slice(first, last), true]);
      end = last;
    };
    for (const { 0: found, index } of text.matchAll(WORD)) {
      const folded = fold(found);
      const inner = keys.find((key) => key.match(NO_SPACES) && found.includes(key));
      if (inner) hit(index + found.indexOf(inner), index + found.indexOf(inner) + inner.length);
      else if (near.has(folded) || keys.some((key) => folded.startsWith(key))) hit(index, index + found.length);
    }
    return [...pieces, [text.slice(end), false]].filter(([piece]) => piece);
  };

  const quote = (at, query) => {
    const pieces = mark(leads[at], query);
    const first = pieces.findIndex(([, hit]) => hit);
    if (first < 0) return null;
    let before = first ? pieces[first - 1][0] : '';
    if (before.length > 36) before = `…${before.slice(before.indexOf(' ', before.length - 36) + 1)}`;
    const kept = [['“', false], [before, false]];
    let room = 84 - before.length;
    for (const [piece, hit] of pieces.slice(first)) {
      if (piece.length > room) {
        kept.push([hit ? piece : `${piece.slice(0, Math.max(piece.lastIndexOf(' ', room), 0))}…`, hit]);
        break;
      }
      kept.push([piece, hit]);
      room -= piece.length;
    }
    return [...kept, ['”', false]];
  };

  const shown = (at) => {
    const group = groupOf[at];
    const [state, shape] = stateList[states[at]];
    const fact = factList[facts[at]];
    const late = fact.startsWith('+');
    const score = scores[at] && data.words.score.replace('{0}', scores[at]);
    const owner = ownerList[owners[at]]?.[0]?.[0];
    return {
      id: ids[at],
      title: titles[at],
      group,
      href: paths[at] || `${group.folder}${encodeURIComponent(ids[at])}.html`,
      state: state && [state, shape],
      fact: [score, !late && fact, owner, late && fact.slice(1)].filter(Boolean).join(', '),
    };
  };

  return {
    data,
    groups,
    mark,
    shown,
    // Groups with the best first; `more` is how many of a group are left out.
    ask: (text) => {
      const query = find(text);
      const found = new Map();
      for (const at of query.hits) {
        const group = groupOf[at];
        if (!found.has(group)) found.set(group, []);
        found.get(group).push(at);
      }
      const most = found.size > 1 ? IN_A_KIND : MOST;
      const results = [...found].slice(0, 12).map(([group, hits]) => ({
        group,
        more: Math.max(hits.length - most, 0),
        hits: hits.slice(0, most).map((at) => {
          const hit = shown(at);
          if (hit.id && query.byId(at)) return { ...hit, byId: true, marked: [[hit.title, false]], detail: [[hit.fact, false]] };
          const told = `${inTitles[at]}${names[at].replaceAll(':', ' ')}${ownerTexts[owners[at]]}`;
          const missing = query.keys.some((key) => !level(told, key) && !level(told, bare(key)));
          return { ...hit, marked: mark(hit.title, query), detail: (missing && quote(at, query)) || [[hit.fact, false]] };
        }),
      }));
      return { ...query, total: query.hits.length, results };
    },
    // The number of each record by its address from the root.
    addresses: () => new Map(ids.flatMap((id, at) => (id ? [[shown(at).href, at]] : []))),
    states: () => [...new Set(stateList.slice(1).map((state) => state[3] ?? state[0]))].sort(),
    parties: () => [...new Set(ownerList.flat())].sort((a, b) => (a[0] < b[0] ? -1 : 1)),
  };
};
