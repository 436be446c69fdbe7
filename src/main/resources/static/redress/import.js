// Sends the chosen table and shows what was taken over, or what is wrong in which line.
document.querySelector('#import').addEventListener('submit', async event => {
  event.preventDefault();
  const form = event.target;
  const said = document.querySelector('#imported');
  const refusal = document.querySelector('#refusal');
  const [file] = form.querySelector('input').files;
  said.hidden = true;
  refusal.hidden = true;
  if (!file) {
    refusal.textContent = form.dataset.choose;
    refusal.hidden = false;
    return;
  }
  const answer = await fetch(`/api/${form.dataset.register}`, {
    method: 'PUT',
    // No foreign page can make a browser send the key.
    headers: { 'Content-Type': 'text/csv', 'Idempotency-Key': crypto.randomUUID() },
    body: file
  });
  const { message } = await answer.json().catch(() => ({ message: `${answer.status}` }));
  const place = answer.ok ? said : refusal;
  place.textContent = message;
  place.hidden = false;
  if (answer.ok) {
    // The table above is another one now.
    const page = new DOMParser().parseFromString(await (await fetch(`/${form.dataset.register}`)).text(), 'text/html');
    document.querySelector('tbody').replaceWith(page.querySelector('tbody'));
    form.reset();
  }
});
