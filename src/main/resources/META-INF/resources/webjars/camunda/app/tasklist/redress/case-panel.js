// The whole case beside the form of each of its tasks: one place in Tasklist's own template, filled and emptied with the task
// that is open. Everything that people wrote is set as text.
import language from '../../../../redress/language.js';
import course from './case-course.js';
import files, { attach, unmet } from './case-files.js';
import papers from './case-papers.js';
import make from './make.js';

const words = {
  en: {
    panel: 'Case', loading: 'Loading the case …', open: 'Open the page of the case', why: 'Why it is due then',
    failed: 'The case could not be shown. The form works all the same.', again: 'Try again',
    noDeadline: 'No deadline is running.', near: 'At risk', overdue: 'Overdue',
    left: time => `${time} left`, over: time => `overdue by ${time}`, units: [' d', ' h', ' min'], between: ' ',
    tabs: { entries: 'Entries', injury: 'Injury', deadlines: 'Deadlines', papers: 'Papers', attachments: 'Attachments', messages: 'Messages', links: 'Linked', tasks: 'Tasks', course: 'Course' },
    none: {
      entries: 'Nothing has been entered yet.', injury: 'Nothing is said of an injury yet.', deadlines: 'The case has no deadlines.',
      papers: 'Nothing has been printed yet.', attachments: 'Nothing is attached yet.',
      messages: 'Nobody has been told anything yet.', links: 'No other case is linked to it, or of the same customer.', tasks: 'Nobody has a task in this case.'
    },
    tasksDue: 'Open tasks, and by when each is to be done',
    here: 'this task', earlier: 'Of the same customer',
    more: count => `and ${count} more; search for the telephone number among the cases`
  },
  zh: {
    panel: '案件', loading: '正在加载案件…', open: '打开案件页面', why: '依据',
    failed: '案件信息未能显示，表单仍可正常办理。', again: '重试',
    noDeadline: '目前没有正在计算的期限。', near: '即将超期', overdue: '已超期',
    left: time => `剩余${time}`, over: time => `已超期${time}`, units: ['天', '小时', '分钟'], between: '',
    tabs: { entries: '记录', injury: '伤情', deadlines: '期限', papers: '单据', attachments: '附件', messages: '消息', links: '关联', tasks: '待办任务', course: '流程' },
    none: {
      entries: '还没有记录。', injury: '还没有伤情记录。', deadlines: '本案没有期限。',
      papers: '还没有打印单据。', attachments: '还没有附件。',
      messages: '还没有发出消息。', links: '没有关联案件，也没有同一客户的其他案件。', tasks: '本案没有待办任务。'
    },
    tasksDue: '待办任务的办理时限',
    here: '当前任务', earlier: '同一客户的案件',
    more: count => `另有 ${count} 件，请在案件页面按电话号码查找`
  }
}[language];

const TICK = 10_000;
const MINUTE = 60_000;

const lasting = milliseconds => {
  const minutes = Math.floor(milliseconds / MINUTE);
  const parts = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  const first = parts.findIndex(part => part > 0);
  const from = first < 0 ? parts.length - 1 : first;
  // Two units say enough.
  return parts
    .map((part, unit) => [part, `${part}${words.units[unit]}`])
    .slice(from, from + 2)
    .filter(([part], place) => place === 0 || part > 0)
    .map(([, said]) => said)
    .join(words.between);
};

const names = fields => make('dl', {}, ...fields.flatMap(({ name, value }) => [make('dt', { text: name }), make('dd', { text: value })]));

const opening = (summary, ...content) => make('details', {}, make('summary', {}, ...summary), ...content);

const deadline = ({ line, state, due, near, why }) => {
  const box = opening(
    [make('span', { text: line }), make('strong', { class: 'left' })],
    make('h5', { text: words.why }), make('ol', {}, ...why.map(text => make('li', { text })))
  );
  box.className = 'due';
  Object.assign(box.dataset, { state, ...due && { due, near: near || '' } });
  return box;
};

const link = mayOpen => ({ number, how, site, state, received }) =>
  make('p', {}, page(number, mayOpen), make('b', { text: how }), make('span', { text: [site, state, received].join(' · ') }));

const lines = entries => entries.map(({ when, who, what, fields }) => {
  const line = [make('time', { text: when }), make('b', { text: what }), make('span', { text: who })];
  const filledIn = make('span', { class: 'glance', text: fields.map(({ value }) => value).join(' · ') });
  return fields.length ? opening([...line, filledIn], names(fields)) : make('p', {}, ...line);
});

