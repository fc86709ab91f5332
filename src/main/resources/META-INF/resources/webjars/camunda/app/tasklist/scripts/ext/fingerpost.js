/*
 * What Tasklist lacks and cannot be told by its settings. Loaded by scripts/config.js before Tasklist starts.
 *
 *   drafts      no draft of a form is left in the browser: people share computers, and a draft is about a person.
 *               What is typed is kept on the server instead, and comes back with the form
 *   person      the person's case in a tab of the task, and the way to say that somebody may be in danger
 *   sign-in     Tasklist's own sign-in page is never used: Fingerpost has one for everything
 *   names       icons get names for screen readers, in the language of the page
 *   words       half of a bilingual filter name, Welsh names of tasks, Welsh for what is fixed in the form library
 *   errors      what the person can act on, without the engine's technical beginning
 *   menu        the way to the lists and out
 *
 * Everything here is cosmetic or tidying: what must not happen is refused by the server.
 */

const language = document.documentElement.lang === 'cy' ? 'cy' : 'en';

const WORDS = {
  en: {
    filters: 'Show or hide the filters',
    list: 'Show or hide the list of tasks',
    task: 'Show or hide the task',
    maximise: 'Make the task fill the page',
    restore: 'Show the filters and the list again',
    savedSearches: 'Saved searches',
    saveSearch: 'Save this search',
    nameOfSearch: 'Name of the search',
    search: 'Search tasks',
    applications: 'Other applications',
    direction: 'Change the direction of the order',
    addOrder: 'Sort by something else as well',
    more: 'Show more or less',
    close: 'Close',
    remove: 'Remove',
    increase: 'More',
    decrease: 'Less',
    formLibrary: 'Powered by bpmn.io',
    lists: 'Lists',
    signOut: 'Sign out',
    otherLanguage: 'Cymraeg',
    person: 'Person',
    personOf: (reference) => `The case of ${reference}`,
    personFailed: 'The case cannot be shown here. Sign in again, or open it on a page of its own.',
    openCase: 'Open case',
    openApplication: 'Open the application',
    openGroup: 'Open the group',
    aboutOrganisation: 'This task is about an organisation, so there is no person to show.',
    newTab: ' (opens in a new tab)',
    worried: 'Worried about someone\'s safety?',
    taskLinks: 'About this person',
    kept: (time) => `What you have typed is kept on the server. Last kept at ${time}.`,
    filledIn: (time) => `This is what you had typed, kept ${time}. It is sent when you complete the form.`,
    somebodyElses: (name, time) => `${name} typed this and has not sent it, ${time}. Check it before you complete the form; once you change it, it is your draft.`,
    startAgain: 'Clear what was typed',
    sureToStartAgain: 'Yes, clear it all',
    notKept: 'What you have typed could not be kept. Complete the form soon, or copy your words before you leave this page.',
    signedOut: 'You are no longer signed in, so what you type is not kept.',
    noWayIn: 'The task list cannot be opened with this account.',
    signInAgain: 'Sign in with another account'
  },
  cy: {
    filters: 'Dangos neu guddio\'r hidlwyr',
    list: 'Dangos neu guddio\'r rhestr o dasgau',
    task: 'Dangos neu guddio\'r dasg',
    maximise: 'Llenwi\'r dudalen â\'r dasg',
    restore: 'Dangos yr hidlwyr a\'r rhestr eto',
    savedSearches: 'Chwiliadau a gadwyd',
    saveSearch: 'Cadw\'r chwiliad hwn',
    nameOfSearch: 'Enw\'r chwiliad',
    search: 'Chwilio\'r tasgau',
    applications: 'Rhaglenni eraill',
    direction: 'Newid cyfeiriad y drefn',
    addOrder: 'Trefnu yn ôl rhywbeth arall hefyd',
    more: 'Dangos mwy neu lai',
    close: 'Cau',
    remove: 'Tynnu',
    increase: 'Mwy',
    decrease: 'Llai',
    formLibrary: 'Wedi\'i bweru gan bpmn.io',
    lists: 'Rhestri',
    signOut: 'Allgofnodi',
    otherLanguage: 'English',
    person: 'Y person',
    personOf: (reference) => `Achos ${reference}`,
    personFailed: 'Nid oes modd dangos yr achos yma. Mewngofnodwch eto, neu agorwch ef ar ei dudalen ei hun.',
    openCase: 'Agor yr achos',
    openApplication: 'Agor y cais',
    openGroup: 'Agor y grŵp',
    aboutOrganisation: 'Mae’r dasg hon am sefydliad, felly nid oes person i’w ddangos.',
    newTab: ' (yn agor mewn tab newydd)',
    worried: 'Yn poeni am ddiogelwch rhywun?',
    taskLinks: 'Am y person hwn',
    kept: (time) => `Cedwir yr hyn rydych wedi'i deipio ar y gweinydd. Cadwyd ddiwethaf am ${time}.`,
    filledIn: (time) => `Dyma'r hyn roeddech wedi'i deipio, a gadwyd ${time}. Caiff ei anfon pan fyddwch yn cwblhau'r ffurflen.`,
    somebodyElses: (name, time) => `Teipiwyd hyn gan ${name}, ${time}, ac nid yw wedi'i anfon. Gwiriwch ef cyn cwblhau'r ffurflen; ar ôl i chi ei newid, eich drafft chi fydd ef.`,
    startAgain: 'Clirio\'r hyn a deipiwyd',
    sureToStartAgain: 'Ie, clirio\'r cyfan',
    notKept: 'Nid oedd modd cadw\'r hyn rydych wedi\'i deipio. Cwblhewch y ffurflen yn fuan, neu copïwch eich geiriau cyn gadael y dudalen hon.',
    signedOut: 'Nid ydych wedi mewngofnodi mwyach, felly ni chedwir yr hyn rydych yn ei deipio.',
    noWayIn: 'Nid oes modd agor y rhestr dasgau â\'r cyfrif hwn.',
    signInAgain: 'Mewngofnodi â chyfrif arall'
  }
};
const words = WORDS[language];

