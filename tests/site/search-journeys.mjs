// Readers who search: from the keyboard alone, with a pointer, on a phone, from the disk, without scripts.
// search-journeys.mjs SITE
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { walkAll } from './journey_harness.mjs';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ASK = 'dialog [role=combobox]';
const found = (reader) => reader.page.locator('dialog [role=option]');

// Types and waits for what was found.
const ask = async (reader, text) => {
  await reader.page.waitForSelector('dialog [role=status]:not(:empty)');
  await reader.page.fill(ASK, text);
  await reader.page.waitForTimeout(50);
};
const chosen = (reader) =>
  reader.page.evaluate((name) => {
    const option = document.getElementById(document.querySelector(name).getAttribute('aria-activedescendant'));
    return option && { text: option.textContent, selected: option.getAttribute('aria-selected'), group: option.parentNode.firstChild.textContent };
  }, ASK);

const byIdAndEnter = async (reader) => {
  await reader.open('index.html');
  await reader.press('/');
  await reader.page.waitForSelector('dialog [role=option]');
  reader.equal('the box is empty', await reader.page.inputValue(ASK), '');
  await reader.page.keyboard.type('r-00');
  await reader.page.waitForFunction(() => /^R-00/.test(document.querySelector('dialog [aria-selected=true]')?.textContent));
  await reader.page.keyboard.type('7');
  await reader.page.waitForFunction(() => /^R-007/.test(document.querySelector('dialog [aria-selected=true]')?.textContent));
  await Promise.all([reader.page.waitForNavigation(), reader.press('Enter')]);
  reader.equal('Enter leads to the risk', reader.where(), 'risks/R-007.html');
};

const keyboardOnly = async (reader) => {
  await reader.open('risks/index.html');
  const button = await reader.tabTo((focus) => /^Search/.test(focus.text));
  reader.demand('the button is reached with Tab, and one sees that', button?.visible === true);
  await reader.press('Enter');
  await reader.page.waitForSelector('dialog [role=option]');
  await ask(reader, 'cut-over');
  const roles = await reader.page.evaluate((name) => {
    const input = document.querySelector(name);
    const list = document.getElementById(input.getAttribute('aria-controls'));
    return [document.activeElement === input, input.getAttribute('aria-expanded'), list.getAttribute('role'), [...list.children].every((group) => document.getElementById(group.getAttribute('aria-labelledby')))];
  }, ASK);
  reader.equal('a combobox with a list of groups', roles, [true, 'true', 'listbox', true]);
  const one = await chosen(reader);
  reader.equal('the first is chosen', one.selected, 'true');
  await reader.press('ArrowDown');
  const two = await chosen(reader);
  reader.demand('an arrow goes on', two.text !== one.text);
  await reader.press('ArrowUp');
  reader.equal('and back', (await chosen(reader)).text, one.text);
  await reader.press('Tab');
  const next = await chosen(reader);
  reader.demand('Tab goes to the next kind', next.group !== one.group, next);
  await reader.press('Shift+Tab');
  reader.equal('and back', (await chosen(reader)).group, one.group);
  await reader.press('End');
  const last = await chosen(reader);
  await reader.press('ArrowDown');
  reader.equal('past the last comes the first', (await chosen(reader)).text, one.text);
  await reader.press('ArrowUp');
  reader.equal('and before the first the last', (await chosen(reader)).text, last.text);
  await reader.press('Home');
  reader.equal('Home', (await chosen(reader)).text, one.text);
  await reader.press('End', 'Tab');
  reader.demand('behind the last kind Tab leaves the list', (await reader.focus()).tag !== 'input', await reader.focus());
  const menu = await reader.tabTo((focus) => focus.tag === 'select', 5);
  reader.demand('the menus are reached', menu?.visible === true, menu);
  await reader.press('Escape');
  reader.demand('Escape closes', !(await reader.page.isVisible('dialog')));
  reader.demand('and the focus is where it was', /^Search/.test((await reader.focus()).text), await reader.focus());
};

const filters = async (reader) => {
  await reader.open('index.html');
  await reader.press('Control+k');
  await ask(reader, 'cut-over');
  const all = await found(reader).count();
  await reader.page.selectOption('dialog select[name=kind]', 'risk');
  reader.equal('the menu writes the filter', await reader.page.inputValue(ASK), 'kind:risk cut-over');
  reader.demand('fewer are found', (await found(reader).count()) < all);
  await reader.page.selectOption('dialog select[name=owner]', { label: 'Asha Rao' });
  reader.equal('two filters', await reader.page.inputValue(ASK), 'owner:asha kind:risk cut-over');
  await ask(reader, 'status:open kind:action');
  reader.equal('what is typed shows in the menus', await reader.page.evaluate(() => [...document.querySelectorAll('dialog select')].map((menu) => menu.value)), ['action', 'open', '']);
  await reader.page.selectOption('dialog select[name=kind]', '');
  reader.equal('and can be taken back', (await reader.page.inputValue(ASK)).trim(), 'status:open');
  await ask(reader, 'qqqqq');
  reader.demand('nothing found says what to try', /qqqqq.*Try/.test(await reader.page.textContent('dialog [role=status]')));
  reader.equal('and says that there is no list', await reader.page.getAttribute(ASK, 'aria-expanded'), 'false');
  await reader.press('Enter');
  reader.equal('Enter on nothing does nothing', reader.where(), 'index.html');
};

