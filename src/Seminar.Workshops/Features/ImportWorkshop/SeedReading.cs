using Seminar.Contracts;

namespace Seminar.Workshops;

/// <summary>What became of a reading.</summary>
/// <typeparam name="T">The document.</typeparam>
/// <param name="Document">What was read, or null when it was refused.</param>
/// <param name="Refusals">Why it was refused; empty when it was read.</param>
public sealed record SeedReading<T>(T? Document, IReadOnlyList<Refusal> Refusals)
    where T : class;
