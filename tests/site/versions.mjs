// The menu of versions in a browser: versions.mjs SITE, a site with versions, the oldest of which lacks pages of the latest.
import fs from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import formats from 'ajv-formats';
import { cramped, inaccessible } from './accessible.mjs';
import { launch, Tally } from './chromium.mjs';

const site = path.resolve(process.argv[2]);
const tally = new Tally();
const versions = JSON.parse(fs.readFileSync(path.join(site, 'versions.json'), 'utf8')).map(({ version }) => version);
const oldest = versions.at(-1);
const pages = (version) => fs.readdirSync(path.join(site, version, 'risks')).filter((name) => name !== 'index.html');
const both = pages('latest').find((name) => versions.every((version) => fs.existsSync(path.join(site, version, 'risks', name))));
const fresh = pages('latest').find((name) => !fs.existsSync(path.join(site, oldest, 'risks', name)));
// The figures of all versions, as the schema says and as many.
const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true });
formats(ajv);
const validate = ajv.compile(JSON.parse(fs.readFileSync(new URL('../../docs/program.schema.json', import.meta.url), 'utf8')));
const model = JSON.parse(fs.readFileSync(path.join(site, 'latest/program.json'), 'utf8'));
tally.check('program.json is as its schema says', validate(model) ? [] : validate.errors.map(({ instancePath, message }) => `${instancePath} ${message}`));
tally.check('and has the figures of each version', model.trends?.versions.map(({ version }) => version).reverse().join() === versions.join() ? [] : ['not all versions']);

const browser = await launch();

const visit = async (name, where, act, options = {}) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const mistakes = [];
  page.on('pageerror', (error) => mistakes.push(error.message));
  // axe reads the style sheets, which a page may not.
  page.on('console', (line) => line.type() === 'error' && !line.text().startsWith('Connecting to ') && mistakes.push(line.text()));
  const at = () => path.relative(site, decodeURI(new URL(page.url()).pathname));
  const demand = (what, holds) => holds || mistakes.push(`${what} (at ${at()})`);
  await page.goto(`file://${site}/${where}`);
  await act(page, demand, at);
  tally.check(name, mistakes);
  await context.close();
};
const open = async (page) => {
  await page.locator('button.version').click();
  return page.locator('#mp\\:versions');
};

await visit('the root leads to the latest', 'index.html', async (page, demand, at) => {
  await page.waitForURL('**/latest/index.html');
  demand('it is the overview', at() === 'latest/index.html');
  demand('the latest is not called old', (await page.locator('.old-version').count()) === 0);
  demand('and does not lead to itself', (await page.locator('.to-latest').count()) === 0);
});
if (both)
  await visit('the menu stays on the page', `latest/risks/${both}`, async (page, demand, at) => {
    await (await open(page)).locator('li:last-child a').click();
    await page.waitForURL(`**/${oldest}/**`);
    demand('it is the same page', at() === `${oldest}/risks/${both}`);
    demand('an old version says so', await page.locator('.old-version').isVisible());
    await page.locator('.old-version a').first().click();
    await page.waitForURL('**/latest/**');
    demand('and leads back', at() === `latest/risks/${both}`);
  });
if (fresh)
  await visit('what was not there leads to its list', `latest/risks/${fresh}`, async (page, demand, at) => {
    await (await open(page)).locator('li:last-child a').click();
    await page.waitForURL(`**/${oldest}/**`);
    demand('it is the list', at() === `${oldest}/risks/index.html` || at() === `${oldest}/index.html`);
  });
const lived = pages('latest').find((name) => fs.readFileSync(path.join(site, 'latest/risks', name), 'utf8').match(/<ul class="life">[^]*<li><time/g));
await visit('a day in the life of a record leads there', `latest/risks/${lived}`, async (page, demand, at) => {
  const day = page.locator('.life > li > a').last();
  const then = await day.locator('time').getAttribute('datetime');
  await day.click();
  await page.waitForURL((url) => !url.pathname.includes('/latest/'));
  demand('it is the record', at().endsWith(`/risks/${lived}`));
  demand('as it was on that day', (await page.evaluate(() => window.milepostVersions.versions.find(({ folder }) => location.href.includes(`/${folder}/`)).date)) === then);
});
await visit('changes lead to those before them', 'latest/what-changed.html', async (page, demand, at) => {
  await page.locator('.pairs a').click();
  await page.waitForURL(`**/${versions[1]}/**`);
  demand('they are of the version before', at() === `${versions[1]}/what-changed.html`);
});
await visit('the menu is used by keyboard', 'latest/index.html', async (page, demand, at) => {
  await page.locator('button.version').focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.getAttribute('aria-current') === 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/${versions[1]}/**`);
  demand('it is the version before', at() === `${versions[1]}/index.html`);
  await open(page);
  await page.keyboard.press('Escape');
  demand('Escape closes it', !(await page.locator('#mp\\:versions').isVisible()));
});
await visit('a phone has it in the navigation', `${oldest}/index.html`, async (page, demand) => {
  await page.locator('button.menu').click();
  await (await open(page)).waitFor();
  const box = await page.locator('#mp\\:versions').boundingBox();
  demand('it is on the screen', box.x >= 0 && box.x + box.width <= 360);
  demand('nothing is wider than the screen', await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
}, { viewport: { width: 360, height: 740 } });
await visit('without scripts the foot leads on', `${oldest}/index.html`, async (page, demand, at) => {
  await page.locator('.foot a[href$="versions.html"]').click();
  await page.waitForLoadState();
  demand('all versions are listed', (await page.locator('.version-list li').count()) === versions.length);
  await page.locator('.version-list a').first().click();
  demand('the first is the latest', at() === 'latest/index.html');
}, { javaScriptEnabled: false });

// What only a site of several versions has: the line above an old one, the menu, lives, changes, trends, what is gone.
const text = (name) => fs.readFileSync(path.join(site, name), 'utf8');
const gone = fs
  .readdirSync(path.join(site, 'latest'), { recursive: true })
  .find((name) => name.endsWith('.html') && text(`latest/${name}`).includes('Last in the version of'));
const seen = async (name, where, options, look) => visit(`${where} ${name}`, where, async (page, demand) => (await look(page)).forEach((mistake) => demand(mistake, false)), options);
for (const where of [`${versions[1]}/what-changed.html`, 'latest/trends.html', 'versions.html', `latest/risks/${lived}`, `latest/${gone}`]) {
  await seen('accessible', where, {}, async (page) => {
    if (await page.locator('button.version').count()) await open(page);
    return inaccessible(page);
  });
  await seen('on a phone', where, { viewport: { width: 320, height: 640 } }, (page) => page.evaluate(cramped));
}
for (const where of [`${versions[1]}/what-changed.html`, 'latest/trends.html']) {
  await seen('in the dark', where, { colorScheme: 'dark' }, (page) => inaccessible(page, 'only'));
  await seen('on paper', where, { viewport: { width: 720, height: 1000 } }, async (page) => {
    await page.emulateMedia({ media: 'print' });
    return inaccessible(page, 'printed');
  });
}
await browser.close();
tally.finish();
