// The papers of the case beside its form: print one, open it, and give back the scan of the signed original.
import language from '../../../../redress/language.js';
import { api, button, token } from './case-files.js';
import make from './make.js';

const words = {
  en: {
    print: name => `Print: ${name}`, revision: count => `revision ${count}`, pages: count => `${count} ${count === 1 ? 'page' : 'pages'}`,
    'awaits-signature': 'to be signed', signed: 'signed', attach: 'Attach the signed scan', scan: (name, number) => `Signed: ${name} ${number}`,
    loading: 'Loading …', failed: 'Something went wrong, and nothing was changed. Try again.'
  },
  zh: {
    print: name => `打印：${name}`, revision: count => `第${count}版`, pages: count => `${count} 页`,
    'awaits-signature': '待签字', signed: '已签字', attach: '上传签字扫描件', scan: (name, number) => `签字件：${name} ${number}`,
    loading: '正在加载…', failed: '出现错误，没有任何改动。请重试。'
  }
}[language];

const ask = (path, method = 'GET', body) => fetch(api(path), {
  method, body, headers: { Accept: 'application/json', ...method === 'GET' ? {} : { 'X-XSRF-TOKEN': token() } }
}).then(answer => answer.json().then(said => answer.ok ? said : Promise.reject(said.message)));

// One picture or PDF: it becomes an attachment of the case, and the paper says so.
const giveBack = (task, paper, changed, failed) => {
  const input = make('input', { type: 'file', accept: 'image/*,application/pdf' });
  input.addEventListener('change', () => {
    const [file] = input.files;
    if (file) {
      const about = new URLSearchParams({ name: file.name, shows: words.scan(paper.name, paper.number) });
      ask(`tasks/${encodeURIComponent(task)}/attachments?${about}`, 'PUT', file)
        .then(({ id }) => ask(`papers/${paper.id}/signed?${new URLSearchParams({ attachment: id })}`, 'POST'))
        .then(changed)
        .catch(failed);
    }
    input.value = '';
  });
  return [button(words.attach, () => input.click()), input];
};

const line = (task, paper, changed, failed) => make('div', { class: 'file' }, make('i', { 'aria-hidden': 'true', 'data-kind': 'pdf', text: 'PDF' }),
  make('div', {},
    make('a', { href: api(`papers/${paper.id}`), target: '_blank', rel: 'noopener', text: `${paper.name} ${paper.number}` }),
    ...words[paper.state] ? [make('em', { text: words[paper.state] })] : [],
    make('span', { text: [words.revision(paper.revision), words.pages(paper.pages), paper.holders.join(', '), paper.when, paper.who].filter(Boolean).join(' · ') })),
  ...paper.state === 'awaits-signature' ? giveBack(task, paper, changed, failed) : []);

/** @param changed asks the server for the case once more: a scan is among its attachments */
export default (task, none, changed) => {
  const list = make('div', { class: 'files papers' }, make('p', { text: words.loading }));
  const failed = message => list.prepend(make('p', { role: 'alert', text: typeof message === 'string' ? message : words.failed }));
  const draw = ({ papers, printable }) => list.replaceChildren(
    ...papers.length ? papers.map(paper => line(task, paper, () => changed().then(look), failed)) : [make('p', { text: none })],
    make('div', { class: 'print' }, ...printable.map(({ kind, name }) => {
      const print = button(words.print(name), () => {
        print.disabled = true;
        ask(`tasks/${encodeURIComponent(task)}/papers/${kind}`, 'POST').then(draw).catch(failed).finally(() => {
          print.disabled = false;
        });
      });
      return print;
    })));
  const look = () => ask(`tasks/${encodeURIComponent(task)}/papers`).then(draw);
  look().catch(failed);
  return [list];
};
