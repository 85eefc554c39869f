// SPDX-License-Identifier: EUPL-1.2

/// The service that knows who people are.
public enum Intake {}
