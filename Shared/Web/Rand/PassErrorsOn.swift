// SPDX-License-Identifier: EUPL-1.2
import Hummingbird

/// Hummingbird's router turns its own errors into responses before `Edge` can see them. This wraps them in an error that it
/// does not know; `Edge` needs the original, so it is unwrapped again right outside (`unwrapped`).
struct PassErrorsOn<Context: RequestContext>: RouterMiddleware {
    @concurrent
    func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as any HTTPResponseError {
            throw Passed(error: error)
        }
    }
}

struct Passed: Error {
    let error: any Error
}

extension Error {
    /// What was thrown inside the router.
    var unwrapped: any Error { (self as? Passed)?.error ?? self }
}
