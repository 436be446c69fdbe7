// A node with its attributes and children. Everything that people wrote is set as text.
export default (name, { text, ...attributes } = {}, ...children) => {
  const node = document.createElement(name);
  if (text !== undefined) {
    node.textContent = text;
  }
  Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
  node.append(...children);
  return node;
};
