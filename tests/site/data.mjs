// The published data, as a program would take it: JSON by Ajv against the published schema, the table by csv-parse, and
// both against each other. Spoilt files show that these checks can fail.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import Ajv2020 from 'ajv/dist/2020.js';
import { parse as parseTable } from 'csv-parse/sync';

import { file, parse } from './page.mjs';

const FOLDER = 'api/v1/';
const SCHEMA = `${FOLDER}schema.json`;

const formats = {
  uri: (text) => /^[!-~]+$/.test(text) && URL.canParse(text),
  date: (text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text),
};

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same schema without room for what it does not describe: readers skip unknown fields, we publish none. */
const closed = (schema) => {
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => {
    if (key === 'properties') return [key, Object.fromEntries(Object.entries(value).map(([name, one]) => [name, closed(one)]))];
    if (key === '$defs') return [key, Object.fromEntries(Object.entries(value).map(([name, one]) => [name, opened(one)]))];
    if ((key === 'items' || key === 'additionalProperties') && isObject(value)) return [key, closed(value)];
    if (key === 'oneOf' || key === 'anyOf') return [key, value.map(opened)];
    return [key, value];
  }));
  return { ...inner, unevaluatedProperties: false };
};
/** A part that others extend: its parts are closed, itself it is not. */
const opened = (schema) => {
  const { unevaluatedProperties, ...rest } = closed(schema);
  return rest;
};

/** Every value in a file, with the way to it. */
function* values(value, way = '') {
  yield [value, way];
  if (typeof value === 'object' && value !== null) for (const [key, one] of Object.entries(value)) yield* values(one, `${way}/${key}`);
}

