// The JSON Schemas say what is so: program.json of a site, and the record files of the program it was built from.
// node schema.mjs MILEPOST PROGRAM SITE
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'yaml';
import { Tally } from './chromium.mjs';
import { filesBelow } from './server.mjs';

const [milepost, program, site] = process.argv.slice(2);
const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
const tally = new Tally();

// Schemas are draft-07; `strict` finds misspelt keywords, which a validator would otherwise pass over.
function compile(schema) {
  const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true });
  formats(ajv);
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? [] : validate.errors.map((error) => `${error.instancePath || '/'} ${error.message} ${JSON.stringify(error.params)}`));
}

function must(name, work) {
  try {
    tally.check(name, work());
  } catch (error) {
    tally.check(name, [error.message]);
  }
}

const mustFail = (mistakes) => (mistakes.length > 0 ? [] : ['the schema lets it pass']);

// The model.
const model = JSON.parse(fs.readFileSync(path.join(site, 'program.json'), 'utf8'));
let check = () => ['there is no schema'];
must('docs/program.schema.json compiles', () => {
  check = compile(JSON.parse(fs.readFileSync(path.join(root, 'docs/program.schema.json'), 'utf8')));
  return [];
});
must('program.json', () => check(model));
must('program.json without its version', () => mustFail(check({ ...model, schema_version: undefined })));
must('program.json with a record without id', () => mustFail(check({ ...model, records: [{ title: 'x' }] })));
must('program.json with a link to nowhere', () => mustFail(check({ ...model, links: [{ from: model.records[0].id, type: 7 }] })));

// What changed, between this program and a small one: other records and pages, all of them.
must('docs/changes.schema.json', () => {
  const changes = compile(JSON.parse(fs.readFileSync(path.join(root, 'docs/changes.schema.json'), 'utf8')));
  const said = (older) => JSON.parse(execFileSync(milepost, ['diff', older, program, '--format', 'json'], { encoding: 'utf8' }));
  const same = said(program + '/');
  const other = said(path.join(root, 'tests/site/search-program') + '/');
  const found = [...changes(same), ...changes(other)];
  if (same.records.length > 0) found.push('a program differs from itself');
  if (other.records.length === 0 || other.pages.length === 0) found.push('two programs do not differ');
  if (changes({ ...other, people: 'many' }).length === 0) found.push('the schema lets words for a count pass');
  return found;
});

// The record files.
const schemas = new Map();
function schemaOf(what) {
  if (!schemas.has(what)) {
    const text = execFileSync(milepost, ['schema', program, '--of', what], { encoding: 'utf8' });
    schemas.set(what, compile(JSON.parse(text)));
  }
  return schemas.get(what);
}

const read = (name) => fs.readFileSync(path.join(program, name), 'utf8');
must('program.yaml', () => schemaOf('program')(parse(read('program.yaml'))));
must('program.yaml with a list for a title', () => mustFail(schemaOf('program')({ program: ['x'] })));
const plural = /^(?:\s*#.*\n|\s*\n)*(?:-|[a-z_]+:)/;
for (const name of filesBelow(program)) {
  if (/\.ya?ml$/.test(name) && name !== 'program.yaml' && plural.test(read(name))) {
    must(name, () => schemaOf('records')(parse(read(name))));
  }
}
must('risks that are a number', () => mustFail(schemaOf('records')({ risks: 7 })));
const kindOf = new Map(model.records.map((record) => [record.source?.file, record.kind]));
for (const name of filesBelow(program)) {
  const front = /\.md$/.test(name) && /^---\n([^]*?)\n---\n/.exec(read(name));
  const kind = kindOf.get(name) ?? kindOf.get(path.join(program, name));
  if (front && kind) must(`${name} as ${kind}`, () => schemaOf(kind)(parse(front[1])));
}
must('a task that is due on a map', () => mustFail(schemaOf('task')({ title: 'x', due: { a: 1 } })));
tally.finish();
