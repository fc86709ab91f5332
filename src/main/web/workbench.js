// The editor of one file of a draft: opens the maker's editor for processes, tables or forms, saves as people go, and tells them what
// the checks find, who else is there, and when somebody else has saved. The page says every word of it; nothing is kept in the browser.

const root = document.getElementById('fp-editor')

const SAVE_AFTER = 1200
const LOOK_EVERY = 4000

let words
let editor
let revision
let dirty = false
let saving = false
let stopped = false
let timer

async function start () {
  words = JSON.parse(root.dataset.words)
  revision = Number(root.dataset.revision)
  const open = { bpmn: openProcess, dmn: openTable, form: openForm }[root.dataset.kind]
  const content = await fetch(root.dataset.file, { credentials: 'same-origin', cache: 'no-store' })
  if (!content.ok) throw new Error(`The file answered ${content.status}`)
  revision = Number((content.headers.get('ETag') || '').replaceAll('"', '')) || revision
  editor = await open(await content.text(), document.getElementById('fp-editor-canvas'), document.getElementById('fp-editor-panel'))
  findings([...document.querySelectorAll('#fp-editor-findings li')].map((line) => ({
    element: line.dataset.element,
    label: line.querySelector('strong').textContent,
    sentence: line.querySelector('span').textContent
  })))
  root.dataset.shown = 'true'
  if (root.dataset.element) editor.select(root.dataset.element)
  here()
  setInterval(here, LOOK_EVERY)
  addEventListener('beforeunload', (event) => { if (dirty && !stopped) event.preventDefault() })
  addEventListener('pagehide', () => {
    fetch(root.dataset.gone, { method: 'POST', credentials: 'same-origin', headers: headers(), keepalive: true }).catch(() => {})
  })
}

// ---- the three editors: each gives its text and can show an element

async function openProcess (xml, canvas, panel) {
  const templates = await (await fetch(root.dataset.templates, { credentials: 'same-origin' })).json()
  const modeler = new window.BpmnModeler({ container: canvas, propertiesPanel: { parent: panel }, elementTemplates: templates })
  await modeler.importXML(xml)
  const view = modeler.get('canvas')
  besideThePalette(view)
  modeler.on('commandStack.changed', changed)
  modeler.on('elementTemplates.select', ({ element }) => chooseTemplate(modeler, templates, element))
  canvas.querySelector('svg')?.setAttribute('aria-label', canvas.getAttribute('aria-label'))
  return {
    text: async () => (await modeler.saveXML({ format: true })).xml,
    select: (id) => {
      const element = modeler.get('elementRegistry').get(id)
      if (!element) return false
      modeler.get('selection').select(element)
      view.scrollToElement(element)
      view.focus?.()
      return true
    }
  }
}

/** The whole drawing, not hidden behind the tools at its left. */
function besideThePalette (view) {
  view.zoom('fit-viewport')
  const { inner, scale } = view.viewbox()
  const tools = 150 / scale
  const edge = 40 / scale
  view.viewbox({ x: inner.x - tools, y: inner.y - edge, width: inner.width + tools + edge, height: inner.height + 2 * edge })
}

async function openTable (xml, canvas) {
  const modeler = new window.DmnModeler({ container: canvas, drd: { keyboard: { bindTo: null } } })
  const listening = new WeakSet()
  const listen = () => {
    const viewer = modeler.getActiveViewer()
    if (viewer && !listening.has(viewer)) {
      listening.add(viewer)
      viewer.on('commandStack.changed', changed)
    }
  }
  modeler.on('views.changed', listen)
  await modeler.importXML(xml)
  const tables = modeler.getViews().filter((view) => view.type === 'decisionTable')
  if (tables.length) await modeler.open(tables[0])
  listen()
  return {
    text: async () => (await modeler.saveXML({ format: true })).xml,
    select: async (id) => {
      const own = tables.find((view) => view.element.id === id || view.element.decisionLogic?.rule?.some((rule) =>
        rule.id === id || [...rule.inputEntry || [], ...rule.outputEntry || []].some((entry) => entry.id === id)))
      if (own && modeler.getActiveView()?.element !== own.element) await modeler.open(own)
      return reveal(canvas, id)
    }
  }
}

