// Loads search.js as a page does and asks it what readers ask: search.mjs SITE [BIG-SITE]
// Of the big site (2,000 records of tests/bench/generate.py) the size is held to its budget; times are printed, never judged.
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import zlib from 'node:zlib';
import { Tally } from './chromium.mjs';

const MOST_GZIPPED = 120 * 1024;
const [site, big] = process.argv.slice(2);
const tally = new Tally();

const load = (folder) => {
  const bytes = fs.readFileSync(path.join(folder, 'search.js'));
  const context = vm.createContext({ URL });
  const started = performance.now();
  vm.runInContext(bytes.toString('utf8'), context);
  return { bytes, index: context.milepostIndex, loaded: performance.now() - started };
};

const { index } = load(site);
const model = JSON.parse(fs.readFileSync(path.join(site, 'program.json'), 'utf8'));
const ids = (query) => index.ask(query).results.flatMap(({ hits }) => hits.map((hit) => hit.id || hit.title));
const first = (query) => ids(query)[0];
const expect = (name, found, wanted) =>
  tally.check(name, JSON.stringify(found) === JSON.stringify(wanted) ? [] : [`${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`]);
const holds = (name, right, said = '') => tally.check(name, right ? [] : [typeof said === 'string' ? said : JSON.stringify(said)]);

// --- everything is found by its id, and leads to a page

for (const record of model.records) {
  const shown = record.id.split(':').at(-1);
  const answer = index.ask(shown);
  const hit = answer.results[0]?.hits[0];
  holds(`${shown} is found by its id`, hit !== undefined && (hit.id === record.id || record.id.endsWith(hit.id)), answer.results[0]?.hits);
}
const everything = ['', ...'abcdefghijklmnopqrstuvwxyz0123456789'].flatMap((letter) => index.ask(letter).results.flatMap(({ hits }) => hits));
const missing = everything.filter((hit) => !fs.existsSync(path.join(site, decodeURIComponent(hit.href.split('#')[0]))));
holds('every address is a file of the site', missing.length === 0, missing.slice(0, 3));
const unknown = [...index.addresses().keys()].filter((href) => !fs.existsSync(path.join(site, decodeURIComponent(href.split('#')[0]))));
holds('every record has an address', index.addresses().size === model.records.length && unknown.length === 0, unknown.slice(0, 3));

// --- ids whole and in parts

for (const query of ['R-007', 'r-007', 'r007', 'R 007', 'r7', 'r 7', 'R-7', 'R–007']) expect(`${query} finds R-007 first`, first(query), 'R-007');
holds('007 finds R-007', ids('007').includes('R-007'));
holds('a part of an id finds those that begin so', ids('kind:risk r-00').includes('R-007'), ids('kind:risk r-00'));
holds('zeros that are typed count', ids('r-00').slice(0, 5).every((id) => id.startsWith('R-00')), ids('r-00'));
expect('an id stands before texts that name it', first('d-009'), 'D-009');
holds('an id and a word of its title', first('R-007 loss') === 'R-007');

// --- words

expect('words of a title', first('data loss'), 'R-007');
expect('a beginning is enough', first('data los'), 'R-007');
expect('case, accents and full width', first('DÁTA ｌｏｓｓ'), 'R-007');
expect('punctuation parts words', first('data-loss'), 'R-007');
expect('a letter swapped', first('dtaa loss'), 'R-007');
const right = ids('settlement file');
for (const wrong of ['settlemnt file', 'settllement file', 'sattlemant file', 'settlemnet fiel']) {
  holds(`${wrong} finds what is meant`, right.length > 1 && right.every((id) => ids(wrong).includes(id)), ids(wrong));
}
holds('a short word is taken as it is', ids('zq').length === 0, ids('zq'));
const cut = index.ask('cut-over');
holds('titles stand before texts', cut.results.every(({ hits }) => {
  const inTitle = hits.map((hit) => hit.marked.some(([, marked]) => marked));
  return inTitle.indexOf(false) < 0 || inTitle.lastIndexOf(true) < inTitle.indexOf(false);
}));
holds('a hit of two words is marked as one', cut.results.some(({ hits }) => hits.some((hit) => hit.marked.some(([text, marked]) => marked && /^cut.over$/i.test(text)))));
holds('a hit in the text is quoted', cut.results.some(({ hits }) => hits.some((hit) => hit.detail[0][0] === '“' && hit.detail.some(([text, marked]) => marked && /^cut/i.test(text)))));
holds('no group is there twice', new Set(cut.results.map(({ group }) => group.name)).size === cut.results.length);
holds('words that no record has together', index.ask('rounding zebra settlement').some === true);
expect('nothing is found where nothing is', index.ask('xyzzyqwv').total, 0);
expect('without a question the pages that list things', index.ask('  ').results.map(({ group }) => group.name), ['list']);
const people = model.people ?? [];
holds('people are found', index.ask('asha').results.some(({ group, hits }) => group.name === 'person' && /Asha/.test(hits[0].title)), people.slice(0, 2));
holds('an owner misspelt', index.ask('ahsa').total > 0);
holds('plain pages are found', index.ask('glossary').results.some(({ group }) => group.name === 'page'));