// The models carry English names only. TasklistOverridesTest fails when a process or user task has no Welsh name here.
const WELSH_NAMES = {
  'Change model': 'Newid model',
  'Approve change': 'Cymeradwyo newid',
  'Revise change': 'Diwygio newid',
  'Kite mark award': 'Dyfarnu’r nod barcud',
  'Assess application': 'Asesu’r cais',
  'Wait for evidence': 'Aros am dystiolaeth',
  'Confirm as second assessor': 'Cadarnhau fel ail aseswr',
  'Help organisation': 'Helpu’r sefydliad',
  'Referral journey': 'Taith yr atgyfeiriad',
  'First contact': 'Cyswllt cyntaf',
  'Introduce activity': 'Cyflwyno gweithgaredd',
  'Follow-up cycle': 'Dilyniant',
  'Confirm route': 'Cadarnhau\'r llwybr',
  'Find link worker': 'Dod o hyd i weithiwr cyswllt',
  'Suspend kite mark': 'Atal nod barcud',
  'Paused introduction': 'Cyflwyniad wedi’i oedi',
  'Choose for paused introduction': 'Dewis ar gyfer cyflwyniad wedi’i oedi',
  'Choose in link worker’s place': 'Dewis yn lle’r gweithiwr cyswllt',
  'Confirm suspension': 'Cadarnhau’r ataliad',
  'Settle suspension': 'Setlo’r ataliad',
  'Confirm end of mark': 'Cadarnhau diwedd y nod',
  'Record first contact': 'Cofnodi\'r cyswllt cyntaf',
  'Find right contact details': 'Dod o hyd i fanylion cyswllt cywir',
  'Await answer to letter': 'Aros am ateb i\'r llythyr',
  'Decide after no contact': 'Penderfynu ar ôl methu cysylltu',
  'Hold conversation': 'Cynnal y sgwrs am yr hyn sy\'n bwysig',
  'Choose activity': 'Dewis gweithgaredd',
  'Await answer': 'Aros am yr ateb',
  'Chase provider': 'Holi\'r sefydliad eto',
  'Record the check-in': 'Cofnodi\'r sgwrs ddilynol',
  'Record outcome': 'Cofnodi\'r canlyniad',
  'Active signposting': 'Cyfeirio gweithredol',
  'Decide about link worker': 'Penderfynu ar weithiwr cyswllt',
  'Cover absence': 'Cyflenwi yn ystod absenoldeb',
  'Take request': 'Cymryd y cais',
  'Choose officer': 'Dewis swyddog',
  'Visit group': 'Ymweld â\'r grŵp',
  'Agree help': 'Cytuno ar gymorth',
  'Follow actions': 'Dilyn camau',
  'Review group': 'Adolygu\'r grŵp',
  'Gather interest': 'Casglu diddordeb',
  'Find venue': 'Dod o hyd i leoliad',
  'Record trial': 'Cofnodi\'r prawf',
  'Help to reach mark': 'Helpu i gyrraedd y nod',
  'List group': 'Rhestru\'r grŵp',
  'Decide how to go on': 'Penderfynu sut i fynd ymlaen',
  'Name officer': 'Enwi swyddog',
  'Support group': 'Cefnogi grŵp',
  'Start group': 'Dechrau grŵp',
  'Decide extension': 'Penderfynu ar estyniad',
  'Decide after misses': 'Penderfynu ar ôl colli apwyntiadau',
  'Supervise after misses': 'Goruchwylio ar ôl colli apwyntiadau',
  'Later review': 'Adolygiad diweddarach',
  'Keep kite mark': 'Cynnal nod barcud',
  'Settle question about mark': 'Setlo cwestiwn am nod',
  'Record visit': 'Cofnodi ymweliad',
  'Hold later review': 'Cynnal adolygiad diweddarach',
  'Offer new referral': 'Cynnig atgyfeiriad newydd',
  'Question from a provider': 'Cwestiwn gan ddarparwr',
  'Answer question from provider': 'Ateb cwestiwn y darparwr',
  'Answer overdue question': 'Ateb cwestiwn hwyr',
  'Safeguarding concern': 'Pryder diogelu',
  'Decide about concern': 'Penderfynu ar y pryder',
  'Read what was decided': 'Darllen beth a benderfynwyd',
  'Tell worker': 'Dweud wrth y gweithiwr',
  'Settle route': 'Setlo\'r llwybr',
  'Arrange transfer': 'Trefnu\'r trosglwyddo',
  'Record consent': 'Cofnodi cydsyniad',
  'Wait for link worker': 'Aros am weithiwr cyswllt',
  'Wait for a place': 'Aros am le',
  'Look for a place': 'Edrych am le',
  'Await acceptance': 'Aros am dderbyniad',
  'Await answer of group': 'Aros am ateb y grŵp',
  'Await the report': 'Aros am yr adroddiad',
  'Check grant': 'Gwirio\'r grant',
  'Confirm eligibility': 'Cadarnhau cymhwysedd',
  'Decide on overdue report': 'Penderfynu ar adroddiad hwyr',
  'Decide the grant': 'Penderfynu ar y grant',
  'Find a panel member': 'Dod o hyd i aelod o\'r panel',
  'Judge the report': 'Barnu\'r adroddiad',
  'Monitor grant': 'Monitro\'r grant',
  'Pay grant': 'Talu\'r grant',
  'Project grant': 'Grant prosiect',
  'Record the payment': 'Cofnodi\'r taliad',
  'Score grant': 'Sgorio\'r grant',
  'Score the grant': 'Sgorio\'r grant',
  'Help with an application': 'Help gyda chais',
  'Help with question': 'Helpu gyda chwestiwn',
  'Give overdue help': 'Rhoi help hwyr'
};