async function openForm (text, canvas) {
  const formEditor = new window.FormEditor.FormEditor({ container: canvas })
  await formEditor.importSchema(JSON.parse(text))
  formEditor.on('changed', changed)
  return {
    text: async () => JSON.stringify(formEditor.saveSchema(), null, 2) + '\n',
    select: (id) => {
      const field = [...formEditor.get('formFieldRegistry').getAll()].find((one) => one.id === id || one.key === id)
      if (!field) return false
      formEditor.get('selection').set(field)
      return true
    }
  }
}

function reveal (canvas, id) {
  const safe = CSS.escape(id)
  canvas.querySelectorAll('.fp-found').forEach((cell) => cell.classList.remove('fp-found'))
  const cells = [...canvas.querySelectorAll(`.cell[data-row-id="${safe}"], [data-element-id="${safe}"], [data-col-id="${safe}"]`)]
  if (!cells.length) return false
  cells.forEach((cell) => cell.classList.add('fp-found'))
  const first = cells.find((cell) => cell.querySelector('[contenteditable], input')) || cells[0]
  first.scrollIntoView({ block: 'center', inline: 'nearest' })
  first.querySelector('[contenteditable], input')?.focus()
  return true
}

// ---- saving

function changed () {
  if (root.dataset.open !== 'true' || stopped) return
  dirty = true
  say('unsaved')
  clearTimeout(timer)
  timer = setTimeout(save, SAVE_AFTER)
}

async function save () {
  if (stopped) return
  if (saving) {
    timer = setTimeout(save, SAVE_AFTER)
    return
  }
  saving = true
  dirty = false
  say('saving')
  try {
    const text = await editor.text()
    const answer = await fetch(`${root.dataset.file}&revision=${revision}`, {
      method: 'PUT',
      credentials: 'same-origin',
      redirect: 'manual',
      headers: { ...headers(), 'Content-Type': 'application/octet-stream' },
      body: text
    })
    await saved(answer)
  } catch {
    dirty = true
    say('offline')
    timer = setTimeout(save, 10 * SAVE_AFTER)
  } finally {
    saving = false
  }
}

async function saved (answer) {
  if (answer.ok) {
    const said = await answer.json()
    revision = said.revision
    if (!dirty) say('saved', said.at)
    findings(said.findings.map((one) => ({ ...one, label: one.error ? words.error : words.warning })))
    return
  }
  dirty = true
  if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) {
    say('signed-out')
  } else if (answer.status === 409) {
    const said = await answer.json()
    choose(said.meanwhile, said.revision)
  } else if (answer.status === 422) {
    say('refused', (await answer.json()).sentences.join(' '))
  } else if (answer.status === 423) {
    stopped = true
    say('closed')
  } else {
    say('failed')
  }
}

/** Somebody else was first: nothing is written over anything before one of the two is chosen. */
function choose (meanwhile, theirs) {
  stopped = true
  clearTimeout(timer)
  say('meanwhile')
  const box = document.getElementById('fp-editor-choice')
  box.replaceChildren(paragraph(meanwhile), paragraph(words.theirs))
  const look = link(words.look, root.dataset.page)
  look.target = '_blank'
  look.rel = 'noopener'
  const copy = button(words['keep-copy'], async () => download(await editor.text()))
  const take = button(words.take, () => { dirty = false; location.assign(root.dataset.page) })
  const put = button(words['put-mine'], () => {
    if (!confirm(words.sure)) return
    revision = theirs
    stopped = false
    dirty = true
    box.hidden = true
    box.replaceChildren()
    save()
  })
  box.append(look, take, copy, put)
  box.hidden = false
  take.focus()
}

