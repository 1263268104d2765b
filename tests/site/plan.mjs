// The plan of each site given: plan.mjs SITE... Its Gantt has a row for each item and no other, its drawings are well-formed
// XML, no two of its texts overlap and no bar leaves its place, at six widths, light and dark and on paper.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, Tally } from './chromium.mjs';

const KINDS = ['task', 'milestone', 'release', 'dependency'];
const tally = new Tally();

const read = (site, name) => fs.readFileSync(path.join(site, name), 'utf8');

// Runs in the page.
function rowsOf() {
  const id = (one) => one.querySelector('.id')?.textContent;
  return {
    rows: [...document.querySelectorAll('.gantt li[data-n]')].map(id),
    outside: [...document.querySelectorAll('.gantt ~ .g-out .g-list li')].map(id),
    folds: [...document.querySelectorAll('.gantt ~ .g-out > summary')].map((one) => one.textContent),
    bare: [...document.querySelectorAll('.gantt li[data-n]')].filter((row) => (row.querySelector('.vh')?.textContent ?? '').length < 12).map(id),
    broken: [...document.querySelectorAll('.gantt svg')]
      .filter((one) => one.parentElement.closest('svg') === null)
      .filter((one) => {
        const xml = one.outerHTML.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"').replace(/xmlns="[^"]*"(?=.*? xmlns=)/, '');
        return new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror') !== null;
      })
      .map((one) => one.outerHTML),
    unknown: [...document.querySelectorAll('.gantt use, .g-legend use')]
      .map((one) => one.getAttribute('href'))
      .filter((href) => document.getElementById(href.slice(1)) === null),
  };
}

function breakdownOf() {
  const cells = [...document.querySelectorAll('.wbs tbody tr')].map((row) => ({
    id: row.cells[0].querySelector('.id')?.textContent,
    dated: row.cells[3].querySelector('time') !== null,
  }));
  return { cells, more: document.querySelectorAll('.wbs .more').length };
}

// Pairs of texts that stand on each other, and bars outside of their place; of what is seen.
function overlapsOf() {
  for (const one of document.querySelectorAll('.gantt details')) one.open = true;
  const shown = (one) => {
    const box = one.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && getComputedStyle(one).visibility !== 'hidden';
  };
  const boxes = (selector) => [...document.querySelectorAll(selector)].filter(shown).map((one) => ({ text: one.textContent, box: one.getBoundingClientRect() }));
  const mistakes = [];
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;
  const labels = boxes('.g-head svg text, .g-head .gscreen');
  labels.forEach((a, i) => labels.slice(i + 1).forEach((b) => {
    // The flag covers nothing: labels near it are left out.
    if (meet(a.box, b.box) && a.text !== b.text && !b.text.includes(a.text)) mistakes.push(`labels ${a.text} and ${b.text}`);
  }));
  for (const row of document.querySelectorAll('.gantt .g-row')) {
    const parts = ['.g-n', '.g-e', '.g-m > :not(.vh)'].map((name) => row.querySelector(name)).filter((one) => one && shown(one));
    parts.forEach((a, i) => parts.slice(i + 1).forEach((b) => {
      if (meet(a.getBoundingClientRect(), b.getBoundingClientRect())) mistakes.push(`texts of ${row.textContent.slice(0, 40)}`);
    }));
    for (const part of parts) {
      if (part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0) mistakes.push(`text too wide: ${part.textContent.slice(0, 40)}`);
    }
    const place = row.querySelector('.g-c')?.getBoundingClientRect();
    if (!place || place.width === 0) continue;
    for (const bar of row.querySelectorAll('.gv rect.m, .gv rect.go, .gv rect.gk')) {
      const box = bar.getBoundingClientRect();
      if (box.width > 0 && (box.left < place.left - 1.5 || box.right > place.right + 1.5)) mistakes.push(`bar of ${row.textContent.slice(0, 40)}`);
      if (box.width > 0 && box.bottom > place.bottom + 1) mistakes.push(`bar below ${row.textContent.slice(0, 40)}`);
    }
  }
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) mistakes.push('the page is wider than its window');
  return mistakes;
}

const missing = (wanted, found) => [...wanted].filter((id) => !found.has(id));

async function checkSite(browser, site) {
  const name = path.basename(site);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const open = (file) => page.goto(pathToFileURL(path.join(site, file)).href);

  const model = JSON.parse(read(site, 'program.json'));
  const items = model.records.filter((one) => KINDS.includes(one.kind) && one.phase !== 'dropped');
  await open('work-breakdown.html');
  const tree = await page.evaluate(breakdownOf);
  const inTree = new Set(tree.cells.map((one) => one.id));
  if (tree.more === 0) {
    tally.check(`${name}: the work breakdown has every item`, missing(items.map((one) => one.id), inTree));
    tally.check(`${name}: … once`, inTree.size === tree.cells.length ? [] : ['an item stands twice']);
  }

  await open('plan.html');
  const plan = await page.evaluate(rowsOf);
  const inPlan = new Set([...plan.rows, ...plan.outside]);
  const dated = new Set(tree.cells.filter((one) => one.dated).map((one) => one.id));
  const cut = plan.outside.length >= 150 || (await page.locator('.gantt + .more').count()) > 0;
  if (tree.more === 0 && !cut) {
    tally.check(`${name}: the Gantt has every item with a date`, missing(dated, inPlan));
    const others = new Set(model.records.filter((one) => !KINDS.includes(one.kind)).map((one) => one.id));
    tally.check(`${name}: … and no other`, missing(inPlan, new Set([...dated, ...others])));
  }
  tally.check(`${name}: … once`, inPlan.size === plan.rows.length + plan.outside.length ? [] : ['an item stands twice']);
  tally.check(`${name}: each row says in words what it shows`, plan.bare);
  tally.check(`${name}: drawings are well-formed XML`, plan.broken);
  tally.check(`${name}: drawings use shapes that are there`, plan.unknown);
  const size = fs.statSync(path.join(site, 'plan.html')).size;
  tally.check(`${name}: the page opens`, size < 1_000_000 ? [] : [`${size} bytes`]);

  for (const width of [1440, 1150, 900, 700, 390, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await open('plan.html');
    tally.check(`${name}: no text on another at ${width}`, await page.evaluate(overlapsOf));
  }
  await page.setViewportSize({ width: 794, height: 1100 });
  await page.emulateMedia({ media: 'print' });
  tally.check(`${name}: no text on another on paper`, await page.evaluate(overlapsOf));
  await page.emulateMedia({ media: 'screen' });

  // What a row waits for is drawn while it has the focus, and gone after.
  await page.setViewportSize({ width: 1440, height: 900 });
  await open('plan.html');
  const waits = page.locator('.gantt li[data-p] a');
  if ((await waits.count()) > 0) {
    await waits.first().evaluate((one) => {
      for (let at = one.closest('details'); at; at = at.parentElement.closest('details')) at.open = true;
    });
    await waits.first().focus();
    tally.check(`${name}: the focus shows what a row waits for`, (await page.locator('.g-over path').count()) > 0 ? [] : ['nothing is drawn']);
    await page.evaluate(() => document.activeElement.blur());
    tally.check(`${name}: … and hides it`, (await page.locator('.g-over path').count()) === 0 ? [] : ['it stays']);
  }
  await context.close();
}

const browser = await launch();
for (const site of process.argv.slice(2)) await checkSite(browser, path.resolve(site));
await browser.close();
tally.finish();
