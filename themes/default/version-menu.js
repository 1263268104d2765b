// The versions of a site: a menu that stays on the page, and a line that says that a version is an old one.
// Extra, like all scripts: every page has links to the list of versions and to itself in the latest.
(() => {
  'use strict';

  const { versions, words } = window.milepostVersions ?? {};
  const now = versions?.findIndex(({ folder }) => folder === window.milepostVersion?.folder) ?? -1;
  if (now < 0) return;

  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const root = document.querySelector('script[src$="version.js"]').src.slice(0, -10);
  const above = new URL('..', root).href;
  const path = location.pathname.slice(new URL(root).pathname.length) || 'index.html';
  const [here, latest] = [versions[now], versions[0]];

  document.head.append(make('link', { rel: 'stylesheet', href: new URL('version-menu.css', document.currentScript.src) }));

  // Later versions have a page for whatever an earlier one had; an earlier one may not have this page: then its list, or the overview.
  const go = (folder, paths) => {
    const list = `${path.slice(0, path.lastIndexOf('/') + 1)}index.html`;
    const there = !paths || paths.includes(path) ? path + location.hash : paths.includes(list) ? list : 'index.html';
    location.href = `${above}${folder}/${there}`;
  };
  const follow = (event, { folder }) => {
    if (versions.findIndex((one) => one.folder === folder) <= now || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const script = make('script', { src: `${above}${folder}/paths.js` });
    script.onload = () => go(folder, window.milepostPaths);
    script.onerror = () => go(folder);
    document.head.append(script);
  };

  const items = versions
    .filter(({ dated }, at) => at < 8 || at === now || dated)
    .slice(0, 14)
    .map((version) => {
      const link = make('a', { href: `${above}${version.folder}/${path}` }, make('b', {}, version.name));
      if (version === latest) link.append(' ', make('small', {}, words.latest));
      if (version.dated) link.append(' ', make('small', {}, version.dated));
      if (version.said) link.append(' ', make('span', {}, version.said));
      if (version === here) link.setAttribute('aria-current', 'true');
      link.onclick = (event) => follow(event, version);
      return make('li', {}, link);
    });
  const foot = make('p', {}, make('a', { href: `${above}versions.html` }, words.all.replace('{0}', versions.length)));
  if (here.changes) foot.prepend(make('a', { href: root + here.changes }, words.changes));
  const menu = make('div', { id: 'mp:versions', class: 'version-menu', popover: '' },
    make('p', { id: 'mp:versions-head' }, words.here),
    make('ul', { 'aria-labelledby': 'mp:versions-head' }, ...items), foot);
  const button = make('button', { type: 'button', class: 'version', popovertarget: 'mp:versions' },
    make('span', {}, words.version), ' ', make('b', {}, here.name));
  const both = make('span', { class: 'version-box' }, button, menu);
  menu.addEventListener('beforetoggle', () => {
    const { bottom, right } = button.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    menu.style.top = `${Math.round(bottom) + 4}px`;
    menu.style.right = `${Math.max(8, Math.min(Math.round(width - right), width - 440))}px`;
  });
  menu.addEventListener('toggle', ({ newState }) => newState === 'open' && menu.querySelector('[aria-current], a').focus());
  menu.addEventListener('focusout', ({ relatedTarget: to }) => to && !both.contains(to) && menu.hidePopover());
  menu.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const links = [...menu.querySelectorAll('a')];
    links[(links.indexOf(document.activeElement) + step + links.length) % links.length].focus();
  });

  // A day in the life of a record leads to the record as it was then; changes lead to those before them.
  for (const time of document.querySelectorAll('.life > li > time')) {
    const then = versions.find(({ date }, at) => at > now && date === time.dateTime);
    if (!then) continue;
    const link = make('a', { href: `${above}${then.folder}/${path}` });
    link.onclick = (event) => follow(event, then);
    time.replaceWith(link);
    link.append(time);
  }
  const before = versions[now + 1];
  if (path === here.changes && before?.changes) {
    document.querySelector('.happened')?.before(make('p', { class: 'pairs' }, make('a', { href: `${above}${before.folder}/${before.changes}` }, words.before)));
  }

  // On a phone the masthead has no room for it: it opens the navigation.
  const narrow = matchMedia('(max-width: 640px)');
  const place = () => (narrow.matches ? document.querySelector('.rail')?.prepend(both) : document.querySelector('[data-theme-toggle]')?.before(both));
  narrow.onchange = place;
  place();

  const sameLink = document.querySelector('.to-latest');
  if (here === latest) {
    sameLink?.remove();
    return;
  }
  const days = Math.round((new Date(latest.date) - new Date(here.date)) / 864e5);
  const distance = days > 0 ? words[days === 1 ? 'days.one' : 'days.other'].replace('{0}', days) : words.same;
  const next = versions[now - 1];
  const banner = make('aside', { class: 'old-version', 'aria-label': words.old },
    make('b', { class: 'st s-stale' }, words.old), ' ', make('span', {}, distance), ' ',
    make('a', { href: `${above}latest/${path}` }, words.this));
  if (next.changes) banner.append(' ', make('a', { href: `${above}${next.folder}/${next.changes}` }, words.next));
  document.querySelector('.masthead')?.after(banner);
})();
