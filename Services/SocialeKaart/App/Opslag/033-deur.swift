// SPDX-License-Identifier: EUPL-1.2
import Bezorging
import OAuth
import Opslag

/// Tokens for signed assertions, and the queue of notifications to partners.
let migratie033Tokens = Tokenregister.migratie("033-tokens")
let migratie091Tokensleutel = Tokenregister.metSleutel("091-tokensleutel")
let migratie034Bezorging = Postvak.migratie("034-bezorging")
