/*
 * Camunda Tasklist as Fingerpost shows it. This file and its neighbours have the same paths as files of the webjar
 * camunda-webapp-webjar 7.24.0 and win over them on the class path.
 *
 * Language: Tasklist itself can only follow the browser's first language, which is not what the person chose with us.
 * So the choice is made here: the cookie `lang` (cy or en, readable by scripts), else the browser's language, else
 * English. Tasklist is then told of that one language only.
 *
 * Words: Tasklist draws its menus before its words have arrived. On a browser's first visit it shows raw keys
 * (SEARCH_PLACEHOLDER), after a new release yesterday's words. So the words are fetched here and put where Tasklist
 * looks first.
 */
const LANGUAGES = ['en', 'cy'];
const FALLBACK = 'en';

function chosenLanguage() {
  const cookie = /(?:^|;\s*)lang=([a-z]{2})/i.exec(document.cookie);
  const browser = (navigator.languages && navigator.languages[0]) || navigator.language || '';
  return [cookie && cookie[1], browser.slice(0, 2)]
    .map((language) => (language || '').toLowerCase())
    .find((language) => LANGUAGES.includes(language)) || FALLBACK;
}

/** Tasklist keeps words under this name inside the local-storage item `camunda-web`; no personal data is in there. */
async function keepWords(language) {
  try {
    const folder = document.querySelector('base').getAttribute('app-root') + '/app/tasklist/locales/';
    const answer = await fetch(folder + language + '.json', { credentials: 'same-origin' });
    if (!answer.ok) {
      return;
    }
    const kept = JSON.parse(localStorage.getItem('camunda-web') || '{}');
    kept[folder + '_locales_data_' + language + '_' + window.bust] = JSON.stringify(await answer.json());
    localStorage.setItem('camunda-web', JSON.stringify(kept));
  } catch (problem) {
    console.warn('The words of the task list could not be fetched ahead', problem);
  }
}

const language = chosenLanguage();
const welsh = language === 'cy';
document.documentElement.lang = language;
await keepWords(language);

export default {
  // Shown one after the other, as title and beside the logo. An empty vendor would become "Camunda".
  app: {
    name: welsh ? 'Tasgau' : 'Tasks',
    vendor: 'Fingerpost'
  },
  locales: {
    availableLocales: [language],
    fallbackLocale: language
  },
  customScripts: ['scripts/ext/fingerpost'],
  csrfCookieName: 'XSRF-TOKEN',
  disableWelcomeMessage: true,

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: welsh ? "cymryd y dasg sydd wedi'i dewis" : 'take the selected task'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: welsh ? "mynd i'r hidlydd cyntaf yn y rhestr" : 'go to the first filter in the list'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: welsh ? "mynd i'r dasg gyntaf yn y rhestr" : 'go to the first task in the list'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: welsh ? "mynd i faes cyntaf y ffurflen" : 'go to the first field of the form'
    }
  }
};