// Each tab: how many there are, where that can be said, and what it shows.
const tab = {
  entries: {
    count: ({ entries }) => entries.length,
    draw: ({ entries }) => lines(entries)
  },
  injury: {
    // Not there for whoever may not read it.
    there: ({ injury }) => Boolean(injury),
    count: ({ injury }) => injury.length,
    draw: ({ injury }) => lines(injury)
  },
  deadlines: {
    count: ({ deadlines, tasks }) => (deadlines || tasks.filter(task => task.due)).length,
    // A task may be due where no deadline of the case is.
    draw: ({ deadlines, tasks }) => {
      const due = tasks.filter(task => task.due);
      return [
        ...(deadlines || []).map(deadline),
        ...due.length ? [
          ...!deadlines || deadlines.length ? [] : [make('p', { text: words.none.deadlines })],
          make('h5', { text: words.tasksDue }),
          ...due.map(({ name, whose, due: at }) => make('p', {}, make('time', { text: at }), make('b', { text: name }), make('span', { text: whose })))
        ] : []
      ];
    }
  },
  papers: {
    draw: (found, { task, changed }) => papers(task, words.none.papers, changed)
  },
  attachments: {
    count: ({ attachments }) => attachments.length,
    draw: (found, { task, changed }) => files(found, task, words.none.attachments, changed)
  },
  messages: {
    count: ({ messages }) => messages.length,
    draw: ({ messages }) => messages.map(({ when, to, channel, state, subject, text }) => {
      const line = [make('time', { text: when }), make('b', { text: subject }), make('span', { text: [channel, to, state].filter(Boolean).join(' · ') })];
      return text ? opening(line, make('p', { class: 'words', text })) : make('p', {}, ...line);
    })
  },
  links: {
    count: ({ links, earlier }) => links.length + (earlier ? earlier.newest.length + earlier.more : 0),
    draw: ({ links, earlier, mayOpen }) => [
      ...links.map(link(mayOpen)),
      ...earlier && earlier.newest.length ? [make('h5', { text: words.earlier }), ...earlier.newest.map(link(mayOpen))] : [],
      ...earlier && earlier.more ? [make('p', { text: words.more(earlier.more) })] : []
    ]
  },
  tasks: {
    count: ({ tasks }) => tasks.length,
    draw: ({ tasks }, { task }) => tasks.map(({ id, name, whose }) => make('p', {},
      id && id !== task ? make('a', { href: `#/?task=${encodeURIComponent(id)}`, text: name }) : make('b', { text: name }),
      make('span', { text: id === task ? `${whose} · ${words.here}` : whose })))
  },
  course: {
    draw: (found, { task, scope }) => course(task, scope)
  }
};

const page = (number, mayOpen) => mayOpen
  ? make('a', { href: new URL(`../../../../cases/${encodeURIComponent(number)}`, import.meta.url), target: '_blank', title: words.open, text: number })
  : make('b', { text: number });

let chosen = 'entries';

/** @param at the open task, and how its case is asked for once more */
const tabs = (found, at, drawn) => {
  const holder = make('div', { role: 'tabpanel', id: 'redress-case-tab', tabindex: '0' });
  const buttons = Object.keys(tab).filter(name => !tab[name].there || tab[name].there(found)).map(name => make('button', { type: 'button', role: 'tab', 'aria-controls': holder.id, 'data-tab': name }));
  const label = () => buttons.forEach(button => {
    const { count } = tab[button.dataset.tab];
    button.textContent = count ? `${words.tabs[button.dataset.tab]} ${count(found)}` : words.tabs[button.dataset.tab];
    button.classList.toggle('asks', button.dataset.tab === 'attachments' && unmet(found, at.task));
  });
  // What changed beside is in the other tabs when they are opened; the one that is open keeps what people opened in it.
  const changed = () => at.ask().then(fresh => {
    Object.assign(found, fresh);
    label();
  });
  const choose = name => {
    chosen = name;
    buttons.forEach(button => {
      const on = button.dataset.tab === name;
      button.setAttribute('aria-selected', on);
      button.tabIndex = on ? 0 : -1;
    });
    const content = tab[name].draw(found, { ...at, changed });
    holder.setAttribute('aria-label', words.tabs[name]);
    holder.replaceChildren(...(content.length ? content : [make('p', { text: words.none[name] })]));
    drawn();
  };
  buttons.forEach((button, place) => {
    button.addEventListener('click', () => choose(button.dataset.tab));
    button.addEventListener('keydown', event => {
      const to = { ArrowLeft: place - 1, ArrowRight: place + 1, Home: 0, End: buttons.length - 1 }[event.key];
      if (to !== undefined) {
        event.preventDefault();
        const next = buttons.at(to % buttons.length);
        choose(next.dataset.tab);
        next.focus();
      }
    });
  });
  label();
  choose(buttons.some(button => button.dataset.tab === chosen) ? chosen : buttons[0].dataset.tab);
  return { nodes: [make('div', { role: 'tablist', 'aria-label': words.panel }, ...buttons), holder], choose };
};

