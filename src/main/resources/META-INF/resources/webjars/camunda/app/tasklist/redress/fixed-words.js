// form-js and the diagram say some things in English only, and form-js writes dates as the browser is used to. In another
// language they are changed where they stand: messages under fields, what empty fields and lists say, the calendar, the
// buttons of the diagram. In English only what nobody at a desk can read is changed. What people typed is never touched.
import language from '../../../../redress/language.js';

const CHINESE = [
  [/^Field is required\.$/, '此项必填。'],
  [/^Field must have minimum value of (.*)\.$/, '不得小于 $1。'],
  [/^Field must have maximum value of (.*)\.$/, '不得大于 $1。'],
  [/^Field must have minimum length of (.*)\.$/, '至少须有 $1 个字符。'],
  [/^Field must have maximum length of (.*)\.$/, '最多只能有 $1 个字符。'],
  [/^Field must match pattern .*\.$/s, '格式不正确。'],
  [/^Field must be a valid email\.$/, '请输入有效的电子邮箱地址。'],
  [/^Field must be a valid\s+international phone number\..*$/, '请输入国际格式的电话号码，例如 +8613800138000。'],
  [/^Please select a valid value, must increment by (.*)$/, '请输入 $1 的倍数。'],
  [/^Please select a valid value, the two nearest valid values are (.*) and (.*)$/, '请输入有效的值，最接近的是 $1 和 $2。'],
  [/^Value is not a number\.$/, '请输入数字。'],
  [/^Date and time must both be entered\.$/, '日期和时间须同时填写。'],
  [/^Select$/, '请选择'],
  [/^Search$/, '搜索'],
  [/^Skip to search$/, '跳到搜索'],
  [/^Remove tag$/, '移除'],
  [/^No results$/, '没有结果'],
  [/^All values selected$/, '已全部选择'],
  [/^Nothing to show\.$/, '没有内容。'],
  [/^mm\/dd\/yyyy$|^yyyy\/mm?\/dd?$/, '年/月/日'],
  [/^hh:mm( \?m)?$/, '时:分'],
  [/^zoom in$/, '放大'],
  [/^zoom out$/, '缩小'],
  [/^reset zoom$/, '恢复大小']
];

const ENGLISH = [
  [/^Field must match pattern .*\.$/s, 'Is not written as it should be.']
];

const MONTHS = ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'];
const CALENDAR = {
  weekdays: {
    shorthand: ['日', '一', '二', '三', '四', '五', '六'],
    longhand: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六']
  },
  months: { shorthand: MONTHS, longhand: MONTHS },
  firstDayOfWeek: 1,
  rangeSeparator: ' 至 ',
  weekAbbreviation: '周',
  scrollTitle: '滚动鼠标以增减',
  toggleTitle: '点击以切换',
  yearAriaLabel: '年',
  monthAriaLabel: '月',
  hourAriaLabel: '时',
  minuteAriaLabel: '分'
};

const TEXTS = '.fjs-form-field-error, .fjs-taglist-skip-link, .fjs-select-placeholder, .fjs-dropdownlist-empty, .fjs-table-empty, .fjs-table-td[colspan]';

const changed = text => {
  const [said, instead] = (language === 'zh' ? CHINESE : ENGLISH).find(([pattern]) => pattern.test(text)) || [];
  return said ? text.replace(said, instead) : text;
};

const set = (node, property) => {
  const words = changed(node[property].trim());
  if (words !== node[property].trim()) {
    node[property] = words;
  }
};

const change = () => {
  document.querySelectorAll(TEXTS).forEach(place => {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      set(walker.currentNode, 'data');
    }
  });
  document.querySelectorAll('.fjs-container input[placeholder]').forEach(input => set(input, 'placeholder'));
  document.querySelectorAll('.fjs-container button[title], [cam-widget-bpmn-viewer] [title]').forEach(button => set(button, 'title'));
  document.querySelectorAll('.fjs-container .flatpickr-input').forEach(({ _flatpickr }) => {
    if (language === 'zh' && _flatpickr && _flatpickr.config.locale !== CALENDAR) {
      _flatpickr.set('locale', CALENDAR);
    }
  });
};

export default {
  id: 'redress-fixed-words',
  pluginPoint: 'tasklist.navbar.action',
  render: () => {
    if (language === 'zh') {
      document.documentElement.lang = 'zh-CN';
      // form-js asks for the order of a date's parts in the "default" language, which would be the browser's.
      Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
        construct: (format, [locale, ...options]) => new format(locale === 'default' ? 'zh-CN' : locale, ...options)
      });
    }
    new MutationObserver(change).observe(document.body, {
      childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['placeholder']
    });
    change();
  }
};