async function here () {
  try {
    const answer = await fetch(root.dataset.here, { method: 'POST', credentials: 'same-origin', redirect: 'manual', headers: headers() })
    if (!answer.ok) return
    const said = await answer.json()
    const others = document.getElementById('fp-editor-others')
    if (others.textContent !== said.others) others.textContent = said.others
    if (!said.open && root.dataset.open === 'true') {
      stopped = true
      say('closed')
    } else if (said.revision !== revision && !saving && !stopped && said.revision !== 0) {
      choose(said.meanwhile, said.revision)
    }
  } catch {
    // Asked again soon; a save says when the connection is lost.
  }
}

// ---- what is said

function say (name, more = '') {
  const status = document.getElementById('fp-editor-status')
  const text = ((words && words[name]) || name).replace('{0}', more)
  if (status.textContent !== text) status.textContent = text
  status.dataset.state = name
}

function findings (all) {
  document.getElementById('fp-editor-none').hidden = all.length > 0
  document.getElementById('fp-editor-findings').replaceChildren(...all.map((one) => {
    const line = document.createElement('li')
    const strong = document.createElement('strong')
    strong.textContent = one.label
    const show = button(one.sentence, async () => {
      const shown = await editor.select(one.element)
      if (shown) document.getElementById('fp-editor-canvas').scrollIntoView({ block: 'nearest' })
    })
    show.className = 'fp-findings__show'
    line.append(strong, ': ', show)
    return line
  }))
}

/** Which of our steps a box is: chosen by what it does, so that nobody types the name of a program. */
function chooseTemplate (modeler, templates, element) {
  const fitting = templates.filter((one) => one.appliesTo.includes(element.type))
  const dialog = document.createElement('dialog')
  dialog.className = 'fp-templates'
  dialog.setAttribute('aria-labelledby', 'fp-templates-title')
  const title = document.createElement('h2')
  title.id = 'fp-templates-title'
  title.textContent = words.templates
  const label = document.createElement('label')
  label.className = 'nhsuk-label'
  label.htmlFor = 'fp-templates-find'
  label.textContent = words['templates-find']
  const find = document.createElement('input')
  find.id = 'fp-templates-find'
  find.className = 'nhsuk-input'
  find.autocomplete = 'off'
  const list = document.createElement('ul')
  list.className = 'nhsuk-list fp-templates__list'
  const show = () => {
    const wanted = find.value.trim().toLowerCase()
    const some = fitting.filter((one) => `${one.name} ${one.description}`.toLowerCase().includes(wanted))
    list.replaceChildren(...some.map((one) => {
      const line = document.createElement('li')
      const pick = button(one.name, () => {
        dialog.close()
        modeler.get('elementTemplates').applyTemplate(element, one)
      })
      pick.className = 'fp-findings__show'
      line.append(pick, paragraph(one.description))
      return line
    }))
    if (!some.length) list.append(paragraph(words['templates-none']))
  }
  find.addEventListener('input', show)
  dialog.append(title, label, find, list, button(words.close, () => dialog.close()))
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  show()
  dialog.showModal()
  find.focus()
}

function download (text) {
  const a = link('', URL.createObjectURL(new Blob([text])))
  a.download = root.dataset.name.split('/').pop()
  a.click()
  URL.revokeObjectURL(a.href)
}

function headers () {
  return { [root.dataset.csrfHeader]: root.dataset.csrf }
}

function paragraph (text) {
  const p = document.createElement('p')
  p.textContent = text
  return p
}

function link (text, address) {
  const a = document.createElement('a')
  a.href = address
  a.textContent = text
  return a
}

function button (text, action) {
  const b = document.createElement('button')
  b.type = 'button'
  b.className = 'nhsuk-button nhsuk-button--secondary nhsuk-button--small'
  b.textContent = text
  b.addEventListener('click', action)
  return b
}

if (root) start().catch((problem) => { console.warn(problem); say('failed') })