/** What is wrong with one file, as texts. `all` is the published codes.json, which the others refer to. */
const judge = ({ site, all, locales, license, byPublished, byClosed, pages }) => (path, data) => {
  const wrong = [];
  for (const [what, validate] of [['refused by the schema', byPublished], ['not described by the schema', byClosed]]) {
    if (!validate(data)) wrong.push(...validate.errors.map((one) => `${what}: ${one.instancePath} ${one.message} ${JSON.stringify(one.params)}`));
  }
  if (wrong.length > 0) return wrong;
  const expect = (good, what) => { if (!good) wrong.push(what); };

  expect(data.$schema === new URL(SCHEMA, site.base).href, `another schema: ${data.$schema}`);
  expect(data.version === all.version, `another version: ${data.version}`);
  expect(data.license.id === license, `another license: ${data.license.id}`);
  expect(isDeepStrictEqual(data.languages, locales), `other languages: ${data.languages}`);
  for (const [value, way] of values(data)) {
    if (isObject(value) && Object.keys(value).some((key) => locales.includes(key))) {
      expect(isDeepStrictEqual(Object.keys(value), locales), `a language is missing: ${way}`);
    }
    if (typeof value !== 'string') continue;
    for (const [address] of value.matchAll(/https?:\/\/[^\s)\]<>"'`]+/g)) {
      const url = new URL(address);
      if (url.origin !== site.base.origin) continue;
      const there = file(site, url);
      expect(there !== null, `an address leads nowhere: ${way} ${address}`);
      if (there && url.hash) expect(pages(there).ids.has(url.hash.slice(1)), `a fragment is not there: ${way} ${address}`);
    }
    expect(!/\]\((?!https:\/\/)/.test(value), `a link is no whole address: ${way}`);
  }

  const known = new Map(all.codes.map((one) => [one.code, one]));
  const code = (name, way) => expect(known.has(name), `an unknown code: ${way} ${name}`);
  const facts = new Map(all.facts.map((one) => [one.key, one]));
  const classes = all.classes.map((one) => one.key);
  const oneCode = (one) => {
    code(one.code, 'code');
    one.related.forEach((other) => code(other, `${one.code} related`));
    expect(classes.includes(one.class), `an unknown class: ${one.class}`);
    for (const key of one.inferred ?? []) expect(key in one.facts, `${one.code}: an inferred fact is not stated: ${key}`);
    for (const [key, value] of Object.entries(one.facts)) {
      const fact = facts.get(key);
      if (!fact) { expect(false, `an unknown fact: ${key}`); continue; }
      const named = (name) => fact.values.some((value) => value.key === name) || (fact.tokens ?? []).includes(name);
      const good = {
        choice: () => typeof value === 'string' && named(value),
        set: () => Array.isArray(value) && value.every(named),
        number: () => Number.isInteger(value) || named(value),
        tokens: () => (Array.isArray(value) ? value.every((item) => named(item.name)) : named(value)),
        citation: () => (isObject(value) ? value.spec !== undefined : named(value)),
      }[fact.kind]();
      expect(good, `an unknown value: ${one.code} ${key} ${JSON.stringify(value)}`);
    }
  };

  if (data.kind === 'codes') data.codes.forEach(oneCode);
  if (data.kind === 'code') {
    oneCode(data);
    expect(path === `${FOLDER}${data.protocol}/${data.code}.json`, `another code: ${data.code}`);
    for (const [key, value] of Object.entries(known.get(data.code) ?? {})) expect(isDeepStrictEqual(data[key], value), `not what codes.json says: ${key}`);
  }
  if (data.kind === 'pairs') {
    const listed = new Set(data.pairs.map((one) => one.codes.join(' ')));
    const count = (known.size * (known.size - 1)) / 2;
    expect(listed.size === count && data.pairs.length === count, `not each pair once: ${data.pairs.length}`);
    for (const pair of data.pairs) {
      pair.codes.forEach((one) => code(one, 'pair'));
      const [a, b] = pair.codes.map((one) => known.get(one)?.facts ?? {});
      const differing = all.facts.map((one) => one.key).filter((key) => !isDeepStrictEqual(a[key], b[key]));
      expect(isDeepStrictEqual([...pair.differs].sort(), differing.sort()), `other differences: ${pair.codes} ${pair.differs}`);
    }
  }
  if (data.kind === 'mapping') {
    expect(path === `${FOLDER}${data.protocol}/${data.mapping}.json`, `another mapping: ${data.mapping}`);
    const causes = new Map(data.causes.map((one) => [one.cause, one]));
    const codes = new Map(data.codes.map((one) => [one.code, one]));
    expect(causes.size === data.causes.length && codes.size === data.codes.length, 'something stands there twice');
    for (const one of data.causes) {
      one.to.forEach((to, i) => { code(to.code, `cause ${one.cause}`); expect((i === 0) === (to.when === undefined), `a condition: cause ${one.cause}`); });
      expect(one.to.length > 0 || one.note !== undefined, `cause ${one.cause} becomes nothing, and nothing says so`);
      const back = codes.get(one.to[0]?.code)?.to ?? [];
      expect(isDeepStrictEqual(one.back, back) && one.lossy === !back.includes(one.cause), `another way back: cause ${one.cause}`);
    }
    for (const one of known.values()) {
      const row = codes.get(one.code);
      const stated = one.facts[data.fact];
      expect(row ? isDeepStrictEqual(row.stated, stated) : !Number.isInteger(stated), `another cause than codes.json states: ${one.code}`);
      if (!row) continue;
      expect(!Number.isInteger(stated) || isDeepStrictEqual(row.to, [`${stated}`]), `another cause than is stated: ${one.code}`);
      expect(row.to.every((cause) => causes.has(cause)), `an unknown cause: ${one.code}`);
      const back = [...new Set(row.to.map((cause) => causes.get(cause)?.to[0]?.code).filter(Boolean))];
      expect(isDeepStrictEqual(row.back, back) && row.lossy === !isDeepStrictEqual(back, [one.code]), `another way back: ${one.code}`);
    }
  }
  return wrong;
};

/** A fact as the table has it. */
const cell = (value) => {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.map((one) => (isObject(one) ? `${one.name}${one.when ? ` (${one.when})` : ''}` : one)).join('; ');
  return isObject(value) ? [value.spec, value.section].filter(Boolean).join(' ') : `${value}`;
};

/** What is wrong with the table. */
const judgeTable = (text, all) => {
  const wrong = [];
  let rows;
  try {
    rows = parseTable(text, { columns: true, record_delimiter: '\r\n' });
  } catch (error) {
    return [`not a table: ${error.message}`];
  }
  if (rows.length !== all.codes.length) return [`${rows.length} rows for ${all.codes.length} codes`];
  rows.forEach((row, i) => {
    const one = all.codes[i];
    const expected = { code: one.code, phrase: one.phrase, class: one.class, url: one.url[all.languages[0]] };
    for (const fact of all.facts) expected[fact.key] = cell(one.facts[fact.key]);
    expected.inferred = (one.inferred ?? []).join('; ');
    for (const key of ['gloss', 'meaning', 'action']) for (const tag of all.languages) expected[`${key}_${tag}`] = one[key][tag];
    Object.assign(expected, { version: all.version, license: all.license.id });
    if (!isDeepStrictEqual(Object.keys(row), Object.keys(expected))) wrong.push(`other columns: ${Object.keys(row)}`);
    for (const [key, value] of Object.entries(expected)) if (row[key] !== value) wrong.push(`${one.code} ${key}: ${row[key]} instead of ${value}`);
  });
  return wrong;
};

