// What pages, styles, scripts and the whole may weigh.
import { gzipSync } from 'node:zlib';

const KB = 1024;
const packed = (bytes) => gzipSync(bytes, { level: 6 }).length;

export default ({ sites, check }) => {
  // Where site.toml says it stands; a longer address makes each page a little heavier.
  const site = sites[0];
  let [total, raw, most, mostPacked, pairs] = [0, 0, 0, 0, 0];
  for (const path of site.files) {
    const bytes = site.bytes(path);
    total += bytes.length;
    if (!/-vs-[^/]+\/index\.html$/.test(path)) continue;
    pairs += 1;
    raw += bytes.length;
    most = Math.max(most, bytes.length);
    const small = packed(bytes);
    mostPacked = Math.max(mostPacked, small);
    check('a comparison has at most 32 KB', bytes.length <= 32 * KB, `${path} ${bytes.length}`);
    check('a comparison has at most 9 KB compressed', small <= 9 * KB, `${path} ${small}`);
  }
  const sum = (ending) => [...site.files].filter((path) => path.endsWith(ending)).reduce((all, path) => all + packed(site.bytes(path)), 0);
  const [styles, scripts] = [sum('.css'), sum('.js')];
  check('comparisons have at most 20 KB on average', raw / pairs <= 20 * KB, `${Math.round(raw / pairs)}`);
  check('styles have at most 12 KB compressed', styles <= 12 * KB, `${styles}`);
  check('scripts have at most 12 KB compressed', scripts <= 12 * KB, `${scripts}`);
  check('the site has at most 250 MB', total <= 250 * KB * KB, `${total}`);
  const kb = (bytes) => `${(bytes / KB).toFixed(1)} KB`;
  return `comparisons ${kb(raw / pairs)} on average, ${kb(most)} at most, ${kb(mostPacked)} compressed; styles ${kb(styles)}, scripts ${kb(scripts)} compressed; ${(total / KB / KB).toFixed(0)} MB in all`;
};
