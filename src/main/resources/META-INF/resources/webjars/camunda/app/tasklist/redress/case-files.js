// The attachments of the case beside its form: what is there, and what is on its way. An upload goes on while another task is
// open, and is found again at its own.
import language from '../../../../redress/language.js';
import make from './make.js';

const words = {
  en: {
    choose: 'Choose files', photo: 'Take a photo', drop: 'or drop them anywhere on the case',
    shows: 'What they show (optional)', most: megabytes => `at most ${megabytes} MB a file`,
    kinds: { jpeg: 'JPG', png: 'PNG', gif: 'GIF', webp: 'WEBP', heic: 'HEIC', pdf: 'PDF', text: 'TXT', word: 'DOC', excel: 'XLS' },
    needed: 'This step asks for evidence: attach at least one photo or document before you complete it.',
    given: 'This step asks for evidence; it is here.',
    takeBack: 'Take back', really: 'Really take it back?', cancel: 'Cancel', dismiss: 'Close',
    waiting: 'waits', cancelled: 'Cancelled; nothing was kept.',
    already: name => `The case has this file already, as “${name}”.`,
    again: name => `The case has this file already, as “${name}”; from now on it belongs to this step, too.`,
    tooLarge: megabytes => `The file is larger than ${megabytes} MB, which is the most that can be attached.`,
    broken: 'The connection broke, and nothing was kept. Attach it again.',
    failed: 'Something went wrong, and nothing was changed. Try again.'
  },
  zh: {
    choose: '选择文件', photo: '拍照', drop: '或将文件拖到案件区域的任意位置',
    shows: '文件内容说明（选填）', most: megabytes => `每个文件不超过 ${megabytes} MB`,
    kinds: { jpeg: 'JPG', png: 'PNG', gif: 'GIF', webp: 'WEBP', heic: 'HEIC', pdf: 'PDF', text: 'TXT', word: 'DOC', excel: 'XLS' },
    needed: '本步骤需要证据：请先上传至少一张照片或一份文件，再完成任务。',
    given: '本步骤需要的证据已上传。',
    takeBack: '撤回', really: '确定撤回？', cancel: '取消', dismiss: '关闭',
    waiting: '等待中', cancelled: '已取消，没有保存。',
    already: name => `本案已有此文件，名为“${name}”。`,
    again: name => `本案已有此文件，名为“${name}”，现已同时计入本步骤。`,
    tooLarge: megabytes => `文件超过 ${megabytes} MB 的上限。`,
    broken: '连接中断，文件没有保存。请重新上传。',
    failed: '出现错误，没有任何改动。请重试。'
  }
}[language];

const MEGABYTE = 1024 * 1024;
// More would only make each of them slower.
const AT_ONCE = 2;

export const api = path => new URL(`../../../../api/${path}`, import.meta.url);

// It changes with each login, so it is read when it is needed.
export const token = () => decodeURIComponent((document.cookie.match(/(?:^|;\s*)XSRF-TOKEN=([^;]*)/) || [])[1] || '');

export const button = (text, press, attributes = {}) => {
  const made = make('button', { type: 'button', class: 'btn btn-default btn-sm', text, ...attributes });
  made.addEventListener('click', press);
  return made;
};

const queue = [];
let under = 0;

const next = () => {
  while (under < AT_ONCE && queue.length) {
    under++;
    queue.shift()(() => {
      under--;
      next();
    });
  }
};

// One file on its way: a line that says how far it is, and what became of it.
const upload = (task, file, shows, largest, changed) => {
  const name = make('b', { text: file.name });
  const bar = make('progress', { max: '1', value: '0', 'aria-label': file.name });
  const said = make('span', { text: words.waiting, role: 'status' });
  const row = make('div', { class: 'upload' }, name, bar, said);
  const ended = (text, fault) => {
    bar.remove();
    stop.remove();
    said.textContent = text;
    said.setAttribute('role', fault ? 'alert' : 'status');
    row.dataset.state = fault ? 'failed' : 'said';
    row.append(button('×', () => row.remove(), { 'aria-label': words.dismiss, class: 'dismiss' }));
  };
  let request;
  let over = false;
  const stop = button(words.cancel, () => {
    over = true;
    request && request.abort();
    ended(words.cancelled);
  });
  row.append(stop);
  if (file.size > largest) {
    over = true;
    ended(words.tooLarge(Math.floor(largest / MEGABYTE)), true);
    return row;
  }
  queue.push(done => {
    if (over) {
      done();
      return;
    }
    request = new XMLHttpRequest();
    request.open('PUT', `${api(`tasks/${encodeURIComponent(task)}/attachments`)}?${new URLSearchParams({ name: file.name, shows })}`);
    request.setRequestHeader('X-XSRF-TOKEN', token());
    request.setRequestHeader('Accept', 'application/json');
    // The kind is read from the bytes.
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      bar.value = loaded / total;
      said.textContent = `${Math.floor(100 * loaded / total)} %`;
    });
    request.addEventListener('load', () => {
      const answer = request.response || {};
      if (request.status === 201) {
        row.remove();
      } else if (request.status === 200) {
        ended((answer.again ? words.again : words.already)(answer.name));
      } else {
        ended(answer.message || words.failed, true);
      }
      if (request.status < 300) {
        changed();
      }
    });
    request.addEventListener('error', () => ended(words.broken, true));
    request.addEventListener('loadend', done);
    request.send(file);
  });
  next();
  return row;
};