// Fixed English of form-js 1.8.7; FEEL labels cannot reach it.
const WELSH_IN_FORMS = [
  [/^Field is required\.$/, 'Rhaid ateb hwn.'],
  [/^Field must have minimum length of (\d+)\.$/, 'Rhaid i\'r ateb fod yn $1 nod o leiaf.'],
  [/^Field must have maximum length of (\d+)\.$/, 'Ni chaiff yr ateb fod yn hwy na $1 nod.'],
  [/^Field must have minimum value of (.+)\.$/, 'Rhaid i\'r ateb fod yn $1 neu\'n fwy.'],
  [/^Field must have maximum value of (.+)\.$/, 'Rhaid i\'r ateb fod yn $1 neu\'n llai.'],
  [/^Field must match pattern .*$/, 'Nid yw\'r ateb yn y ffurf ddisgwyliedig.'],
  [/^Field must be a valid .*$/, 'Nid yw\'r ateb yn y ffurf ddisgwyliedig.'],
  [/^Select$/, 'Dewiswch'],
  [/^No results$/, 'Dim canlyniadau']
];

/* ---- drafts ---- */

const DRAFT = /^(camunda-form|camForm):/;
const setItem = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, value) {
  if (!DRAFT.test(String(key))) {
    setItem.call(this, key, value);
  }
};
for (const storage of [localStorage, sessionStorage]) {
  Object.keys(storage).filter((key) => DRAFT.test(key)).forEach((key) => storage.removeItem(key));
}

