// Which language a text says it is in: on pages in another language an English title or sentence stands in an element
// that says so, and what says that it is English holds no letter that English lacks. Every page, every text of it.
import { Parser } from 'htmlparser2';

/** Elements whose text is protocol or not language; a picture is one thing to those who hear it, described in words. */
const SILENT = new Set(['script', 'style', 'code', 'pre', 'svg']);
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

/** The texts of a page, each with the language that it says it is in. */
const read = (html) => {
  const found = [];
  const open = [];
  const language = () => open.findLast((one) => one.lang !== undefined)?.lang ?? '';
  const parser = new Parser({
    onopentag(name, attributes) { if (!VOID.has(name)) open.push({ name, lang: attributes.lang }); },
    onclosetag(name) { if (!VOID.has(name)) open.splice(open.findLastIndex((one) => one.name === name)); },
    ontext(text) {
      // What a browser shows as its title says nothing of languages.
      if (text.trim() !== '' && !open.some((one) => SILENT.has(one.name) || one.name === 'title')) found.push([language(), text.trim()]);
    },
  });
  parser.write(html);
  parser.end();
  return found;
};

/** Letters of other languages of this site. */
const OTHER = /[\p{Script=Cyrillic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]/u;
const LATIN = /(?<!\p{L})[A-Za-z]+(?:['’][a-z]+)?(?:[ -][A-Za-z]+(?:['’][a-z]+)?)*(?!\p{L})/gu;
/** Words that hardly a sentence or title in English does without, and that Vietnamese without marks does not have. */
const SMALL = /\b(a|an|and|are|be|by|for|from|has|is|not|of|or|that|the|this|was|with)\b/i;

/** What is wrong with a page in another language than English; `names` are those of codes, "486 Busy Here". */
const judge = (html, names) => read(html).flatMap(([said, text]) => {
  if (said === 'en') return OTHER.test(text) ? [`is no English: ${text}`] : [];
  const name = text.match(/\b\d{3} [A-Z][\w/() -]*/)?.[0].trim();
  // Fewer words than four may be a term of the trade, which stands in a sentence like any other word.
  const runs = [...text.matchAll(LATIN)].map(([run]) => run).filter((run) => run.split(/[ -]/).length >= 4 && SMALL.test(run));
  return [...(names.has(name) ? [name] : []), ...runs].map((english) => `does not say that it is English: ${english}`);
});

/** Pieces of pages, and what must be said about them. */
const PIECES = [
  ['<html lang=ja><p>480は<i lang=en>Temporarily Unavailable</i>で、Do Not Disturbのことがあります</p>', 0],
  ['<html lang=ja><li>480 Temporarily Unavailable</li>', 1],
  ['<html lang=ru><cite>Obtaining a Presence Information Document</cite>', 1],
  ['<html lang=ru><cite lang=en>Obtaining a Presence Information Document</cite><p>ответ</p>', 0],
  ['<html lang=vi><p>The call is being forwarded to another place.</p>', 1],
  ['<html lang=vi><p>mọi chặng đều an toàn cho cuộc gọi</p>', 0],
  ['<html lang=vi><p lang=en>mọi chặng đều an toàn</p>', 1],
  ['<html lang=ja><p lang=en>Busy <b>ここ</b></p>', 1],
  ['<html lang=ru><div lang=en><p lang=ru>занято</p></div><select lang=en><option>486 Busy Here</select>', 0],
];

export default ({ sites, check }) => {
  const site = sites[0];
  const all = JSON.parse(site.text('api/v1/sip/codes.json'));
  const names = new Set(all.codes.map((one) => `${one.code} ${one.phrase}`));
  for (const [piece, count] of PIECES) check('a piece of a page is judged rightly', judge(piece, names).length === count, `${piece}: ${judge(piece, names)}`);
  let pages = 0;
  for (const tag of all.languages.slice(1)) {
    for (const path of site.files) {
      if (!path.startsWith(`${tag}/`) || !path.endsWith('.html')) continue;
      pages += 1;
      const html = site.text(path);
      check('a page says its language', html.includes(`<html lang="${tag}"`), path);
      for (const wrong of judge(html, names)) check('a text says its language', false, `${path} ${wrong}`);
    }
  }
  return `${pages} pages in other languages than English`;
};