// --- filters

const kinds = (query) => [...new Set(index.ask(query).results.map(({ group }) => group.name))];
expect('kind:', kinds('kind:risk'), ['risk']);
expect('kind: in any spelling', kinds('KIND:Risks over'), ['risk']);
holds('owner:', index.ask('kind:risk owner:asha').results[0].hits.every((hit) => /Asha/.test(hit.fact)));
expect('owner: by name', index.ask('owner:"Asha Rao"').total, index.ask('owner:asha').total);
const risks = model.records.filter((record) => record.kind === 'risk');
const open = risks.filter((record) => record.phase === 'waiting' || record.phase === 'doing').length;
expect('status:open', index.ask('kind:risk status:open').total, open);
expect('status:closed', index.ask('kind:risk status:closed').total, risks.length - open);
expect('a filter that is still being typed', index.ask('kind:').total, index.ask('owner:').total);
expect('a filter that nothing passes', index.ask('kind:unicorn').total, 0);

// --- hostile questions

for (const query of ['<script>', '"', 'kind:"', '\\', '(((', '[a-z]*', '__proto__', 'constructor', 'a'.repeat(10000), '\u202e', '%00', 'owner:"x'.repeat(50), '😀', '決済']) {
  let problem = [];
  try {
    index.ask(query);
  } catch (error) {
    problem = [error.message];
  }
  tally.check(`asked for ${JSON.stringify(query.slice(0, 20))}`, problem);
}

// --- a program of its own, with words of other scripts

const other = process.env.OTHER_SITE && load(process.env.OTHER_SITE).index;
if (other) {
  const found = (query) => other.ask(query).results.flatMap(({ hits }) => hits.map((hit) => hit.id));
  expect('Chinese, a part of a title', found('障害')[0], 'R-1');
  expect('Chinese, one character', found('障')[0], 'R-1');
  expect('Chinese, in a text', found('決済代行'), ['R-2']);
  expect('Chinese, in another order', found('代決行済'), []);
  expect('Russian, without the dots', found('елка')[0], 'R-3');
  expect('Arabic, without the vowels', found('خطر')[0], 'R-4');
  expect('German, spelled out', found('strasse')[0], 'R-005');
  expect('markup is text', found('alert')[0], 'R-6');
  const hostile = other.ask('alert').results[0].hits[0];
  holds('markup stays as it was written', hostile.title.includes('<img src=x onerror=alert(1)>'), hostile.title);
  expect('an id as it was written', found('R 005')[0], 'R-005');
  expect('a tag', found('tag:ledger'), ['R-6']);
  expect('a word that is a tag', found('ledger'), ['R-6']);
}

// --- size and speed

const measure = (folder, name) => {
  const { bytes, index: made, loaded } = load(folder);
  const gzipped = zlib.gzipSync(bytes, { level: 9 }).length;
  const queries = ['r', 'risk', 'T-00012', '12', 'window cut', 'the pilot budget', 'rollbcak', 'migratoin windwo', 'kind:task owner:asha plan', 'xyzzyqwv', 'a b c d'];
  const times = queries.map((query) => {
    made.ask(query);
    const started = performance.now();
    made.ask(query);
    return performance.now() - started;
  });
  console.log(
    `${name}: ${bytes.length} bytes, ${gzipped} gzipped; loaded in ${loaded.toFixed(1)} ms; ` +
      `${times.length} queries ${(times.reduce((a, b) => a + b) / times.length).toFixed(1)} ms each, ${Math.max(...times).toFixed(1)} at most (${queries[times.indexOf(Math.max(...times))]})`,
  );
  return gzipped;
};
measure(site, 'the sample');
if (big) holds('the index of 2,000 records', measure(big, '2,000 records') <= MOST_GZIPPED, `more than ${MOST_GZIPPED} bytes gzipped`);
tally.finish();
