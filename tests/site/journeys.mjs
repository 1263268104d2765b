// What readers do with a site, by mouse, by keyboard, on a phone and without scripts: node journeys.mjs SITE
import fs from 'node:fs';
import { walkAll } from './journey_harness.mjs';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

// The rows that can be seen, each as its cells.
const rows = (page, table) =>
  page.$$eval(`[id="${table}"] tbody > tr:not(.group-row)`, (found) =>
    found.filter((row) => row.getClientRects().length > 0).map((row) => [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim())),
  );
const column = (page, table, key) =>
  page.$$eval(`[id="${table}"] thead th`, (heads, wanted) => heads.findIndex((head) => head.dataset.key === wanted), key);
const values = async (page, table, key) => {
  const at = await column(page, table, key);
  return (await rows(page, table)).map((cells) => cells[at]);
};
// Canonical values of a column of dates in the rows that can be seen.
const dates = async (page, table, key) => {
  const at = await column(page, table, key);
  return page.$$eval(
    `[id="${table}"] tbody > tr:not(.group-row)`,
    (found, cell) => found.filter((row) => row.getClientRects().length > 0).map((row) => row.cells[cell].querySelector('time')?.dateTime ?? ''),
    at,
  );
};
const bar = (page) => page.locator('.tools').first();
const counted = (page) => bar(page).locator('b').textContent();

// A record's page of one kind that has a table with enough rows to be filtered.
const RISKS = 'mp:risks';

