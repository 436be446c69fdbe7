// The pages beside Tasklist that this person may open; the server says which.
import language from '../../../../redress/language.js';
import make from './make.js';

const menu = { en: 'Pages', zh: '更多页面' }[language];

const link = ({ address, name }) =>
  make('a', { href: new URL(`../../../..${address}`, import.meta.url), target: '_blank', text: name });

export default {
  id: 'redress-own-pages',
  pluginPoint: 'tasklist.navbar.action',
  render: node =>
    fetch(new URL('../../../../api/pages', import.meta.url))
      .then(answer => answer.ok ? answer.json() : [])
      .then(pages => {
        if (pages.length < 2) {
          node.append(...pages.map(link));
          return;
        }
        const list = make('details', {}, make('summary', { text: menu }), make('div', {}, ...pages.map(link)));
        const close = event => {
          if (!list.contains(event.target) || event.key === 'Escape' || event.target.closest('a')) {
            list.open = false;
          }
        };
        list.addEventListener('toggle', () => ['click', 'keydown'].forEach(input =>
          document[list.open ? 'addEventListener' : 'removeEventListener'](input, close)));
        node.append(list);
      })
      // Unanswered, the way leads over the start page.
      .catch(() => {})
};
