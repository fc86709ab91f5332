// Tells how far a replay is while its page is open, and shows the report as soon as it is there. Without JavaScript people look again.

const told = document.getElementById('told')
const address = told?.parentElement.dataset.replay

async function look () {
  const answer = await fetch(address, { credentials: 'same-origin', headers: { Accept: 'application/json' } })
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  const now = await answer.json()
  if (!now.running) {
    location.reload()
    return
  }
  if (told.textContent !== now.told) told.textContent = now.told
  setTimeout(again, 1000)
}

// A moment without a network is no reason to stop looking.
function again () {
  look().catch(() => setTimeout(again, 5000))
}

if (address) {
  document.querySelector('.fp-no-script')?.remove()
  again()
}