/** Files with one mistake each, and what must be said about it. */
const SPOILT = [
  ['486', 'has no key of the head', (d) => { delete d.license; }, /must have required property 'license'/],
  ['486', 'has no key of its kind', (d) => { delete d.example; }, /must have required property 'example'/],
  ['486', 'has a number for a text', (d) => { d.code = 486; }, /must be string/],
  ['486', 'has a text for texts', (d) => { d.meaning = 'busy'; }, /must be object/],
  ['486', 'has an unknown kind', (d) => { d.kind = 'cod'; }, /must be equal to one of the allowed values/],
  ['486', 'has a version that is none', (d) => { d.version = '2.0'; }, /must match pattern/],
  ['486', 'has a day that is none', (d) => { d.updated = '2026-02-30'; }, /must match format "date"/],
  ['486', 'has an address that is none', (d) => { d.url.en = '/sip/486/'; }, /must match format "uri"/],
  ['486', 'has a field that nothing describes', (d) => { d.hint = 'x'; }, /not described by the schema/],
  ['486', 'has a field that nothing describes, inside', (d) => { d.flow[0].colour = 'red'; }, /not described by the schema/],
  ['486', 'has an empty text', (d) => { d.gloss.vi = ''; }, /must NOT have fewer than 1 characters/],
  ['486', 'lacks a language', (d) => { delete d.fix.ru; }, /a language is missing/],
  ['486', 'links to a page that is not there', (d, base) => { d.url.ja = `${base}ja/sip/487486/`; }, /leads nowhere/],
  ['486', 'links to a schema that is not there', (d, base) => { d.$schema = `${base}api/v2/schema.json`; }, /another schema/],
  ['486', 'has a fact of an unknown value', (d) => { d.facts.final = 'perhaps'; }, /an unknown value: 486 final/],
  ['486', 'has an unknown fact', (d) => { d.facts.colour = 'red'; }, /an unknown fact/],
  ['486', 'has an unknown class', (d) => { d.class = '7xx'; }, /an unknown class/],
  ['486', 'is another code', (d) => { d.code = '600'; }, /another code/],
  ['486', 'has another license', (d) => { d.license.id = 'MIT'; }, /another license/],
  ['codes', 'has a kind of fact that is none', (d) => { d.facts[0].kind = 'colour'; }, /must be equal to one of the allowed values/],
  ['codes', 'relates to an unknown code', (d) => { d.codes[0].related = ['999']; }, /an unknown code/],
  ['pairs', 'lacks a pair', (d) => { d.pairs.pop(); }, /not each pair once/],
  ['pairs', 'has three codes in a pair', (d) => { d.pairs[0].codes.push('486'); }, /must NOT have more than 2 items/],
  ['pairs', 'hides a difference', (d) => { d.pairs[7].differs.pop(); }, /other differences/],
  ['q850', 'has a cause without a name', (d) => { delete d.causes[0].name; }, /must have required property 'name'/],
  ['q850', 'has a number for a cause', (d) => { d.causes[0].cause = 1; }, /must be string/],
  ['q850', 'has a text for a mark', (d) => { d.causes[0].lossy = 'no'; }, /must be boolean/],
  ['q850', 'becomes an unknown code', (d) => { d.causes[0].to[0].code = '999'; }, /an unknown code/],
  ['q850', 'says that something lost comes back', (d) => { d.codes.find((one) => one.code === '480').lossy = false; }, /another way back: 480/],
  ['q850', 'says that what comes back is lost', (d) => { d.causes.find((one) => one.cause === '17').lossy = true; }, /another way back: cause 17/],
  ['q850', 'has another cause than the code', (d) => { d.codes.find((one) => one.code === '486').stated = 21; }, /another cause than codes.json states/],
  ['q850', 'names a row that is not there', (d) => { d.causes[0].url.ru += '0'; }, /a fragment is not there/],
];
const SPOILT_TABLES = [
  ['has a row too few', (text) => text.replace(/\r\n[^\r]*\r\n$/, '\r\n'), /rows for/],
  ['has a quote inside a cell', (text) => text.replace('Busy Here', 'Busy "Here'), /not a table/],
  ['has a cell too many', (text) => text.replace(',Busy Here,', ',Busy,Here,'), /not a table/],
  ['has another phrase', (text) => text.replace(',Busy Here,', ',Busy There,'), /486 phrase/],
  ['lacks a column', (text) => text.replace('meaning_ru', 'meaning_xx'), /other columns/],
];

