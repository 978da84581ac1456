"""Style for the parts of the page that Streamlit draws itself."""

STYLE = """<style>
@page { margin: 14mm; }
@media print {
  html, body, .stApp { background: white !important; color-scheme: light !important; }
  /* The whole page is printed, not the part that was scrolled to. */
  html, body, .stApp, .stAppViewContainer, .stMain, .stMainBlockContainer, .stVerticalBlock {
    display: block !important; position: static !important; overflow: visible !important;
    block-size: auto !important; min-block-size: 0 !important; max-block-size: none !important;
  }
  .stMainBlockContainer { padding: 0 !important; max-width: none !important; }
  .stAppHeader, .stToast, [data-testid="stStatusWidget"] { display: none !important; }
}
.stMainBlockContainer { padding-block: .75rem 1rem; max-width: 110rem; }
/* Streamlit's bar has nothing to show here but that it has lost its server; it covers nothing. */
.stAppHeader { height: 2rem; min-height: 0; background: none; pointer-events: none; }
.stMainBlockContainer h1 { padding-block: 0 .25rem; font-size: 2.1rem; }
/* What it says of a lost server the page says itself (shell/streamlit_dialogs.js). */
.stDialog { display: none !important; }
/* Streamlit fades what waits for an answer. Ours stays true in the meantime, and fading so large a
   picture costs more than the answer. */
[data-testid="stElementContainer"] { opacity: 1 !important; transition: none !important; }
</style>"""
