// What Camunda's web applications are called, that they speak the language of the installation, whatever the browser's, and
// that they keep nothing for the next person.
import language from './language.js';

const words = {
  en: { redress: 'Redress', admin: 'Admin', cockpit: 'Cockpit', tasklist: 'Tasklist', welcome: 'Welcome' },
  zh: { redress: '客诉通', admin: '系统管理', cockpit: '流程监控', tasklist: '任务列表', welcome: '首页' }
}[language];

const speaks = { availableLocales: [language], fallbackLocale: language };
// Cockpit is for those who read diagrams and incidents; nobody has written its words in Chinese.
const english = { availableLocales: ['en'], fallbackLocale: 'en' };

// What somebody has saved in a form but not submitted stays in the browser, and speaks of customers: whoever logs in next at
// this desk doesn't find it. The login page is there before each login and after each logout.
const forgetDrafts = () => {
  if (location.hash.startsWith('#/login')) {
    Object.keys(localStorage)
      .filter(key => key.startsWith('camunda-form:') || key.startsWith('camForm:'))
      .forEach(key => localStorage.removeItem(key));
  }
};
// The applications change the address without saying so.
new MutationObserver(forgetDrafts).observe(document.documentElement, { childList: true, subtree: true });
forgetDrafts();

// The applications ask for their words while they begin, and what is drawn before the answer keeps the keys in place of words until
// somebody loads the page again. They look first into what the browser remembers: there the words stand before they begin.
const remember = async (name, [locale]) => {
  const root = document.querySelector('base').getAttribute('app-root');
  const folder = `${root}/app/${name}/locales/`;
  // As they ask, so that their own request finds it in the cache.
  const answer = await fetch(`${folder}${locale}.json?bust=${window.bust}`);
  if (answer.ok) {
    const remembered = JSON.parse(localStorage.getItem('camunda-web') || '{}');
    remembered[`${folder}_locales_data_${locale}_${window.bust}`] = JSON.stringify(await answer.json());
    localStorage.setItem('camunda-web', JSON.stringify(remembered));
  }
};

export default async name => {
  const locales = name === 'cockpit' ? english : speaks;
  // Without them the application begins all the same, and says itself what it could not load.
  await remember(name, locales.availableLocales).catch(console.warn);
  return {
    app: { vendor: words.redress, name: words[name] },
    locales,
    // The welcome box asks the server for a page that is not there.
    disableWelcomeMessage: true
  };
};
