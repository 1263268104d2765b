// Looks at a built site as readers do: below a path, from the disk, light, dark, narrow, without scripts.
// node browser.mjs SITE [SITE_FOR_AN_AUDIENCE…]
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { cramped, inaccessible } from './accessible.mjs';
import { inParallel, launch, Tally } from './chromium.mjs';
import { filesBelow, serve, urlOf } from './server.mjs';

const site = fs.realpathSync(process.argv[2]);
const pages = filesBelow(site).filter((name) => name.endsWith('.html'));

// One page of each folder and all at the root: enough for what depends on the layout and not on the record. Releases have
// pages for paper too, and of reports one keeps its facts as sent.
const samples = pages.filter((name, at) => {
  if (/-(go-no-go|runbook)\.html$|^status\/|\/SR-W2[01]\.html$/.test(name)) return true;
  const folder = name.split('/').slice(0, -1).join('/');
  return folder === '' || pages.findIndex((other) => other.startsWith(`${folder}/`)) === at || name.endsWith('index.html');
});

// Opens each page at `base` and demands silence: no console line, no error, nothing asked for elsewhere, nothing missing.
async function quiet(browser, tally, base, where, wanted = pages) {
  const lanes = Array.from({ length: 4 }, (_, lane) => wanted.filter((_, at) => at % 4 === lane));
  await inParallel(lanes, 4, async (names) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    let mistakes = [];
    page.on('console', (message) => mistakes.push(`console ${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => mistakes.push(`script error: ${error.message}`));
    // An icon that was still on its way when the next page was opened is aborted; that is no fault of the page.
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText;
      if (why !== 'net::ERR_ABORTED') mistakes.push(`failed: ${request.url()} ${why}`);
    });
    page.on('response', (response) => response.status() >= 400 && mistakes.push(`${response.status()} ${response.url()}`));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(base) && !url.startsWith('data:')) mistakes.push(`asked for ${url}`);
    });
    await context.exposeBinding('__violation', (source, what) => mistakes.push(`policy: ${what}`));
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => window.__violation(`${event.violatedDirective} ${event.blockedURI}`));
    });
    for (const name of names) {
      mistakes = [];
      await page.goto(base + urlOf(name), { waitUntil: 'load' });
      mistakes.push(...(await page.evaluate(describe)));
      tally.check(`${name} (${where})`, mistakes);
    }
    await context.close();
  });
}

// Runs in the page: what every page must have.
function describe() {
  const missing = [];
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy" i]');
  if (policy === null) missing.push('no Content-Security-Policy');
  else if (!policy.content.includes("default-src 'none'")) missing.push(`weak policy: ${policy.content}`);
  if (policy !== null && document.head.querySelector('script, link, style')?.compareDocumentPosition(policy) & Node.DOCUMENT_POSITION_FOLLOWING) {
    missing.push('the policy stands behind something it should have ruled');
  }
  if (!document.documentElement.lang) missing.push('no language');
  if (!document.title.trim()) missing.push('no title');
  if (document.querySelectorAll('h1').length !== 1) missing.push(`${document.querySelectorAll('h1').length} headings of level 1`);
  if (document.querySelectorAll('main').length !== 1) missing.push('not exactly one main element');
  if (document.querySelector('[style]')) missing.push('a style attribute');
  for (const link of document.querySelectorAll('a[href]')) {
    const raw = link.getAttribute('href');
    if (raw.startsWith('/') || raw === '') missing.push(`link \`${raw}\` is not relative to the page`);
  }
  return missing;
}

// Runs in the page: the brightness, 0 to 1, of what stands behind the text and of the text.
function brightness() {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const light = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
    return alpha === 0 ? null : (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  };
  const ground = light(getComputedStyle(document.body).backgroundColor) ?? light(getComputedStyle(document.documentElement).backgroundColor);
  return { ground, ink: light(getComputedStyle(document.body).color) };
}

async function scheme(browser, tally, base, colorScheme) {
  const context = await browser.newContext({ colorScheme, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  for (const name of samples) {
    await page.goto(base + urlOf(name));
    const { ground, ink } = await page.evaluate(brightness);
    const right = colorScheme === 'light' ? (ground ?? 1) > 0.8 && ink < 0.4 : ground !== null && ground < 0.25 && ink > 0.6;
    tally.check(`${name} (${colorScheme})`, right ? [] : [`ground ${ground}, ink ${ink}`]);
    tally.check(`${name} accessible (${colorScheme})`, await inaccessible(page, colorScheme === 'dark' ? 'only' : 'too'));
  }
  await context.close();
}

async function narrow(browser, tally, base) {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  for (const name of samples) {
    await page.goto(base + urlOf(name));
    tally.check(`${name} (phone)`, await page.evaluate(cramped));
    tally.check(`${name} accessible (phone)`, await inaccessible(page, 'not'));
  }
  await context.close();
}

// Sites for audiences have the same layout and other words: a page of each sort, dark, on a phone, and what is printed.
async function told(browser, tally, folder) {
  const names = filesBelow(folder).filter((name) => name.endsWith('.html'));
  const sorts = [/^status\//, /^index\.html$/, /^milestones\/M-/, /^status_reports\/SR-/];
  const wanted = sorts.map((sort) => names.find((name) => sort.test(name))).filter(Boolean);
  tally.check(`${folder}: a status page`, wanted.some((name) => name.startsWith('status/')) ? [] : ['there is none']);
  const base = `${pathToFileURL(folder).href}/`;
  const look = async (where, options, colours, chosen) => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    if (where === 'print') await page.emulateMedia({ media: 'print' });
    for (const name of chosen) {
      await page.goto(base + urlOf(name));
      tally.check(`${folder}/${name} accessible (${where})`, await inaccessible(page, colours));
      if (where === 'phone') tally.check(`${folder}/${name} (${where})`, await page.evaluate(cramped));
    }
    await context.close();
  };
  await look('dark', { colorScheme: 'dark', viewport: { width: 1280, height: 900 } }, 'only', wanted);
  await look('phone', { viewport: { width: 320, height: 640 } }, 'not', wanted);
  await look('print', { viewport: { width: 794, height: 1123 } }, 'printed', wanted.slice(0, 1));
}

// Reads the text a reader sees with scripts off; it must hold what it holds with them on.
async function scriptless(browser, tally, base) {
  const off = await browser.newContext({ javaScriptEnabled: false });
  const page = await off.newPage();
  for (const name of samples) {
    await page.goto(base + urlOf(name));
    const text = (await page.locator('main').first().innerText()).trim();
    tally.check(`${name} (no script)`, text.length > 10 ? [] : ['the page is empty']);
  }
  await off.close();
}

// Follows links by clicking, from the front page, at most one per target folder.
async function walk(browser, tally, base, where) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${base}index.html`);
  const targets = await page.evaluate(() => [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href')));
  const local = [...new Set(targets.filter((href) => !/^[a-z]+:|^#|^index.html/i.test(href)))].slice(0, 12);
  for (const href of local) {
    await page.goto(`${base}index.html`);
    const wanted = new URL(href, `${base}index.html`).href;
    await page.evaluate((target) => [...document.querySelectorAll('a[href]')].find((link) => link.getAttribute('href') === target).click(), href);
    await page.waitForURL(wanted, { timeout: 15000 }).catch(() => {});
    const there = page.url();
    tally.check(`following ${href} (${where})`, there === wanted ? [] : [`led to ${there}`]);
  }
  await context.close();
}

const browser = await launch();
const tally = new Tally();
if (!pages.includes('index.html')) tally.check('index.html', ['the site has no front page']);
const served = await serve(site, { prefix: '/some/sub/path/' });
const disk = `${pathToFileURL(site).href}/`;
await quiet(browser, tally, served.url, 'below a path');
// Its links were followed on the disk by links.py; here it is about scripts, which are the same on all pages of a sort.
await quiet(browser, tally, disk, 'from the disk', samples);
await walk(browser, tally, served.url, 'below a path');
await walk(browser, tally, disk, 'from the disk');
// axe keeps one processor busy; there are two.
await Promise.all([
  scheme(browser, tally, served.url, 'light'),
  scheme(browser, tally, served.url, 'dark').then(() => scriptless(browser, tally, served.url)),
  narrow(browser, tally, served.url),
]);
await Promise.all(process.argv.slice(3).map((folder) => told(browser, tally, fs.realpathSync(folder))));
tally.check('nothing was asked for that is not there', served.missed);
served.close();
await browser.close();
console.log(`${pages.length} pages, ${samples.length} of them also dark, narrow and without scripts`);
tally.finish();