/** The task that Tasklist shows, from its address; `null` if none. */
function taskShown() {
  return new URLSearchParams(window.location.hash.split('?')[1] || '').get('task');
}

/** A moment in London: the time if it was today, otherwise the day as well. */
function written(at) {
  const london = { timeZone: 'Europe/London' };
  const locale = language === 'cy' ? 'cy-GB' : 'en-GB';
  const time = at.toLocaleTimeString(locale, { ...london, hour: '2-digit', minute: '2-digit' });
  const day = (moment) => moment.toLocaleDateString(locale, { ...london, day: 'numeric', month: 'long', year: 'numeric' });
  return day(at) === day(new Date()) ? time : `${day(at)}, ${time}`;
}

/**
 * The form library keeps what is typed to itself, and Tasklist's own "Save" marks every empty field as wrong. So the
 * form is asked directly: Preact keeps its tree on the element it draws into, and the form hands itself to every part
 * of it. Both libraries are those of Tasklist 7.24.0; TasklistDayTest notices when that is no longer so.
 */
function formIn(container) {
  const parts = [container.__k];
  while (parts.length) {
    const part = parts.pop();
    const given = part && part.props && part.props.value;
    if (given && typeof given.getService === 'function') {
      const form = given.getService('form', false);
      if (form && typeof form._getSubmitData === 'function' && typeof form.on === 'function') {
        return form;
      }
    }
    if (part && part.__k) {
      parts.push(...part.__k);
    }
  }
  return null;
}

const AFTER_TYPING = 1000;

/** The draft of one form on the page. */
class Draft {
  constructor(taskId, container, form) {
    this.taskId = taskId;
    this.address = `/tasks/${encodeURIComponent(taskId)}/draft`;
    this.container = container;
    this.form = form;
    this.notice = document.createElement('p');
    this.notice.className = 'fp-draft';
    this.notice.setAttribute('role', 'status');
    this.begin();
  }

  async begin() {
    const answer = await fetch(this.address, { credentials: 'same-origin', redirect: 'manual', cache: 'no-store' })
      .catch(() => null);
    if (!answer || !answer.ok) {
      return;
    }
    Object.assign(this, await answer.json());
    this.last = JSON.stringify(this.typed());
    if (this.revision > 0) {
      const at = written(new Date(this.at));
      this.say(this.mine ? words.filledIn(at) : words.somebodyElses(this.by, at), this.mine ? '' : 'fp-draft--other', true);
    }
    this.form.on('changed', () => this.soon());
  }

  /** The form's own fields as they stand; what is empty is left out unless it was filled in for the reader. */
  typed() {
    const data = this.form._getSubmitData();
    return Object.fromEntries(this.fields
      .filter((field) => data[field] !== null && data[field] !== undefined)
      .map((field) => [field, data[field]]));
  }

