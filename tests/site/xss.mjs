// Loads every file of a site in a browser, with and without its Content-Security-Policy, and fails on anything active
// that is not the site's own: node xss.mjs SITE PAYLOADS.json
import fs from 'node:fs';
import path from 'node:path';
import { inParallel, launch, Tally } from './chromium.mjs';
import { filesBelow, serve, urlOf } from './server.mjs';

const site = fs.realpathSync(process.argv[2]);
const payloads = JSON.parse(fs.readFileSync(process.argv[3], 'utf8'));
const files = filesBelow(site);
// Scripts that the site brings itself stand at its root or below assets/; a record cannot put a file there.
const ownScript = (name) => /^([\w-]+\/)?(theme\/(early|words|site|search-box|plan)|search|version)\.js$/.test(name);
const loadable = files.filter((name) => /\.(html|xhtml|svg|xml)$/.test(name));
const stripped = /<meta[^>]+content-security-policy[^>]*>/gi;

// Runs in the page: all that could be made to run, by looking at the tree.
function inspect() {
  const found = [];
  const show = (element) => element.outerHTML.slice(0, 160);
  const urls = ['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'poster', 'background', 'ping', 'srcset', 'cite',
    'manifest', 'from', 'to', 'values', 'codebase', 'longdesc', 'usemap'];
  const forbidden = ['iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'base', 'portal', 'foreignobject', 'animate',
    'set', 'animatetransform', 'animatemotion', 'style', 'marquee', 'xmp', 'plaintext', 'noembed', 'isindex', 'audio', 'video'];
  const clean = (value) => value.replace(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202f\ufeff]/g, '').toLowerCase();
  const roots = [document];
  while (roots.length > 0) {
    for (const element of roots.pop().querySelectorAll('*')) {
      const tag = element.localName.toLowerCase();
      if (forbidden.includes(tag)) found.push(`forbidden element ${show(element)}`);
      for (const { name, value } of element.attributes) {
        const attribute = name.toLowerCase();
        if (attribute.startsWith('on')) found.push(`handler ${name} in ${show(element)}`);
        if (attribute === 'style') found.push(`style attribute in ${show(element)}`);
        if (attribute === 'srcdoc') found.push(`srcdoc in ${show(element)}`);
        if (['id', 'name'].includes(attribute) && ['__proto__', 'constructor', 'document', 'cookie', 'location', 'forms'].includes(value)) {
          found.push(`${attribute} hides a property: ${show(element)}`);
        }
        if (urls.includes(attribute)) {
          const url = clean(value);
          const scheme = /^([a-z][a-z0-9+.-]*):/.exec(url)?.[1];
          const image = ['img', 'link'].includes(tag) && /^data:(,$|image\/(png|gif|jpeg|webp|svg\+xml)[;,])/.test(url);
          if (scheme && !['http', 'https', 'mailto', 'tel'].includes(scheme) && !image) found.push(`active url in ${show(element)}`);
          if (/^[/\\]{2}/.test(url)) found.push(`url without a scheme in ${show(element)}`);
        }
      }
      if (tag === 'meta' && /refresh|set-cookie/i.test(element.httpEquiv)) found.push(`meta ${show(element)}`);
      if (tag === 'form' && element.hasAttribute('action')) found.push(`form ${show(element)}`);
      if (tag === 'script') {
        const source = element.getAttribute('src') ?? element.getAttribute('href');
        if (source === null && !/json/.test(element.type ?? '')) found.push(`inline script ${show(element)}`);
      }
      if (element.content instanceof DocumentFragment) roots.push(element.content);
      if (element.shadowRoot) roots.push(element.shadowRoot);
    }
  }
  return found;
}

// Runs in the page: what a reader's mouse and keyboard would set off, without following links.
function poke() {
  const events = ['mouseover', 'mouseenter', 'pointerover', 'focus', 'blur', 'mousedown', 'keydown', 'input', 'change', 'toggle',
    'animationstart', 'transitionend', 'wheel', 'copy', 'contextmenu', 'beforetoggle', 'touchstart'];
  for (const element of document.querySelectorAll('*')) {
    for (const event of events) element.dispatchEvent(new Event(event, { bubbles: false, cancelable: true }));
  }
}

