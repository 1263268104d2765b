// Starts the system's Chromium with nothing that talks to the network by itself: the build without windows and their
// browser pages, which takes a third of the time.
import { chromium } from 'playwright-core';

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Whatever a page asks of another host fails at once, and is told by the test that looks for it.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  });

// Counts tests, prints what failed, and ends the process as a test step must.
export class Tally {
  constructor(most = 60) {
    this.passed = 0;
    this.failed = 0;
    this.most = most;
  }

  check(name, mistakes) {
    if (mistakes.length === 0) {
      this.passed += 1;
      return;
    }
    this.failed += 1;
    if (this.failed > this.most) return;
    console.log(`FAIL ${name}`);
    for (const mistake of mistakes.slice(0, 5)) console.log(`    ${String(mistake).slice(0, 300)}`);
    if (mistakes.length > 5) console.log(`    and ${mistakes.length - 5} more`);
  }

  finish() {
    if (this.failed > this.most) console.log(`and ${this.failed - this.most} more failures`);
    console.log(`counts: ${this.passed} passed, ${this.failed} failed`);
    process.exit(this.failed === 0 ? 0 : 1);
  }
}

// Runs `work(item)` over all items, `width` at a time.
export async function inParallel(items, width, work) {
  const todo = [...items];
  const worker = async () => {
    while (todo.length > 0) await work(todo.shift());
  };
  await Promise.all(Array.from({ length: width }, worker));
}
