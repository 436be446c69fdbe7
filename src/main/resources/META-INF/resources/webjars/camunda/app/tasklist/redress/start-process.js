// Start process is shown to those who may start one.
export default {
  id: 'redress-start-process',
  pluginPoint: 'tasklist.navbar.action',
  render: (node, { api }) =>
    fetch(`${api.engineApi}/process-definition/count?latestVersion=true&startableInTasklist=true&startablePermissionCheck=true`)
      .then(answer => answer.json())
      .then(({ count }) => document.body.classList.toggle('redress-starts-nothing', count === 0))
      // Unanswered, the menu stays as Camunda made it.
      .catch(() => {})
};
