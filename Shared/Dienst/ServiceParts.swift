// SPDX-License-Identifier: EUPL-1.2
import Berichten
import Bus
import Domein
import Hummingbird
import Logging
import Opslag
import ServiceLifecycle

/// The live things that every service gets handed: made in one place, by `runService` or by a test.
public struct ServiceParts: Sendable {
    public let settings: ServiceSettings
    public let clock: any WegwijsClock
    public let ids: any IDSource
    public let logger: Logger
    public let store: Store
    /// To ask others; what this service answers is said in its `ServiceAssembly`.
    public let bus: Bus

    public init(
        settings: ServiceSettings, clock: any WegwijsClock, ids: any IDSource, logger: Logger, store: Store, bus: Bus
    ) {
        (self.settings, self.clock, self.ids) = (settings, clock, ids)
        (self.logger, self.store, self.bus) = (logger, store, bus)
    }
}

/// What a service is, put together in its `Bootstrap.swift`.
public struct ServiceAssembly: Sendable {
    public var handlers: Handlers
    public var following: [Following]
    /// The outer HTTP door, where the service has one.
    public var services: [any Service]
    /// Extra facts for readiness: a reason why the service is not ready, or nil.
    public var notReady: @Sendable () async -> String?
    /// The settings files that changed into something unreadable, by name: the service goes on with what it read before.
    public var brokenFiles: @Sendable () -> [String]

    public init(
        handlers: Handlers = Handlers(), following: [Following] = [], services: [any Service] = [],
        notReady: @escaping @Sendable () async -> String? = { nil }, brokenFiles: @escaping @Sendable () -> [String] = { [] }
    ) {
        (self.handlers, self.following) = (handlers, following)
        (self.services, self.notReady, self.brokenFiles) = (services, notReady, brokenFiles)
    }
}
