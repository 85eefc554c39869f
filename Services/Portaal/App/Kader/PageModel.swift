// SPDX-License-Identifier: EUPL-1.2

/// What one page shows: plain values, made from messages, that the template reads by name. A page is this model, a template
/// of the same subject in `Sjablonen/`, and a route (docs/pagina-maken.md).
protocol PageModel: Sendable {
    /// The file name in `Sjablonen/` without `.mustache`; also a line in `Sjablonen.paginas`.
    static var template: String { get }
    /// What the page is called: the title of the window and the last of the breadcrumbs.
    var titel: String { get }
    /// The way back up, outermost first; empty for a page of the main menu.
    var kruimels: [Koppeling] { get }
    /// The item of the main menu that this page belongs to, by its address; nil for none.
    var menu: String? { get }
}

extension PageModel {
    var kruimels: [Koppeling] { [] }
    var menu: String? { nil }
}
