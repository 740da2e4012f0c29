using Seminar.Contracts.Files;

namespace Seminar.Reports.PastBilan;

/// <summary>Reads a past bilan in the process that is made for files.</summary>
public sealed class PastBilanReader : IFileReader<PastBilanReading>
{
    /// <inheritdoc/>
    public PastBilanReading Read(string name, byte[] content) => ReadPastBilan.Read(name, content);
}
