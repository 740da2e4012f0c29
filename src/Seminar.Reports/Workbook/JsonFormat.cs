using System.IO.Compression;
using System.Text.Json;
using Seminar.Contracts.Workshops;

namespace Seminar.Reports.Workbook;

/// <summary>The seed format: what an import takes back. Of the whole seminar, a zipped folder like that of the seeds.</summary>
internal sealed class JsonFormat : IDataFormat
{
    public string Key => "json";

    public string Name => "Données (.json), au format d’import de Seminar";

    public string Extension(bool isWhole) => isWhole ? "json.zip" : "json";

    public string MediaType(bool isWhole) => isWhole ? "application/zip" : "application/json";

    public async Task WriteAsync(ISeminarSource source, Stream output, IProgress<int>? progress, CancellationToken cancel)
    {
        if (source.Seminar is not { } seminar)
        {
            foreach (var theme in source.Themes)
            {
                await WriteAsync(source, theme, output, cancel);
            }

            return;
        }

        using var package = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        await using (var entry = package.CreateEntry("seminar.json").Open())
        {
            await JsonSerializer.SerializeAsync(entry, seminar, SeedJson.Options, cancel);
        }

        foreach (var (index, theme) in source.Themes.Index())
        {
            await using var entry = package.CreateEntry($"themes/{theme}.json").Open();
            await WriteAsync(source, theme, entry, cancel);
            progress?.Report(index + 1);
        }
    }

    private static async Task WriteAsync(ISeminarSource source, string theme, Stream output, CancellationToken cancel)
    {
        if (await Pieces.JoinAsync(source.PiecesOf(theme, cancel), cancel) is { } workshop)
        {
            await JsonSerializer.SerializeAsync(output, workshop, SeedJson.Options, cancel);
        }
    }
}