async function open(browser, record) {
  const context = await browser.newContext();
  await context.exposeBinding('pwn', (source, number) => record(`payload ${number} ran`));
  await context.exposeBinding('__violation', (source, what) => record(`the policy had to stop ${what}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => window.__violation(`${event.violatedDirective} ${event.blockedURI}`));
  });
  const page = await context.newPage();
  page.on('dialog', (dialog) => {
    record(`dialog ${dialog.message()}`);
    dialog.dismiss().catch(() => {});
  });
  return page;
}

const bareMode = 'without a policy';

async function examine(browser, tally, origin, mode) {
  await inParallel(Array.from({ length: 4 }, (_, lane) => loadable.filter((_, at) => at % 4 === lane)), 4, async (names) => {
    let mistakes = [];
    const page = await open(browser, (text) => mistakes.push(text));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(origin.url) && !url.startsWith('data:')) mistakes.push(`asked for ${url}`);
      if (request.resourceType() === 'script' && !ownScript(url.slice(origin.url.length))) mistakes.push(`script ${url}`);
    });
    for (const name of names) {
      mistakes = [];
      const url = origin.url + urlOf(name);
      try {
        await page.goto(url, { waitUntil: 'load', timeout: 20000 });
        // The tree is the same with and without a policy.
        if (mode === bareMode) mistakes.push(...(await page.evaluate(inspect)));
        await page.evaluate(poke);
        await page.waitForTimeout(10);
        if (page.url() !== url) mistakes.push(`went to ${page.url()}`);
      } catch (error) {
        mistakes.push(`did not load: ${error.message.split('\n')[0]}`);
      }
      tally.check(`${name} (${mode})`, mistakes);
    }
    await page.context().close();
  });
}

// The check is worth nothing if a payload could run unseen.
async function selfTest(browser, tally) {
  const seen = [];
  const page = await open(browser, (text) => seen.push(text));
  await page.goto('data:text/html,<img src=x onerror=pwn(7)><a href="javascript:pwn(8)" onclick="pwn(9)">x</a>');
  await page.waitForTimeout(200);
  seen.push(...(await page.evaluate(inspect)));
  const wanted = ['payload 7 ran', 'handler onerror', 'handler onclick', 'active url'];
  tally.check('the check sees a live payload', wanted.filter((text) => !seen.some((line) => line.startsWith(text))));
  await page.context().close();
}

// Payloads that come by the address, and typed into a search box where there is one.
async function visit(browser, tally, origin) {
  const mistakes = [];
  const page = await open(browser, (text) => mistakes.push(text));
  for (const text of payloads.slice(0, 40)) {
    await page.goto('about:blank');
    await page.goto(`${origin.url}index.html?q=${encodeURIComponent(text)}#${encodeURIComponent(text)}`);
    const box = page.locator('input[type=search]').first();
    if ((await box.count()) > 0 && (await box.isVisible())) {
      await box.fill(text);
      await page.waitForTimeout(30);
    }
  }
  mistakes.push(...(await page.evaluate(inspect)));
  tally.check('payloads in the address and the search box', mistakes);
  await page.context().close();
}

// A title must come out as it went in: stripped text would hide a hole in the escaping.
async function exactText(browser, tally, origin) {
  const model = JSON.parse(fs.readFileSync(path.join(site, 'program.json'), 'utf8'));
  const mistakes = [];
  const page = await open(browser, () => {});
  const plain = payloads.filter((text) => /^[\x20-\x7e]+$/.test(text));
  let compared = 0;
  for (const record of model.records) {
    if (!plain.includes(record.title) || !record.url) continue;
    await page.goto(origin.url + record.url);
    const heading = (await page.locator('h1').first().textContent()).replace(/\s+/g, ' ');
    if (!heading.includes(record.title.replace(/\s+/g, ' ').trim())) mistakes.push(`${record.url}: ${heading} is not ${record.title}`);
    compared += 1;
  }
  if (compared < 60) mistakes.push(`only ${compared} titles were found in program.json`);
  tally.check('titles come out exactly', mistakes);
  await page.context().close();
}

const browser = await launch();
const tally = new Tally();
await selfTest(browser, tally);
if (loadable.length < payloads.length) tally.check('a page for each payload', [`only ${loadable.length} pages for ${payloads.length} payloads`]);
const guarded = await serve(site, { prefix: '/x/' });
await examine(browser, tally, guarded, 'with its policy');
await visit(browser, tally, guarded);
await exactText(browser, tally, guarded);
guarded.close();
const bare = await serve(site, {
  prefix: '/x/',
  rewrite: (name, bytes) => (name.endsWith('.html') ? Buffer.from(bytes.toString('latin1').replace(stripped, ''), 'latin1') : bytes),
});
await examine(browser, tally, bare, bareMode);
bare.close();
await browser.close();
console.log(`${loadable.length} files of a site with ${payloads.length} kinds of payload, each with and without its policy`);
tally.finish();