  soon() {
    this.sending = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), AFTER_TYPING);
  }

  async keep() {
    clearTimeout(this.timer);
    if (this.over || this.sending || this.keeping || this.taskId === sent) {
      this.again = this.keeping;
      return;
    }
    const answers = this.typed();
    const text = JSON.stringify(answers);
    if (text === this.last) {
      return;
    }
    this.keeping = true;
    const answer = await this.send('PUT', JSON.stringify({ revision: this.revision, answers })).catch(() => null);
    this.keeping = false;
    if (answer && answer.ok) {
      this.last = text;
      this.revision = (await answer.json()).revision;
      this.say(words.kept(written(new Date())), '', true);
    } else if (answer && answer.status === 404) {
      this.over = true;
    } else {
      this.over = Boolean(answer) && answer.status === 409;
      this.say(await Draft.reason(answer), 'fp-draft--wrong');
    }
    if (this.again) {
      this.again = false;
      this.keep();
    }
  }

  /** "Complete" was pressed: the draft goes with the task, unless the form comes back refused. */
  pause() {
    clearTimeout(this.timer);
    this.sending = true;
    setTimeout(() => {
      if (this.container.isConnected && sent === this.taskId) {
        sent = null;
        this.sending = false;
        this.keep();
      }
    }, 5000);
  }

  static async reason(answer) {
    if (answer && (answer.type === 'opaqueredirect' || answer.status === 401)) {
      return words.signedOut;
    }
    const said = answer ? await answer.json().catch(() => ({})) : {};
    return said.message || words.notKept;
  }

  /** Goes on when the page goes away, as far as the browser lets it. */
  send(method, body) {
    return fetch(this.address, {
      method,
      body,
      credentials: 'same-origin',
      redirect: 'manual',
      keepalive: true,
      headers: { [this.header]: this.token, ...(body ? { 'Content-Type': 'application/json' } : {}) }
    });
  }

  async startAgain() {
    this.over = true;
    clearTimeout(this.timer);
    const answer = await this.send('DELETE').catch(() => null);
    if (answer && answer.ok) {
      window.location.reload();
    } else {
      this.over = false;
      this.say(await Draft.reason(answer), 'fp-draft--wrong');
    }
  }

  say(sentence, kind, mayClear) {
    this.notice.className = `fp-draft ${kind || ''}`.trim();
    this.notice.textContent = sentence;
    if (mayClear) {
      const clear = document.createElement('button');
      clear.type = 'button';
      clear.className = 'btn btn-link';
      clear.textContent = words.startAgain;
      // Asked twice in place: Tasklist's page may open no dialogue.
      clear.addEventListener('click', () => {
        if (clear.textContent === words.sureToStartAgain) {
          this.startAgain();
        } else {
          clear.textContent = words.sureToStartAgain;
        }
      });
      this.notice.append(' ', clear);
    }
    if (!this.notice.isConnected && this.container.isConnected) {
      this.container.before(this.notice);
    }
  }
}

let draft = null;
/** The task whose form was sent last: it may be on the page a moment longer than it is open. */
let sent = null;

function followForm() {
  const container = document.querySelector('[cam-tasklist-form-camunda] .fjs-container');
  if (draft && draft.container !== container) {
    draft.keep();
    draft = null;
  }
  const taskId = container && !draft && taskShown();
  const form = taskId && taskId !== sent ? formIn(container) : null;
  if (form) {
    draft = new Draft(taskId, container, form);
  }
}

document.addEventListener('click', (event) => {
  if (draft && event.target instanceof Element && event.target.closest('button[ng-click="complete()"]')) {
    sent = draft.taskId;
    draft.pause();
  }
}, true);

function keepNow() {
  if (draft) {
    draft.keep();
  }
}
window.addEventListener('pagehide', keepNow);
document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keepNow());

/* ---- person ---- */

const REFERENCE = /FP-[0-9A-Z]{4}-[0-9A-Z]{4}/;

/** Tasks about an organisation have no person: what their reference looks like, and where to read more. */
const ABOUT_ORGANISATIONS = [
  { reference: /(?:KM|GR)-[0-9A-Z]{4}-[0-9A-Z]{4}/, words: () => words.openApplication, page: (found) => `/applications/${found}` },
  { reference: /(?:SG|NG)-[0-9A-Z]{4}-[0-9A-Z]{4}/, words: () => words.openGroup, page: (found) => `/community/groups/${found}` }
];

/** The link of a task about an organisation, or null. */
function organisationLink(text) {
  for (const kind of ABOUT_ORGANISATIONS) {
    const found = kind.reference.exec(text);
    if (found) {
      return { reference: found[0], link: () => newTab(kind.words(), kind.page(found[0])) };
    }
  }
  return null;
}

