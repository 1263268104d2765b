// What a page can do beyond being read: tables that sort, filter, remember and export; links to copy; the theme.
// All of it is extra: without scripts a page is complete. Every word comes from words.js.
(() => {
  'use strict';

  const words = window.milepostWords || {};
  const say = (key, ...values) => (words[key] ?? key).replace(/\{(\d)\}/g, (hole, at) => values[at] ?? hole);

  // What is a function becomes a property, all else an attribute.
  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (typeof value === 'function') element[key] = value;
      else element.setAttribute(key, value);
    }
    element.append(...children);
    return element;
  };
  const button = (name, onclick, text) => make('button', { type: 'button', class: name, onclick }, text);

  const html = document.documentElement;
  const squeeze = (text) => text.replace(/\s+/g, ' ').trim();
  const textOf = (element) => squeeze(element.textContent);
  const folded = (text) => squeeze(text).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const collate = new Intl.Collator(html.lang || 'en', { numeric: true, sensitivity: 'base' }).compare;
  const compare = (a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : collate(String(a ?? ''), String(b ?? '')));

  const speaker = document.body.appendChild(make('p', { class: 'said', role: 'status' }));
  const tell = (text) => {
    speaker.textContent = text;
    clearTimeout(tell.timer);
    tell.timer = setTimeout(() => speaker.replaceChildren(), 4000);
  };

  // --- the moment: what pages leave out, so that their bytes change only when their contents do ------

  const version = window.milepostVersion;
  const each = (selector, act) => document.querySelectorAll(selector).forEach(act);
  if (version) {
    const root = document.querySelector('script[src$="version.js"]').src.slice(0, -10);
    if (version.label) each('.brand', (brand) => brand.append(' ', make('span', { class: 'count' }, version.label)));
    each('.dated:empty', (place) => place.append(version.dated));
    each('.rail a:not(:has(span))', (link) => {
      const count = version.counts[link.href.slice(root.length)];
      if (count) link.append(' ', make('span', {}, count));
    });
    const distance = new Intl.RelativeTimeFormat(html.lang, { numeric: 'auto' });
    each('[data-age]', (day) => day.after(` (${distance.format((new Date(day.dateTime) - new Date(version.as_of)) / 864e5, 'day')})`));
  }

  // --- tables ------------------------------------------------------------------------------------

  const MOST_CHOICES = 40; // of a menu; the values of other columns are left to the text
  const SHORT = 5; // rows that need no controls
  const LONG = 200; // rows that are laid out at once; the others come when asked for
  const FEW = matchMedia('(max-width: 640px)').matches ? 1 : 3; // menus that are always shown
  const FIRST = ['owner', 'team', 'state'];
  const NEVER = ['id', 'title', 'age', 'sort', 'find', 'closed'];

  class Table {
    constructor(root, prefix) {
      this.root = root;
      this.name = root.id.replace(/^mp:/, '');
      this.prefix = prefix ? `${this.name}.` : '';
      this.table = root.querySelector('table');
      this.columns = [...this.table.tHead.rows[0].cells].map((head, at) => ({ ...head.dataset, at, head, label: textOf(head), sorted: head.getAttribute('aria-sort') }));
      const facets = (root.dataset.facets || '').split('|').filter(Boolean);
      this.sources = this.columns.concat(
        facets.map((facet, part) => {
          const [key, label] = facet.split(':');
          return { key, label, part, type: 'facet' };
        }),
      );
      this.rows = [];
      this.groups = [...this.table.tBodies].map((body) => {
        const title = body.querySelector('.group-row');
        const group = { body, title, closed: body.dataset.group === 'closed' };
        for (const row of body.rows) if (row !== title) this.rows.push({ row, group, at: this.rows.length, keys: [], values: [] });
        return group;
      });
      this.closed = this.rows.filter((row) => row.group.closed).length;
      this.ordered = this.rows;
      this.limit = LONG;
      this.rest = button('link', () => {
        this.limit = Infinity;
        this.show();
      }, '');
      for (const column of this.columns) {
        const press = button('', () => this.sortBy(column), '');
        press.append(...column.head.childNodes);
        column.head.append(press);
      }
      if (this.rows.length >= SHORT || this.closed > 0 || document.querySelector(`[data-filter-table="${root.id}"]`)) this.addControls();
      this.read();
    }

    // What a row is ordered by; undefined if its cell is empty.
    key(row, column) {
      if (column.at in row.keys) return row.keys[column.at];
      const cell = row.row.cells[column.at];
      const text = textOf(cell);
      let key = cell.dataset.v ?? ((column.type === 'date' && cell.querySelector('time')?.dateTime) || text);
      if (column.type !== 'text' && column.type !== 'date') key = parseFloat(key);
      if (Number.isNaN(key)) key = text;
      return (row.keys[column.at] = key === '' ? undefined : key);
    }

    // What a row is filtered by: a date by its month, a figure by the words behind it, all else as it is shown.
    value(row, { at, part, type }) {
      if (type === 'facet') return (row.facets ??= (row.row.dataset.f || '').split('|'))[part] ?? '';
      if (at in row.values) return row.values[at];
      let value = textOf(row.row.cells[at]);
      if (type === 'date') value = String(this.key(row, { at, type }) ?? '').slice(0, 7);
      if (type === 'number') value = value.replace(/^[-+\d.,]+ (?=\D)/, '');
      return (row.values[at] = value);
    }

    // The distinct values in their order; nothing if they are too many to choose from, or one.
    choices(source) {
      const found = new Map();
      for (const row of this.rows) {
        const value = this.value(row, source);
        if (found.has(value)) continue;
        if (found.size === MOST_CHOICES) return [];
        found.set(value, source.part === undefined ? this.key(row, source) : value);
      }
      const few = FIRST.includes(source.key) || found.size <= Math.max(8, this.rows.length / 2);
      if (found.size < 2 || !few) return [];
      return [...found].sort(([a, left], [b, right]) => (a === '') - (b === '') || compare(left, right)).map(([value]) => value);
    }

    // --- controls

    // A menu in a box as wide as what it says, which no menu alone can be: the menu lies over it unseen.
    pick(label, before = '') {
      const shown = make('span', {});
      const select = make('select', { 'aria-label': label });
      const mark = () => (shown.textContent = before + select.selectedOptions[0].text);
      return { select, mark, box: make('span', { class: 'pick' }, shown, select) };
    }

    addControls() {
      this.count = make('b', { role: 'status' });
      this.chip = make('span', { class: 'pick on' });
      this.menus = [];
      const rank = ({ key }) => (FIRST.indexOf(key) + 1 || 9);
      for (const source of this.sources.filter(({ key, label }) => label && !NEVER.includes(key)).sort((a, b) => rank(a) - rank(b))) {
        const choices = this.choices(source);
        if (choices.length > 0) this.menus.push(this.menu(source, choices));
      }
      const { select: rest, box: more, mark } = this.pick(say('table.more'));
      rest.append(new Option(say('table.more'), ''));
      mark();
      for (const { box, source } of this.menus.slice(FEW)) {
        box.hidden = true;
        rest.append(new Option(source.label, source.key));
      }
      more.hidden = rest.length < 2;
      rest.onchange = () => {
        const { box, select } = this.menus.find(({ source }) => source.key === rest.value);
        rest.remove(rest.selectedIndex);
        more.hidden = rest.length < 2;
        box.hidden = false;
        select.focus();
      };
      // Narrow screens have no heads to press.
      const order = this.pick(say('table.sort'));
      this.order = order.select;
      this.order.onchange = () => this.sortTo(this.order.value);
      this.order.append(new Option(say('table.sort'), ''));
      for (const { key, label } of this.columns) this.order.append(new Option(`${label} ↑`, key), new Option(`${label} ↓`, `-${key}`));
      this.markOrder = order.mark;
      order.box.classList.add('order');
      const find = say('table.find', this.root.dataset.many);
      this.finder = make('input', { type: 'search', placeholder: find, 'aria-label': find });
      this.finder.oninput = () => this.set(() => (this.state.find = this.finder.value));
      this.clear = button('link', () => {
        this.set(() => this.filterBy([]));
        this.finder.focus();
      }, say('table.all'));
      this.unseen = make('span', { class: 'hidden-note' });
      this.bar = make('div', { class: 'tools', role: 'group', 'aria-label': say('table.filters', this.root.dataset.many) },
        this.count, this.chip, ...this.menus.map(({ box }) => box), more,
        order.box, this.finder, this.clear, this.unseen);
      this.root.before(this.bar);
      this.root.after(make('p', { class: 'after' }, this.rest, ' ', button('link', () => this.save(), say('table.csv'))));
    }

    menu(source, choices) {
      const { select, ...rest } = this.pick(source.label, `${source.label}: `);
      select.append(new Option(say(source.key === 'owner' ? 'table.anyone' : 'table.any'), '*'));
      const month = new Intl.DateTimeFormat(html.lang || 'en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
      for (const value of choices) {
        const text = value && source.type === 'date' ? month.format(new Date(value)) : value || say('table.none');
        select.append(new Option(text, `=${value.toLowerCase()}`));
      }
      select.onchange = () => this.set(({ picked }) => {
        if (select.value === '*') picked.delete(source.key);
        else picked.set(source.key, select.value.slice(1));
      });
      return { source, select, ...rest };
    }

    // Columns keep their widths while rows come and go.
    hold(on) {
      if (on === this.held) return;
      this.held = on;
      const widths = this.columns.map(({ head }) => (on && head.offsetWidth ? `${head.offsetWidth}px` : ''));
      this.columns.forEach(({ head }, at) => (head.style.width = widths[at]));
    }

    // --- state: in the address, so that it can be shared and comes back

    read() {
      const query = new URLSearchParams(location.search);
      const get = (name) => query.get(this.prefix + name);
      this.state = { sort: get('sort') ?? '', find: get('find') ?? '', closed: get('closed') !== null, picked: new Map() };
      for (const { key } of this.sources) {
        const value = NEVER.includes(key) ? null : get(key);
        if (value !== null) this.state.picked.set(key, value.toLowerCase());
      }
      this.sort();
      this.show();
    }

    set(change) {
      this.hold(true);
      change(this.state);
      const { state } = this;
      const query = new URLSearchParams(location.search);
      const put = (name, value) => (value ?? null) === null ? query.delete(this.prefix + name) : query.set(this.prefix + name, value);
      for (const { key } of this.sources) put(key, state.picked.get(key));
      put('sort', state.sort || null);
      put('find', state.find.trim() || null);
      put('closed', state.closed ? 'shown' : null);
      const text = query.toString();
      try {
        history.replaceState(history.state, '', `${location.pathname}${text && '?'}${text}${location.hash}`);
      } catch {
        // A browser may keep no address for a page from the disk.
      }
      this.show();
    }

    filterBy(picked) {
      this.state.picked = new Map(picked);
      this.state.find = '';
    }

    // --- order

    // The other way round if it is sorted by that, else figures from the highest, all else from the lowest.
    sortBy({ head, key, type }) {
      const now = head.getAttribute('aria-sort');
      const down = now ? now === 'ascending' : type === 'number' || type === 'level';
      this.sortTo(down ? `-${key}` : key);
    }

    sortTo(sort) {
      this.state.sort = sort;
      this.sort();
      this.set(() => {});
    }

    sort() {
      const down = this.state.sort.startsWith('-');
      const column = this.columns.find(({ key }) => key === this.state.sort.slice(down));
      for (const one of this.columns) {
        const sorted = one === column ? (down ? 'descending' : 'ascending') : column ? null : one.sorted;
        if (sorted) one.head.setAttribute('aria-sort', sorted);
        else one.head.removeAttribute('aria-sort');
      }
      if (this.order) {
        this.order.value = column ? this.state.sort : '';
        this.markOrder();
      }
      const rows = [...this.rows].sort((a, b) => {
        if (!column || a.group !== b.group) return a.at - b.at;
        const [left, right] = [this.key(a, column), this.key(b, column)];
        const unset = (left === undefined) - (right === undefined);
        return unset || (down ? compare(right, left) : compare(left, right)) || a.at - b.at;
      });
      const moved = rows.some((row, at) => row !== this.ordered[at]);
      this.ordered = rows;
      if (!moved) return;
      // What is outside the page is moved in no time; show() lays out those that are wanted.
      for (const { body } of this.groups) body.remove();
      for (const { row, group } of rows) {
        if (rows.length > LONG) row.hidden = true;
        group.body.append(row);
      }
      this.table.append(...this.groups.map(({ body }) => body));
    }

    // --- what is shown

    show() {
      const { picked, find, closed } = this.state;
      const needles = folded(find).split(' ').filter(Boolean);
      const filters = this.sources.filter(({ key }) => picked.has(key));
      const all = closed || this.closed === this.rows.length;
      let [shown, withheld] = [0, 0];
      for (const group of this.groups) group.shown = 0;
      for (const row of this.ordered) {
        const fits =
          filters.every((source) => this.value(row, source).toLowerCase() === picked.get(source.key)) &&
          needles.every((needle) => (row.text ??= folded([...row.row.cells].map(textOf).join(' '))).includes(needle));
        row.seen = fits && (all || !row.group.closed);
        const laid = row.seen && shown < this.limit;
        if (row.row.hidden === laid) row.row.hidden = !laid;
        row.group.shown += row.seen;
        shown += row.seen;
        withheld += fits && !row.seen;
      }
      for (const { title, shown: count } of this.groups) {
        if (!title) continue;
        title.hidden = count === 0;
        title.querySelector('.count').textContent = count;
      }
      for (const { link, current } of this.links()) {
        if (current) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
      if (this.bar) this.describe(shown, withheld, all, filters.length > 0 || needles.length > 0);
    }

    describe(shown, withheld, all, filtered) {
      const { picked, find } = this.state;
      const { one, many } = this.root.dataset;
      const noun = (count) => (count === 1 ? one : many);
      const total = this.rows.length - (all ? 0 : this.closed);
      if (filtered) this.count.textContent = say('table.some', shown, total, noun(total));
      else this.count.textContent = say(all || this.closed === 0 ? 'table.count' : 'table.open', total, noun(total));
      this.clear.hidden = !filtered;
      this.rest.hidden = shown <= this.limit;
      this.rest.textContent = say('table.rest', shown, noun(shown));
      if (this.finder.value !== find) this.finder.value = find;
      for (const { source, select, box, mark } of this.menus) {
        const value = picked.get(source.key);
        select.value = value === undefined ? '*' : `=${value}`;
        if (select.selectedIndex < 0) select.append(new Option(value, `=${value}`, false, true));
        mark();
        box.classList.toggle('on', value !== undefined);
        if (value !== undefined) box.hidden = false;
      }
      const bare = [...picked].filter(([key]) => !this.menus.some(({ source }) => source.key === key));
      const named = this.links().find(({ current }) => current)?.link.dataset.filterLabel;
      this.chip.textContent = named ?? bare.map((pair) => pair.join(': ')).join(', ');
      this.chip.hidden = bare.length === 0;
      if (this.chip.hidden) this.unseen.before(this.clear);
      else this.chip.append(this.clear);
      const count = all ? this.closed : withheld;
      this.unseen.hidden = count === 0 || this.closed === this.rows.length;
      this.unseen.replaceChildren(`${say(all ? 'table.closed.shown' : 'table.closed.hidden', count, noun(count))} `,
        button('link', () => {
          this.set((state) => (state.closed = !all));
          this.unseen.lastChild.focus();
        }, say(all ? 'table.hide' : 'table.show')));
    }

    // --- links elsewhere on the page: <a data-filter-table="ID" data-filter="likelihood=4&impact=4">

    links() {
      const { picked } = this.state;
      return [...document.querySelectorAll('a[data-filter]')]
        .filter((link) => link.dataset.filterTable === this.root.id)
        .map((link) => {
          const wanted = [...new URLSearchParams(link.dataset.filter.toLowerCase())];
          return { link, wanted, current: wanted.length === picked.size && wanted.every(([key, value]) => picked.get(key) === value) };
        });
    }

    follow(pressed) {
      const { wanted, current } = this.links().find(({ link }) => link === pressed);
      this.set(() => this.filterBy(current ? [] : wanted));
      (this.bar ?? this.root).scrollIntoView({ block: 'nearest' });
    }

    // A row that is linked to is shown whatever the filters say.
    reveal(row) {
      this.filterBy([]);
      this.limit = Infinity;
      this.state.closed ||= row.parentNode.dataset.group === 'closed';
      this.show();
      row.scrollIntoView({ block: 'center' });
    }

    // What is shown, as RFC 4180 has it. What a spreadsheet would compute stays a text.
    save() {
      const field = (text) => {
        const safe = /^[=+\-@]/.test(text) ? `'${text}` : text;
        return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
      };
      const rows = this.ordered.filter(({ seen }) => seen).map(({ row }) =>
        this.columns.map(({ at, type }) => {
          const cell = row.cells[at];
          return (type === 'date' && (cell.dataset.v ?? cell.querySelector('time')?.dateTime)) || textOf(cell);
        }),
      );
      rows.unshift(this.columns.map(({ label }) => label));
      const text = rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
      const href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
      make('a', { href, download: `${this.name}.csv` }).click();
      setTimeout(() => URL.revokeObjectURL(href), 9999);
    }
  }

  const roots = [...document.querySelectorAll('[data-table]')];
  const tables = roots.map((root) => new Table(root, roots.length > 1));

  // A head can stick to the window only if nothing around it scrolls; what does not scroll needs no focus.
  const observer = new ResizeObserver((changes) => {
    for (const { target: root, contentRect } of changes) {
      const table = tables.find((one) => one.root === root);
      if (table && table.width !== contentRect.width) table.hold(false);
      if (table) table.width = contentRect.width;
      const fits = root.firstElementChild.offsetWidth <= root.clientWidth;
      root.classList.toggle('fits', fits);
      if (fits) root.removeAttribute('tabindex');
      else root.tabIndex = 0;
    }
  });
  each('.table', (root) => observer.observe(root));

  const revealTarget = () => {
    let id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {
      // As it stands, then.
    }
    const row = document.getElementById(id);
    if (row?.hidden) tables.find(({ root }) => root.contains(row))?.reveal(row);
  };
  revealTarget();
  addEventListener('hashchange', revealTarget);
  addEventListener('popstate', () => tables.forEach((table) => table.read()));
  addEventListener('click', (event) => {
    const link = event.target.closest('a[data-filter]');
    const table = link && tables.find(({ root }) => root.id === link.dataset.filterTable);
    if (!table || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    table.follow(link);
  });

  // --- links to copy: on headings, and one for all rows that comes to where one points ---------------

  // Their words come from the style sheet, so that they are no part of the heading or cell they stand in.
  const copier = (of) => {
    const press = button('copy', () => {
      const address = new URL(`#${of()}`, location).href;
      navigator.clipboard.writeText(address).then(() => tell(say('copied')), () => tell(address));
    }, '');
    press.dataset.text = say('link');
    return press;
  };

  each('main :is(h2, h3, h4)', (heading) => {
    const id = heading.id || (heading.matches('section > :first-child') && heading.parentNode.id);
    if (!id) return;
    const press = copier(() => id);
    press.setAttribute('aria-label', say('copy', textOf(heading)));
    heading.append(press);
  });

  const rowCopier = copier(() => rowCopier.closest('tr').id);
  const bring = ({ target }) => {
    const row = target.closest?.('.rows tr[id]');
    if (!row || row.contains(rowCopier) || document.activeElement === rowCopier) return;
    rowCopier.setAttribute('aria-label', say('copy', textOf(row.cells[0])));
    row.cells[0].append(rowCopier);
  };
  addEventListener('pointerover', bring);
  addEventListener('focusin', bring);

  // --- theme and menu ----------------------------------------------------------------------------

  const dark = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (html.dataset.theme ?? (dark.matches ? 'dark' : '')) === 'dark';
  const toggle = document.querySelector('[data-theme-toggle]');
  if (toggle) {
    const mark = () => toggle.setAttribute('aria-pressed', isDark());
    // Chosen in another tab, or on a page that one has come back from.
    const recall = () => {
      try {
        const theme = localStorage.getItem('milepost-theme');
        if (theme) html.dataset.theme = theme;
      } catch {
        // It holds for this page.
      }
      mark();
    };
    toggle.setAttribute('aria-label', say('theme.dark'));
    toggle.onclick = () => {
      html.dataset.theme = isDark() ? 'light' : 'dark';
      try {
        localStorage.setItem('milepost-theme', html.dataset.theme);
      } catch {
        // The same.
      }
      mark();
    };
    dark.onchange = mark;
    addEventListener('storage', recall);
    addEventListener('pageshow', recall);
    mark();
  }

  // Opened, the menu has the focus; left with Tab, it closes. Escape is the browser's.
  const rail = document.querySelector('.rail[popover]');
  rail?.addEventListener('toggle', ({ newState }) => newState === 'open' && rail.querySelector('[aria-current], a')?.focus());
  rail?.addEventListener('focusout', ({ relatedTarget: to }) => {
    if (to && !rail.contains(to) && !to.matches('.menu') && rail.matches(':popover-open')) rail.hidePopover();
  });
})();
