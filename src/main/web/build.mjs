// Puts the style sheet, the script and the pictures of Fingerpost's pages into the folder named on the command line.
//
//   node build.mjs <folder>
//
// Packages are fetched only when package-lock.json has changed since the last time, so a second build needs no network.
// Nothing is bundled or compiled: nhsuk-frontend's ready-made files are copied, with three changes.
//   - Frutiger is licensed to the NHS alone and is fetched from assets.nhs.uk, which our content security policy refuses: Arial.
//   - The NHS's blues become Fingerpost's greens; the NHS identity belongs to NHS organisations.
//   - Source maps are not shipped, so the style sheet no longer points to one.

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const modules = join(here, 'node_modules')
const nhsuk = join(modules, 'nhsuk-frontend', 'dist', 'nhsuk')

/** NHS colour to ours. Every pair keeps at least 4.5 : 1 against white, and against each other where both meet. */
const colours = {
  '#005eb8': '#1d5c47',
  '#004b93': '#17483a',
  '#003d78': '#113a2e',
  '#003087': '#143f32',
  '#002f5c': '#0c2a21'
}

if (process.argv.length !== 3) {
  console.error('Usage: node build.mjs <folder for the assets>')
  process.exit(2)
}
const target = resolve(process.argv[2])

fetchPackages()
mkdirSync(join(target, 'images'), { recursive: true })
writeFileSync(join(target, 'nhsuk-frontend.css'), ownLook(read(join(nhsuk, 'nhsuk-frontend.min.css'))))
writeFileSync(join(target, 'nhsuk-frontend.js'), withoutSourceMap(read(join(nhsuk, 'nhsuk-frontend.min.js'))))
for (const picture of readdirSync(join(nhsuk, 'assets', 'images')).filter((name) => /^nhsuk-icon-.*\.svg$/.test(name))) {
  copyFileSync(join(nhsuk, 'assets', 'images', picture), join(target, 'images', picture))
}
for (const own of readdirSync(here).filter((name) => /\.(css|js)$/.test(name))) {
  copyFileSync(join(here, own), join(target, own))
}
for (const picture of readdirSync(join(here, 'images'))) {
  copyFileSync(join(here, 'images', picture), join(target, 'images', picture))
}

// The editors and the viewer of models, as their makers build them: used by the workbench and by the auditor's desk.
const makers = {
  bpmn: {
    folder: join(modules, 'camunda-bpmn-js', 'dist'),
    scripts: {
      'modeler.js': 'camunda-platform-modeler.production.min.js',
      'viewer.js': 'camunda-platform-navigated-viewer.production.min.js'
    },
    styles: ['camunda-platform-modeler.css', 'camunda-platform-navigated-viewer.css']
  },
  dmn: {
    folder: join(modules, 'camunda-dmn-js', 'dist'),
    scripts: { 'modeler.js': 'camunda-platform-modeler.production.min.js' },
    styles: ['camunda-platform-modeler.css']
  },
  form: {
    folder: join(modules, '@bpmn-io', 'form-js', 'dist'),
    scripts: { 'editor.js': 'form-editor.umd.js', 'viewer.js': 'form-viewer.umd.js' },
    styles: ['form-js.css', 'form-js-editor.css']
  }
}
for (const [kind, { folder, scripts, styles }] of Object.entries(makers)) {
  const to = join(target, 'models', kind)
  mkdirSync(join(to, 'css'), { recursive: true })
  for (const [name, made] of Object.entries(scripts)) {
    writeFileSync(join(to, name), withoutSourceMap(read(join(folder, made))))
  }
  for (const name of styles) {
    writeFileSync(join(to, 'css', name), withoutSourceMap(inOnePiece(join(folder, 'assets', name))))
  }
}

/** A style sheet with those it imports: one request instead of a dozen. The fonts are inside it. */
function inOnePiece (file) {
  return read(file).replace(/@import ['"](\.\/[^'"]+)['"];/g, (line, other) => inOnePiece(join(dirname(file), other)))
}

/** Runs npm only when the lock file is another one than at the last successful fetch. */
function fetchPackages () {
  const marker = join(modules, '.fetched-lock')
  const wanted = createHash('sha256').update(readFileSync(join(here, 'package-lock.json'))).digest('hex')
  if (existsSync(marker) && read(marker) === wanted) {
    return
  }
  const windows = process.platform === 'win32'
  execFileSync(windows ? 'npm.cmd' : 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: here,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: windows
  })
  writeFileSync(marker, wanted)
}

function ownLook (css) {
  let result = withoutSourceMap(css)
    .replace(/@font-face\{[^}]*\}/g, '')
    .replaceAll('Frutiger W01,arial', 'Arial')
  for (const [theirs, ours] of Object.entries(colours)) {
    result = result.replaceAll(theirs, ours)
  }
  const stranger = /url\(["']?(?:https?:)?\/\/[^)]*\)/.exec(result)
  if (stranger) {
    throw new Error(`nhsuk-frontend's style sheet calls another host: ${stranger[0]}`)
  }
  return result
}

function withoutSourceMap (text) {
  return text.replace(/\/\/# sourceMappingURL=.*$/gm, '').replace(/\/\*# sourceMappingURL=.*?\*\//g, '')
}

function read (file) {
  return readFileSync(file, 'utf8')
}