function newTab(text, href) {
  const link = document.createElement('a');
  link.href = href;
  link.target = '_blank';
  link.rel = 'noopener';
  const hint = document.createElement('span');
  hint.className = 'sr-only';
  hint.textContent = words.newTab;
  link.append(text, hint);
  return link;
}

/** Under the task's name, whatever its form: the way to the case, and what to do about a worry. */
function drawTaskLinks() {
  document.querySelectorAll('h2.task').forEach((heading) => {
    const found = REFERENCE.exec(heading.textContent);
    const organisation = found ? null : organisationLink(heading.textContent);
    const reference = found ? found[0] : organisation ? organisation.reference : '';
    const there = heading.nextElementSibling;
    const drawn = there && there.classList.contains('fp-task-links') ? there : null;
    if (drawn && drawn.dataset.reference === reference) {
      return;
    }
    if (drawn) {
      drawn.remove();
    }
    if (reference) {
      const links = document.createElement('nav');
      links.className = 'fp-task-links';
      links.dataset.reference = reference;
      links.setAttribute('aria-label', words.taskLinks);
      if (organisation) {
        links.append(organisation.link());
      } else {
        links.append(newTab(words.openCase, `/casefile/${reference}`), newTab(words.worried, `/safeguarding/raise/${reference}`));
      }
      heading.after(links);
    }
  });
}

async function descriptionOf(taskId) {
  const api = document.querySelector('base').getAttribute('app-root') + '/api/engine/engine/default/task/';
  const answer = await fetch(api + encodeURIComponent(taskId), { credentials: 'same-origin' }).catch(() => null);
  return answer && answer.ok ? (await answer.json()).description || '' : '';
}

/** The case, drawn by our server in a frame as tall as itself, so that it scrolls with the page. */
async function drawPerson(node, { taskId }) {
  const description = await descriptionOf(taskId);
  const found = REFERENCE.exec(description);
  const organisation = found ? null : organisationLink(description);
  if (organisation) {
    const calm = document.createElement('p');
    calm.append(words.aboutOrganisation + ' ', organisation.link());
    node.replaceChildren(calm);
    return;
  }
  if (!found) {
    node.textContent = words.personFailed;
    return;
  }
  const reference = found[0];
  const frame = document.createElement('iframe');
  frame.className = 'fp-person';
  frame.title = words.personOf(reference);
  frame.src = `/casefile/${reference}?panel`;
  frame.addEventListener('load', () => {
    const page = frame.contentDocument;
    if (!page || !page.querySelector('.fp-panel__main')) {
      const failed = document.createElement('p');
      failed.setAttribute('role', 'alert');
      failed.append(words.personFailed + ' ', newTab(words.openCase, `/casefile/${reference}`));
      node.replaceChildren(failed);
      return;
    }
    const fit = () => {
      frame.style.height = `${page.documentElement.getBoundingClientRect().height + 2}px`;
    };
    new ResizeObserver(fit).observe(page.documentElement);
    fit();
  });
  node.replaceChildren(frame);
}

/* ---- sign-in ---- */

const SIGN_IN = '/login?next=tasklist';
const LAST_SENT = 'fingerpost.sent-to-sign-in';
let leaving = false;

/** Sends the browser to our sign-in page, but not twice within ten seconds: the account may not have Tasklist. */
function useOurSignIn() {
  if (leaving || !/^#\/login\b/.test(window.location.hash)) {
    return;
  }
  const last = Number(sessionStorage.getItem(LAST_SENT) || 0);
  if (Date.now() - last > 10_000) {
    leaving = true;
    sessionStorage.setItem(LAST_SENT, String(Date.now()));
    window.location.assign(SIGN_IN);
  } else if (!document.getElementById('fingerpost-no-way-in')) {
    const notice = document.createElement('p');
    notice.id = 'fingerpost-no-way-in';
    notice.setAttribute('role', 'alert');
    const out = document.createElement('a');
    out.href = '/login';
    out.textContent = words.signInAgain;
    notice.append(words.noWayIn + ' ', out);
    document.body.append(notice);
  }
}
window.addEventListener('hashchange', useOurSignIn);

