// The schemas in schemas/, as a TOML editor reads them: every real file is accepted, every bad sample refused.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const tomlFiles = (folder) => readdirSync(folder, { recursive: true }).filter((path) => path.endsWith('.toml')).map((path) => join(folder, path)).sort();

/** Runs the schema checker over files; gives the ones that it complains about, with what it says. */
const lint = (taplo, files, cwd) => {
  const { status, stderr, error } = spawnSync(taplo, ['lint', '--no-auto-config', '--colors', 'never', ...files], { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error) throw error;
  const refused = new Map();
  for (const part of stderr.split(/^(?=error)/m).filter((part) => part.startsWith('error'))) {
    const place = part.match(/┌─ (.*?):\d+:\d+/);
    if (place) refused.set(place[1], `${refused.get(place[1]) ?? ''}${part.split('\n')[0]}; `);
  }
  return { status, refused, stderr };
};

// What a single file cannot show is not asked of a schema: other files, the meaning of words, the flow as a whole.
const visible = ['bad-clause', 'bad-text', 'missing-key', 'repeated-value', 'toml-syntax', 'unknown-key', 'unknown-role', 'unknown-value', 'wrong-type'];
const invisible = ['bad-text+cut', 'bad-text+invisible', 'repeated-value+spec', 'unknown-value+class'];

export default ({ root, folder, versus, check }) => {
  const taplo = join(root, 'tests/tools/node_modules/.bin/taplo');
  const real = tomlFiles(join(root, 'content'));
  const accepted = lint(taplo, real, root);
  check('the schemas accept every real file', accepted.status === 0, [...accepted.refused].map(([path, why]) => `${path}: ${why}`).join('\n') || accepted.stderr);
  check('every real file names its schema', real.every((path) => readFileSync(path, 'utf8').startsWith('#:schema ../')));
  for (const path of real) {
    const named = readFileSync(path, 'utf8').split('\n')[0].replace('#:schema ', '');
    const schema = relative(join(root, 'schemas'), join(dirname(path), named));
    check(`${path} names a schema that exists`, !schema.startsWith('..') && readFileSync(join(root, 'schemas', schema), 'utf8').startsWith('{'), schema);
  }

  // The bad samples belong to the fixture site: its schemas are made from its own protocol.
  versus('--root', join(root, 'tests/sites/parcel'), 'schema', '--out', join(folder, 'schemas'));
  const schemaOf = (path) => path.match(/^content\/parcel\/(code|pair)s\//)?.[1].replace(/^/, 'parcel/')
    ?? path.match(/^content\/parcel\/(protocol|specs)\.toml$/)?.[1] ?? path.match(/^content\/(site|terms)\.toml$/)?.[1];
  const samples = [];
  for (const name of readdirSync(join(root, 'tests/bad'))) {
    if (!visible.includes(name.split('+')[0]) || invisible.includes(name)) continue;
    for (const path of tomlFiles(join(root, 'tests/bad', name))) {
      const schema = schemaOf(relative(join(root, 'tests/bad', name), path));
      const text = readFileSync(path, 'utf8');
      if (!schema || text === '') continue;
      const target = join(folder, 'samples', name, path.split('/').pop());
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, `#:schema ../../schemas/${schema}.schema.json\n${text}`);
      samples.push(target);
    }
  }
  const good = tomlFiles(join(root, 'tests/sites/parcel/content')).filter((path) => schemaOf(relative(join(root, 'tests/sites/parcel'), path))).map((path) => {
    const inside = relative(join(root, 'tests/sites/parcel'), path);
    const target = join(folder, 'samples', 'good', path.split('/').pop());
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, `#:schema ../../schemas/${schemaOf(inside)}.schema.json\n${readFileSync(path, 'utf8')}`);
    return target;
  });
  check('there are bad samples', samples.length >= 12, `${samples.length}`);
  const { refused } = lint(taplo, [...good, ...samples], folder);
  for (const path of good) check(`the schema accepts ${relative(folder, path)}`, !refused.has(path), refused.get(path));
  for (const path of samples) check(`the schema refuses ${relative(folder, path)}`, refused.has(path));

  // Single mistakes in a real file, each of which the schema alone must see.
  const whole = readFileSync(join(root, 'content/sip/codes/486.toml'), 'utf8');
  const mistakes = [
    ['meaning =', 'meanign ='], ['class = "4xx"', 'class = "7xx"'], ['class = "4xx"', 'class = 4'], ['gloss = "busy on this device"', 'gloss = ""'],
    ['final = "yes"', 'final = "maybe"'], ['final = "yes"\n', ''], ['methods = ["INVITE", "OPTIONS"]', 'methods = ["INVITE", "INVITE"]'],
    ['methods = ["INVITE", "OPTIONS"]', 'methods = "INVITE"'], ['q850_cause = 17', 'q850_cause = "seventeen"'], ['q850_cause = 17', 'q850_cuase = 17'],
    ['{ name = "Retry-After" }', '{ name = "Retry-Aftr" }'], ['{ name = "Retry-After" }', '{ nmae = "Retry-After" }'], ['from = "caller"', 'from = "calller"'],
    ['spec = "rfc3261", section = "16.7"', 'spec = "rfc3216", section = "16.7"'], ['SIP/2.0 486 Busy Here', 'SIP/2 486 Busy Here'],
    ['phrase = "Busy Here"\n', ''], ['class = "4xx"', 'class = "4xx'], ['use = "this device', 'use = "This is far too long. '.padEnd(260, 'x')],
    ['section = "16.7"', 'section = 16.7'], ['status = "active"', 'status = "active"\nstatus = "active"'],
  ];
  const spoilt = mistakes.map(([from, to], i) => {
    check(`486.toml holds ${from}`, whole.includes(from));
    const target = join(folder, 'spoilt/content/sip/codes', `${i}.toml`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, whole.replace(from, to).replace('../../../schemas', relative(dirname(target), join(root, 'schemas'))));
    return target;
  });
  const sound = join(dirname(spoilt[0]), 'sound.toml');
  writeFileSync(sound, whole.replace('../../../schemas', relative(dirname(sound), join(root, 'schemas'))));
  const found = lint(taplo, [...spoilt, sound], folder).refused;
  check('the schema accepts the file before it is spoilt', !found.has(sound), found.get(sound));
  spoilt.forEach((path, i) => check(`the schema refuses ${mistakes[i][1].slice(0, 60)}`, found.has(path)));
};
