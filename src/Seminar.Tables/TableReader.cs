using Seminar.Contracts.Files;

namespace Seminar.Tables;

/// <summary>A table, or why the file is none.</summary>
/// <param name="Table">The table; null when it was refused.</param>
/// <param name="Refusal">Why, as a French sentence.</param>
public sealed record TableReading(TableFile? Table, string? Refusal);

/// <summary>Reads a table in the process that is made for files.</summary>
public sealed class TableReader : IFileReader<TableReading>
{
    /// <inheritdoc/>
    public TableReading Read(string name, byte[] content)
    {
        try
        {
            return new TableReading(TableFile.Read(name, content), null);
        }
        catch (TableUnreadableException unreadable)
        {
            return new TableReading(null, unreadable.Message);
        }
    }
}

/// <summary>Tables that someone sends.</summary>
public static class SentTables
{
    /// <summary>Reads a table in another process.</summary>
    /// <param name="files">The way to that process.</param>
    /// <param name="name">Name of the file, for messages.</param>
    /// <param name="content">What it holds.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns>The table, or why there is none.</returns>
    public static async Task<TableReading> ReadTableAsync(this ISentFiles files, string name, byte[] content, CancellationToken cancel)
    {
        var reading = await files.ReadAsync<TableReader, TableReading>(name, content, cancel);
        return reading.Answer ?? new TableReading(null, reading.Refusal);
    }
}