/* ---- order ---- */

// Every task has a due date and a priority: until somebody chooses another order, what matters most stands first.
const ORDER = [{ sortBy: 'priority', sortOrder: 'desc' }, { sortBy: 'dueDate', sortOrder: 'asc' }];
if (/^#?\/?$/.test(window.location.hash)) {
  window.history.replaceState(null, '', `#/?sorting=${encodeURIComponent(JSON.stringify(ORDER))}`);
}

/* ---- names ---- */

// Selector and name, for controls that show nothing but an icon and carry no tooltip.
const NAMES = [
  ['button.region-toggle[data-region="filters"]', words.filters],
  ['button.region-toggle[data-region="list"]', words.list],
  ['button.region-toggle[data-region="task"]', words.task],
  ['button.maximize', words.maximise],
  ['button.reset-regions', words.restore],
  ['.stored-criteria > .dropdown-toggle', words.savedSearches],
  ['.stored-criteria .input-group-btn > button', words.saveSearch],
  ['.app-switch > .dropdown-toggle', words.applications],
  ['a.sort-direction', words.direction],
  ['.new-sort > .dropdown-toggle', words.addOrder],
  ['.shutter > a', words.more],
  ['a.fjs-powered-by-link', words.formLibrary],
  ['.alert button.close', words.close],
  ['.fjs-number-arrow-up', words.increase],
  ['.fjs-number-arrow-down', words.decrease]
];

function visibleText(element) {
  return element.textContent.trim();
}

function tooltipOf(element) {
  const holder = element.matches('[uib-tooltip]')
    ? element
    : element.querySelector('[uib-tooltip]') || element.closest('.actions[uib-tooltip]');
  return holder ? (holder.getAttribute('uib-tooltip') || '').trim() : '';
}

function setAttribute(element, name, value) {
  if (value && element.getAttribute(name) !== value) {
    element.setAttribute(name, value);
  }
}

function nameControls() {
  for (const [selector, name] of NAMES) {
    document.querySelectorAll(selector).forEach((control) => setAttribute(control, 'aria-label', name));
  }
  document.querySelectorAll('a, button').forEach((control) => {
    if (control.dataset.named || (!visibleText(control) && !control.getAttribute('aria-label'))) {
      const tooltip = tooltipOf(control) || (control.querySelector('.glyphicon-remove') ? words.remove : '');
      if (tooltip) {
        control.dataset.named = 'by-tooltip';
        setAttribute(control, 'aria-label', tooltip);
      }
    }
  });
  document.querySelectorAll('[cam-widget-search] input.main-field, .search-field input.main-field').forEach((field) => {
    setAttribute(field, 'role', 'combobox');
    setAttribute(field, 'aria-label', words.search);
  });
  document.querySelectorAll('.stored-criteria input[type="text"]')
    .forEach((field) => setAttribute(field, 'aria-label', words.nameOfSearch));
  // A link without an address cannot be reached with the keyboard.
  document.querySelectorAll('[cam-widget-clipboard] > a:not([href])').forEach((link) => {
    if (!link.hasAttribute('tabindex')) {
      link.setAttribute('tabindex', '0');
      link.setAttribute('role', 'button');
      link.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          link.click();
        }
      });
    }
  });
  // Dates, groups and other people's tasks are not changed here: the server takes only what the forms send.
  document.querySelectorAll('[cam-tasklist-task-meta] [cam-widget-inline-field][tabindex]')
    .forEach((field) => field.removeAttribute('tabindex'));
  document.querySelectorAll('.notifications .alert').forEach((notice) => setAttribute(notice, 'role', 'alert'));
}

/* ---- words ---- */

/** Changes the first text of an element in place: Angular and Preact keep their nodes and write only new values. */
function changeText(element, change) {
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE && node.data.trim()) {
      const now = node.data.trim();
      const then = change(now);
      if (then !== now) {
        node.data = node.data.replace(now, () => then);
      }
      return;
    }
  }
}

/** Filters are named once for everybody, "Fy nhasgau / My tasks": Welsh first. */
function halfOfName(name) {
  const halves = name.split(' / ');
  return halves.length === 2 ? halves[language === 'cy' ? 0 : 1] : name;
}

