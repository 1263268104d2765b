#!/usr/bin/env node
// Takes the pictures of docs/images from the built sample, and writes the page that shows them:
// pictures.mjs SITE IMAGES [PAGE.md]
// Each page wide, half and narrow, light and dark, and as it is printed. The same site gives the same names.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [site, out, shown] = process.argv.slice(2);
if (!out) {
  console.error('usage: pictures.mjs SITE IMAGES [PAGE.md]');
  process.exit(2);
}

// Pictures have one face everywhere: Inter, which is wider than most, so that lines break at their worst.
// It has to be said before the browser starts.
process.env.FONTCONFIG_FILE ??= fileURLToPath(new URL('pictures-fonts.conf', import.meta.url));
const { launch } = await import('./chromium.mjs');

// name, page, what it is, what to do before the picture
const pages = [
  ['overview', 'index.html', 'The overview'],
  ['plan', 'plan.html', 'The plan on a calendar'],
  ['critical-path', 'critical-path.html', 'The critical path'],
  ['dependencies', 'dependencies/map.html', 'Dependencies'],
  ['raid', 'risks/index.html', 'RAID, the risks'],
  ['risk', 'risks/R-007.html', 'A risk'],
  ['decision', 'decisions/D-012.html', 'A decision'],
  ['release', 'releases/REL-1.html', 'A release'],
  ['go-no-go', 'releases/REL-1-go-no-go.html', 'The go/no-go sheet'],
  ['runbook', 'releases/REL-1-runbook.html', 'The runbook of a launch'],
  ['person', 'people/mo.html', 'A person'],
  ['executives', 'status/executives.html', 'The page for executives'],
  ['stakeholders', 'stakeholders/index.html', 'Stakeholders'],
  ['search', 'risks/index.html', 'Search', search],
  ['findings', 'findings.html', 'Findings'],
];
const widths = [
  [1440, 960],
  [768, 1024],
  [390, 844],
];

async function search(tab) {
  await tab.keyboard.press('/');
  await tab.keyboard.type('cut-over');
  await tab.waitForSelector('[role="option"]');
}

// The browser that took a picture also writes it as WebP, so that no other tool is needed.
async function asWebp(painter, png, file) {
  const base64 = await painter.evaluate(async (source) => {
    const image = new Image();
    image.src = `data:image/png;base64,${source}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    canvas.getContext('2d').drawImage(image, 0, 0);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality: 0.62 })).arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  }, png.toString('base64'));
  fs.writeFileSync(file, Buffer.from(base64, 'base64'));
}

const browser = await launch();
const painter = await browser.newPage();
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'pictures-'));
fs.mkdirSync(out, { recursive: true });
let taken = 0;

for (const [name, page, , act] of pages) {
  const address = pathToFileURL(path.resolve(site, page)).href;
  for (const [width, height] of widths) {
    for (const colorScheme of ['light', 'dark']) {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
      const tab = await context.newPage();
      await tab.goto(address);
      await act?.(tab);
      await asWebp(painter, await tab.screenshot({ caret: 'hide' }), path.join(out, `${name}-${width}-${colorScheme}.webp`));
      if (name === 'overview' && width === 1440 && colorScheme === 'light') {
        await tab.screenshot({ path: path.join(out, 'overview.png'), caret: 'hide' });
        taken += 1;
      }
      taken += 1;
      await context.close();
    }
  }
  if (act) continue;
  const context = await browser.newContext({ colorScheme: 'dark' });
  const tab = await context.newPage();
  await tab.goto(address);
  const sheet = path.join(scratch, name);
  await tab.pdf({ path: `${sheet}.pdf`, format: 'A4', pageRanges: '1' });
  execFileSync('pdftoppm', ['-png', '-singlefile', '-scale-to-x', '760', '-scale-to-y', '-1', `${sheet}.pdf`, sheet]);
  await asWebp(painter, fs.readFileSync(`${sheet}.png`), path.join(out, `${name}-paper.webp`));
  taken += 1;
  await context.close();
}
await browser.close();
fs.rmSync(scratch, { recursive: true });

if (shown) {
  const folder = path.relative(path.dirname(shown), out);
  const picture = (name, rest, what) => `![${what}](${folder}/${name}-${rest}.webp)`;
  const lines = [
    '# How the site looks',
    '',
    'The sample program, `sample-program/`, as readers meet it: on a desk, on half a screen and on a phone, in light and dark, and on paper.',
    '`./dev pictures` takes these pictures and writes this page.',
  ];
  for (const [name, , what, act] of pages) {
    lines.push('', `## ${what}`, '');
    lines.push(picture(name, '1440-light', `${what}, 1440 pixels wide`), '', picture(name, '1440-dark', `${what}, 1440 pixels wide, dark`), '');
    for (const width of [768, 390]) {
      lines.push(['light', 'dark'].map((scheme) => picture(name, `${width}-${scheme}`, `${what}, ${width} pixels wide, ${scheme}`)).join(' '), '');
    }
    if (!act) lines.push(picture(name, 'paper', `${what}, the first printed page`), '');
    lines.pop();
  }
  fs.writeFileSync(shown, `${lines.join('\n')}\n`);
}
const bytes = fs.readdirSync(out).reduce((sum, file) => sum + fs.statSync(path.join(out, file)).size, 0);
console.log(`${taken} pictures in ${out}, ${Math.round(bytes / 1024)} KB`);
