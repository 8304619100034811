// Example messages, read by the parser of JsSIP, which follows the grammar of RFC 3261.

import { createRequire } from 'node:module';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const { parseMessage } = require('jssip/lib/Parser.js');

export default ({ root, folder, versus, check }) => {
  const codes = readdirSync(join(root, 'content/sip/codes')).map((name) => name.replace('.toml', ''));
  versus('--root', root, 'build', '--out', join(folder, 'site'), '--base-url', 'https://versus.example/');
  const data = require(join(folder, 'site/api/v1/sip/486.json'));
  check('the published data holds the example', typeof data.example === 'string', JSON.stringify(data).slice(0, 80));
  let read = 0;
  for (const code of codes) {
    const { example, phrase } = require(join(folder, 'site/api/v1/sip', `${code}.json`));
    const [head, body = ''] = example.trimEnd().split(/\n\n/);
    const wire = `${head}\n\n${body === '' ? '' : `${body}\n`}`.replaceAll('\n', '\r\n');
    // The parser knows no telephone numbers as addresses (RFC 3966).
    const message = parseMessage(wire.replace(/<tel:([^>]*)>/g, '<sip:$1@example.com>'), {});
    check(`JsSIP reads the example of ${code}`, Boolean(message));
    if (!message) continue;
    read += 1;
    check(`the example of ${code} has its code and phrase`, String(message.status_code) === code && message.reason_phrase === phrase, `${message.status_code} ${message.reason_phrase}`);
    check(`the example of ${code} answers a request`, message.cseq > 0 && message.method !== '' && message.via_branch.startsWith('z9hG4bK'), `${message.cseq} ${message.method} ${message.via_branch}`);
    check(`the example of ${code} names both ends`, Boolean(message.from_tag) && Boolean(message.from.uri) && Boolean(message.to.uri) && message.call_id !== '');
    check(`the length in the example of ${code} is right`, message.getHeader('content-length') === String(body === '' ? 0 : Buffer.byteLength(wire.split('\r\n\r\n')[1])), message.getHeader('content-length'));
  }
  check('all examples were read', read === codes.length, `${read} of ${codes.length}`);
  const broken = parseMessage('SIP/2.0 486 Busy Here\r\nVia: nowhere\r\nFrom: x\r\n\r\n', {});
  check('JsSIP refuses a broken message', !broken);
};