function inWelsh(text) {
  const found = WELSH_IN_FORMS.find(([english]) => english.test(text));
  return found ? text.replace(found[0], found[1]) : text;
}

/** A task's name ends with its referral's reference: "Record first contact · FP-7K3M-Q2XD". */
function nameInWelsh(text) {
  const [step, ...reference] = text.split(' · ');
  return [WELSH_NAMES[step] || step, ...reference].join(' · ');
}

function translate() {
  document.querySelectorAll('.task-filter .name > a').forEach((link) => changeText(link, halfOfName));
  if (language !== 'cy') {
    return;
  }
  const names = 'h4.task > a, h2.task, .process-definition';
  document.querySelectorAll(names).forEach((name) => changeText(name, nameInWelsh));
  const messages = '.fjs-form-field-error, .fjs-form-field-error *, .fjs-select-placeholder, .fjs-dropdownlist *';
  document.querySelectorAll(messages).forEach((message) => changeText(message, inWelsh));
}

/* ---- errors ---- */

const TECHNICAL = /^Cannot (?:submit task form|complete task|submit form for task) \S+: (?:\S+Exception: )?/;

function plainErrors() {
  document.querySelectorAll('.notifications .message, .alert .message').forEach((message) =>
    changeText(message, (text) => text.replace(TECHNICAL, '')));
}

// An old refusal would stand beside the news that the task is complete.
document.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('button[ng-click="complete()"]')) {
    const refusals = document.querySelectorAll('.notifications .alert-danger .close:not(.ng-hide)');
    setTimeout(() => refusals.forEach((close) => close.click()));
  }
}, true);

/* ---- one look after each change ---- */

function look() {
  useOurSignIn();
  nameControls();
  translate();
  plainErrors();
  drawTaskLinks();
  followForm();
}

// Called once for all changes of one step of Tasklist's, before they are drawn and before assistive technology reads
// them: the list is made anew every ten seconds. What `look` itself changes brings one more call with nothing to do.
new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true, characterData: true });
look();

/* ---- menu ---- */

/** Same call as Tasklist's own menu, then our sign-in page. A page that can no longer sign out goes there too. */
async function signOut() {
  const token = /(?:^|;\s*)XSRF-TOKEN=([^;]+)/.exec(document.cookie);
  leaving = true;
  try {
    await fetch(document.querySelector('base').getAttribute('app-root') + '/api/admin/auth/user/default/logout', {
      method: 'POST',
      credentials: 'same-origin',
      headers: token ? { 'X-XSRF-TOKEN': decodeURIComponent(token[1]) } : {}
    });
  } finally {
    window.location.assign('/login');
  }
}

/** The cookie is the one that Fingerpost's own pages set; forms and messages follow it with the next request. */
function useOtherLanguage() {
  document.cookie = `lang=${language === 'cy' ? 'en' : 'cy'}; path=/; max-age=31536000; samesite=lax`;
  window.location.reload();
}

function menuLink(text, href, onClick, textLanguage) {
  return (node) => {
    const link = document.createElement('a');
    link.href = href;
    link.textContent = text;
    if (textLanguage) {
      link.lang = textLanguage;
    }
    if (onClick) {
      link.addEventListener('click', (event) => {
        event.preventDefault();
        onClick();
      });
    }
    node.append(link);
  };
}

// Tasklist shows the highest priority first.
export default [
  {
    id: 'fingerpost-person',
    pluginPoint: 'tasklist.task.detail',
    priority: 900,
    properties: { label: words.person },
    render: drawPerson
  },
  {
    id: 'fingerpost-lists',
    pluginPoint: 'tasklist.navbar.action',
    priority: 400,
    render: menuLink(words.lists, '/lists')
  },
  {
    id: 'fingerpost-language',
    pluginPoint: 'tasklist.navbar.action',
    priority: 60,
    render: menuLink(words.otherLanguage, '#/', useOtherLanguage, language === 'cy' ? 'en' : 'cy')
  },
  {
    id: 'fingerpost-sign-out',
    pluginPoint: 'tasklist.navbar.action',
    priority: 50,
    render: menuLink(words.signOut, '/login', signOut)
  }
];
