// SPDX-License-Identifier: EUPL-1.2

/// How the file of a store lies on disk and in memory. Only a store with much larger rows or much more reading than the others
/// differs from the default.
public struct StoreLayout: Sendable {
    /// Bytes of a page; a file with another size is written anew first.
    public let pageSize: Int
    /// So many bytes from the beginning of the file are read where the system keeps them, without a copy for each connection.
    /// Such pages count as memory of the process, though the system takes them back when others need them.
    public let mappedBytes: Int
    /// So many kB of pages the one connection that writes holds at most. A batch that changes more pages than this writes some
    /// of them twice and reads others again.
    public let writerCache: Int
    /// So many kB of pages each connection that reads holds at most: the pages that everybody's work lists stand on. The system's
    /// own cache holds the rest, at the price of a copy.
    public let readerCache: Int

    public init(pageSize: Int = 4096, mappedBytes: Int = 0, writerCache: Int = 8_000, readerCache: Int = 2_000) {
        (self.pageSize, self.mappedBytes) = (pageSize, mappedBytes)
        (self.writerCache, self.readerCache) = (writerCache, readerCache)
    }
}
