// Where the case stands, on the diagrams of what goes on in it: around the open step, in letters that can be read.
import language from '../../../../redress/language.js';
import make from './make.js';

const words = {
  en: { loading: 'Loading the diagram …', failed: 'The diagram could not be shown.', none: 'Nothing goes on in this case any more.', enlarge: 'Enlarge', close: 'Close', which: 'Process' },
  zh: { loading: '正在加载流程图…', failed: '流程图未能显示。', none: '本案已没有正在进行的流程。', enlarge: '放大', close: '关闭', which: '流程' }
}[language];

const READABLE = 0.8;
const MARGIN = 20;

const asJson = answer => answer.ok ? answer.json() : Promise.reject(answer);

const viewer = (holder, xml, steps, scope) => {
  const inner = scope.$new();
  const drawn = () => {
    const diagram = inner.control.getViewer();
    const canvas = diagram.get('canvas');
    canvas.resized();
    canvas.zoom('fit-viewport', 'auto');
    const open = [...steps].sort((one, other) => other.startsWith('userTask') - one.startsWith('userTask')).map(step => diagram.get('elementRegistry').get(step)).find(Boolean);
    if (canvas.zoom() < READABLE && open) {
      const { width, height } = canvas.getSize();
      const { inner } = canvas.viewbox();
      // In the middle, but for what would lie outside the drawing.
      const from = (middle, size, first, whole) =>
        Math.max(first - MARGIN, Math.min(middle - size / 2, first + whole + MARGIN - size));
      canvas.viewbox({
        x: from(open.x + open.width / 2, width / READABLE, inner.x, inner.width),
        y: from(open.y + open.height / 2, height / READABLE, inner.y, inner.height),
        width: width / READABLE, height: height / READABLE
      });
    }
  };
  Object.assign(inner, {
    xml, control: {}, loaded: () => {
      steps.filter(step => inner.control.getElement(step)).forEach(step => inner.control.highlight(step));
      // Not before the frame has its size.
      setTimeout(drawn);
    }
  });
  window.angular.element(document.documentElement).injector().invoke(['$compile', compile =>
    window.angular.element(holder).empty().append(compile(
      '<div cam-widget-bpmn-viewer diagram-data="xml" control="control" on-load="loaded()" style="height: 100%"></div>')(inner))]);
  inner.$applyAsync();
  return () => inner.$destroy();
};

export default (task, scope) => {
  const frame = make('div', { class: 'diagram', tabindex: '-1' }, make('p', { text: words.loading }));
  const choice = make('div', { class: 'courses', role: 'group', 'aria-label': words.which });
  const failed = () => frame.replaceChildren(make('p', { role: 'alert', text: words.failed }));
  const xml = definition => fetch(new URL(`../../../api/engine/engine/default/process-definition/${encodeURIComponent(definition)}/xml`, import.meta.url))
    .then(asJson).then(({ bpmn20Xml }) => bpmn20Xml);
  let gone = () => {};
  let shown;
  const show = (course, pressed) => {
    [...choice.children].forEach(button => button.setAttribute('aria-pressed', button === pressed));
    shown = course;
    xml(course.definition).then(diagram => {
      if (shown === course && frame.isConnected) {
        gone();
        gone = viewer(frame, diagram, course.steps, scope);
      }
    }).catch(failed);
  };
  const enlarge = make('button', { type: 'button', class: 'btn btn-default btn-sm', text: words.enlarge });
  enlarge.addEventListener('click', () => shown && xml(shown.definition).then(diagram => {
    const large = make('div', { class: 'diagram' });
    const close = make('button', { type: 'button', class: 'btn btn-default', text: words.close });
    const dialog = make('dialog', { class: 'redress-course', 'aria-label': shown.name }, make('header', {}, make('b', { text: shown.name }), close), large);
    document.body.append(dialog);
    dialog.showModal();
    const over = viewer(large, diagram, shown.steps, scope);
    close.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => {
      over();
      dialog.remove();
      enlarge.focus();
    });
  }).catch(failed));
  fetch(new URL(`../../../../api/tasks/${encodeURIComponent(task)}/courses`, import.meta.url)).then(asJson).then(courses => {
    if (!courses.length) {
      frame.replaceChildren(make('p', { text: words.none }));
      return;
    }
    choice.replaceChildren(...courses.map(course => {
      const button = make('button', { type: 'button', class: 'btn btn-default btn-sm', text: course.name });
      button.addEventListener('click', () => show(course, button));
      return button;
    }), enlarge);
    show(courses[0], choice.firstChild);
  }).catch(failed);
  return [choice, frame];
};
