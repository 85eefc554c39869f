// SPDX-License-Identifier: EUPL-1.2
// Keeps a draft of a form while somebody types, for every form that holds `deel-concept`. The page works without it: the
// button "Bewaar als concept" does the same. This is the only script of the portaal (docs/beslissingen/0020).
"use strict";
(() => {
  const WACHT = 1500;

  function volg(form, stand) {
    let klok = 0;
    let vuil = false;
    let dicht = false;
    let vraag = null;

    const zeg = (tekst, rol) => {
      stand.textContent = tekst;
      if (rol) stand.setAttribute("role", rol); else stand.removeAttribute("role");
    };

    async function bewaar(blijft) {
      clearTimeout(klok);
      if (!vuil || dicht) return;
      vuil = false;
      const velden = new URLSearchParams(new FormData(form));
      velden.set("_concept", "automatisch");
      vraag = new AbortController();
      try {
        const antwoord = await fetch(form.getAttribute("action"), {
          method: "POST", body: velden, credentials: "same-origin", redirect: "manual", keepalive: blijft, signal: vraag.signal,
        });
        if (antwoord.type === "opaqueredirect") {
          dicht = true;
          zeg("U bent afgemeld. Wat u typte, staat er weer als u opnieuw bent aangemeld.", "alert");
        } else if (antwoord.ok) {
          const versie = antwoord.headers.get("Concept-Versie");
          const veld = form.elements.namedItem("_conceptversie");
          if (versie && veld) veld.value = versie;
          zeg(await antwoord.text());
        } else if (antwoord.status === 409) {
          dicht = true;
          zeg(await antwoord.text(), "alert");
        } else {
          vuil = true;
          zeg("Bewaren lukt nu even niet. Wat u typte, staat nog op deze pagina.");
        }
      } catch (fout) {
        if (fout.name === "AbortError") return;
        vuil = true;
        zeg("Er is geen verbinding. Wat u typte, staat nog op deze pagina.");
        klok = setTimeout(bewaar, 10 * WACHT);
      }
    }

    form.addEventListener("input", () => {
      vuil = true;
      clearTimeout(klok);
      klok = setTimeout(bewaar, WACHT);
    });
    form.addEventListener("submit", () => {
      // What is sent now is no draft any more.
      dicht = true;
      clearTimeout(klok);
      if (vraag) vraag.abort();
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") bewaar(true);
    });
    // Back from the cache of the browser: the page may keep drafts again.
    window.addEventListener("pageshow", (teken) => { if (teken.persisted) dicht = false; });
  }

  for (const stand of document.querySelectorAll("[data-concept]")) {
    const form = stand.closest("form");
    if (form) volg(form, stand);
  }
})();