export default ({ root, sites, check }) => {
  const settings = readFileSync(join(root, 'content/site.toml'), 'utf8');
  const locales = JSON.parse(settings.match(/^locales = (\[.*\])$/m)[1]);
  const [, license] = settings.match(/^license = "(.*)"$/m);
  let [judged, refused] = [0, 0];
  for (const site of sites) {
    const schema = JSON.parse(site.text(SCHEMA));
    check('the schema names its own address', schema.$id === new URL(SCHEMA, site.base).href, schema.$id);
    const byPublished = new Ajv2020({ strict: true, allErrors: true, formats }).compile(schema);
    // A closed part says nothing of its type where a reference does.
    const byClosed = new Ajv2020({ strict: true, strictTypes: false, allErrors: true, formats }).compile(closed(schema));
    const paths = [...site.files].filter((path) => path.startsWith(FOLDER) && path !== SCHEMA).sort();
    const tables = paths.filter((path) => path.endsWith('.csv'));
    const files = new Map(paths.filter((path) => path.endsWith('.json')).map((path) => [path, JSON.parse(site.text(path))]));
    check('all that is published as data is JSON or a table', files.size + tables.length === paths.length, paths.filter((path) => !/\.(json|csv)$/.test(path)).join(' '));
    for (const path of tables) check('a table stands beside the same as JSON', files.has(path.replace(/csv$/, 'json')), path);
    const protocols = new Set([...files.values()].map((one) => one.protocol));
    const overview = site.text('llms.txt');
    const parsed = new Map();
    const pages = (path) => parsed.get(path) ?? parsed.set(path, parse(site.text(path))).get(path);
    for (const protocol of protocols) {
      const own = [...files].filter(([path]) => path.startsWith(`${FOLDER}${protocol}/`));
      const all = files.get(`${FOLDER}${protocol}/codes.json`);
      const look = judge({ site, all, locales, license, byPublished, byClosed, pages });
      for (const [path, data] of own) {
        judged += 1;
        for (const wrong of look(path, data)) check('published data is whole', false, `${path} ${wrong}`);
        check('what is no single code stands in the overview', data.kind === 'code' || overview.includes(new URL(path, site.base).href), path);
      }
      for (const tag of locales) {
        const path = `${tag === locales[0] ? '' : `${tag}/`}data/index.html`;
        const links = pages(path).links.map((href) => new URL(href, site.base).href);
        for (const [listed] of own.filter(([, data]) => data.kind !== 'code')) check('the page about data names it', links.includes(new URL(listed, site.base).href), `${path} ${listed}`);
        check('the page about data says what stays', site.text(path).includes('>api/v1/</code>') && site.text(path).includes('>api/v2/</code>'), path);
      }
      const count = (kind) => own.filter(([, data]) => data.kind === kind).length;
      check('there is a file for all codes, for all pairs and for each code', count('codes') === 1 && count('pairs') === 1 && count('code') === all.codes.length, protocol);
      const table = site.text(`${FOLDER}${protocol}/codes.csv`);
      for (const wrong of judgeTable(table, all)) check('the table says what codes.json says', false, wrong);
      if (protocol !== 'sip') continue;
      for (const [name, what, spoil, said] of SPOILT) {
        const path = `${FOLDER}${protocol}/${name}.json`;
        const data = structuredClone(files.get(path));
        spoil(data, site.base.href);
        const wrong = look(path, data);
        refused += wrong.length > 0 ? 1 : 0;
        check('a spoilt file is refused for its mistake', wrong.some((one) => said.test(one)), `${name}.json ${what}: ${wrong[0] ?? 'accepted'}`);
      }
      for (const [what, spoil, said] of SPOILT_TABLES) {
        check('a table can be spoilt', spoil(table) !== table, what);
        const wrong = judgeTable(spoil(table), all);
        refused += wrong.length > 0 ? 1 : 0;
        check('a spoilt table is refused for its mistake', wrong.some((one) => said.test(one)), `${what}: ${wrong[0] ?? 'accepted'}`);
      }
    }
  }
  return `${judged} files of data against their schema, ${refused} spoilt ones refused`;
};
