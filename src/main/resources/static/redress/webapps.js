// What Camunda's web applications are called, and that they speak the language of the installation, whatever the browser's.
import language from './language.js';

const words = {
  en: { redress: 'Redress', admin: 'Admin', cockpit: 'Cockpit', tasklist: 'Tasklist', welcome: 'Welcome' },
  zh: { redress: '客诉通', admin: '系统管理', cockpit: '流程监控', tasklist: '任务列表', welcome: '首页' }
}[language];

const speaks = { availableLocales: [language], fallbackLocale: language };
// Cockpit is for those who read diagrams and incidents; nobody has written its words in Chinese.
const english = { availableLocales: ['en'], fallbackLocale: 'en' };

export default name => ({
  app: { vendor: words.redress, name: words[name] },
  locales: name === 'cockpit' ? english : speaks,
  // The welcome box asks the server for a page that is not there.
  disableWelcomeMessage: true
});
