// Prints what docx-preview shows of each Word file, as a JSON list of texts: node docx_preview.mjs FILE…
import { readFileSync } from 'node:fs'
import { JSDOM } from 'jsdom'

const { window } = new JSDOM('<!doctype html><body></body>')
for (const name of ['window', 'document', 'DOMParser', 'XMLSerializer', 'Node', 'Element', 'HTMLElement', 'Blob']) {
  globalThis[name] = window[name]
}
const { renderAsync } = await import('docx-preview')

const texts = []
for (const file of process.argv.slice(2)) {
  const page = document.createElement('div')
  await renderAsync(readFileSync(file), page, null, { inWrapper: false, ignoreFonts: true, breakPages: false })
  // A break of the line is an element without a text.
  page.querySelectorAll('br').forEach((end) => end.replaceWith(' '))
  texts.push([...page.querySelectorAll('p, h1, h2, h3, h4, h5, h6')].map((line) => line.textContent).join('\n'))
}
console.log(JSON.stringify(texts))
