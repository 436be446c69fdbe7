import webapp from '../../../../redress/webapps.js';
import language from '../../../../redress/language.js';

const shortcuts = {
  en: {
    claimTask: 'claims the open task',
    focusFilter: 'goes to the first filter',
    focusList: 'goes to the first task of the list',
    focusForm: 'goes to the first field of the form',
    startProcess: 'opens the list of processes to start'
  },
  zh: {
    claimTask: '领取当前任务',
    focusFilter: '转到第一个筛选',
    focusList: '转到列表中的第一个任务',
    focusForm: '转到表单的第一个字段',
    startProcess: '打开可启动的流程列表'
  }
}[language];

// History and Description show what the case's own panel shows better, or nothing; a comment would be read nowhere else.
document.querySelector('base').setAttribute('cam-exclude-plugins', [
  'tasklist.task.detail:task-detail-history',
  'tasklist.task.detail:task-detail-description',
  'tasklist.task.action:task-action-comment'
].join());

export default {
  ...await webapp('tasklist'),
  customScripts: ['redress/own-pages', 'redress/start-process', 'redress/hand-over', 'redress/fixed-words', 'redress/case-panel'],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: shortcuts.claimTask },
    focusFilter: { key: 'ctrl+shift+f', description: shortcuts.focusFilter },
    focusList: { key: 'ctrl+alt+l', description: shortcuts.focusList },
    focusForm: { key: 'ctrl+alt+f', description: shortcuts.focusForm },
    startProcess: { key: 'ctrl+alt+p', description: shortcuts.startProcess }
  }
};
