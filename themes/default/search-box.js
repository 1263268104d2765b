// Search over everything, and cards for links to records. Both need search.js at the site's root, which is loaded when it
// is first needed and brings the words it says.
(() => {
  'use strict';
  const root = new URL('.', document.querySelector('script[src$="version.js"]').src);
  const PHONE = matchMedia('(hover: none)');

  let index; // a promise of what search.js makes
  const load = () =>
    (index ??= new Promise((done, failed) => {
      const script = document.createElement('script');
      script.src = new URL('search.js', root);
      script.onload = script.onerror = () => {
        if (window.milepostIndex) return done(window.milepostIndex);
        index = undefined;
        failed();
      };
      document.head.append(script);
    }));

  // make('p.note', {id: 'x', hidden: true}, 'words', child)
  const make = (name, properties, ...children) => {
    const [tag, ...classes] = name.split('.');
    const element = document.createElement(tag);
    if (classes.length) element.className = classes.join(' ');
    for (const [key, value] of Object.entries(properties ?? {})) {
      if (key in element) element[key] = value;
      else element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child));
    return element;
  };
  const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (hole, at) => values[at]);
  const marked = (pieces) => pieces.map(([text, hit]) => (hit ? make('mark', {}, text) : text));
  const chip = (state) => state && make(`span.st.${state[1]}`, {}, state[0]);

  // --- the search box

  const label = document.querySelector('[data-search]')?.textContent.replace(/\/$/, '').trim() ?? '';
  let box, input, found, said, menus, foot;
  let engine;
  let options = [];
  let current = -1;

  const build = () => {
    input = make('input', {
      type: 'text',
      id: 'mp:ask',
      placeholder: label,
      autocomplete: 'off',
      spellcheck: false,
      enterKeyHint: 'go',
      role: 'combobox',
      'aria-label': label,
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': 'mp:found',
    });
    said = make('p', { role: 'status' });
    menus = make('div.menus');
    found = make('div.found', { id: 'mp:found', role: 'listbox', 'aria-label': label });
    foot = make('p.keys', { hidden: true });
    const close = make('button', { type: 'button', onclick: () => box.close() }, make('kbd', {}, 'Esc'), make('span.vh'));
    const glass = document.querySelector('[data-search] svg')?.cloneNode(true);
    box = make('dialog.finder', { 'aria-label': label }, make('div.ask', {}, glass, input, close), make('div.tell', {}, said, menus), found, foot);
    box.addEventListener('click', (event) => event.target === box && box.close());
    box.addEventListener('close', () => hideCard());
    input.addEventListener('input', answer);
    input.addEventListener('keydown', press);
    found.addEventListener('mousemove', (event) => {
      const at = options.indexOf(event.target.closest('[role=option]'));
      if (at >= 0 && at !== current) choose(at, false);
    });
    found.addEventListener('click', (event) => {
      const option = event.target.closest('[role=option]');
      if (!option) return;
      if (option.dataset.more) {
        event.preventDefault();
        setFilter('kind', option.dataset.more);
      } else if (!event.ctrlKey && !event.metaKey && !event.shiftKey) box.close();
    });
    document.body.append(box);
  };

  const open = () => {
    hideCard();
    if (!box) build();
    if (!box.open) box.showModal();
    input.focus();
    input.select();
    if (engine) return;
    load().then(
      (made) => {
        engine = made;
        equip();
        answer();
      },
      () => (said.textContent = window.milepostWords?.['search.failed'] ?? '✕'),
    );
  };

  // What needs the words of the index: the menus and the foot.
  const equip = () => {
    const { words } = engine.data;
    const menu = (name, any, list) => {
      if (list.length < 2) return;
      const select = make('select', { name, 'aria-label': any, onchange: () => setFilter(name, select.value) });
      select.append(make('option', { value: '' }, any), ...list.map(([value, text]) => make('option', { value }, text)));
      menus.append(select);
    };
    menu('kind', words.kind, engine.groups.map((group) => [group.name, group.plural]));
    menu('status', words.status, [['open', words.open], ['closed', words.closed], ...engine.states().map((state) => [state.toLowerCase(), state])]);
    menu('owner', words.owner, engine.parties().map(([name, key]) => [(key ?? name).toLowerCase(), name]));
    const key = (text, ...names) => make('span', {}, ...names.map((name) => make('kbd', {}, name)), ` ${text}`);
    foot.append(key(words.move, '↑', '↓'), key(words.go, 'Enter'), key(words.next, 'Tab'), make('span', {}, words.as_of));
    foot.hidden = false;
    box.querySelector('.ask .vh').textContent = words.close;
  };

  const setFilter = (name, value) => {
    const others = input.value.replace(new RegExp(`(^|\\s)${name}:("[^"]*"?|\\S*)`, 'gi'), '').trim();
    const filter = value && `${name}:${/\s/.test(value) ? `"${value}"` : value}`;
    input.value = [filter, others].filter(Boolean).join(' ') + (filter && !others ? ' ' : '');
    input.focus();
    answer();
  };

  const choose = (at, scroll = true) => {
    options[current]?.setAttribute('aria-selected', 'false');
    current = at;
    const option = options[at];
    option?.setAttribute('aria-selected', 'true');
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
    if (scroll) option?.scrollIntoView({ block: 'nearest' });
    if (scroll && option && option === option.parentNode.querySelector('[role=option]')) option.parentNode.scrollIntoView({ block: 'nearest' });
  };

  const answer = () => {
    if (!engine) return;
    const { words } = engine.data;
    const plural = new Intl.PluralRules(document.documentElement.lang || 'en');
    const count = (forms, number) => fill(forms[plural.select(number)] ?? forms.other, number);
    const result = engine.ask(input.value);
    options = [];
    found.replaceChildren(
      ...result.results.map(({ group, hits, more }, number) => {
        const name = make('div', { id: `mp:group-${number}`, role: 'presentation' }, group.plural);
        const list = group.name === 'list';
        const rows = hits.map((hit) =>
          make(
            'a',
            { href: new URL(hit.href, root).href },
            make('span.id', {}, hit.byId ? make('mark', {}, hit.id) : hit.id),
            make('span', {}, make('span', { dir: 'auto' }, ...marked(hit.marked)), !list && make('small', { dir: 'auto' }, ...marked(hit.detail))),
            list ? make('small', {}, hit.fact) : chip(hit.state),
          ),
        );
        if (more) {
          const all = make('a.more', { href: new URL(group.list || 'index.html', root).href }, fill(words.more, more));
          all.dataset.more = group.name;
          rows.push(all);
        }
        for (const row of rows) {
          Object.assign(row, { id: `mp:option-${options.length}`, tabIndex: -1, role: 'option', ariaSelected: 'false' });
          options.push(row);
        }
        return make('div', { role: 'group', 'aria-labelledby': name.id }, name, ...rows);
      }),
    );
    found.hidden = options.length === 0;
    input.setAttribute('aria-expanded', String(options.length > 0));
    const asked = result.keys.length > 0 || result.filters.length > 0;
    said.textContent = !asked
      ? words.hint
      : result.total === 0
        ? fill(words.none, input.value.trim())
        : `${count(words.found, result.total)} ${result.some ? words.some : result.keys.length ? words.order : ''}${engine.data.cut ? ` ${fill(words.cut, engine.data.cut)}` : ''}`;
    for (const menu of menus.children) {
      const filter = result.filters.findLast(([name]) => name === menu.name)?.[1] ?? '';
      menu.value = [...menu.options].find((option) => option.value === filter)?.value ?? '';
    }
    choose(asked && options.length ? 0 : -1, false);
    found.scrollTop = 0;
  };

  const press = (event) => {
    const last = options.length - 1;
    const groupOf = (at) => options[at]?.parentNode;
    const keys = {
      ArrowDown: () => (current < last ? current + 1 : 0),
      ArrowUp: () => (current > 0 ? current - 1 : last),
      Home: () => 0,
      End: () => last,
      Tab: () => {
        const step = event.shiftKey ? -1 : 1;
        let at = current;
        while (options[at] && groupOf(at) === groupOf(current)) at += step;
        // Backwards to the first of a kind; past the last kind the key goes on to the menus.
        while (event.shiftKey && at > 0 && groupOf(at - 1) === groupOf(at)) at -= 1;
        return at;
      },
      Enter: () => {
        options[current]?.click();
        return current;
      },
    };
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || (event.shiftKey && event.key !== 'Tab')) return;
    const at = Object.hasOwn(keys, event.key) && last >= 0 ? keys[event.key]() : undefined;
    if (at === undefined || (event.key === 'Tab' && !options[at])) return;
    event.preventDefault();
    if (event.key !== 'Enter') choose(at);
  };

  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
    const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (slash || (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey)) {
      event.preventDefault();
      open();
    }
  });
  document.addEventListener('click', (event) => event.target.closest?.('[data-search]') && open());

  // --- the card of a link to a record

  let card, link, timer;
  let addresses;

  const hideCard = () => {
    clearTimeout(timer);
    if (!link) return;
    link.removeAttribute('aria-describedby');
    card.hidePopover();
    link = undefined;
  };

  const showCard = async (target) => {
    const made = await load().catch(() => null);
    if (!made || !target.isConnected || !(target.matches(':hover') || target === document.activeElement)) return;
    addresses ??= made.addresses();
    const at = addresses.get(addressOf(target).slice(root.href.length));
    if (at === undefined || target === link) return;
    hideCard();
    card ??= document.querySelector('main').appendChild(make('div.peek', { id: 'mp:card', popover: 'manual', role: 'tooltip' }));
    const { id, title, state, fact } = made.shown(at);
    card.replaceChildren(
      make('b', { dir: 'auto' }, title),
      make('p', {}, make('span.id', {}, id), chip(state)),
      fact && make('p', { dir: 'auto' }, fact),
    );
    link = target;
    link.setAttribute('aria-describedby', card.id);
    card.showPopover();
    const box = [...link.getClientRects()].at(-1);
    const below = box.bottom + 6 + card.offsetHeight < innerHeight;
    card.style.top = `${below ? box.bottom + 6 : box.top - 6 - card.offsetHeight}px`;
    card.style.left = `${Math.max(8, Math.min(box.left, document.documentElement.clientWidth - card.offsetWidth - 8))}px`;
  };

  const soon = (work, wait) => {
    clearTimeout(timer);
    timer = setTimeout(work, wait);
  };
  // Of a link in a drawing, too.
  const addressOf = (target) => new URL(target.getAttribute('href'), location).href;
  const recordLink = (target) => {
    const near = target.closest?.('main a[href]');
    const address = near ? addressOf(near) : '';
    const here = location.href.split('#')[0];
    return address.startsWith(root.href) && address.split('#')[0] !== here && /\.html(#|$)/.test(address) ? near : null;
  };
  document.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'touch' || PHONE.matches) return;
    const target = recordLink(event.target);
    if (target && target !== link) soon(() => showCard(target), 150);
    else if (target || card?.contains(event.target)) clearTimeout(timer);
    else soon(hideCard, 250);
  });
  document.addEventListener('focusin', (event) => {
    const target = recordLink(event.target);
    if (target !== link) hideCard();
    if (target?.matches(':focus-visible')) soon(() => showCard(target), 150);
  });
  document.addEventListener('keydown', (event) => event.key === 'Escape' && hideCard(), true);
  addEventListener('scroll', hideCard, { passive: true, capture: true });
})();