const slashWhileTyping = async (reader) => {
  await reader.open('index.html');
  await reader.page.evaluate(() => document.querySelector('main').append(Object.assign(document.createElement('input'), { id: 'field' })));
  await reader.page.focus('#field');
  await reader.press('/');
  reader.equal('a slash in a field is a slash', await reader.page.inputValue('#field'), '/');
  reader.equal('no box', await reader.page.locator('dialog[open]').count(), 0);
  await reader.press('Control+k');
  await ask(reader, 'and/or');
  await reader.press('/');
  reader.equal('in the box too', await reader.page.inputValue(ASK), 'and/or/');
  await reader.press('Escape');
  reader.equal('back in the field', await reader.page.evaluate(() => document.activeElement.id), 'field');
};

const pointer = async (reader) => {
  await reader.open('index.html');
  await reader.page.click('[data-search]');
  await ask(reader, 'glossary');
  await Promise.all([reader.page.waitForNavigation(), found(reader).first().click()]);
  reader.equal('a click leads to the page', reader.where(), 'pages/glossary.html');
  await reader.page.click('[data-search]');
  await reader.page.waitForSelector('dialog [role=option]');
  await reader.page.mouse.click(20, 500);
  reader.demand('a click beside the box closes it', !(await reader.page.isVisible('dialog')));
};

const cards = async (reader) => {
  await reader.open('index.html');
  const link = reader.page.locator('main a.id').first();
  const id = await link.textContent();
  await link.hover();
  const card = reader.page.locator('[role=tooltip]');
  await card.waitFor({ state: 'visible' });
  reader.demand('the card names the record', (await card.textContent()).includes(id), await card.textContent());
  reader.equal('the link is described by it', await link.getAttribute('aria-describedby'), await card.getAttribute('id'));
  await card.hover();
  await reader.page.waitForTimeout(500);
  reader.demand('one may rest on the card', await card.isVisible());
  await reader.press('Escape');
  reader.demand('Escape hides it', !(await card.isVisible()));
  await reader.page.mouse.move(5, 5);
  await reader.page.evaluate(() => scrollTo(0, 0));
  await reader.tabTo((focus) => focus.text === id);
  await card.waitFor({ state: 'visible' });
  await reader.press('Tab');
  await reader.page.waitForTimeout(50);
  reader.demand('it goes with the focus', (await link.getAttribute('aria-describedby')) === null);
};

const phone = async (reader) => {
  await reader.open('index.html');
  await reader.page.tap('[data-search]');
  await ask(reader, 'settlement');
  const box = await reader.page.locator('dialog').boundingBox();
  reader.equal('the box is the screen', [box.x, box.y, box.width], [0, 0, 390]);
  const wide = await reader.page.evaluate(() => [...document.querySelectorAll('dialog *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1).length);
  reader.equal('nothing stands out of it', wide, 0);
  await Promise.all([reader.page.waitForNavigation(), found(reader).first().tap()]);
  reader.demand('a tap leads there', /\.html$/.test(reader.where()));
  await reader.page.waitForTimeout(400);
  reader.equal('no card where there is no pointer', await reader.page.locator('[role=tooltip]').count(), 0);
};

const accessible = async (reader) => {
  await reader.open('risks/index.html');
  await reader.press('/');
  for (const text of ['', 'cut-over', 'kind:risk ', 'qqqqq']) {
    await ask(reader, text);
    await reader.page.evaluate(axe);
    const { violations } = await reader.page.evaluate(() =>
      window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
    );
    for (const one of violations) reader.demand(`asked for “${text}”: ${one.id}`, false, `${one.help}: ${one.nodes[0].html.slice(0, 200)}`);
  }
  await reader.press('Escape');
  await reader.page.locator('main a.id').first().hover();
  await reader.page.locator('[role=tooltip]').waitFor({ state: 'visible' });
  await reader.page.evaluate(axe);
  const { violations } = await reader.page.evaluate(() => window.axe.run('[role=tooltip]'));
  for (const one of violations) reader.demand(`card: ${one.id}`, false, one.help);
};

// The index does not come: the box says so, and tries again the next time.
const lost = async (reader) => {
  await reader.page.route('**/search.js', (route) => route.fulfill({ status: 200, contentType: 'text/javascript', body: '' }));
  await reader.open('index.html');
  await reader.press('/');
  await reader.page.waitForSelector('dialog [role=status]:not(:empty)');
  reader.demand('it says what is wrong', /search\.js/.test(await reader.page.textContent('dialog [role=status]')));
  await reader.page.unroute('**/search.js');
  await reader.press('Escape');
  await reader.page.waitForSelector('dialog:not([open])', { state: 'attached' });
  await reader.press('/');
  await reader.page.waitForSelector('dialog [role=option]');
};

const scriptless = async (reader) => {
  await reader.open('index.html');
  reader.demand('no button that would do nothing', !(await reader.page.isVisible('[data-search]')));
};

await walkAll(process.argv[2], [
  { name: 'slash, part of an id, Enter', walk: byIdAndEnter },
  { name: 'slash, part of an id, Enter, from the disk', walk: byIdAndEnter, fromDisk: true },
  { name: 'search by keyboard alone', walk: keyboardOnly },
  { name: 'search with filters', walk: filters },
  { name: 'slash while typing', walk: slashWhileTyping },
  { name: 'search with a pointer', walk: pointer },
  { name: 'search with a pointer, from the disk', walk: pointer, fromDisk: true },
  { name: 'cards of links', walk: cards },
  { name: 'cards of links, from the disk', walk: cards, fromDisk: true },
  { name: 'search on a phone', walk: phone, options: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
  { name: 'search, held to axe, light', walk: accessible, options: { colorScheme: 'light' } },
  { name: 'search, held to axe, dark', walk: accessible, options: { colorScheme: 'dark' } },
  { name: 'search without its index', walk: lost },
  { name: 'search without scripts', walk: scriptless, options: { javaScriptEnabled: false } },
]);
