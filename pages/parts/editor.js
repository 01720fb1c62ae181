// The browser's half of the text editor in editor.py, which explains both.

const PAUSE = 400 // ms without a key before the text is sent
const INTERVAL = 1000 // ms between two sends while the person goes on typing
const PATIENCE = 4000 // ms until a text that Python has not answered is sent again
const NEARLY_FULL = 0.8
const NEARBY = [40, 20, 10, 5] // characters before a place by which it is found again

const editors = new WeakMap()
const typed = new Map() // outlives the element: Streamlit may build it anew at any rerun

/** How many characters two texts share at their start and, after that, at their end. */
function common(before, after) {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  return [head, tail]
}

/** Move marks found in `before` to where the same words stand in `after`; drop those edited. */
function moved(marks, before, after) {
  const [head, tail] = common(before, after)
  const edge = before.length - tail
  const shift = after.length - before.length
  return marks.flatMap((mark) => {
    if (mark.end <= head) return [mark]
    if (mark.start >= edge) return [{ ...mark, start: mark.start + shift, end: mark.end + shift }]
    return []
  })
}

/** Where a place in `before` is in `after`: by its distance to either end, else by its words. */
function placed(at, before, after) {
  const [head, tail] = common(before, after)
  if (at <= head) return at
  if (at >= before.length - tail) return at + after.length - before.length
  for (const length of NEARBY) {
    const words = before.slice(Math.max(0, at - length), at)
    const found = after.indexOf(words)
    if (found >= 0 && found === after.lastIndexOf(words)) return found + words.length
  }
  return after.length - tail
}

/** What was typed over `before` since, put into the text that takes its place; and the caret. */
function merged(before, typed, caret, after) {
  if (typed === before) return [after, placed(caret, before, after)]
  const [head, tail] = common(before, typed)
  const added = typed.slice(head, typed.length - tail)
  const start = placed(head, before, after)
  const cut = before.slice(head, before.length - tail)
  const end = after.startsWith(cut, start) ? start + cut.length : start
  const within = Math.min(Math.max(caret - head, 0), added.length)
  return [after.slice(0, start) + added + after.slice(end), start + within]
}

/** The index after the first `most` code points, as Python counts them. */
function limitOf(text, most) {
  if (most === null || text.length <= most) return text.length
  let index = 0
  for (let count = 0; count < most && index < text.length; count += 1) {
    index += text.codePointAt(index) > 0xffff ? 2 : 1
  }
  return index
}

function filled(template, words) {
  return template.replace(/\{(\w+)\}/g, (_, name) => words[name])
}

function element(tag, className, ...children) {
  const made = document.createElement(tag)
  made.className = className
  made.append(...children)
  return made
}

class Editor {
  constructor(root) {
    this.find = (selector) => root.querySelector(selector)
    this.field = this.find("textarea")
    this.composing = false
    this.count = Date.now() // no number of an earlier element
    this.told = new Map() // what Python was told under its token, by count
    this.stop = new AbortController()
    const on = (target, name, act) =>
      target.addEventListener(name, act, { signal: this.stop.signal })
    on(this.field, "input", () => this.changed())
    on(this.field, "blur", () => this.send())
    on(this.field, "keydown", (event) => this.pressed(event))
    on(this.field, "compositionstart", () => (this.composing = true))
    on(this.field, "compositionend", () => this.composed())
    on(window, "pagehide", () => this.send())
    on(document, "visibilitychange", () => document.hidden && this.send())
  }

  /** Show what Python sent. Its text counts only under a token this editor does not hold yet. */
  show(data, tell) {
    this.tell = tell
    const replaces = data.token !== this.data?.token && !(data.unseen && this.data)
    if (replaces && this.composing) {
      this.waiting = data
      return
    }
    this.data = replaces || !this.data ? data : { ...data, token: this.data.token }
    if (replaces) this.replace()
    for (const count of this.told.keys()) if (count < data.read) this.told.delete(count)
    if (data.heard === this.count) clearTimeout(this.again)
    this.describe()
    this.draw()
    if (this.kept() !== this.sent) this.changed()
  }

