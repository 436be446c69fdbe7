// The assignee of the open task can be changed by whoever may hand the task over; see user-styles.css.
export default {
  id: 'redress-hand-over',
  pluginPoint: 'tasklist.navbar.action',
  render: (node, { api }) => {
    let known = null;
    const show = may => document.body.classList.toggle('redress-hands-over', may);
    const look = () => {
      const task = new URLSearchParams(location.hash.split('?')[1]).get('task');
      if (task === known) {
        return;
      }
      known = task;
      show(false);
      if (task) {
        const asked = { permissionName: 'TASK_ASSIGN', resourceName: 'Task', resourceType: 7, resourceId: task };
        fetch(`${api.engineApi}/authorization/check?${new URLSearchParams(asked)}`)
          .then(answer => answer.json())
          .then(({ authorized }) => task === known && show(authorized))
          // Unanswered, it stays as it is for a clerk.
          .catch(() => {});
      }
    };
    // Tasklist changes the address without saying so.
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    look();
  }
};
