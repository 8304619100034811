// Linked data and the manifests, against the types that others wrote down: schema.org by schema-dts, the web
// application manifest by SchemaStore.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';

import { file, parse } from './page.mjs';

const require = createRequire(import.meta.url);
const modules = new URL('node_modules', import.meta.url).pathname;

export default ({ folder, sites, check }) => {
  const site = sites.at(-1);
  const lines = ["import type { Graph, WithContext } from 'schema-dts';", "import type { JSONSchemaForWebApplicationManifestFiles as Manifest } from '@schemastore/web-manifest';"];
  const names = [];
  // What differs in its texts only is checked once.
  const shapes = new Set();
  const shape = (value) => value === null || typeof value !== 'object' ? typeof value
    : Object.entries(value).map(([key, one]) => `${key}:${key === '@type' ? one : shape(one)}`).join();
  let blocks = 0;
  for (const path of site.files) {
    if (!path.endsWith('.html')) continue;
    for (const block of parse(site.text(path)).data) {
      blocks += 1;
      const own = shape(JSON.parse(block));
      if (shapes.has(own)) continue;
      shapes.add(own);
      names.push(path);
      lines.push(`export const page${names.length}: Graph = ${block};`);
    }
  }
  check('pages hold linked data', blocks > 11_000 && names.length > 4, `${blocks}`);
  const manifests = [...site.files].filter((path) => path.endsWith('.webmanifest'));
  check('each language has a manifest', manifests.length === 4, manifests.join());
  for (const path of manifests) {
    const text = site.text(path);
    lines.push(`export const manifest${lines.length}: Manifest = ${text};`);
    const own = new URL(path, site.base);
    const { icons, start_url: start, scope, id } = JSON.parse(text);
    for (const { src, sizes } of icons) {
      const icon = file(site, new URL(src, own));
      check('an icon of the manifest exists', icon !== null, `${path} ${src}`);
      // A PNG says its size in its head.
      if (icon?.endsWith('.png')) check('an icon has its size', `${site.bytes(icon).readUInt32BE(16)}x${site.bytes(icon).readUInt32BE(20)}` === sizes, `${src} ${sizes}`);
    }
    check('the application starts at a page', file(site, new URL(start, own)) !== null, `${path} ${start}`);
    check('the application keeps to its site', new URL(scope, own).href === site.base.href && new URL(id, own).href.startsWith(site.base.href), path);
  }
  const place = join(folder, 'types');
  mkdirSync(place);
  symlinkSync(modules, join(place, 'node_modules'));
  writeFileSync(join(place, 'all.ts'), lines.join('\n'));
  try {
    execFileSync(process.execPath, [join(dirname(require.resolve('typescript/package.json')), 'bin/tsc'), '--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', 'all.ts'], { cwd: place, stdio: ['ignore', 'pipe', 'inherit'] });
  } catch (error) {
    check('linked data follows its vocabulary', false, String(error.stdout).slice(0, 800));
  }
  return `${blocks} blocks of ${names.length} shapes and ${manifests.length} manifests`;
};
