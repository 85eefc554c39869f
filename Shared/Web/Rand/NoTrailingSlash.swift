// SPDX-License-Identifier: EUPL-1.2
import Hummingbird

/// A path with a slash at the end is another path, and not there (API Design Rules, `/core/no-trailing-slash`).
public struct NoTrailingSlash<Context: WebContext>: RouterMiddleware {
    private let except: Set<String>

    /// - Parameter except: paths that another standard writes with a slash.
    public init(except: Set<String> = []) { self.except = except }

    @concurrent
    public func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        let path = request.uri.path
        if path.hasSuffix("/"), path.count > 1, !except.contains(path) { throw Refusal(.notFound) }
        return try await next(request, context)
    }
}