const journeys = [
  {
    name: 'a decision, from the overview by keyboard alone',
    async walk(reader) {
      const { page } = reader;
      await reader.open('index.html');
      const rail = await reader.tabTo(({ href }) => /decisions\/index\.html$/.test(href));
      if (!reader.demand('the decisions are reached with Tab', rail !== null)) return;
      reader.demand('the focus can be seen', rail.visible, rail);
      await reader.press('Enter');
      await page.waitForURL(/decisions\/index\.html$/);
      const decision = await reader.tabTo(({ href }) => /decisions\/D-[^/]*\.html$|^D-[^/]*\.html$/.test(href), 300);
      if (!reader.demand('a decision is reached with Tab', decision !== null)) return;
      reader.demand('its focus can be seen', decision.visible, decision);
      await reader.press('Enter');
      await page.waitForURL(/D-[^/]*\.html$/);
      reader.demand('its page tells its id', /D-\d+/.test(await page.locator('h1').textContent()));
    },
  },
  {
    name: 'from the red meter of the overview to the one thing that blocks, in three clicks',
    async walk(reader) {
      const { page } = reader;
      await reader.open('index.html');
      const entry = page.locator('.releases .entry:has(.s-off)').first();
      if (!reader.demand('a release is a no-go', (await entry.count()) === 1)) return;
      await entry.locator('a.to-gates').click();
      await page.waitForURL(/releases\/[^/]*\.html$/);
      reader.demand('the verdict is a no-go', (await page.locator('.verdict .s-off').count()) === 1);
      const bottom = await page.locator('#mp\\:in-the-way').evaluate((part) => part.getBoundingClientRect().bottom);
      reader.demand('verdict and reasons are seen without scrolling', bottom <= page.viewportSize().height, bottom);
      const items = page.locator('#mp\\:in-the-way tbody tr:has(a[href*="#mp:item:"])');
      const reason = ((await items.count()) > 0 ? items : page.locator('#mp\\:in-the-way tbody tr:has(td a)')).first();
      const name = await reason.locator('.c-title b').textContent();
      reader.demand('it says who can clear it', (await reason.locator('.c-who').textContent()).trim() !== '');
      await reason.locator('td a').first().click();
      const item = page.locator('li:target');
      if (page.url().endsWith('#mp:sign-offs')) {
        // A sign-off: its row stands in the table that the way leads to, with what changed under it.
        const row = page.locator('#mp\\:sign-offs tbody tr', { hasText: name.replace(/ sign-off$/, '') }).first();
        const box = await row.boundingBox();
        reader.demand('the sign-off can be seen', box !== null && box.y >= 0 && box.y + box.height <= page.viewportSize().height);
        reader.demand('what changed is told, old and new', (await row.locator('s').count()) > 0, await row.textContent());
        return;
      }
      if ((await item.count()) === 0) {
        reader.demand('its page has its name', (await page.locator('h1').textContent()).includes(name), name);
        return;
      }
      reader.demand('the item is the one that was named', (await item.textContent()).startsWith(name), await item.textContent());
      const seen = await item.evaluate((found) => {
        const box = found.getBoundingClientRect();
        return box.top >= 0 && box.bottom <= innerHeight;
      });
      reader.demand('it can be seen', seen);
      reader.demand('its state is told in words', /Missing|Failed/.test(await item.textContent()), await item.textContent());
      const on = item.locator('a').first();
      if ((await on.count()) === 0) return; // nobody has it yet
      await on.click();
      await page.waitForLoadState();
      reader.demand('who or what can clear it has a page', (await page.locator('h1').count()) === 1);
    },
  },
  {
    name: 'the go/no-go sheet is one page of paper, and the runbook prints',
    async walk(reader) {
      const { page } = reader;
      const pages = async (format) => {
        const bytes = await page.pdf({ format, printBackground: false });
        return bytes.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
      };
      await reader.open('releases/REL-1.html');
      const sheet = page.locator('a[href$="-go-no-go.html"]').first();
      if (!reader.demand('the release leads to its sheet', (await sheet.count()) === 1)) return;
      await sheet.click();
      await page.waitForURL(/-go-no-go\.html$/);
      reader.equal('pages of A4', await pages('A4'), 1);
      reader.equal('pages of Letter', await pages('Letter'), 1);
      const runbook = page.locator('a[href$="-runbook.html"]').first();
      if ((await runbook.count()) === 0) return;
      await runbook.click();
      await page.waitForURL(/-runbook\.html$/);
      reader.demand('the runbook is a few pages', (await pages('A4')) <= 3, await pages('A4'));
    },
  },
  {
    name: 'an executive has the answer, the asks and the reasons without scrolling, and on one sheet of paper',
    async walk(reader) {
      const { page } = reader;
      await reader.open('index.html');
      const way = page.locator('main a[href$="status/executives.html"]').first();
      if (!reader.demand('the overview leads to the page', (await way.count()) === 1)) return;
      await way.click();
      await page.waitForURL(/status\/executives\.html$/);
      const bottom = (id) => page.locator(id).evaluate((part) => part.getBoundingClientRect().bottom);
      for (const id of ['h1.verdict', '.status .second', '#mp\\:asks', '#mp\\:why']) {
        reader.demand(`${id} ends on the first screen`, (await bottom(id)) <= page.viewportSize().height, await bottom(id));
      }
      reader.demand('the answer is a state and a date', (await page.locator('h1 .st').count()) === 1 && (await page.locator('h1 time').count()) > 0);
      reader.demand('each ask has a day and somebody', await page.$$eval('#mp\\:asks .lines > li', (asks) => asks.length > 0 && asks.every((ask) => ask.querySelector('time') && ask.querySelector('.when .sub').textContent.trim())));
      const sheets = async (format) => ((await page.pdf({ format, printBackground: false })).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
      reader.equal('pages of A4', await sheets('A4'), 1);
      reader.demand('nothing that is restricted', !/GBP/.test(await page.locator('main').textContent()));
    },
  },
  {
    name: 'each stakeholder has a page, and each leads to the others',
    async walk(reader) {
      const { page } = reader;
      await reader.open('status/executives.html');
      const readers = await page.$$eval('.readers a:not(.archive)', (links) => links.map((link) => link.getAttribute('href')));
      reader.demand('there are several', readers.length >= 4, readers);
      for (const name of readers) {
        await reader.open(`status/${name}`);
        reader.equal(`${name} is marked`, await page.locator('.readers [aria-current="page"]').count(), 1);
        reader.demand(`${name} has something to say`, (await page.locator('.status .part').count()) > 2);
        reader.demand(`no part of ${name} is empty`, await page.$$eval('.status .part', (parts) => parts.every((part) => part.children.length > 1 || part.querySelector('.earlier') !== null)));
      }
      await page.locator('.readers .archive').first().click();
      reader.demand('and the archive', (await page.locator('h1').textContent()).trim() !== '');
    },
  },
  {
    name: 'risks of one cell of the heat map',
    async walk(reader) {
      const { page } = reader;
      await reader.open('risks/index.html');
      const cell = page.locator(`a[data-filter-table="${RISKS}"][data-filter*="likelihood"]`).first();
      if ((await cell.count()) === 0) return; // no map without scored risks
      const all = (await rows(page, RISKS)).length;
      const wanted = await cell.getAttribute('data-filter');
      await cell.click();
      const some = await values(page, RISKS, 'id');
      reader.demand('the table shows fewer rows', some.length > 0 && some.length < all, `${some.length} of ${all}`);
      reader.equal('the cell is marked', await cell.getAttribute('aria-current'), 'true');
      reader.demand('the count says so', (await counted(page)).startsWith(`${some.length} of ${all} `), await counted(page));
      const [, likelihood, impact] = wanted.match(/likelihood=(\d).*impact=(\d)/);
      const facets = await page.$$eval(`[id="${RISKS}"] tbody tr[data-f]:not([hidden])`, (found) => found.map((row) => row.dataset.f.split('|').slice(-2).join()));
      reader.demand('each row is of that cell', facets.every((facet) => facet === `${likelihood},${impact}`), facets);
      await page.reload();
      reader.equal('the same view after a reload', await values(page, RISKS, 'id'), some);
      reader.equal('the cell is marked after a reload', await cell.getAttribute('aria-current'), 'true');
      await page.locator(`[id="${RISKS}"] tbody tr:not([hidden]) .c-title a`).first().click();
      await page.waitForURL(/R-[^/]*\.html$/);
      await page.goBack();
      reader.equal('the same view on coming back', await values(page, RISKS, 'id'), some);
      await bar(page).getByRole('button', { name: 'Show all' }).click();
      reader.equal('all rows again', (await rows(page, RISKS)).length, all);
      reader.equal('nothing is left in the address', new URL(page.url()).search, '');
    },
  },
  {
    name: 'closed risks are shown when asked for',
    async walk(reader) {
      const { page } = reader;
      await reader.open('risks/index.html');
      const closed = await page.$$eval(`[id="${RISKS}"] tbody[data-group=closed] tr:not(.group-row)`, (found) => found.map((row) => [row.id, row.hidden]));
      if (closed.length === 0) return;
      reader.demand('they are hidden at first', closed.every(([, hidden]) => hidden));
      const open = (await rows(page, RISKS)).length;
      await bar(page).getByRole('button', { name: 'Show', exact: true }).click();
      reader.equal('all rows', (await rows(page, RISKS)).length, open + closed.length);
      await page.reload();
      reader.equal('all rows after a reload', (await rows(page, RISKS)).length, open + closed.length);
      await reader.open('risks/index.html');
      await reader.open(`risks/index.html#${closed[0][0]}`);
      await page.waitForFunction((id) => !document.getElementById(id).hidden, closed[0][0]);
    },
  },
  {
    name: 'actions by due date',
    async walk(reader) {
      const { page } = reader;
      await reader.open('actions/index.html');
      const table = 'mp:actions';
      const press = page.locator(`[id="${table}"] th[data-key=due] button`);
      await press.click();
      const sorted = (list) => [...list].sort((a, b) => (a === '') - (b === '') || (a < b ? -1 : a > b));
      const found = await dates(page, table, 'due');
      reader.equal('the earliest first, those without last', found, sorted(found));
      reader.equal('the head says so', await page.locator(`[id="${table}"] th[data-key=due]`).getAttribute('aria-sort'), 'ascending');
      await press.focus();
      await reader.press('Enter');
      const down = await dates(page, table, 'due');
      const filled = found.filter(Boolean);
      reader.equal('the latest first, those without last', down.filter(Boolean), [...filled].reverse().sort((a, b) => (a > b ? -1 : a < b)));
      reader.demand('those without are last', down.slice(0, filled.length).every(Boolean));
      reader.demand('the address says so', page.url().endsWith('?sort=-due'), page.url());
    },
  },
  {
    name: 'a pasted link restores order, filter and words',
    async walk(reader) {
      const { page } = reader;
      await reader.open('risks/index.html');
      const owner = (await values(page, RISKS, 'owner'))[0];
      await reader.open(`risks/index.html?owner=${encodeURIComponent(owner.toLowerCase())}&sort=-next_review&closed=shown`);
      const owners = await values(page, RISKS, 'owner');
      reader.demand('only the rows of that owner', owners.length > 0 && owners.every((one) => one === owner), owners);
      const days = (await dates(page, RISKS, 'next_review')).filter(Boolean);
      reader.demand('the latest review first in each group', days[0] >= days[Math.min(1, days.length - 1)]);
      reader.equal('the menu says whose', await bar(page).locator('.pick.on select').evaluate((menu) => menu.selectedOptions[0].text), owner);
      await reader.open('risks/index.html?find=zzzz');
      reader.equal('nothing holds these letters', await rows(page, RISKS), []);
      reader.equal('they stand in the field', await bar(page).locator('input').inputValue(), 'zzzz');
      await reader.open('risks/index.html?sort=-#%E0%A4');
      reader.demand('nor does half a letter', (await rows(page, RISKS)).length > 0);
      await reader.open('risks/index.html?likelihood=9&owner=nobody&nonsense=1&sort=nonsense');
      reader.demand('nonsense in an address breaks nothing', (await counted(page)).startsWith('0 of '), await counted(page));
    },
  },
  {
    name: 'filtering by the menus and by words',
    async walk(reader) {
      const { page } = reader;
      await reader.open('risks/index.html');
      const all = await values(page, RISKS, 'title');
      const menu = bar(page).locator('select').first();
      const choice = await menu.locator('option').nth(1).getAttribute('value');
      await menu.selectOption(choice);
      reader.demand('fewer rows', (await rows(page, RISKS)).length < all.length);
      await bar(page).getByRole('button', { name: 'Show all' }).click();
      const word = all[0].split(' ')[0].toUpperCase();
      await bar(page).locator('input').fill(word);
      const found = await rows(page, RISKS);
      reader.demand('each row holds the word', found.length > 0 && found.every((cells) => cells.join(' ').toUpperCase().includes(word)), found.length);
      reader.demand('the address holds it', new URL(page.url()).searchParams.get('find') === word, page.url());
    },
  },
  {
    name: 'what is shown as CSV',
    async walk(reader) {
      const { page } = reader;
      await reader.open('risks/index.html?sort=id');
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /CSV/ }).click()]);
      reader.equal('its name', download.suggestedFilename(), 'risks.csv');
      const text = fs.readFileSync(await download.path(), 'utf8');
      const lines = text.split('\r\n');
      const shown = await rows(page, RISKS);
      reader.equal('it ends in a line break', lines.pop(), '');
      reader.equal('a line for the heads and each row', lines.length, shown.length + 1);
      const due = await dates(page, RISKS, 'next_review');
      const at = await column(page, RISKS, 'next_review');
      const field = (cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
      const wanted = shown.map((cells, row) => cells.map((cell, place) => field(place === at ? due[row] || cell : cell)).join(','));
      reader.equal('the rows as they are shown, days as YYYY-MM-DD', lines.slice(1), wanted);
    },
  },
  {
    name: 'what a spreadsheet would compute stays a text',
    async walk(reader) {
      const { page } = reader;
      await reader.open('risks/index.html?closed=shown');
      await page.evaluate((table) => {
        const titles = document.querySelectorAll(`[id="${table}"] .c-title a`);
        ['=1+1', '+1', '-1', '@a', 'a "b", c'].forEach((text, at) => (titles[at].textContent = text));
      }, RISKS);
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /CSV/ }).click()]);
      const lines = fs.readFileSync(await download.path(), 'utf8').split('\r\n').slice(1, 6);
      reader.equal('guarded', lines.map((line) => line.match(/^[^,]*,("(?:[^"]|"")*"|[^,]*)/)[1]), ["'=1+1", "'+1", "'-1", "'@a", '"a ""b"", c"']);
    },
  },
  {
    name: 'the menu of a phone, by keyboard',
    options: phone,
    async walk(reader) {
      const { page } = reader;
      await reader.open('index.html');
      const menu = page.locator('.menu');
      reader.demand('the navigation is put away', !(await page.locator('.rail').isVisible()));
      await menu.focus();
      await reader.press('Enter');
      reader.demand('the navigation is open', await page.locator('.rail').isVisible());
      // The focus goes into it a moment later.
      await page.waitForFunction(() => document.activeElement.closest('.rail') !== null);
      await reader.press('Escape');
      await page.locator('.rail').waitFor({ state: 'hidden' });
      reader.demand('the focus is back', await menu.evaluate((element) => element === document.activeElement));
      await menu.click();
      await page.locator('.rail a', { hasText: 'People' }).first().click();
      await page.waitForURL(/people/);
      reader.demand('the next page begins without it', !(await page.locator('.rail').isVisible()));
    },
  },
  {
    name: 'a table on a phone',
    options: phone,
    async walk(reader) {
      const { page } = reader;
      await reader.open('risks/index.html');
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      reader.equal('nothing sticks out', wide, 0);
      await bar(page).getByLabel('Sort by').selectOption('next_review');
      const days = (await dates(page, RISKS, 'next_review')).filter(Boolean);
      reader.equal('sorted without heads', days, [...days].sort());
    },
  },
  {
    name: 'the dark theme, remembered',
    options: { colorScheme: 'light' },
    async walk(reader) {
      const { page } = reader;
      const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      await reader.open('index.html');
      const light = await ground();
      const toggle = page.locator('[data-theme-toggle]');
      reader.equal('the switch is off', await toggle.getAttribute('aria-pressed'), 'false');
      await toggle.click();
      const dark = await ground();
      reader.demand('the page is dark', dark !== light, dark);
      reader.equal('the switch is on', await toggle.getAttribute('aria-pressed'), 'true');
      await page.locator('.rail a', { hasText: 'Findings' }).click();
      await page.waitForURL(/findings/);
      reader.equal('the next page is dark', await ground(), dark);
      reader.equal('and dark before it is painted', await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
      await page.reload();
      reader.equal('dark after a reload', await ground(), dark);
      await page.locator('[data-theme-toggle]').click();
      reader.equal('light again', await ground(), light);
      await page.goBack();
      await page.waitForFunction(() => document.documentElement.dataset.theme === 'light');
    },
  },
  {
    name: 'all content without scripts',
    async walk(reader) {
      const { context } = reader;
      const off = await context.browser().newContext({ javaScriptEnabled: false });
      const page = await off.newPage();
      for (const name of ['risks/index.html', 'decisions/index.html', 'index.html']) {
        await reader.open(`${name}?closed=shown`);
        await page.goto(reader.page.url().split('?')[0]);
        const lines = (from) => from.$$eval('main :is(td, th, p, h1, h2, li)', (found) => found.filter((one) => !one.matches('.after')).map((one) => one.textContent.replace(/\s+/g, ' ').trim()));
        const [with_, without] = [await lines(reader.page), await lines(page)];
        const missing = with_.filter((line) => !without.includes(line));
        reader.equal(`what ${name} says with scripts, it says without`, missing.slice(0, 3), []);
        const hidden = await page.$$eval('main tr', (found) => found.filter((row) => row.getClientRects().length === 0).length);
        reader.equal(`no row of ${name} is hidden`, hidden, 0);
        const dead = await page.$$eval('button', (found) => found.filter((one) => one.getClientRects().length > 0 && !one.hasAttribute('popovertarget')).length);
        reader.equal(`no dead button on ${name}`, dead, 0);
      }
      await off.close();
    },
  },
  {
    name: 'everything is reached with Tab and shows it',
    async walk(reader) {
      const { page } = reader;
      for (const name of ['index.html', 'risks/index.html']) {
        await reader.open(name);
        const reachable = await page.$$eval('a[href], button, select, input, summary, [tabindex="0"]', (found) => {
          const wanted = found.filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.tabIndex >= 0 && !one.matches('.rows .copy'));
          wanted.forEach((one, at) => one.setAttribute('data-journey', at));
          return wanted.length;
        });
        const reached = new Set();
        const unseen = new Set();
        for (let step = 0; step < reachable * 2 + 20; step += 1) {
          await page.keyboard.press('Tab');
          const at = await page.evaluate(() => document.activeElement.dataset?.journey ?? '');
          if (at === '' && reached.size >= reachable) break;
          if (at === '') continue;
          if (reached.has(at) && reached.size >= reachable) break;
          reached.add(at);
          const focus = await reader.focus();
          if (!focus.visible) unseen.add(`${focus.tag} ${focus.text}`);
        }
        reader.equal(`reached on ${name}`, reached.size, reachable);
        reader.equal(`focus seen on ${name}`, [...unseen].slice(0, 3), []);
      }
    },
  },
  {
    name: 'a link to a row and to a heading is copied',
    options: { permissions: ['clipboard-read', 'clipboard-write'] },
    async walk(reader) {
      const { page } = reader;
      await reader.open('risks/index.html');
      const row = page.locator(`[id="${RISKS}"] tbody tr:not(.group-row)`).first();
      await row.locator('.c-id a').focus();
      const id = await row.getAttribute('id');
      await reader.press('Tab');
      const focus = await reader.focus();
      reader.demand('Tab comes to the button', /^Copy link to /.test(focus.text) && focus.visible, focus);
      await reader.press('Enter');
      await page.waitForFunction(() => document.querySelector('.said').textContent !== '');
      const address = await page.evaluate(() => navigator.clipboard.readText());
      reader.demand('the address of the row', address.endsWith(`risks/index.html#${id}`), address);
      await page.goto('about:blank');
      await page.goto(address);
      reader.equal('it leads to the row', await page.evaluate(() => document.querySelector(':target')?.id), id);
    },
  },
  {
    name: 'from the disk',
    fromDisk: true,
    async walk(reader) {
      const { page } = reader;
      await reader.open('risks/index.html');
      const all = (await rows(page, RISKS)).length;
      await page.locator(`[id="${RISKS}"] th[data-key=owner] button`).click();
      await bar(page).locator('select').first().selectOption({ index: 1 });
      const some = await values(page, RISKS, 'id');
      reader.demand('filtered', some.length > 0 && some.length < all, some.length);
      await page.reload();
      reader.equal('the same view after a reload', await values(page, RISKS, 'id'), some);
    },
  },
  {
    name: 'a table of 2,000 rows',
    async walk(reader) {
      const { page } = reader;
      await reader.open('risks/index.html?closed=shown');
      await page.route('**/risks/index.html?long', async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replace(/(<tbody data-group="open">\n)([\s\S]*?)(<\/tbody>)/, (whole, begin, inner, end) => {
          const each = inner.split('</tr>\n').filter((row) => row.includes('<tr'));
          const many = Array.from({ length: 2000 }, (_, at) => each[at % each.length].replace(/ id="[^"]*"/, ` id="mp:risks:X-${at}"`));
          return `${begin}${many.join('</tr>\n')}</tr>\n${end}`;
        });
        await route.fulfill({ response, body });
      });
      await reader.open('risks/index.html?long');
      // Time of the processor, so that a busy machine tells the same.
      const devtools = await reader.context.newCDPSession(page);
      await devtools.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' });
      await devtools.send('Performance.enable');
      const spent = async () => {
        const { metrics } = await devtools.send('Performance.getMetrics');
        const of = (name) => metrics.find((metric) => metric.name === name).value * 1000;
        return { script: of('ScriptDuration'), layout: of('LayoutDuration') + of('RecalcStyleDuration'), task: of('TaskDuration') };
      };
      const time = async (what, act, argument) => {
        const before = await spent();
        await page.evaluate(act, argument);
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
        const after = await spent();
        const parts = Object.keys(after).map((part) => `${part} ${(after[part] - before[part]).toFixed(0)} ms`);
        reader.note(`${what}: ${parts.join(', ')}`);
      };
      const press = (key) => document.querySelector(`[id="mp:risks"] th[data-key=${key}] button`).click();
      const find = (text) => {
        const finder = document.querySelector('.tools input');
        finder.value = text;
        finder.dispatchEvent(new Event('input'));
      };
      await time('nothing', () => {});
      await time('sort by title', press, 'title');
      await time('sort by score', press, 'score');
      await time('sort by review', press, 'next_review');
      await time('sort by review, down', press, 'next_review');
      await time('a first letter', find, 'd');
      await time('a word', find, 'data');
      await time('all again', find, '');
      await page.getByRole('button', { name: /^Show all 2/ }).click();
      reader.demand('all rows when asked for', (await rows(page, RISKS)).length >= 2000);
    },
  },
];

await walkAll(process.argv[2], journeys);
