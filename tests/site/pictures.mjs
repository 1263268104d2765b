#!/usr/bin/env node
// Takes the pictures of docs/images from a built site: pictures.mjs SITE OUT
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './chromium.mjs';

const [site, out] = process.argv.slice(2);
if (!out) {
  console.error('usage: pictures.mjs SITE OUT');
  process.exit(2);
}

// name, page, width, height, colour scheme
const pictures = [
  ['overview', 'index.html', 1280, 860, 'light'],
  ['overview-dark', 'index.html', 1280, 860, 'dark'],
  ['overview-phone', 'index.html', 390, 844, 'light'],
  ['risks', 'risks/index.html', 1280, 860, 'light'],
  ['risks-phone', 'risks/index.html', 390, 844, 'light'],
  ['risk', 'risks/R-007.html', 1280, 860, 'light'],
  ['risk-dark', 'risks/R-007.html', 1280, 860, 'dark'],
  ['risk-phone', 'risks/R-007.html', 390, 844, 'dark'],
];

const browser = await launch();
fs.mkdirSync(out, { recursive: true });
for (const [name, page, width, height, colorScheme] of pictures) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme });
  const tab = await context.newPage();
  await tab.goto(pathToFileURL(path.resolve(site, page)).href);
  await tab.screenshot({ path: path.join(out, `${name}.png`) });
  await context.close();
}
await browser.close();
console.log(`${pictures.length} pictures in ${out}`);
