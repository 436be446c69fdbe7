import webapp from '../../../../redress/webapps.js';
import language from '../../../../redress/language.js';

const words = {
  en: {
    cases: { label: 'Cases', description: 'Every complaint with its deadlines and its follow-up sheet' },
    calculator: { label: 'When would it be due?', description: 'For process owners and administrators' }
  },
  zh: {
    cases: { label: '案件', description: '每件投诉及其期限和跟进记录' },
    calculator: { label: '何时到期？', description: '供流程负责人和管理员使用' }
  }
}[language];

export default {
  ...await webapp('welcome'),
  links: [
    { ...words.cases, href: '/cases' },
    { ...words.calculator, href: '/calculator' }
  ]
};
