// Moves the demo's time and shows what is still being done by it.
const show = standing => {
  for (const [name, value] of Object.entries(standing)) {
    document.querySelector(`#standing [data-is="${name}"]`).textContent = value;
  }
};

const ask = async (method, query = '') => {
  const answer = await fetch(`/api/demo-time${query}`, {
    method,
    // No foreign page can make a browser send it.
    headers: method === 'POST' ? { 'Idempotency-Key': crypto.randomUUID() } : {},
  });
  const said = await answer.json().catch(() => ({ message: `${answer.status}` }));
  const refusal = document.querySelector('#refusal');
  refusal.hidden = answer.ok;
  if (answer.ok) {
    show(said);
  } else {
    refusal.textContent = said.message ?? answer.status;
  }
};

document.querySelector('#steps').addEventListener('click', async event => {
  const button = event.target.closest('button');
  if (button) {
    button.disabled = true;
    await ask('POST', `?by=${button.value}`);
    button.disabled = false;
    button.focus();
  }
});

setInterval(() => ask('GET'), 2000);