const sign = ({ id, kind, preview }) => {
  if (!preview) {
    return make('i', { 'data-kind': kind, 'aria-hidden': 'true', text: words.kinds[kind] });
  }
  return make('img', { src: api(`attachments/${id}/preview`), alt: '', loading: 'lazy' });
};

const line = (file, changed) => {
  const link = make('a', { href: api(`attachments/${file.id}`), text: file.name, ...file.inline ? { target: '_blank', rel: 'noopener' } : { download: '' } });
  const row = make('div', { class: 'file' }, sign(file), make('div', {},
    link, ...file.shows ? [make('em', { text: file.shows })] : [],
    make('span', { text: [file.about, file.when, file.who].join(' · ') })));
  if (file.mine) {
    const back = button(words.takeBack, () => {
      if (!back.dataset.asked) {
        back.dataset.asked = 'yes';
        back.textContent = words.really;
        return;
      }
      back.disabled = true;
      fetch(api(`attachments/${file.id}`), { method: 'DELETE', headers: { 'X-XSRF-TOKEN': token(), Accept: 'application/json' } })
        .then(answer => answer.ok ? changed() : answer.json().then(({ message }) => Promise.reject(message)))
        .catch(message => row.append(make('p', { role: 'alert', text: typeof message === 'string' ? message : words.failed })));
    });
    back.addEventListener('blur', () => {
      delete back.dataset.asked;
      back.textContent = words.takeBack;
    });
    row.append(back);
  }
  return row;
};

const known = new Map();

// Where files are attached at a task: the same nodes as long as the page is open, so that nothing on its way is lost.
const desk = (task, largest) => {
  if (!known.has(task)) {
    const shows = make('input', { type: 'text', maxlength: '400', class: 'form-control input-sm', placeholder: words.shows, 'aria-label': words.shows });
    const underWay = make('div', { class: 'uploads' });
    const made = { underWay, changed: () => {} };
    made.attach = files => [...files].forEach(file =>
      underWay.append(upload(task, file, shows.value, largest, () => {
        shows.value = '';
        made.changed();
      })));
    const chooser = attributes => {
      const input = make('input', { type: 'file', ...attributes });
      input.addEventListener('change', () => {
        made.attach(input.files);
        // So that the same file can be chosen once more.
        input.value = '';
      });
      return input;
    };
    const files = chooser({ multiple: '' });
    const camera = chooser({ accept: 'image/*', capture: 'environment' });
    made.node = make('div', { class: 'attach' },
      make('div', {},
        button(words.choose, () => files.click(), { class: 'btn btn-primary btn-sm' }),
        ...matchMedia('(pointer: coarse)').matches ? [button(words.photo, () => camera.click())] : [],
        make('span', { text: `${words.drop} · ${words.most(Math.floor(largest / MEGABYTE))}` })),
      shows, files, camera, underWay);
    known.set(task, made);
  }
  return known.get(task);
};

export const attach = (task, found, files) => desk(task, found.largest).attach(files);

export const unmet = ({ evidence, attachments }, task) => evidence && !attachments.some(file => file.tasks.includes(task));

/** @param changed asks the server once more, and tells when the list is to be drawn anew */
export default (found, task, none, changed) => {
  const list = make('div', { class: 'files' });
  const draw = () => list.replaceChildren(
    ...found.evidence ? [make('p', { class: 'needed', 'data-state': unmet(found, task) ? 'near' : 'met', text: unmet(found, task) ? words.needed : words.given })] : [],
    ...found.attachments.length ? found.attachments.map(file => line(file, again)) : [make('p', { text: none })]);
  const again = () => changed().then(draw, () => {});
  const { node } = desk(task, found.largest);
  desk(task, found.largest).changed = again;
  draw();
  return [node, list];
};