const overview = found => [
  make('header', {}, page(found.number, found.mayOpen), ...found.facts
    .filter(({ name }) => name === 'severity')
    .map(({ value }) => make('mark', { 'data-severity': found.severity, text: value }))),
  // Those of the case are no matter of a merchant's, whose card says when it is due.
  ...(!found.leading || found.leading.length ? (found.leading || []).map(deadline) : [make('p', { class: 'due', text: words.noDeadline })]),
  make('dl', { class: 'facts' }, ...found.facts
    .filter(({ name }) => name !== 'severity')
    .map(({ name, label, value }) => make('div', { 'data-fact': name }, make('dt', { text: label }), make('dd', { text: value }))))
];

const panel = (node, scope) => {
  let asked = 0;
  let behind = 0;
  const tick = () => node.querySelectorAll('[data-due]').forEach(box => {
    const now = Date.now() + behind;
    const left = Date.parse(box.dataset.due) - now;
    if (left <= 0) {
      box.dataset.state = 'overdue';
    } else if (box.dataset.near && Date.parse(box.dataset.near) <= now) {
      box.dataset.state = 'near';
    }
    const said = left <= 0 ? words.over(lasting(-left)) : words.left(lasting(left));
    box.querySelector('.left').textContent = box.dataset.state === 'near' ? `${words.near} · ${said}` : said;
  });
  const ask = id => fetch(new URL(`../../../../api/tasks/${encodeURIComponent(id)}/case`, import.meta.url))
    .then(answer => answer.ok ? answer.json() : Promise.reject(answer));
  let drop = () => {};
  const show = id => {
    const mine = ++asked;
    const still = shown => (...given) => mine === asked && shown(...given);
    drop = () => {};
    ask(id)
      .then(still(found => {
        behind = Date.parse(found.now) - Date.now();
        const { nodes, choose } = tabs(found, { task: id, scope, ask: () => ask(id) }, tick);
        node.replaceChildren(...overview(found), ...nodes);
        tick();
        drop = dropped => {
          choose('attachments');
          attach(id, found, dropped);
        };
      }))
      .catch(still(fault => {
        // A task that is there and has no case.
        node.hidden = fault.status === 404;
        const again = make('button', { type: 'button', class: 'btn btn-default btn-sm', text: words.again });
        again.addEventListener('click', () => show(id));
        node.replaceChildren(make('p', { role: 'alert', text: words.failed }), again);
      }));
  };
  node.setAttribute('aria-label', words.panel);
  scope.$watchGroup(['task.id', 'task.assignee'], ([id], [before]) => {
    if (id !== before || !node.firstChild) {
      // Nothing of the earlier case stays, not even until the next is there.
      asked++;
      node.replaceChildren(make('p', { text: words.loading }));
      node.hidden = !id;
    }
    if (id) {
      show(id);
    }
  });
  const ticking = setInterval(tick, TICK);
  // Beside the panel a browser would open what is dropped in place of the page, and the form would be lost.
  const over = event => {
    if (event.dataTransfer && [...event.dataTransfer.types].includes('Files')) {
      event.preventDefault();
      const inside = node.contains(event.target);
      node.classList.toggle('dropping', inside && event.type === 'dragover');
      event.dataTransfer.dropEffect = inside ? 'copy' : 'none';
      if (inside && event.type === 'drop') {
        drop(event.dataTransfer.files);
      }
    }
  };
  const leave = event => event.relatedTarget || node.classList.remove('dropping');
  window.addEventListener('dragover', over);
  window.addEventListener('drop', over);
  window.addEventListener('dragleave', leave);
  scope.$on('$destroy', () => {
    clearInterval(ticking);
    window.removeEventListener('dragover', over);
    window.removeEventListener('drop', over);
    window.removeEventListener('dragleave', leave);
  });
};

window.angular.module('cam.tasklist')
  .directive('redressCasePanel', () => ({ restrict: 'A', link: (scope, [node]) => panel(node, scope) }))
  .config(['$provide', provide => provide.decorator('camTasklistTaskDirective', ['$delegate', found => {
    const [directive] = found;
    const before = directive.template;
    directive.template = before.replace('<div class="row tabbed-content">', '<aside redress-case-panel class="redress-case" hidden></aside>$&');
    if (directive.template === before) {
      console.error('Redress: Tasklist has no place for the case');
    }
    return found;
  }])]);
