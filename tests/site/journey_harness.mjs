// Runs journeys: small stories of a reader in a real browser. Each has a page of its own, and demands before all else that
// the console stays empty, that nothing is asked for outside the site, and that nothing it asks for is missing.
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { launch, Tally } from './chromium.mjs';
import { serve, urlOf } from './server.mjs';

// What a journey gets: the browser's page, its context, and the questions one asks most.
class Reader {
  constructor(page, context, base) {
    this.page = page;
    this.context = context;
    this.base = base;
    this.mistakes = [];
    this.notes = [];
  }

  // `name` is a file of the site, with a query or fragment behind it if need be.
  async open(name) {
    const [, file, rest] = name.match(/^([^?#]*)(.*)$/);
    await this.page.goto(this.base + urlOf(file) + rest, { waitUntil: 'load' });
  }

  // The address below the site: "risks/R-007.html".
  where() {
    return decodeURIComponent(this.page.url()).replace(this.base, '');
  }

  demand(what, holds, details = '') {
    if (!holds) this.mistakes.push(details === '' ? what : `${what}: ${typeof details === 'string' ? details : JSON.stringify(details)}`);
    return holds;
  }

  equal(what, found, wanted) {
    return this.demand(what, JSON.stringify(found) === JSON.stringify(wanted), `${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
  }

  // Printed, never judged.
  note(text) {
    this.notes.push(text);
  }

  // What has the focus: its words and how they are marked.
  focus() {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      const { width, height } = element.getBoundingClientRect();
      // A menu has its ring round its box, a link in a drawing has one drawn.
      const ringed = [element, element.closest('.pick')].filter(Boolean).some((one) => {
        const style = getComputedStyle(one);
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
      });
      const drawn = element.querySelector(':scope > .ring-in');
      const stroked = drawn !== null && getComputedStyle(drawn).stroke !== 'none';
      return {
        tag: element.localName,
        text: (element.getAttribute('aria-label') ?? element.textContent).replace(/\s+/g, ' ').trim(),
        href: element.getAttribute('href') ?? '',
        visible: width > 0 && height > 0 && (ringed || stroked),
      };
    });
  }

  // Presses Tab until `is(focus)` holds. Gives the focus, or null after `most` steps.
  async tabTo(is, most = 200) {
    for (let step = 0; step < most; step += 1) {
      await this.page.keyboard.press('Tab');
      const focus = await this.focus();
      if (is(focus)) return focus;
    }
    return null;
  }

  press(...keys) {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }
}

// A journey: {name, walk(reader), options (of the browser's context), fromDisk}. The context belongs to the journey alone.
async function walkOne(browser, served, disk, tally, { name, walk, options = {}, fromDisk = false }) {
  const base = fromDisk ? disk : served.url;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15000);
  const reader = new Reader(page, context, base);
  const { mistakes } = reader;
  page.on('console', (message) => mistakes.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => mistakes.push(`script error: ${error.message}`));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    if (why !== 'net::ERR_ABORTED') mistakes.push(`failed: ${request.url()} ${why}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !/^(data|blob):/.test(url)) mistakes.push(`asked for ${url}`);
  });
  try {
    await walk(reader);
  } catch (error) {
    mistakes.push(`broke off: ${error.message.split('\n')[0]}`);
  }
  await context.close();
  for (const note of reader.notes) console.log(`${name}: ${note}`);
  tally.check(name, mistakes);
}

// Walks all journeys through the site in the folder, one after the other, and ends the process.
export async function walkAll(folder, journeys) {
  const site = fs.realpathSync(folder);
  const browser = await launch();
  const tally = new Tally();
  const served = await serve(site, { prefix: '/some/sub/path/' });
  const disk = `${pathToFileURL(site).href}/`;
  const only = process.env.JOURNEY;
  for (const journey of journeys) {
    if (!only || journey.name.includes(only)) await walkOne(browser, served, disk, tally, journey);
  }
  tally.check('nothing was asked for that is not there', served.missed);
  served.close();
  await browser.close();
  tally.finish();
}
