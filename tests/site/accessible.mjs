// What is wrong with a page for whoever cannot see it well, or has a small screen.
import fs from 'node:fs';
import { createRequire } from 'node:module';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// What axe finds against WCAG 2.0 to 2.2, A and AA, and against best practice: all of it on a wide screen, in the dark
// what depends on colours, on a phone what does not. That is the same tree each time, and axe takes long.
export async function inaccessible(page, colours = 'too') {
  await page.evaluate(axe);
  const { violations } = await page.evaluate((which) => {
    const all = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const coloured = { 'color-contrast': { enabled: false }, 'link-in-text-block': { enabled: false } };
    if (which === 'only') return window.axe.run(document, { runOnly: { type: 'rule', values: Object.keys(coloured) } });
    // Nobody points at paper.
    const pointed = { 'target-size': { enabled: false }, 'link-in-text-block': { enabled: false } };
    return window.axe.run(document, { runOnly: all, rules: which === 'not' ? coloured : which === 'printed' ? pointed : {} });
  }, colours);
  return violations.map((violation) => `${violation.id}: ${violation.help}: ${violation.nodes[0].html}`);
}

// Runs in the page: what is wider than the window without a scroller of its own, and text too small to read.
export function cramped() {
  const mistakes = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    const widest = [...document.body.querySelectorAll('*')].find((element) => element.getBoundingClientRect().right > root.clientWidth + 1);
    mistakes.push(`${root.scrollWidth} pixels wide on a screen of ${root.clientWidth}: ${widest?.outerHTML.slice(0, 120)}`);
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { textContent, parentElement } = texts.currentNode;
    if (textContent.trim() === '' || !parentElement.checkVisibility()) continue;
    const size = parseFloat(getComputedStyle(parentElement).fontSize);
    if (size < 12.5) mistakes.push(`text of ${size} pixels: ${textContent.trim().slice(0, 60)}`);
  }
  return mistakes;
}
