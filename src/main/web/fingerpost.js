// Every page works without this. With it, nhsuk-frontend moves the focus to the error summary, folds away questions that do not
// apply, and ignores the second press of a button.
import { initAll } from './nhsuk-frontend.js'

document.body.classList.add('js-enabled', 'nhsuk-frontend-supported')
initAll()
