// Shows a form as Tasklist shows it: <section class="fp-form-preview" data-schema="address of the form's JSON" hidden>. Nothing is sent
// anywhere. Whoever has no JavaScript reads the list of fields on the page.

for (const section of document.querySelectorAll('section.fp-form-preview[data-schema]')) {
  show(section).catch(() => section.remove())
}

async function show (section) {
  const [schema] = await Promise.all([form(section.dataset.schema), viewer()])
  section.hidden = false
  const shown = new window.FormViewer.Form({ container: section.querySelector('.fp-form-preview__form') })
  await shown.importSchema(schema, { lang: document.documentElement.lang })
  section.dataset.shown = 'true'
}

async function form (address) {
  const answer = await fetch(address, { credentials: 'same-origin' })
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  return answer.json()
}

function viewer () {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = '/assets/models/form/viewer.js'
    script.onload = resolve
    script.onerror = reject
    document.head.append(script)
  })
}
