/** A page of its own in one text, script and policy included: made by `scripts/vite/page-text.mjs`. */
declare module '*?page' {
  const html: string
  export default html
}