  /** Put in the text from Python, and into it what was typed while it was on its way. */
  replace() {
    const { key, token, text, read } = this.data
    const own = typed.get(key)
    const { value, selectionEnd } = this.field
    const before = this.told.get(read) ?? this.began
    this.told.clear()
    this.began = this.sent = text
    if (own?.token === token) this.field.value = own.text
    else if (before === undefined) this.field.value = text
    else {
      const [now, caret] = merged(before, value, selectionEnd, text)
      this.field.value = now
      this.field.setSelectionRange(caret, caret)
    }
  }

  describe() {
    const { label, help, height, words } = this.data
    this.find("label").textContent = label
    this.find("#help").textContent = help
    this.find(".sheet").style.minHeight = `${height}px`
  }

  kept() {
    const text = this.field.value
    return text.slice(0, limitOf(text, this.data.most))
  }

  changed() {
    const { key, token } = this.data
    typed.set(key, { token, text: this.field.value })
    this.draw()
    const now = Date.now()
    this.waitingSince ??= now
    const due = Math.max(
      Math.min(now + PAUSE, this.waitingSince + INTERVAL),
      (this.sentAt ?? 0) + INTERVAL,
    )
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.send(), due - now)
  }

  send() {
    clearTimeout(this.timer)
    this.waitingSince = undefined
    const text = this.kept()
    if (text === this.sent) return
    this.sent = text
    this.sentAt = Date.now()
    this.count += 1
    this.told.set(this.count, text)
    this.insist(PATIENCE)
  }

  /** Tell Python what is typed until it has heard: a lost connection forgets what it was told. */
  insist(patience) {
    clearTimeout(this.again)
    this.again = setTimeout(() => this.insist(2 * patience), patience)
    this.tell("typed", { token: this.data.token, text: this.sent, count: this.count })
  }

  pressed(event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.send()
    if (event.key !== "Escape") event.stopPropagation() // letters are Streamlit's shortcuts
  }

  composed() {
    this.composing = false
    if (this.waiting) this.show(this.waiting, this.tell)
    this.waiting = undefined
  }

  draw() {
    const text = this.field.value
    const limit = limitOf(text, this.data.most)
    const marks = moved(this.data.marks, this.data.text, text)
    marks.sort((one, other) => one.start - other.start)
    this.drawUnder(text, [...marks, { start: limit, end: text.length, kind: "over" }])
    this.drawNotes(text, marks)
    this.drawLimit(text, limit)
  }

  drawUnder(text, marks) {
    const parts = []
    let at = 0
    for (const { start, end, kind } of marks) {
      if (end <= at || end === start) continue
      const from = Math.max(start, at)
      parts.push(text.slice(at, from), element("mark", kind, text.slice(from, end)))
      at = end
    }
    this.find(".under").replaceChildren(...parts, text.slice(at), "\u200b")
  }

  drawNotes(text, marks) {
    const shown = JSON.stringify(marks.map((mark) => [mark, text.slice(mark.start, mark.end)]))
    if (shown === this.notes) return
    this.notes = shown
    const notes = marks.map(({ start, end, kind, message }) => {
      const words = text.slice(start, end)
      const button = element("button", "", words)
      button.type = "button"
      button.title = filled(this.data.words.show, { words })
      button.onclick = () => {
        this.field.focus()
        this.field.setSelectionRange(start, end)
      }
      return element("li", kind, button, `: ${message}`)
    })
    this.find("#look").textContent = notes.length ? this.data.words.notes : ""
    this.find("#notes").replaceChildren(...notes)
    this.find("#look").hidden = this.find("#notes").hidden = !this.data.listed
  }

  drawLimit(text, limit) {
    const { most, words } = this.data
    const over = limit < text.length
    const count = [...text].length
    this.field.ariaInvalid = String(over)
    this.find("#limit").textContent = over ? filled(words.over, { most }) : ""
    this.find("#count").textContent =
      most !== null && count > most * NEARLY_FULL ? filled(words.count, { count, most }) : ""
  }
}

export default function ({ data, parentElement, setStateValue }) {
  let editor = editors.get(parentElement)
  if (!editor) {
    editor = new Editor(parentElement)
    editors.set(parentElement, editor)
  }
  editor.show(data, setStateValue)
  return () => {
    editor.stop.abort()
    clearTimeout(editor.timer)
    clearTimeout(editor.again)
    editors.delete(parentElement)
  }
}
