import webapp from '../../../../redress/webapps.js';
import language from '../../../../redress/language.js';

const cases = {
  en: { label: 'Cases', description: 'Every complaint with its deadlines and its follow-up sheet' },
  zh: { label: '案件', description: '每件投诉及其期限和跟进记录' }
}[language];

export default {
  ...webapp('welcome'),
  links: [{ ...cases, href: '/cases' }]
};
