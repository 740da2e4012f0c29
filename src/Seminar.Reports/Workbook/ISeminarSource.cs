using Seminar.Contracts.Workshops;

namespace Seminar.Reports.Workbook;

/// <summary>Where an export reads: one workshop's pieces, or those of all that run.</summary>
public interface ISeminarSource
{
    /// <summary>The seminar itself; null in an export of one workshop, and in an empty data folder.</summary>
    SeminarDocument? Seminar { get; }

    /// <summary>Keys of the themes whose workshops are exported, in their order.</summary>
    IReadOnlyList<string> Themes { get; }

    /// <summary>The pieces of a theme's workshop; none while it is empty.</summary>
    IAsyncEnumerable<WorkshopPiece> PiecesOf(string theme, CancellationToken cancel);
}

/// <summary>A format of the data, to work on or to take elsewhere. A new one is one class, named in <see cref="DataFormats"/>.</summary>
public interface IDataFormat
{
    /// <summary>In addresses and on the command line.</summary>
    string Key { get; }

    /// <summary>Its French name, with what it serves for.</summary>
    string Name { get; }

    /// <summary>Extension of the file, without the dot.</summary>
    /// <param name="isWhole">Whether it is the whole seminar's, or one workshop's.</param>
    string Extension(bool isWhole);

    /// <summary>Media type of the file.</summary>
    /// <param name="isWhole">Whether it is the whole seminar's, or one workshop's.</param>
    string MediaType(bool isWhole);

    /// <summary>Writes the data. Memory does not grow with their size.</summary>
    /// <param name="source">Where to read.</param>
    /// <param name="output">Where to write, synchronously: a file.</param>
    /// <param name="progress">Told after each workshop how many are done.</param>
    /// <param name="cancel">Stops the writing.</param>
    Task WriteAsync(ISeminarSource source, Stream output, IProgress<int>? progress, CancellationToken cancel);
}

/// <summary>The formats of the data.</summary>
public static class DataFormats
{
    /// <summary>All of them, as they are offered.</summary>
    public static IReadOnlyList<IDataFormat> All { get; } = [new XlsxFormat(), new CsvFormat(), new JsonFormat()];

    /// <summary>The one of this key, or null.</summary>
    public static IDataFormat? Find(string key) => All.FirstOrDefault(format => format.Key == key);
}
