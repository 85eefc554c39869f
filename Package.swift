// swift-tools-version: 6.3
// SPDX-License-Identifier: EUPL-1.2
//
// One package: system libraries, what is shared, one library and one executable per service, tests.
// Every `import` of an own module must stand in the target's dependencies (docs/omwegen.md, 2);
// .ci/huisregels.py compares the two.
import PackageDescription

/// Tests reach through what they test: the members of a module that only the tested target imports are visible to them.
let testSettings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .treatAllWarnings(as: .error),
]
let settings = testSettings + [.enableUpcomingFeature("MemberImportVisibility")]

// Third-party products, by the name the targets below use for them.
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
/// SQLite's own functions, for the few statements that run for every event. Only for Opslag.
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let configuration: Target.Dependency = .product(name: "Configuration", package: "swift-configuration")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let httpClient: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let jwtKit: Target.Dependency = .product(name: "JWTKit", package: "jwt-kit")
let systemPackage: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")

/// What every service library may use. A service never depends on another service.
let serviceDependencies: [Target.Dependency] = [
    "Domein", "Berichten", "Opslag", "Bus", "Toegang", "Dienst", "Web", "Opdrachten",
    grdb, hummingbird, httpTypes, nioCore, logging,
]

func shared(_ name: String, _ dependencies: [Target.Dependency], plugins: [Target.PluginUsage] = []) -> Target {
    .target(name: name, dependencies: dependencies, path: "Shared/\(name)", swiftSettings: settings, plugins: plugins)
}

/// A service is a library `<Folder>App` with its rooms, and an executable that only reads settings and runs.
func service(_ executable: String, folder: String, extra: [Target.Dependency] = [], resources: [Resource] = []) -> [Target] {
    [
        .target(
            name: "\(folder)App", dependencies: serviceDependencies + extra, path: "Services/\(folder)/App",
            resources: resources, swiftSettings: settings),
        .executableTarget(
            name: executable, dependencies: [.byName(name: "\(folder)App"), "Berichten", "Dienst"],
            path: "Services/\(folder)/Main",
            swiftSettings: settings),
    ]
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .testTarget(
        name: name, dependencies: dependencies, path: "Tests/\(name)", resources: resources, swiftSettings: testSettings)
}

