// Shows BPMN diagrams: each <figure class="fp-diagram" data-xml="address of the model" data-marks='[…]'> gets the drawing of its model.
// A mark is {"id": "userTask_x", "as": "done|here|way|late|added|removed|changed|stuck", "badge": "12", "note": "half 2 d", "says": "12 referrals are here"}.
// The page tells the same in words beside it; whoever has no JavaScript, or cannot see the drawing, reads those.

// Declared before the first drawing asks for it.
let loading

for (const figure of document.querySelectorAll('figure.fp-diagram[data-xml]')) {
  show(figure).catch(() => figure.classList.add('fp-diagram--failed'))
}

async function show (figure) {
  const [xml] = await Promise.all([text(figure.dataset.xml), viewer()])
  const canvas = document.createElement('div')
  canvas.className = 'fp-diagram__canvas'
  canvas.setAttribute('role', 'group')
  canvas.setAttribute('aria-label', figure.dataset.label || '')
  figure.prepend(canvas)
  const drawing = new window.BpmnNavigatedViewer({ container: canvas })
  await drawing.importXML(xml)
  const view = drawing.get('canvas')
  const overlays = drawing.get('overlays')
  const elements = drawing.get('elementRegistry')
  const marks = JSON.parse(figure.dataset.marks || '[]')
  for (const mark of marks) {
    if (!elements.get(mark.id)) continue
    if (mark.as) view.addMarker(mark.id, `fp-mark-${mark.as}`)
    if (mark.badge) {
      const badge = document.createElement('span')
      badge.className = `fp-diagram__badge fp-diagram__badge--${mark.as || 'plain'}`
      badge.textContent = mark.badge
      if (mark.says) badge.title = mark.says
      overlays.add(mark.id, { position: { top: -12, right: 12 }, html: badge })
    }
    if (mark.note) {
      const note = document.createElement('span')
      note.className = 'fp-diagram__note'
      note.textContent = mark.note
      if (mark.says) note.title = mark.says
      overlays.add(mark.id, { position: { top: -16, left: -30 }, html: note })
    }
  }
  view.zoom('fit-viewport', 'auto')
  if (marks.length > 0) view.zoom(view.zoom() * 0.9, 'auto') // room for badges beyond the outermost steps
  figure.dataset.shown = 'true'
}

async function text (address) {
  const answer = await fetch(address, { credentials: 'same-origin' })
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  return answer.text()
}

function viewer () {
  loading ||= new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = '/assets/models/bpmn/viewer.js'
    script.onload = resolve
    script.onerror = reject
    document.head.append(script)
  })
  return loading
}