let package = Package(
    name: "wegwijs",
    products: [
        .executable(name: "intake", targets: ["intake"]),
        .executable(name: "begeleiding", targets: ["begeleiding"]),
        .executable(name: "sociale-kaart", targets: ["sociale-kaart"]),
        .executable(name: "reiskosten", targets: ["reiskosten"]),
        .executable(name: "rapportage", targets: ["rapportage"]),
        .executable(name: "portaal", targets: ["portaal"]),
        .executable(name: "wegwijs", targets: ["wegwijs"]),
        .executable(name: "bus-prestatie", targets: ["bus-prestatie"]),
        .executable(name: "dubbel-prestatie", targets: ["dubbel-prestatie"]),
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-configuration", exact: "1.4.0", traits: []),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
        .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/vapor/jwt-kit", exact: "5.7.1"),
    ],
    targets: [
        // System libraries
        .systemLibrary(name: "CZeroMQ", path: "Shared/CZeroMQ", providers: [.apt(["libzmq3-dev"])]),
        .systemLibrary(name: "CSodium", path: "Shared/CSodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CCrypto", path: "Shared/CCrypto", providers: [.apt(["libssl-dev"])]),

        // Shared
        shared("Domein", []),
        shared("Berichten", ["Domein"]),
        shared("Zegel", ["CSodium", "CCrypto"]),
        shared("Opslag", ["Domein", "Berichten", "Zegel", grdb, sqlite]),
        shared("Bus", ["CZeroMQ", "Domein", "Berichten", "Opslag", grdb, logging]),
        shared("Toegang", ["Domein", "Berichten"]),
        shared("Opdrachten", ["Domein", yams]),
        shared("Web", ["Domein", "Berichten", "Zegel", hummingbird, httpTypes, nioCore, logging]),
        shared(
            "OAuth",
            ["Domein", "Berichten", "Web", "Zegel", "Opslag", grdb, jwtKit, hummingbird, httpTypes, nioCore, logging]),
        shared("Bezorging", ["Domein", "Berichten", "Opslag", "Zegel", grdb, httpClient, nioCore, nioHTTP1, lifecycle, logging]),
        shared(
            "Dienst",
            [
                "Domein", "Berichten", "Opslag", "Bus", "Web", "Zegel", grdb, hummingbird, httpTypes, nioCore, logging,
                configuration, lifecycle, unixSignals,
            ]),
    ]
        + service(
            "intake", folder: "Intake", extra: ["Zegel", "OAuth", "Bezorging", configuration, lifecycle],
            resources: [.embedInCode("Koppeling/OpenAPI/openapi.json")])
        + service("begeleiding", folder: "Begeleiding", extra: ["Zegel", configuration, lifecycle])
        + service(
            "sociale-kaart", folder: "SocialeKaart", extra: ["Zegel", "OAuth", "Bezorging", configuration, lifecycle],
            resources: [.embedInCode("Koppeling/OpenAPI")])
        + service("reiskosten", folder: "Reiskosten", extra: ["Zegel", configuration])
        + service(
            "rapportage", folder: "Rapportage", extra: ["Zegel", configuration, subprocess, systemPackage, mustache],
            resources: [.embedInCode("Sjablonen")])
        + service(
            "portaal", folder: "Portaal", extra: ["Zegel", configuration], resources: [.embedInCode("Sjablonen")])
        + [
            .target(
                name: "WegwijsApp",
                dependencies: serviceDependencies + [
                    "Zegel", "OAuth", arguments, subprocess, systemPackage, lifecycle, unixSignals, nioPosix, nioHTTP1,
                ],
                path: "Services/Wegwijs/App", swiftSettings: settings),
            .executableTarget(
                name: "wegwijs", dependencies: ["WegwijsApp", arguments], path: "Services/Wegwijs/Main", swiftSettings: settings),
            .executableTarget(
                name: "bus-prestatie",
                dependencies: ["Domein", "Berichten", "Opslag", "Bus", grdb, logging],
                path: "Tests/Prestatie/BusPrestatie", swiftSettings: settings),
            .executableTarget(
                name: "dubbel-prestatie", dependencies: ["IntakeApp"], path: "Tests/Prestatie/Dubbel", swiftSettings: settings),

            // Tests: one folder per target, then the chain, the faults and the house rules
            tests("DomeinTests", ["Domein"]),
            tests("BerichtenTests", ["Berichten", "Domein"], resources: [.copy("Voorbeelden")]),
            tests("OpslagTests", ["Opslag", "Berichten", "Domein", "Zegel", grdb]),
            tests("BusTests", ["Bus", "Opslag", "Berichten", "Domein", "CZeroMQ", grdb, logging]),
            tests("ToegangTests", ["Toegang", "Berichten", "Domein", grdb]),
            tests("OpdrachtenTests", ["Opdrachten", "Domein"]),
            tests("WebTests", ["Web", "Domein", "Berichten", "Zegel", hummingbird, httpTypes, nioCore, logging]),
            tests(
                "OAuthTests",
                ["OAuth", "Web", "Domein", "Zegel", "Opslag", grdb, jwtKit, hummingbird, httpTypes, nioCore, logging]),
            tests(
                "BezorgingTests",
                [
                    "Bezorging", "Domein", "Berichten", "Opslag", "Zegel", grdb, httpClient, hummingbird, nioCore, httpTypes,
                    lifecycle, logging,
                ]),
            tests("DienstTests", [configuration, "Dienst", "Web", "Domein", "Opslag", "Bus", "Berichten", grdb, logging]),
            tests(
                "IntakeTests",
                ["IntakeApp", "Zegel", "OAuth", "Bezorging", configuration, lifecycle, nioPosix] + serviceDependencies),
            tests("BegeleidingTests", ["BegeleidingApp", "Zegel", configuration] + serviceDependencies),
            tests("SocialeKaartTests", ["SocialeKaartApp", "Zegel", configuration] + serviceDependencies),
            tests("ReiskostenTests", ["ReiskostenApp", "Zegel"] + serviceDependencies),
            tests("RapportageTests", ["RapportageApp", "Zegel", subprocess, systemPackage] + serviceDependencies),
            tests("PortaalTests", ["PortaalApp", "Zegel", mustache] + serviceDependencies),
            tests("WegwijsTests", ["WegwijsApp"] + serviceDependencies),
            // Every message of every service, asked by everybody.
            tests(
                "WandelTests",
                [
                    "IntakeApp", "BegeleidingApp", "SocialeKaartApp", "ReiskostenApp", "RapportageApp", "PortaalApp", "Zegel",
                    configuration,
                ] + serviceDependencies),
            .target(
                name: "Proeflandschap", dependencies: ["WegwijsApp", "Dienst", "Domein"], path: "Tests/Proeflandschap",
                swiftSettings: settings),
            tests("KetenTests", ["WegwijsApp", "Proeflandschap"] + serviceDependencies),
            tests("StoringTests", ["WegwijsApp", "Proeflandschap"] + serviceDependencies),
        ],
    swiftLanguageModes: [.v6]
)

/// `WEGWIJS_ALLEEN=IntakeTests,PortaalTests swift build --build-tests` builds those tests and what they need and nothing
/// else: an edit-test round in one service without the other six. Never set in `./test`.
if let alleen = Context.environment["WEGWIJS_ALLEEN"] {
    var nodig = Set(alleen.split(separator: ",").map(String.init))
    var klaar: Set<String> = []
    while let naam = nodig.subtracting(klaar).first {
        klaar.insert(naam)
        for afhankelijk in package.targets.first(where: { $0.name == naam })?.dependencies ?? [] {
            switch afhankelijk {
            case .byNameItem(let name, _), .targetItem(let name, _): nodig.insert(name)
            default: break
            }
        }
    }
    package.targets.removeAll { !nodig.contains($0.name) }
    package.products.removeAll { product in !nodig.contains(product.name) }
}
